import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Transaction } from '../database/transaction.ts';

/** Somebody outside who calls us. */
export interface WebhookSource {
  /** The last part of its address: `/webhooks/<name>`. */
  readonly name: string;
  readonly bodyBytesMax: number;
  /** Whether these very bytes come from whom they should. Nothing is parsed before. */
  verify(body: Buffer, headers: IncomingHttpHeaders): boolean | Promise<boolean>;
  /** What a verified call is about. Throws where it cannot be told, which is answered with 400. */
  identify(body: Buffer, headers: IncomingHttpHeaders): WebhookIdentity;
  /** Called once a call, in the order in which those of one subject came. What it writes through the transaction happens once. */
  handle(transaction: Transaction, delivery: WebhookDelivery): Promise<void>;
}

export interface WebhookIdentity {
  /** The sender's own id of this call: sent again it is the same. 1 to 200 characters. */
  readonly key: string;
  /** Whose order matters: a chat, a payment. 1 to 200 characters. */
  readonly subject: string;
}

export interface WebhookDelivery extends WebhookIdentity {
  readonly source: string;
  readonly body: Buffer;
  readonly receivedAt: Date;
}

/** For sources that sign the raw body with HMAC-SHA256, in hex. Takes the same time whatever is wrong. */
export function isSignedBy(secret: string, body: Buffer, signature: string | string[] | undefined): boolean {
  if (typeof signature !== 'string') return false;
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
