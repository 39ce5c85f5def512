import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/**
 * Ids of the graph: a prefix that says the kind, and 22 base62 digits that say nothing.
 *
 * The digits are one AES-128 block: the legacy number in its first 8 bytes, zeros in the rest, under a key of its own per
 * kind. So an id is stable, needs no table, cannot be counted through, and one that was made up (or is of another kind)
 * decrypts to a wrong tail and is taken for an id that does not exist.
 */
export interface OpaqueIds {
  encode(legacyNumber: string): string;
  /** `undefined` for anything that is not an id of this kind. */
  decode(id: string): string | undefined;
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const digitOf = new Map([...alphabet].map((digit, value) => [digit, BigInt(value)]));
const digits = 22;
const blockBytes = 16;
const blockLimit = 1n << 128n;
const numberLimit = 1n << 63n;

export function createOpaqueIds(prefix: string, secret: string): OpaqueIds {
  const codec = createBlockCodec(prefix, secret);
  return { encode: (legacyNumber) => codec.encode(legacyNumber, 0n), decode: (id) => codec.decode(id, 0n) };
}

/** One AES block as `prefix_` and base62 digits: a number in its first 8 bytes, a tail in the rest by which it is known again. */
export interface BlockCodec {
  encode(legacyNumber: string, tail: bigint): string;
  /** `undefined` for what was not made with this very prefix, secret and tail. */
  decode(text: string, tail: bigint): string | undefined;
}

export function createBlockCodec(prefix: string, secret: string): BlockCodec {
  const key = Buffer.from(hkdfSync('sha256', secret, 'portico-opaque-id', prefix, blockBytes));
  // One block at a time and no padding: each update() is a whole, independent encryption, so one cipher serves for all.
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  const decipher = createDecipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  const pattern = new RegExp(`^${prefix}_[0-9A-Za-z]{${digits}}$`);

  return {
    encode(legacyNumber, tail) {
      const block = Buffer.alloc(blockBytes);
      block.writeBigUInt64BE(BigInt(legacyNumber));
      block.writeBigUInt64BE(tail, 8);
      return `${prefix}_${toBase62(cipher.update(block))}`;
    },
    decode(text, tail) {
      if (!pattern.test(text)) return undefined;
      const block = fromBase62(text.slice(prefix.length + 1));
      if (block === undefined) return undefined;
      const plain = decipher.update(block);
      const legacyNumber = plain.readBigUInt64BE(0);
      const whole = plain.readBigUInt64BE(8) === tail && legacyNumber > 0n && legacyNumber < numberLimit;
      return whole ? legacyNumber.toString() : undefined;
    },
  };
}

function toBase62(block: Buffer): string {
  let value = BigInt(`0x${block.toString('hex')}`);
  let text = '';
  while (text.length < digits) {
    text = alphabet.charAt(Number(value % 62n)) + text;
    value /= 62n;
  }
  return text;
}

function fromBase62(text: string): Buffer | undefined {
  let value = 0n;
  for (const digit of text) value = value * 62n + (digitOf.get(digit) ?? 0n);
  return value < blockLimit ? Buffer.from(value.toString(16).padStart(2 * blockBytes, '0'), 'hex') : undefined;
}
