import { createHmac, hkdfSync } from 'node:crypto';
import { BankError } from '#platform/errors.ts';
import { createBlockCodec } from './opaque-id.ts';

/** The cursors of one list: made for it, and good for no other. */
export interface ListCursors {
  encode(legacyNumber: string): string;
  /** Throws BAD_USER_INPUT for anything that is no cursor of this list. */
  decode(cursor: string): string;
}

export interface Cursors {
  /** `list` is all that decides what is in the list: whose it is and how it is narrowed. Anything that JSON can carry. */
  of(list: unknown): ListCursors;
}

/**
 * A cursor is a legacy number and a digest of the list that it is a place in, in one AES block: taken to another list, such as
 * another account's, it does not decode. It says nothing to its holder.
 */
export function createCursors(secret: string): Cursors {
  const codec = createBlockCodec('cur', secret);
  const key = Buffer.from(hkdfSync('sha256', secret, 'portico-cursor', 'list', 32));
  return {
    of(list) {
      const tail = createHmac('sha256', key).update(JSON.stringify(list)).digest().readBigUInt64BE();
      return {
        encode: (legacyNumber) => codec.encode(legacyNumber, tail),
        decode(cursor) {
          const legacyNumber = codec.decode(cursor, tail);
          if (legacyNumber === undefined) throw new BankError('BAD_USER_INPUT', 'after is not a cursor of this list.');
          return legacyNumber;
        },
      };
    },
  };
}
