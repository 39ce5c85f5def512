import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Keeps what must be read again, such as tokens, unreadable to whoever holds the database alone. */
export interface Vault {
  /** `context` says whose it is: what was sealed for one chat does not open for another. */
  seal(value: unknown, context: string): string;
  /** Throws for anything that was not sealed here for this context. */
  open(sealed: string, context: string): unknown;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
export const vaultKeyBytes = 32;

/** AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits. */
export function createVault(key: Buffer): Vault {
  if (key.length !== vaultKeyBytes) throw new Error(`the key must have ${vaultKeyBytes} bytes`);
  return {
    seal(value, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const body = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
      return JSON.parse(body.toString('utf8'));
    },
  };
}

/** 128 random bits that go into an address or a button. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** How such a token is kept: with 128 random bits in it a plain digest cannot be searched. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
