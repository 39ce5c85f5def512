import { Pool } from 'undici';
import { createDeadline } from '#platform/deadline.ts';
import { ExchangeFailed, exchange, type RawAnswer } from '../exchange.ts';

export interface TokenEndpointOptions {
  /** `https://id.bank/realms/portico/protocol/openid-connect/token` */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Scopes with blanks between them. */
  readonly scope?: string;
  /** How the client proves itself: `basic` as RFC 6749, 2.3.1 wants it, or `post` in the form. */
  readonly clientAuthentication?: 'basic' | 'post';
  /** The longest that a token may take to come, in milliseconds. 2 s. */
  readonly tokenDeadlineMs?: number;
  /** The monotonic clock, in milliseconds. */
  readonly now: () => number;
}

export interface Token {
  readonly value: string;
  readonly askedAt: number;
  readonly renewAt: number;
  readonly expiresAt: number;
}

/** The endpoint knows us and says no, or does not know us. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

export interface TokenEndpoint {
  /** Throws TokenRefused, or an Error whose message says in our words what is wrong. */
  fetch(): Promise<Token>;
  close(): Promise<void>;
}

const answerBytesMax = 64 * 1024;
/** Seconds that a token lives when its answer does not say, and the most that are believed. */
const lifeSecondsUsual = 60;
const lifeSecondsMax = 86_400;
const tokenPattern = /^[\w.~+/-]{1,16000}=*$/;
/** RFC 6749, 5.2: nothing in these changes by asking again. */
const refusals: ReadonlySet<unknown> = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_grant',
  'unsupported_grant_type',
  'invalid_scope',
]);

/** client_credentials (RFC 6749, 4.4). */
export function createTokenEndpoint(options: TokenEndpointOptions): TokenEndpoint {
  const { clientId, clientSecret, now } = options;
  const url = new URL(options.tokenUrl);
  const pool = new Pool(url.origin, { connections: 1, allowH2: false, connect: { timeout: options.tokenDeadlineMs ?? 2_000 } });
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (options.scope !== undefined) form.set('scope', options.scope);
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  if (options.clientAuthentication === 'post') {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
  } else {
    const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret)}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  }

  async function post(): Promise<RawAnswer> {
    const tokenDeadlineMs = options.tokenDeadlineMs ?? 2_000;
    const deadline = createDeadline(tokenDeadlineMs);
    const request = { path: url.pathname + url.search, headers, body: form.toString(), deadline, idleMs: tokenDeadlineMs, answerBytesMax };
    try {
      return await exchange(pool, request);
    } catch (error) {
      throw new Error(error instanceof ExchangeFailed ? `gave no token: ${error.message}` : 'gave no token');
    }
  }

  return {
    async fetch() {
      const askedAt = now();
      const answer = await post();
      const members = membersOf(answer.bytes);
      if (answer.status !== 200) {
        if (answer.status === 401 || refusals.has(members.error)) throw new TokenRefused(`HTTP ${answer.status}`);
        throw new Error(`gave no token: HTTP ${answer.status}`);
      }
      const { access_token: value, token_type: type, expires_in: life } = members;
      if (typeof value !== 'string' || !tokenPattern.test(value) || String(type).toLowerCase() !== 'bearer') {
        throw new Error('gave no bearer token');
      }
      const seconds = typeof life === 'number' && life > 0 ? Math.min(life, lifeSecondsMax) : lifeSecondsUsual;
      // The jitter keeps processes that started together from renewing together.
      const share = 0.75 + Math.random() * 0.1;
      return { value, askedAt, renewAt: askedAt + seconds * 1_000 * share, expiresAt: askedAt + seconds * 1_000 };
    },
    close: () => pool.destroy(),
  };
}

/** The members of a JSON object; none for anything else. */
function membersOf(bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** `application/x-www-form-urlencoded`, as RFC 6749 wants the two halves of Basic. */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}
