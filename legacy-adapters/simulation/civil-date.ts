const kyiv = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Kyiv', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The bank's own day, `YYYY-MM-DD`: late in the evening UTC it is already tomorrow. */
export function civilDateInKyiv(instant: Date): string {
  return kyiv.format(instant);
}
