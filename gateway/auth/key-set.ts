import { type CryptoKey, createLocalJWKSet, type JSONWebKeySet, type JWTHeaderParameters } from 'jose';
import { z } from 'zod';
import type { Logger } from '#platform/telemetry/logger.ts';

export interface KeySet {
  /** The key that a token's header names. Throws KeyUnknown, or KeysUnavailable while there have never been any keys. */
  find(header: JWTHeaderParameters): Promise<CryptoKey>;
  /** Fetches the keys where there are none yet. Throws KeysUnavailable when they are not to be had. */
  load(): Promise<void>;
}

export class KeyUnknown extends Error {
  override readonly name = 'KeyUnknown';
}

export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

export interface KeySetOptions {
  readonly url: string;
  readonly logger: Logger;
  /** At least this long between two fetches, however many unknown key ids are asked for. */
  readonly pauseMs: number;
  readonly fetchKeys?: (url: string) => Promise<unknown>;
}

const jwks = z.object({
  keys: z
    .array(z.looseObject({ kty: z.string(), kid: z.string().optional() }))
    .min(1)
    .max(50),
});
/** While there are no keys at all, every token fails, so the next try comes sooner. */
const firstPauseMs = 1_000;
const fetchTimeoutMs = 3_000;
const answerCharactersMax = 200_000;

/**
 * The identity provider's public keys (RFC 7517). Once fetched they are kept for as long as nothing newer is to be had, so
 * that users stay logged in while the provider is unavailable. An unknown key id causes one fetch in `pauseMs` at the most.
 */
export function createKeySet(options: KeySetOptions): KeySet {
  const fetchKeys = options.fetchKeys ?? fetchJson;
  let keys: ReturnType<typeof createLocalJWKSet> | undefined;
  let fetching: Promise<void> | undefined;
  let nextFetchAt = 0;

  async function refresh(): Promise<void> {
    if (fetching !== undefined) return fetching;
    if (performance.now() < nextFetchAt) return;
    fetching = fetchOnce().finally(() => {
      nextFetchAt = performance.now() + (keys === undefined ? firstPauseMs : options.pauseMs);
      fetching = undefined;
    });
    return fetching;
  }

  async function fetchOnce(): Promise<void> {
    try {
      keys = createLocalJWKSet(jwks.parse(await fetchKeys(options.url)) as JSONWebKeySet);
    } catch (error) {
      options.logger.warn({ err: error, kept: keys !== undefined }, 'the identity provider gave no keys');
    }
  }

  async function lookUp(header: JWTHeaderParameters): Promise<CryptoKey | undefined> {
    return keys?.(header).catch(() => undefined);
  }

  return {
    async load() {
      if (keys === undefined) await refresh();
      if (keys === undefined) throw new KeysUnavailable('there are no keys yet');
    },
    async find(header) {
      const kept = await lookUp(header);
      if (kept !== undefined) return kept;
      await refresh();
      if (keys === undefined) throw new KeysUnavailable('there are no keys yet');
      const fresh = await lookUp(header);
      if (fresh === undefined) throw new KeyUnknown('no key of this id');
      return fresh;
    },
  };
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(fetchTimeoutMs),
    redirect: 'error',
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > answerCharactersMax) throw new Error('the answer is too large');
  }
  return JSON.parse(text);
}
