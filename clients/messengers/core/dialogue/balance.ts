import { ChatOverviewDocument, type ChatOverviewQuery } from '#clients/messengers/generated/graphql.ts';
import { formatMoney } from '../language.ts';
import { bold, lines, quiet, type Span } from '../message.ts';
import type { Screen, UpdateContext } from '../update-context.ts';
import { cardLine, cardsInAll } from './card.ts';
import { bankUnavailable } from './menu.ts';
import { pageOf } from './paged-buttons.ts';
import { totalsOf } from './totals.ts';

type Customer = NonNullable<ChatOverviewQuery['me']>;
type Row = readonly (string | Span)[];

/** Accounts and cards side by side: one system unavailable costs its own half only. */
export async function balance(context: UpdateContext): Promise<Screen> {
  const { words, button } = context;
  const { data } = await context.ask(ChatOverviewDocument, {});
  const me = data?.me;
  if (me === null || me === undefined) return bankUnavailable(context, { name: 'balance' });
  const incomplete = me.accounts?.every(isWhole) !== true || me.cards?.every(({ status }) => status !== null) !== true;
  return {
    text: lines(
      [bold(words.balanceTitle)],
      ...accountRows(context, me.accounts),
      '',
      [bold(words.cardsTitle)],
      ...cardRows(context, me.cards),
    ),
    buttons: [
      ...(incomplete ? [[button(words.tryAgain, { name: 'balance' as const })]] : []),
      [button(words.transactions, { name: 'transactions' }), button(words.cards, { name: 'cards' })],
      [button(words.menu, { name: 'menu' })],
    ],
  };
}

function isWhole({ balance: booked, available }: NonNullable<Customer['accounts']>[number]): boolean {
  return booked !== null && available !== null;
}

function accountRows(context: UpdateContext, accounts: Customer['accounts']): Row[] {
  const { words, language } = context;
  if (accounts === null || accounts === undefined) return [[`⚠️ ${words.accountsUnavailable}`]];
  const open = accounts.filter(({ closedOn }) => closedOn === null);
  if (open.length === 0) return [[words.noAccounts]];
  const isWholeList = pageOf(open).length === open.length;
  return [
    ...(open.length === 1 ? [] : totalRows(context, open)),
    ...pageOf(open).flatMap(({ name, balance: booked, available }): Row[] => {
      if (booked === null || available === null) return [[`${name}: —`]];
      const row = [`${name}: `, bold(formatMoney(booked, language))];
      const same = booked.amount === available.amount;
      return same ? [row] : [row, [quiet(`   ${words.available(formatMoney(available, language))}`)]];
    }),
    ...(isWholeList ? [] : [[quiet(words.andMore(open.length - pageOf(open).length))]]),
  ];
}

function totalRows({ words, language }: UpdateContext, open: NonNullable<Customer['accounts']>): Row[] {
  const sums = totalsOf(open.map(({ balance: booked }) => booked));
  return sums === undefined ? [] : [[`${words.total}: `, bold(sums.map((sum) => formatMoney(sum, language)).join(' + '))]];
}

function cardRows(context: UpdateContext, cards: Customer['cards']): Row[] {
  if (cards === null || cards === undefined) return [[`⚠️ ${context.words.cardsUnavailable}`]];
  const all = cardsInAll(context, cards);
  return all.length > 0 ? all.map((row) => [row]) : cards.map((card) => [cardLine(context, card)]);
}
