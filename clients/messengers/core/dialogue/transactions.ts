import { ChatAccountsDocument, ChatTransactionsDocument, type ChatTransactionsQuery } from '#clients/messengers/generated/graphql.ts';
import type { Action } from '../action.ts';
import { formatDate, formatMoney, formatMovement } from '../language.ts';
import { bold, lines, quiet, type Span } from '../message.ts';
import type { Screen, Turn } from '../turn.ts';
import { bankAway } from './menu.ts';

const pageLength = 5;
const accountsMax = 20;

type Transaction = NonNullable<ChatTransactionsQuery['account']>['transactions']['edges'][number]['node'];

/** The last transactions: of the only account, or of the one that is chosen. */
export async function transactions(turn: Turn): Promise<Screen> {
  const { words, button, language } = turn;
  const { data } = await turn.ask(ChatAccountsDocument, {});
  const accounts = data?.me?.accounts;
  if (accounts === null || accounts === undefined) {
    return data?.me ? accountsAway(turn, { name: 'transactions' }) : bankAway(turn, { name: 'transactions' });
  }
  const open = accounts.filter(({ closedOn }) => closedOn === null);
  const [only] = open;
  if (only === undefined) return { text: lines(words.noAccounts), buttons: [[button(words.menu, { name: 'menu' })]] };
  if (open.length === 1) return statement(turn, only.id);
  return {
    text: lines([bold(words.transactionsTitle)], words.whichAccount),
    buttons: [
      ...open
        .slice(0, accountsMax)
        .map(({ id, name, balance }) => [
          button(`${name}: ${formatMoney(balance, language)}`, { name: 'statement' as const, account: id }),
        ]),
      [button(words.menu, { name: 'menu' })],
    ],
  };
}

export function accountsAway({ words, button }: Turn, again: Action): Screen {
  return {
    text: lines(`⚠️ ${words.accountsAway}`),
    buttons: [[button(words.tryAgain, again), button(words.menu, { name: 'menu' })]],
  };
}

export async function statement(turn: Turn, account: string, after?: string): Promise<Screen> {
  const { words, button } = turn;
  const again = { name: 'statement' as const, account, ...(after === undefined ? {} : { after }) };
  const { data, errors } = await turn.ask(ChatTransactionsDocument, { account, first: pageLength, after: after ?? null });
  if (!data?.account) {
    if (data === undefined || errors.length > 0) return bankAway(turn, again);
    return { text: lines(words.accountGone), buttons: [[button(words.menu, { name: 'menu' })]] };
  }
  const { name, transactions: page } = data.account;
  const { hasNextPage, endCursor } = page.pageInfo;
  const rows = page.edges.flatMap(({ node }) => ['', ...transactionRows(turn, node)]);
  const paging = [
    ...(after === undefined ? [] : [button(words.newest, { name: 'statement' as const, account })]),
    ...(hasNextPage && endCursor ? [button(words.older, { name: 'statement' as const, account, after: endCursor })] : []),
  ];
  return {
    text: lines([bold(`${words.transactionsTitle}: ${name}`)], ...(rows.length === 0 ? [words.noTransactions] : rows)),
    buttons: [...(paging.length === 0 ? [] : [paging]), [button(words.menu, { name: 'menu' })]],
  };
}

function transactionRows({ language }: Turn, { postedOn, amount, description, counterparty }: Transaction): (readonly (string | Span)[])[] {
  return [
    [`${formatDate(postedOn, language)}  `, bold(formatMovement(amount, language))],
    [quiet(counterparty === null || counterparty === undefined ? description : `${description} · ${counterparty}`)],
  ];
}
