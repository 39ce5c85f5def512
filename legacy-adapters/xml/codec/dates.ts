import { collapse, type Scalar, textual } from './scalar.ts';

const zone = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
/** There is no year 0000 (3.2.7). */
const year = '-?(?:[1-9]\\d{4,8}|(?!0000)\\d{4})';
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
const clock = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,12})?|24:00:00(?:\\.0+)?)';

const ZERO = 0x30;
const NINE = 0x39;

/** The number that two digits make, or NaN. */
function two(source: string, at: number): number {
  const tens = source.charCodeAt(at) - ZERO;
  const ones = source.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function daysOf(yearNumber: number, monthNumber: number): number {
  if (monthNumber !== 2) return monthNumber === 4 || monthNumber === 6 || monthNumber === 9 || monthNumber === 11 ? 30 : 31;
  return yearNumber % 4 === 0 && (yearNumber % 100 !== 0 || yearNumber % 400 === 0) ? 29 : 28;
}

/** Whether ten characters are a day of the calendar, `YYYY-MM-DD`: what nearly every date looks like, told without an expression. */
export function isPlainDate(source: string, from: number): boolean {
  const yearNumber = two(source, from) * 100 + two(source, from + 2);
  const monthNumber = two(source, from + 5);
  const dayNumber = two(source, from + 8);
  if (source.charCodeAt(from + 4) !== 0x2d || source.charCodeAt(from + 7) !== 0x2d || !(yearNumber >= 1)) return false;
  return monthNumber >= 1 && monthNumber <= 12 && dayNumber >= 1 && (dayNumber <= 28 || dayNumber <= daysOf(yearNumber, monthNumber));
}

/** The end of a `YYYY-MM-DDThh:mm:ss`, with a fraction of a second, and `Z`, `+hh:mm` or nothing; -1 when there is none. */
export function endOfPlainDateTime(source: string, from: number): number {
  if (source.charCodeAt(from + 10) !== 0x54 || !isPlainDate(source, from)) return -1;
  if (source.charCodeAt(from + 13) !== 0x3a || source.charCodeAt(from + 16) !== 0x3a) return -1;
  if (!(two(source, from + 11) <= 23 && two(source, from + 14) <= 59 && two(source, from + 17) <= 59)) return -1;
  let at = from + 19;
  if (source.charCodeAt(at) === 0x2e) {
    const begin = at + 1;
    at = endOfDigits(source, begin);
    if (at === begin || at - begin > 12) return -1;
  }
  const sign = source.charCodeAt(at);
  if (sign === 0x5a) return at + 1;
  if (sign !== 0x2b && sign !== 0x2d) return at;
  return source.charCodeAt(at + 3) === 0x3a && two(source, at + 1) <= 13 && two(source, at + 4) <= 59 ? at + 6 : -1;
}

export function endOfDigits(source: string, from: number): number {
  let at = from;
  for (let code = source.charCodeAt(at); code >= ZERO && code <= NINE; code = source.charCodeAt(at)) at += 1;
  return at;
}

/** Days of a month that never has them, and 29 February outside leap years; a month and day without a year may be 29 February. */
function isDayOfMonth(text: string): boolean {
  const [, yearNumber, monthNumber, dayNumber] = /^(?:-?(\d+)|-)-(\d\d)-(\d\d)/.exec(text) ?? [];
  if (monthNumber === undefined) return true;
  return Number(dayNumber) <= daysOf(Number(yearNumber ?? 2000), Number(monthNumber));
}

/** Kept as text: a date is civil, and a dateTime keeps the zone that it came with, or none. */
function dated(name: string, pattern: string): Scalar<string> {
  const whole = new RegExp(`^${pattern}${zone}$`);
  return textual(name, (text) => {
    const value = whole.test(text) ? text : collapse(text);
    return whole.test(value) && isDayOfMonth(value) ? value : undefined;
  });
}

/** XML Schema 1.0 part 2, 3.2.7 to 3.2.14. */
export const date = dated('xs:date', `${year}-${month}-${day}`);
export const dateTime = dated('xs:dateTime', `${year}-${month}-${day}T${clock}`);
export const time = dated('xs:time', clock);
export const gYear = dated('xs:gYear', year);
export const gYearMonth = dated('xs:gYearMonth', `${year}-${month}`);
export const gMonth = dated('xs:gMonth', `--${month}`);
export const gMonthDay = dated('xs:gMonthDay', `--${month}-${day}`);
export const gDay = dated('xs:gDay', `---${day}`);

const durationPattern =
  /^-?P(?=[\dT])(?:\d{1,9}Y)?(?:\d{1,9}M)?(?:\d{1,9}D)?(?:T(?=\d)(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}(?:\.\d{1,12})?S)?)?$/;
export const duration = textual('xs:duration', (text) => (durationPattern.test(collapse(text)) ? collapse(text) : undefined));
