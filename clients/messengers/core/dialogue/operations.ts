import { ChatAccountsDocument, ChatOperationsDocument, type ChatOperationsQuery } from '#clients/messengers/generated/graphql.ts';
import type { Action } from '../action.ts';
import { formatDate, formatMoney, formatMovement } from '../language.ts';
import { bold, lines, quiet, type Span } from '../message.ts';
import type { Screen, Turn } from '../turn.ts';
import { bankAway } from './menu.ts';

const pageLength = 5;
const accountsMax = 20;

type Operation = NonNullable<ChatOperationsQuery['account']>['operations']['edges'][number]['node'];

/** The last operations: of the only account, or of the one that is chosen. */
export async function operations(turn: Turn): Promise<Screen> {
  const { words, button, language } = turn;
  const { data } = await turn.ask(ChatAccountsDocument, {});
  const accounts = data?.me?.accounts;
  if (accounts === null || accounts === undefined) {
    return data?.me ? accountsAway(turn, { name: 'operations' }) : bankAway(turn, { name: 'operations' });
  }
  const open = accounts.filter(({ closedOn }) => closedOn === null);
  const [only] = open;
  if (only === undefined) return { text: lines(words.noAccounts), buttons: [[button(words.menu, { name: 'menu' })]] };
  if (open.length === 1) return statement(turn, only.id);
  return {
    text: lines([bold(words.operationsTitle)], words.whichAccount),
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
  const { data, errors } = await turn.ask(ChatOperationsDocument, { account, first: pageLength, after: after ?? null });
  if (!data?.account) {
    if (data === undefined || errors.length > 0) return bankAway(turn, again);
    return { text: lines(words.accountGone), buttons: [[button(words.menu, { name: 'menu' })]] };
  }
  const { name, operations: page } = data.account;
  const { hasNextPage, endCursor } = page.pageInfo;
  const rows = page.edges.flatMap(({ node }) => ['', ...operationRows(turn, node)]);
  const paging = [
    ...(after === undefined ? [] : [button(words.newest, { name: 'statement' as const, account })]),
    ...(hasNextPage && endCursor ? [button(words.older, { name: 'statement' as const, account, after: endCursor })] : []),
  ];
  return {
    text: lines([bold(`${words.operationsTitle}: ${name}`)], ...(rows.length === 0 ? [words.noOperations] : rows)),
    buttons: [...(paging.length === 0 ? [] : [paging]), [button(words.menu, { name: 'menu' })]],
  };
}

function operationRows({ language }: Turn, { postedOn, amount, description, counterparty }: Operation): (readonly (string | Span)[])[] {
  return [
    [`${formatDate(postedOn, language)}  `, bold(formatMovement(amount, language))],
    [quiet(counterparty === null || counterparty === undefined ? description : `${description} · ${counterparty}`)],
  ];
}
