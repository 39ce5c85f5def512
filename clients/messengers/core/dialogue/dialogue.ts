import type { Action } from '../action.ts';
import { catalogues } from '../catalogue/index.ts';
import type { CanonicalEvent, Command } from '../event.ts';
import { SessionOver } from '../graph.ts';
import { languages } from '../language.ts';
import { lines } from '../message.ts';
import type { Screen, UpdateContext } from '../update-context.ts';
import { balance } from './balance.ts';
import { accountDetails, bankDetails } from './bank-details.ts';
import { card, cards } from './card.ts';
import { askLock, askUnlock, lock, lockCard, lockEnding, unlockCard } from './card-lock.ts';
import { contact, emergency } from './emergency.ts';
import { meaningOfWords } from './keywords.ts';
import { chooseLanguageScreen, greet, help, languageChosen, menu } from './menu.ts';
import { rates } from './rates.ts';
import { alreadyLinked, askLogOut, logOut, offerLink } from './session.ts';
import { statement, transactions } from './transactions.ts';

/**
 * What the button that was pressed stands for: `repeated` where it was used a moment ago, as by a double tap; `stale` where it was
 * used before that, has expired, or belongs to another chat.
 */
export type Pressed = Action | 'repeated' | 'stale';

export interface Reply {
  readonly screens: readonly Screen[];
  /** Shown at once where a press is acknowledged. */
  readonly notice?: string;
}

/** Answers one event. Throws only for faults of ours. */
export async function answer(context: UpdateContext, event: CanonicalEvent, pressed: Pressed | undefined): Promise<Reply> {
  if (event.isPublic) return { screens: [privateOnly(context, event)] };
  try {
    return await answerPrivately(context, event, pressed);
  } catch (error) {
    if (!(error instanceof SessionOver)) throw error;
    const why = context.linked ? context.words.sessionOver : context.words.linkNeeded;
    return { screens: [await offerLink({ ...context, linked: false }, why)] };
  }
}

/** The number to call is nobody's secret. */
function privateOnly({ words, bankPhone }: UpdateContext, { what }: CanonicalEvent): Screen {
  const isEmergency = what.kind === 'text' && meaningOf(what.text)?.name === 'emergency';
  return { text: lines(words.privateOnly, ...(isEmergency ? [words.emergencyCall(bankPhone)] : [])), buttons: [] };
}

async function answerPrivately(context: UpdateContext, { what }: CanonicalEvent, pressed: Pressed | undefined): Promise<Reply> {
  const { words } = context;
  switch (what.kind) {
    case 'opened':
      return { screens: greet(context) };
    case 'unreadable':
      return { screens: [menu(context, words.unreadable)] };
    case 'command':
      return { screens: await perform(context, actionOf(what.command)) };
    case 'text': {
      const meant = meaningOf(what.text);
      if (what.cardNumberMasked)
        return {
          screens: [meant?.name === 'emergency' ? emergency(context, words.cardNumberHidden) : menu(context, words.cardNumberHidden)],
        };
      return { screens: meant === undefined ? [menu(context, words.notUnderstood)] : await perform(context, meant) };
    }
    case 'press':
      if (pressed === 'repeated') return { screens: [], notice: words.repeatedNotice };
      if (pressed === undefined || pressed === 'stale') return { screens: [menu(context, words.staleButton)], notice: words.staleNotice };
      return { screens: await perform(context, pressed) };
  }
}

function actionOf(command: Command): Action {
  return { name: command === 'log-out' ? 'ask-log-out' : command };
}

/** Quick replies come back as text, perhaps in the language that was spoken before. */
function meaningOf(text: string): Action | undefined {
  const said = normalise(text);
  for (const language of languages) {
    const words = catalogues[language];
    const labels: readonly (readonly [string, Action])[] = [
      [words.menu, { name: 'menu' }],
      [words.lockMyCard, { name: 'lock' }],
      [words.balance, { name: 'balance' }],
      [words.cards, { name: 'cards' }],
      [words.transactions, { name: 'transactions' }],
      [words.bankDetails, { name: 'bank-details' }],
      [words.rates, { name: 'rates' }],
      [words.language, { name: 'language' }],
      [words.help, { name: 'help' }],
      [words.link, { name: 'link' }],
      [words.logOut, { name: 'ask-log-out' }],
    ];
    const found = labels.find(([label]) => normalise(label) === said);
    if (found !== undefined) return found[1];
  }
  return meaningOfWords(said);
}

/** Letters and digits only: a label is meant with or without its picture. */
function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

async function perform(context: UpdateContext, wanted: Action): Promise<readonly Screen[]> {
  switch (wanted.name) {
    case 'menu':
      return [menu(context)];
    case 'help':
      return [help(context)];
    case 'language':
      return [chooseLanguageScreen(context)];
    case 'choose-language':
      return languageChosen(context.speak(wanted.language));
    case 'bank-details':
      return [await bankDetails(context, wanted.from)];
    case 'account-details':
      return [await accountDetails(context, wanted.account)];
    case 'rates':
      return [await rates(context)];
    case 'emergency':
      return [emergency(context)];
    case 'contact':
      return [contact(context)];
    case 'thanks':
      return [menu(context, context.words.welcome)];
    case 'link':
      return [context.linked ? alreadyLinked(context) : await offerLink(context)];
    case 'link-anew':
      return [await offerLink(context)];
    case 'ask-log-out':
      return [askLogOut(context)];
    case 'log-out':
      return [await logOut(context)];
    case 'balance':
      return [await balance(context)];
    case 'cards':
      return [await cards(context, wanted.from)];
    case 'card':
      return [await card(context, wanted.card)];
    case 'lock':
      return [await lock(context, wanted.from)];
    case 'lock-ending':
      return [await lockEnding(context, wanted.lastFour)];
    case 'ask-lock':
      return [await askLock(context, wanted.card)];
    case 'lock-card':
      return [await lockCard(context, wanted.card)];
    case 'ask-unlock':
      return [await askUnlock(context, wanted.card)];
    case 'unlock-card':
      return [await unlockCard(context, wanted.card)];
    case 'transactions':
      return [await transactions(context, wanted.from)];
    case 'statement':
      return [await statement(context, wanted.account, wanted.after)];
  }
}
