import { z } from 'zod';

// What values of settings look like, with what is said of one that does not.

const wrongPort = { error: 'must be a port, 0 to 65535' };
const wrongTime = { error: 'must be milliseconds, 50 to 60000' };

/** 0 takes any that is free. */
export const port = z.coerce.number(wrongPort).int(wrongPort).min(0, wrongPort).max(65_535, wrongPort);
export const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
export const milliseconds = z.coerce.number(wrongTime).int(wrongTime).min(50, wrongTime).max(60_000, wrongTime);
export const text = z.string().min(1).max(10_000);
/** An address without a path, as a browser sends it: scheme, host and port. */
export const origin = z.string().refine(isOrigin, { error: 'must be an address without a path, such as https://api.bank' });

/** At least so many characters, so that nobody guesses it. */
export function secretText(charactersMin: number) {
  return z
    .string()
    .min(charactersMin, { error: `must have at least ${charactersMin} characters` })
    .max(10_000);
}

export function wholeNumber(min: number, max: number, error: string) {
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

export function isOrigin(given: string): boolean {
  return URL.canParse(given) && new URL(given).origin === given;
}
