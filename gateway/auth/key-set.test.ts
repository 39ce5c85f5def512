import { exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '#platform/telemetry/logger.ts';
import { createKeySet, KeysUnavailable, KeyUnknown } from './key-set.ts';

const logger = createLogger('test', 'silent');
let keys: object;
beforeAll(async () => {
  const { publicKey } = await generateKeyPair('RS256');
  keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'known', alg: 'RS256', use: 'sig' }] };
});

const header = (kid: string) => ({ alg: 'RS256', kid });

/** Gives the keys, and counts how often it is asked. */
function countingFetch() {
  const fetchKeys = async () => {
    fetchKeys.count += 1;
    return keys;
  };
  fetchKeys.count = 0;
  return fetchKeys;
}

describe("the identity provider's keys", () => {
  it('are fetched once for many tokens at a time', async () => {
    const fetchKeys = countingFetch();
    const keySet = createKeySet({ url: 'http://identity', logger, pauseMs: 60_000, fetchKeys });
    await Promise.all(Array.from({ length: 50 }, () => keySet.find(header('known'))));
    expect(fetchKeys.count).toBe(1);
  });

  it('are not fetched again for unknown ids before the pause is over', async () => {
    const fetchKeys = countingFetch();
    const keySet = createKeySet({ url: 'http://identity', logger, pauseMs: 60_000, fetchKeys });
    for (let index = 0; index < 20; index += 1) await expect(keySet.find(header(`unknown-${index}`))).rejects.toBeInstanceOf(KeyUnknown);
    expect(fetchKeys.count).toBe(1);
    await keySet.find(header('known'));
  });

  it('are kept while the provider is unavailable, and fetched anew for a new id once it is back', async () => {
    let unavailable = false;
    let served: object = keys;
    const fetchKeys = async () => {
      if (unavailable) throw new Error('unavailable');
      return served;
    };
    const keySet = createKeySet({ url: 'http://identity', logger, pauseMs: 0, fetchKeys });
    await keySet.find(header('known'));
    unavailable = true;
    await expect(keySet.find(header('rotated'))).rejects.toBeInstanceOf(KeyUnknown);
    await keySet.find(header('known'));
    unavailable = false;
    const { publicKey } = await generateKeyPair('RS256');
    served = { keys: [{ ...(await exportJWK(publicKey)), kid: 'rotated', alg: 'RS256', use: 'sig' }] };
    await keySet.find(header('rotated'));
  });

  it.each([{}, { keys: [] }, { keys: 'x' }, null])('that are none (%j) leave it without keys, and say so', async (served) => {
    const keySet = createKeySet({ url: 'http://identity', logger, pauseMs: 0, fetchKeys: async () => served });
    await expect(keySet.find(header('known'))).rejects.toBeInstanceOf(KeysUnavailable);
    await expect(keySet.load()).rejects.toBeInstanceOf(KeysUnavailable);
  });
});
