import type { Locale } from '../language/locale.ts';

type Style = 'time' | 'day' | 'dayWithYear' | 'dayWithWeekday' | 'month' | 'monthWithYear' | 'moment';

const styles: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long' },
  dayWithYear: { day: 'numeric', month: 'long', year: 'numeric' },
  dayWithWeekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'short' },
  monthWithYear: { month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  moment: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: Locale, style: Style, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone });
  formats.set(key, made);
  return made;
}

/** A civil date ("2026-03-31") has no zone: it is read and shown in UTC, so that it is the same day everywhere. */
export function formatDay(date: string, locale: Locale, style: Exclude<Style, 'moment' | 'time'> = 'dayWithYear'): string {
  return formatFor(locale, style, 'UTC').format(new Date(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`));
}

/** A moment by the bank's clock, wherever the reader is. */
export function formatMoment(moment: string, locale: Locale, style: 'moment' | 'time' = 'moment'): string {
  return formatFor(locale, style, 'Europe/Kyiv').format(new Date(moment));
}

/** The bank's own day, wherever the reader is: "2026-03-31". */
export function todayInKyiv(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Kyiv', year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}

/** "2026-03" for "2026-03-31". */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** The months that end with `last`, the oldest first: for ("2026-02", 3) December, January and February. */
export function monthsUpTo(last: string, count: number): string[] {
  const [year = 0, month = 1] = last.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7));
}

export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** As on plastic: "11/30" for "2030-11-30". */
export function formatExpiry(date: string): string {
  return `${date.slice(5, 7)}/${date.slice(2, 4)}`;
}
