// What is masked before it is logged, stored or sent back, and how. Nothing else in the house masks.

const phonePattern = /^\+(\d{3})(\d+)(\d{2})$/;

/** `+380671234567` becomes `+380 ••••••• 67`: enough for its owner to recognise, nothing for anybody else. */
export function maskPhone(phone: string): string {
  const parts = phonePattern.exec(phone);
  if (parts === null) return '•••';
  const [, country, middle, end] = parts;
  return `+${country} ${'•'.repeat(middle?.length ?? 0)} ${end}`;
}

/** What people and programs put between the digits of a number, up to three of them; some of it cannot be seen. */
const between = '[\\s.,/\\\\|_*·•\\-\\u00AD\\u200B-\\u200D\\u2010-\\u2015\\u2060]{0,3}';
/** Groups of digits of any script. */
const runs = new RegExp(`\\p{Nd}(?:${between}\\p{Nd})*`, 'gu');
/** A number of which some digits are hidden already, and more than the last four are shown. */
const partlyHidden = /(?:\p{Nd}[\s.-]{0,3}){4,12}(?:[*•xX#][\s.-]{0,3}){2,12}(?:\p{Nd}[\s.-]{0,3}){0,7}\p{Nd}?/gu;
/** By how common they are; a number of 16 digits is taken for a card before one of 13 that begins in it. */
const lengths = [16, 15, 19, 18, 17, 14, 13];

interface Group {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/** ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * Hides whatever looks like a card's number (ISO/IEC 7812: 13 to 19 digits whose check digit is right, or one with some of its digits
 * hidden already), all but its last four digits, so that it is neither stored nor logged.
 */
export function maskCardNumbers(text: string): { readonly text: string; readonly found: boolean } {
  const whole = text.replace(runs, maskRun);
  const masked = whole.replace(partlyHidden, (number) => {
    const [, end = '', after = ''] = /(\p{Nd}*)([\s.-]*)$/u.exec(number) ?? [];
    return end === '' ? `••••${after}` : `•••• ${[...end].slice(-4).join('')}${after}`;
  });
  return { text: masked, found: masked !== text };
}

/** A card may stand beside other digits, such as the number of a list, so every sequence of whole groups is tried. */
function maskRun(run: string): string {
  const groups = [...run.matchAll(/\p{Nd}+/gu)].map(
    (match): Group => ({ from: match.index, to: match.index + match[0].length, digits: [...match[0]].map(digitOf).join('') }),
  );
  for (const length of lengths) {
    for (const [start, first] of groups.entries()) {
      let digits = '';
      for (const last of groups.slice(start, start + length)) {
        digits += last.digits;
        if (digits.length > length) break;
        if (digits.length < length || !passesLuhn(digits) || /^0+$/.test(digits)) continue;
        return `${maskRun(run.slice(0, first.from))}•••• ${digits.slice(-4)}${maskRun(run.slice(last.to))}`;
      }
    }
  }
  return run;
}

/** Every run of decimal digits in Unicode begins at a zero and is ten long. */
function digitOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
}

const loggedLengthMax = 4_000;

/** A text of somebody else's, such as an error's, made fit for our log: without card numbers, and not without end. */
export function redactText(text: string): string {
  return maskCardNumbers(text.slice(0, loggedLengthMax)).text;
}

/**
 * A text of a legacy system's own, made fit for our log: a code, and nothing that we use to sign in, even where the system
 * sends it back as a code.
 */
export function redactCode(text: string, secrets: readonly string[] = []): string {
  let shown = text.slice(0, loggedLengthMax).replaceAll(/[^\w.:\-/ ,()]/g, '?');
  for (const secret of secrets) if (secret.length > 3) shown = shown.replaceAll(secret.replaceAll(/[^\w.:\-/ ,()]/g, '?'), '[secret]');
  // Cut last, since the first part of a secret or a number that was cut is not found any more.
  return maskCardNumbers(shown).text.slice(0, 200);
}

const excerptLength = { whole: 140, start: 70, end: 30 };

/**
 * What is said to a client of its own request: the words around a literal of any length, and of the literal what tells it apart. Libraries
 * quote the whole of it.
 */
export function excerpt(message: string): string {
  const { whole, start, end } = excerptLength;
  const shortened = message.length > 2 * loggedLengthMax ? message.slice(0, loggedLengthMax) + message.slice(-loggedLengthMax) : message;
  const { text } = maskCardNumbers(shortened);
  return text.length <= whole ? text : `${text.slice(0, start)}…${text.slice(-end)}`;
}
