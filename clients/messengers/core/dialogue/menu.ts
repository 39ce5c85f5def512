import { type Button, bold, lines } from '../message.ts';
import type { Screen, UpdateContext } from '../update-context.ts';

/** What stands above the keyboard, whatever else is said. */
export function quickReplies({ words }: UpdateContext): readonly (readonly string[])[] {
  return [[words.lockMyCard, words.menu]];
}

export function greet(context: UpdateContext): readonly Screen[] {
  const { words, person } = context;
  const name = person === '' ? words.greetingAnonymous : words.greeting(person);
  const hello = lines([bold(name)], context.linked ? words.quickHint : words.introduction);
  return [{ text: hello, buttons: [], quickReplies: quickReplies(context) }, menu(context)];
}

/** The way to everything; what comes before is said above it. */
export function menu(context: UpdateContext, before?: string): Screen {
  const { words } = context;
  const text = before === undefined ? [bold(words.menuTitle)] : lines(before, '', [bold(words.menuTitle)]);
  return { text, buttons: context.linked ? linkedButtons(context) : unlinkedButtons(context) };
}

function linkedButtons({ words, button }: UpdateContext): Button[][] {
  return [
    [button(words.balance, { name: 'balance' }), button(words.cards, { name: 'cards' })],
    [button(words.transactions, { name: 'transactions' }), button(words.bankDetails, { name: 'bank-details' })],
    [button(words.lockMyCard, { name: 'lock' })],
    [button(words.rates, { name: 'rates' }), button(words.language, { name: 'language' })],
    [button(words.help, { name: 'help' }), button(words.logOut, { name: 'ask-log-out' })],
  ];
}

function unlinkedButtons({ words, button }: UpdateContext): Button[][] {
  return [
    [button(words.link, { name: 'link' })],
    [button(words.lockMyCard, { name: 'lock' })],
    [button(words.rates, { name: 'rates' })],
    [button(words.language, { name: 'language' }), button(words.help, { name: 'help' })],
  ];
}

export function help(context: UpdateContext): Screen {
  const { words, button, bankPhone } = context;
  return {
    text: lines([bold(words.helpTitle)], words.helpText, '', words.helpCommands, '', words.helpPhone(bankPhone), words.neverAsk),
    buttons: [[button(words.lockMyCard, { name: 'lock' })], [button(words.menu, { name: 'menu' })]],
  };
}

export function chooseLanguageScreen({ words, button }: UpdateContext): Screen {
  return {
    text: [bold(words.languageQuestion)],
    buttons: [
      [
        button('Українська', { name: 'choose-language', language: 'uk' }),
        button('English', { name: 'choose-language', language: 'en' }),
        button('Русский', { name: 'choose-language', language: 'ru' }),
      ],
      [button(words.back, { name: 'menu' })],
    ],
  };
}

export function languageChosen(context: UpdateContext): readonly Screen[] {
  return [{ text: lines(context.words.languageChosen), buttons: [], quickReplies: quickReplies(context) }, menu(context)];
}

/** Said where the bank did not answer at all. */
export function bankUnavailable({ words, button }: UpdateContext, again: Parameters<UpdateContext['button']>[1]): Screen {
  return { text: lines(words.bankUnavailable), buttons: [[button(words.tryAgain, again), button(words.menu, { name: 'menu' })]] };
}
