import type { Action } from '../action.ts';

// Beginnings of words that people type instead of pressing a button, in the three languages at once: who writes in one may have
// chosen another.

/** A card or money in danger. These count in a text of any length: nobody in trouble is brief. */
const danger = [
  ...['вкрал', 'вкрад', 'викрал', 'украл', 'украд', 'крадіж', 'краж', 'стащил', 'вирвал', 'вырвал', 'пограб', 'ограб'],
  ...[
    'загуб',
    'згуб',
    'потеря',
    'посея',
    'утеря',
    'пропал',
    'зник',
    'исчез',
    'шахра',
    'мошен',
    'афер',
    'злам',
    'взлом',
    'хакер',
    'фішинг',
    'фишинг',
  ],
  ...[
    'stolen',
    'stole',
    'steal',
    'theft',
    'thief',
    'thieves',
    'robbed',
    'robber',
    'lost',
    'missing',
    'fraud',
    'scam',
    'hack',
    'phish',
    'unauthori',
  ],
];
const unlocking = ['розблок', 'разблок', 'unlock', 'unblock'];
const locking = ['заблок', 'блокув', 'блокир', 'block', 'lock'];

/** The first row that fits counts, so that "lock my card" is not a question for the list of cards. */
const beginnings: readonly (readonly [readonly string[], Action])[] = [
  // A card is unlocked from its own screen.
  [unlocking, { name: 'cards' }],
  [locking, { name: 'lock' }],
  [
    ['оператор', 'людин', 'человек', 'підтримк', 'поддержк', 'подзвон', 'позвон', 'operator', 'human', 'agent', 'support', 'call', 'phone'],
    { name: 'contact' },
  ],
  [['курс', 'долар', 'доллар', 'євро', 'евро', 'rate', 'dollar', 'euro', 'exchange'], { name: 'rates' }],
  [['витра', 'потрат', 'истра', 'расход', 'spen', 'expens'], { name: 'transactions' }],
  [['баланс', 'залиш', 'остат', 'грош', 'коштів', 'деньг', 'денег', 'balance', 'money'], { name: 'balance' }],
  [['операц', 'виписк', 'выписк', 'transaction', 'operation', 'statement', 'history'], { name: 'transactions' }],
  [['реквізит', 'реквизит', 'iban', 'details', 'requisite'], { name: 'bank-details' }],
  [['карт', 'card'], { name: 'cards' }],
  [['скільки', 'сколько'], { name: 'balance' }],
  [['допомо', 'помощ', 'помог', 'help'], { name: 'help' }],
  [['мова', 'мову', 'язык', 'language'], { name: 'language' }],
  [['вийти', 'вихід', 'выйти', 'выход', 'logout'], { name: 'ask-log-out' }],
  [['дяку', 'спасиб', 'thank', 'thx'], { name: 'thanks' }],
];

/** Texts longer than this are letters to somebody, not a wish for a screen. */
const wordsMax = 8;

/** What a few typed words ask for; `said` is in lower case, letters and digits only. Nothing is done by it without a button. */
export function meaningOfWords(said: string): Action | undefined {
  const words = said.split(' ').filter((word) => word !== '');
  const has = (starts: readonly string[]) => words.some((word) => starts.some((start) => word.startsWith(start)));
  if (has(danger)) return { name: 'emergency' };
  if (words.length > wordsMax) return undefined;
  const lastFour = words.find((word) => /^\d{4}$/.test(word));
  if (lastFour !== undefined && has(locking) && !has(unlocking)) return { name: 'lock-ending', lastFour };
  return beginnings.find(([starts]) => has(starts))?.[1];
}
