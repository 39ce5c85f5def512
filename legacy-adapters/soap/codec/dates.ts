import { collapse, type Scalar, textual } from './scalar.ts';

const zone = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
const year = '-?(?:[1-9]\\d{4,8}|\\d{4})';
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
const clock = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,12})?|24:00:00(?:\\.0+)?)';

/** Days of a month that never has them, and 29 February outside leap years. */
function isDayOfMonth(text: string): boolean {
  const parts = /^-?(\d+)-(\d\d)-(\d\d)/.exec(text);
  if (parts === null) return true;
  const [, yearText = '', monthText = '', dayText = ''] = parts;
  const yearNumber = Number(yearText);
  const leap = yearNumber % 4 === 0 && (yearNumber % 100 !== 0 || yearNumber % 400 === 0);
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(monthText) - 1] ?? 0;
  return Number(dayText) <= longest;
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
