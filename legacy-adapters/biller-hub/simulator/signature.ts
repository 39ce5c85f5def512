import { createHash, timingSafeEqual } from 'node:crypto';

/** hex(sha1(hex(md5(body + password)))), over the bytes as they travel. Written apart from the client's, so that one checks the other. */
export function signatureOf(body: Buffer, password: string): string {
  const inner = createHash('md5')
    .update(Buffer.concat([body, Buffer.from(password)]))
    .digest('hex');
  return createHash('sha1').update(inner).digest('hex');
}

/** In a time that does not tell how much of it was right. */
export function isSignature(given: string, body: Buffer, password: string): boolean {
  if (!/^[0-9a-f]{40}$/.test(given)) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(signatureOf(body, password)));
}
