import { createHmac, hkdfSync } from 'node:crypto';

/**
 * Stands for a person's data where that must not be kept: the same for the same text, and nobody who lacks the secret can try
 * texts until one fits. `kind` keeps texts of different kinds apart: `payer_` and 22 characters.
 */
export type PseudonymOf = (kind: string, text: string) => string;

const keyBytes = 32;
const charactersKept = 22;

export function createPseudonyms(secret: string): PseudonymOf {
  const key = Buffer.from(hkdfSync('sha256', secret, 'portico-pseudonym', '', keyBytes));
  return (kind, text) => `${kind}_${createHmac('sha256', key).update(`${kind}\n${text}`).digest('base64url').slice(0, charactersKept)}`;
}
