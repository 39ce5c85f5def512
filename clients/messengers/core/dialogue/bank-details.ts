import { ChatAccountsDocument } from '#clients/messengers/generated/graphql.ts';
import { nameWithBalance } from '../language.ts';
import { bold, lines } from '../message.ts';
import type { Screen, UpdateContext } from '../update-context.ts';
import { bankUnavailable } from './menu.ts';
import { accountsUnavailable } from './transactions.ts';

const accountsMax = 20;

/** A button an account, each to its own page of the web bank: an IBAN is for copying, which a chat is bad at. */
export async function bankDetails(context: UpdateContext): Promise<Screen> {
  const { words, button, language, webBankUrl } = context;
  const toMenu = [button(words.menu, { name: 'menu' })];
  if (!context.linked)
    return { text: lines(words.bankDetailsText), buttons: [[{ label: words.bankDetailsOpen, url: webBankUrl }], toMenu] };
  const { data } = await context.ask(ChatAccountsDocument, {});
  const accounts = data?.me?.accounts;
  if (accounts === null || accounts === undefined) {
    return data?.me ? accountsUnavailable(context, { name: 'bank-details' }) : bankUnavailable(context, { name: 'bank-details' });
  }
  const open = accounts.filter(({ closedOn }) => closedOn === null).slice(0, accountsMax);
  if (open.length === 0) return { text: lines(words.noAccounts), buttons: [toMenu] };
  const urlOf = (id: string) => `${webBankUrl}accounts/${id}/bank-details`;
  return {
    text: lines([bold(words.bankDetailsTitle)], words.bankDetailsText, ...(open.length === 1 ? [] : [words.whichAccount])),
    buttons: [
      ...open.map((account) => [
        { label: open.length === 1 ? words.bankDetailsOpen : nameWithBalance(account, language), url: urlOf(account.id) },
      ]),
      toMenu,
    ],
  };
}
