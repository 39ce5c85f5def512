/** ISO 13616, as the registry has it for Ukraine: `UA`, 2 check digits, the bank's 6 digits and 19 characters of the account. */
const ukrainian = /^UA\d{8}[0-9A-Z]{19}$/;

/** Whether it is a Ukrainian IBAN, without spaces and in capitals, whose check digits are right (ISO 7064, mod 97-10). */
export function isUkrainianIban(iban: string): boolean {
  if (!ukrainian.test(iban)) return false;
  const rearranged = iban.slice(4) + iban.slice(0, 4);
  const digits = [...rearranged].map((character) => Number.parseInt(character, 36).toString()).join('');
  return BigInt(digits) % 97n === 1n;
}
