import { type Button, bold, lines } from '../message.ts';
import type { Screen, Turn } from '../turn.ts';

/** What stands above the keyboard, whatever else is said. */
export function quickReplies({ words }: Turn): readonly (readonly string[])[] {
  return [[words.lockMyCard, words.menu]];
}

export function greet(turn: Turn): readonly Screen[] {
  const { words, person } = turn;
  const name = person === '' ? words.greetingAnonymous : words.greeting(person);
  const hello = lines([bold(name)], turn.linked ? words.quickHint : words.introduction);
  return [{ text: hello, buttons: [], quickReplies: quickReplies(turn) }, menu(turn)];
}

/** The way to everything; what comes before is said above it. */
export function menu(turn: Turn, before?: string): Screen {
  const { words } = turn;
  const text = before === undefined ? [bold(words.menuTitle)] : lines(before, '', [bold(words.menuTitle)]);
  return { text, buttons: turn.linked ? linkedButtons(turn) : unlinkedButtons(turn) };
}

function linkedButtons({ words, button }: Turn): Button[][] {
  return [
    [button(words.balance, { name: 'balance' }), button(words.cards, { name: 'cards' })],
    [button(words.transactions, { name: 'transactions' }), button(words.bankDetails, { name: 'bank-details' })],
    [button(words.lockMyCard, { name: 'lock' })],
    [button(words.rates, { name: 'rates' }), button(words.language, { name: 'language' })],
    [button(words.help, { name: 'help' }), button(words.logOut, { name: 'ask-log-out' })],
  ];
}

function unlinkedButtons({ words, button }: Turn): Button[][] {
  return [
    [button(words.link, { name: 'link' })],
    [button(words.lockMyCard, { name: 'lock' })],
    [button(words.rates, { name: 'rates' })],
    [button(words.language, { name: 'language' }), button(words.help, { name: 'help' })],
  ];
}

export function help(turn: Turn): Screen {
  const { words, button, bankPhone } = turn;
  return {
    text: lines([bold(words.helpTitle)], words.helpText, '', words.helpCommands, '', words.helpPhone(bankPhone), words.neverAsk),
    buttons: [[button(words.lockMyCard, { name: 'lock' })], [button(words.menu, { name: 'menu' })]],
  };
}

export function chooseLanguageScreen({ words, button }: Turn): Screen {
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

export function languageChosen(turn: Turn): readonly Screen[] {
  return [{ text: lines(turn.words.languageChosen), buttons: [], quickReplies: quickReplies(turn) }, menu(turn)];
}

/** Said where the bank did not answer at all. */
export function bankAway({ words, button }: Turn, again: Parameters<Turn['button']>[1]): Screen {
  return { text: lines(words.bankAway), buttons: [[button(words.tryAgain, again), button(words.menu, { name: 'menu' })]] };
}
