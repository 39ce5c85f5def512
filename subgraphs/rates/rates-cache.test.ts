import { describe, expect, it } from 'vitest';
import type { ExchangeRateRecord } from '#legacy-adapters/core-banking/index.ts';
import type { Decimal } from '#platform/decimal.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { createRatesCache } from './rates-cache.ts';

const dollar: ExchangeRateRecord = {
  currency: 'USD',
  quoteCurrency: 'UAH',
  units: 1,
  buy: '41.2500' as Decimal,
  sell: '41.8500' as Decimal,
  setAt: '2026-07-01T09:00:00Z',
};

/** A cache whose clock and core the test holds in its hands. */
function cacheOf() {
  const questions: PromiseWithResolvers<ExchangeRateRecord[]>[] = [];
  let milliseconds = 0;
  const cache = createRatesCache({
    now: () => milliseconds,
    core: {
      findExchangeRates() {
        const question = Promise.withResolvers<ExchangeRateRecord[]>();
        questions.push(question);
        return question.promise;
      },
    },
  });
  return {
    questions,
    read: () => cache.read(unrecorded()),
    pass: (wanted: number) => {
      milliseconds += wanted;
    },
  };
}

describe('the cache of rates', () => {
  it('asks the core once for all that ask at the same time, however long the core takes', async () => {
    const { read, questions, pass } = cacheOf();
    const asked = Array.from({ length: 1_000 }, read);
    pass(60_000);
    asked.push(read());
    questions[0]?.resolve([dollar]);
    expect(new Set((await Promise.all(asked)).map(([rate]) => rate))).toEqual(new Set([dollar]));
    expect(questions).toHaveLength(1);
  });

  it('keeps an answer for 30 seconds from when it came, and asks anew after that', async () => {
    const { read, questions, pass } = cacheOf();
    const first = read();
    pass(4_000);
    questions[0]?.resolve([dollar]);
    await first;
    pass(29_999);
    await read();
    expect(questions).toHaveLength(1);
    pass(1);
    const second = read();
    questions[1]?.resolve([]);
    expect(await second).toEqual([]);
    expect(questions).toHaveLength(2);
  });

  it('leaves a core in trouble alone for 2 seconds, and then asks again', async () => {
    const { read, questions, pass } = cacheOf();
    const asked = [read(), read()];
    questions[0]?.reject(new Error('unavailable'));
    for (const each of asked) await expect(each).rejects.toThrow('unavailable');
    pass(1_999);
    await expect(read()).rejects.toThrow('unavailable');
    expect(questions).toHaveLength(1);
    pass(1);
    const again = read();
    questions[1]?.resolve([dollar]);
    expect(await again).toEqual([dollar]);
  });
});
