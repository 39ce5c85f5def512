/** Where money to a payee goes. Never a card's number: a token stands for it, as whoever keeps the card gave it. */
export type Destination =
  /** E.164, Ukrainian: `+380671234567`. */
  | { readonly kind: 'PHONE'; readonly phone: string }
  /** Ukrainian, 29 characters without spaces, its check digits right. */
  | { readonly kind: 'IBAN'; readonly iban: string }
  | { readonly kind: 'CARD'; readonly token: string; readonly lastFour: string };

export interface Payee {
  /** Its own, given once and never again. */
  readonly number: string;
  readonly customerNumber: string;
  readonly name: string;
  readonly destination: Destination;
  readonly createdAt: Date;
}

/** As many as a person can look through; more are a business's payroll, which is another thing. */
export const payeesMax = 200;

/** What is compared to find out whether a customer has a payee already. */
export function destinationKey(destination: Destination): string {
  switch (destination.kind) {
    case 'PHONE':
      return destination.phone;
    case 'IBAN':
      return destination.iban;
    case 'CARD':
      return destination.token;
  }
}

const graphemes = new Intl.Segmenter('uk', { granularity: 'grapheme' });

/** The first letters of the first and the last word, in capitals: what is drawn in place of a picture. One word gives one letter. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s"'«»„“”().,-]+/u).filter((word) => word !== '');
  const [first = name, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].map((word) => firstLetter(word ?? '').toLocaleUpperCase('uk')).join('');
}

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment;
  return '';
}
