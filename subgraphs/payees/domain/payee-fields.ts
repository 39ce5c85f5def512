import { maskCardNumbers, passesLuhn } from '#platform/telemetry/redact.ts';
import { isUkrainianIban } from './iban.ts';
import type { Destination } from './payee.ts';

/** What is wrong with what somebody wrote, and where. */
export interface FieldFault {
  readonly field: 'NAME' | 'PHONE' | 'IBAN' | 'CARD';
  readonly reason: 'INVALID' | 'CARD_NUMBER';
}

/** How a payee is paid, as a client gave it; exactly one of them. */
export type GivenDestination =
  | { readonly phone: string }
  | { readonly iban: string }
  | { readonly card: { readonly token: string; readonly lastFour: string } };

export const nameCharactersMax = 70;
/** Longer than anything that is right, with all its spaces; what is longer is not looked at. */
const writtenCharactersMax = 300;

/** Letters joined, spaces single, none at its ends. */
export function readName(written: string): string | FieldFault {
  if (written.length > writtenCharactersMax) return { field: 'NAME', reason: 'INVALID' };
  if (maskCardNumbers(written).found) return { field: 'NAME', reason: 'CARD_NUMBER' };
  const name = written.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
  const isName = name !== '' && [...name].length <= nameCharactersMax && !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u.test(name);
  return isName ? name : { field: 'NAME', reason: 'INVALID' };
}

export function readDestination(given: GivenDestination): Destination | FieldFault {
  if ('phone' in given) return readPhone(given.phone);
  if ('iban' in given) return readIban(given.iban);
  return readCard(given.card.token, given.card.lastFour);
}

/** As people write it: `+380 67 123 45 67`, `380671234567`, `067 123-45-67`. */
function readPhone(written: string): Destination | FieldFault {
  const digits = withoutSeparators(written);
  const phone = /^(?:\+?38)?(0\d{9})$/.exec(digits);
  if (phone !== null) return { kind: 'PHONE', phone: `+38${phone[1]}` };
  return { field: 'PHONE', reason: isCardNumber(digits) ? 'CARD_NUMBER' : 'INVALID' };
}

function readIban(written: string): Destination | FieldFault {
  const iban = withoutSeparators(written).toUpperCase();
  if (isUkrainianIban(iban)) return { kind: 'IBAN', iban };
  return { field: 'IBAN', reason: isCardNumber(iban) ? 'CARD_NUMBER' : 'INVALID' };
}

function readCard(token: string, lastFour: string): Destination | FieldFault {
  // A mistyped number is one too, so digits alone are no token, whether or not their check digit is right.
  const texts = [token, lastFour].map((text) => withoutSeparators(text));
  if (texts.some((text) => isCardNumber(text) || /^\d{13,19}$/.test(text)) || maskCardNumbers(token.slice(0, writtenCharactersMax)).found)
    return { field: 'CARD', reason: 'CARD_NUMBER' };
  if (!/^[\w-]{8,64}$/.test(token) || !/^\d{4}$/.test(lastFour)) return { field: 'CARD', reason: 'INVALID' };
  return { kind: 'CARD', token, lastFour };
}

function withoutSeparators(written: string): string {
  return written.length > writtenCharactersMax ? '' : written.replaceAll(/[\s().\u00AD\u2010-\u2015-]/gu, '');
}

/** ISO/IEC 7812: 13 to 19 digits and a right check digit. */
function isCardNumber(digits: string): boolean {
  return /^\d{13,19}$/.test(digits) && passesLuhn(digits);
}
