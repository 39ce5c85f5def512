import type { IncomingMessage } from 'node:http';
import secureJson from 'secure-json-parse';
import { BankError } from '../errors.ts';

/** The body is larger than allowed. Answered with HTTP 413. */
export class BodyTooLarge extends BankError {
  constructor(bytesMax: number) {
    super('BAD_USER_INPUT', `The body is too large: at most ${bytesMax} bytes are read.`);
  }
}

/**
 * Reads a whole body. Throws BodyTooLarge once more than `bytesMax` have come, or are announced; the rest stays unread, so
 * the refusal must be answered with `Connection: close`.
 */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw new BodyTooLarge(bytesMax);
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early must not cut the connection: the refusal still has to be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bytesMax) throw new BodyTooLarge(bytesMax);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Parses JSON in UTF-8. `__proto__` and `constructor.prototype` keys are dropped, so that no later copy pollutes a prototype. */
export function parseJson(body: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return secureJson.parse(text, undefined, { protoAction: 'remove', constructorAction: 'remove' });
  } catch (error) {
    throw new BankError('BAD_USER_INPUT', 'The body is not valid JSON in UTF-8.', { cause: error });
  }
}
