/** In groups of four, as on plastic and on paper: an IBAN or a masked card number. */
export function inFours(text: string): string {
  return text.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1\u00a0');
}
