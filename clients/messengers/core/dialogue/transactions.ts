import { ChatAccountsDocument, ChatTransactionsDocument, type ChatTransactionsQuery } from '#clients/messengers/generated/graphql.ts';
import type { Action } from '../action.ts';
import { formatDate, formatMovement, nameWithBalance } from '../language.ts';
import { bold, lines, quiet, type Span } from '../message.ts';
import type { Screen, UpdateContext } from '../update-context.ts';
import { bankUnavailable } from './menu.ts';
import { pagedButtons } from './paged-buttons.ts';

const pageLength = 5;

type Transaction = NonNullable<NonNullable<ChatTransactionsQuery['account']>['transactions']>['edges'][number]['node'];

/** The last transactions: of the only account, or of the one that is chosen. */
export async function transactions(context: UpdateContext, from?: number): Promise<Screen> {
  const { words, button, language } = context;
  const { data } = await context.ask(ChatAccountsDocument, {});
  const accounts = data?.me?.accounts;
  if (accounts === null || accounts === undefined) {
    return data?.me ? accountsUnavailable(context, { name: 'transactions' }) : bankUnavailable(context, { name: 'transactions' });
  }
  const open = accounts.filter(({ closedOn }) => closedOn === null);
  const [only] = open;
  if (only === undefined) return { text: lines(words.noAccounts), buttons: [[button(words.menu, { name: 'menu' })]] };
  if (open.length === 1) return statement(context, only.id);
  return {
    text: lines([bold(words.transactionsTitle)], words.whichAccount),
    buttons: [
      ...pagedButtons(
        context,
        open,
        from,
        (account) => button(nameWithBalance(account, language), { name: 'statement', account: account.id }),
        (next) => ({ name: 'transactions', from: next }),
      ),
      [button(words.menu, { name: 'menu' })],
    ],
  };
}

export function accountsUnavailable({ words, button }: UpdateContext, again: Action): Screen {
  return {
    text: lines(`⚠️ ${words.accountsUnavailable}`),
    buttons: [[button(words.tryAgain, again), button(words.menu, { name: 'menu' })]],
  };
}

export async function statement(context: UpdateContext, account: string, after?: string): Promise<Screen> {
  const { words, button } = context;
  const again = { name: 'statement' as const, account, ...(after === undefined ? {} : { after }) };
  const { data, errors } = await context.ask(ChatTransactionsDocument, { account, first: pageLength, after: after ?? null });
  if (!data?.account) {
    if (data === undefined || errors.length > 0) return bankUnavailable(context, again);
    return { text: lines(words.accountGone), buttons: [[button(words.menu, { name: 'menu' })]] };
  }
  const { name, transactions: page } = data.account;
  if (page === null) return accountsUnavailable(context, again);
  const { hasNextPage, endCursor } = page.pageInfo;
  const rows = page.edges.flatMap(({ node }) => ['', ...transactionRows(context, node)]);
  const paging = [
    ...(after === undefined ? [] : [button(words.newest, { name: 'statement' as const, account })]),
    ...(hasNextPage && endCursor ? [button(words.older, { name: 'statement' as const, account, after: endCursor })] : []),
  ];
  return {
    text: lines([bold(`${words.transactionsTitle}: ${name}`)], ...(rows.length === 0 ? [words.noTransactions] : rows)),
    buttons: [...(paging.length === 0 ? [] : [paging]), [button(words.menu, { name: 'menu' })]],
  };
}

function transactionRows(
  { language }: UpdateContext,
  { postedOn, amount, description, counterparty }: Transaction,
): (readonly (string | Span)[])[] {
  return [
    [`${formatDate(postedOn, language)}  `, bold(formatMovement(amount, language))],
    [quiet(counterparty === null || counterparty === undefined ? description : `${description} · ${counterparty}`)],
  ];
}
