import { ChatOverviewDocument, type ChatOverviewQuery } from '#clients/messengers/generated/graphql.ts';
import { formatMoney } from '../language.ts';
import { bold, lines, quiet, type Span } from '../message.ts';
import type { Screen, Turn } from '../turn.ts';
import { cardLine } from './card.ts';
import { bankAway } from './menu.ts';

type Customer = NonNullable<ChatOverviewQuery['me']>;
type Row = readonly (string | Span)[];

/** Accounts and cards side by side: one system away costs its own half only. */
export async function balance(turn: Turn): Promise<Screen> {
  const { words, button } = turn;
  const { data } = await turn.ask(ChatOverviewDocument, {});
  const me = data?.me;
  if (me === null || me === undefined) return bankAway(turn, { name: 'balance' });
  const incomplete = me.accounts === null || me.cards === null;
  return {
    text: lines([bold(words.balanceTitle)], ...accountRows(turn, me.accounts), '', [bold(words.cardsTitle)], ...cardRows(turn, me.cards)),
    buttons: [
      ...(incomplete ? [[button(words.tryAgain, { name: 'balance' as const })]] : []),
      [button(words.transactions, { name: 'transactions' }), button(words.cards, { name: 'cards' })],
      [button(words.menu, { name: 'menu' })],
    ],
  };
}

function accountRows({ words, language }: Turn, accounts: Customer['accounts']): Row[] {
  if (accounts === null || accounts === undefined) return [[`⚠️ ${words.accountsAway}`]];
  const open = accounts.filter(({ closedOn }) => closedOn === null);
  if (open.length === 0) return [[words.noAccounts]];
  return open.flatMap(({ name, balance: booked, available }): Row[] => {
    const row = [`${name}: `, bold(formatMoney(booked, language))];
    const same = booked.amount === available.amount;
    return same ? [row] : [row, [quiet(`   ${words.available(formatMoney(available, language))}`)]];
  });
}

function cardRows(turn: Turn, cards: Customer['cards']): Row[] {
  if (cards === null || cards === undefined) return [[`⚠️ ${turn.words.cardsAway}`]];
  return cards.length === 0 ? [[turn.words.noCards]] : cards.map((card) => [cardLine(turn, card)]);
}
