import { ChatAccountsDocument, ChatBankDetailsDocument } from '#clients/messengers/generated/graphql.ts';
import { nameWithBalance } from '../language.ts';
import { bold, code, lines } from '../message.ts';
import type { Screen, UpdateContext } from '../update-context.ts';
import { bankUnavailable } from './menu.ts';
import { pagedButtons } from './paged-buttons.ts';
import { accountsUnavailable } from './transactions.ts';

/** Of the only account, or of the one that is chosen. */
export async function bankDetails(context: UpdateContext, from?: number): Promise<Screen> {
  const { words, button, language } = context;
  const toMenu = [button(words.menu, { name: 'menu' })];
  const { data } = await context.ask(ChatAccountsDocument, {});
  const accounts = data?.me?.accounts;
  if (accounts === null || accounts === undefined) {
    return data?.me ? accountsUnavailable(context, { name: 'bank-details' }) : bankUnavailable(context, { name: 'bank-details' });
  }
  const open = accounts.filter(({ closedOn }) => closedOn === null);
  const [only] = open;
  if (only === undefined) return { text: lines(words.noAccounts), buttons: [toMenu] };
  if (open.length === 1) return accountDetails(context, only.id);
  return {
    text: lines([bold(words.bankDetailsTitle)], words.whichAccount),
    buttons: [
      ...pagedButtons(
        context,
        open,
        from,
        (account) => button(nameWithBalance(account, language), { name: 'account-details', account: account.id }),
        (next) => ({ name: 'bank-details', from: next }),
      ),
      toMenu,
    ],
  };
}

/** What somebody who pays into the account has to be told; each copied by a tap. */
export async function accountDetails(context: UpdateContext, id: string): Promise<Screen> {
  const { words, button, webBankUrl } = context;
  const toMenu = [button(words.menu, { name: 'menu' })];
  const again = { name: 'account-details' as const, account: id };
  const { data, errors } = await context.ask(ChatBankDetailsDocument, { account: id });
  if (!data?.account) {
    if (data === undefined || errors.length > 0) return bankUnavailable(context, again);
    return { text: lines(words.accountGone), buttons: [toMenu] };
  }
  const { name, bankDetails: details } = data.account;
  if (!details) return accountsUnavailable(context, again);
  const { iban, recipientName, recipientTaxNumber, bankName, bankCode, bic } = details;
  const rows = [
    [words.iban, iban],
    [words.recipient, recipientName],
    [words.taxNumber, recipientTaxNumber],
    [words.bankName, bankName],
    [words.bankCode, bankCode],
    ['BIC', bic],
  ] as const;
  return {
    text: lines(
      [bold(`${words.bankDetailsTitle}: ${name}`)],
      ...rows.flatMap(([label, value]) => (value === null || value === undefined ? [] : [[`${label}: `, code(value)]])),
      words.tapToCopy,
    ),
    buttons: [[{ label: words.bankDetailsOpen, url: `${webBankUrl}accounts/${id}/bank-details` }], toMenu],
  };
}
