import type { Action } from '../action.ts';

/**
 * Beginnings of words that people type instead of pressing a button, in the three languages at once: who writes in one may have
 * chosen another. The first row that fits counts, so that "lock my card" is not a question for the list of cards.
 */
const beginnings: readonly (readonly [readonly string[], Action])[] = [
  [['заблок', 'блокув', 'блокир', 'block', 'lock'], { name: 'lock' }],
  [['курс', 'долар', 'доллар', 'євро', 'евро', 'rate', 'dollar', 'euro', 'exchange'], { name: 'rates' }],
  [['баланс', 'залиш', 'остат', 'скільки', 'сколько', 'balance'], { name: 'balance' }],
  [['операц', 'виписк', 'выписк', 'transaction', 'operation', 'statement', 'history'], { name: 'transactions' }],
  [['реквізит', 'реквизит', 'iban', 'details', 'requisite'], { name: 'bank-details' }],
  [['карт', 'card'], { name: 'cards' }],
  [['допомо', 'помощ', 'помог', 'help'], { name: 'help' }],
  [['мова', 'мову', 'язык', 'language'], { name: 'language' }],
  [['вийти', 'вихід', 'выйти', 'выход', 'logout'], { name: 'ask-log-out' }],
];

/** Texts longer than this are letters to somebody, not a wish for a screen. */
const wordsMax = 8;
const unlocking = ['розблок', 'разблок', 'unlock', 'unblock'];

/** What a few typed words ask for; `said` is in lower case, letters and digits only. Nothing is done by it without a button. */
export function meaningOfWords(said: string): Action | undefined {
  const words = said.split(' ').filter((word) => word !== '');
  if (words.length > wordsMax) return undefined;
  const has = (starts: readonly string[]) => words.some((word) => starts.some((start) => word.startsWith(start)));
  // A card is unlocked from its own screen.
  if (has(unlocking)) return { name: 'cards' };
  return beginnings.find(([starts]) => has(starts))?.[1];
}
