import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type ProtocolAnswer, textAnswer } from './protocol.ts';

export interface BasicCheckOptions {
  readonly user: string;
  readonly password: string;
  /** Who asks for the password, as the challenge names it: `tax-registry`. */
  readonly realm: string;
}

/** Looks at HTTP Basic (RFC 7617) of a call. Answers what is to be sent when it is not right, and nothing when it is. */
export function createBasicCheck(options: BasicCheckOptions): (headers: IncomingHttpHeaders) => Promise<ProtocolAnswer | undefined> {
  const { user, password, realm } = options;
  const wanted = digestOf(`Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`);
  return async ({ authorization = '' }) =>
    timingSafeEqual(digestOf(authorization), wanted)
      ? undefined
      : textAnswer(401, 'A user and a password are needed.', { 'www-authenticate': `Basic realm="${realm}", charset="UTF-8"` });
}

/** Of one length, so that comparing them takes a time that tells nothing. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
