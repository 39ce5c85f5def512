import { createHash } from 'node:crypto';
import { Counter } from 'prom-client';
import type { Cache } from '#platform/cache/index.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { MetricsRegistry } from '#platform/telemetry/metrics.ts';

export interface DebtLookup {
  readonly customerNumber: string;
  readonly billerNumber: string;
  readonly traceId: string;
}

export interface DebtLimit {
  /** Counts a look-up before it is made. Answers the seconds to wait, 1 to 3600, where there were too many; undefined where there were not. */
  count(lookup: DebtLookup): Promise<number | undefined>;
}

export interface DebtLimitOptions {
  /** Shared by all processes where it is a Redis, which may be lost: then each process counts by itself. */
  readonly cache: Cache;
  /** The most look-ups of one person in an hour, at one biller and at all of them. */
  readonly perBiller: number;
  readonly perPerson: number;
  readonly metrics: MetricsRegistry | undefined;
  readonly logger: Logger;
}

const windowMs = 3_600_000;

/**
 * Anybody may ask what anybody owes, so whoever tries one number after another is stopped, and our own people are told. Hours are those of
 * the clock (a fixed window), so at the turn of one a person may ask for twice as much.
 */
export function createDebtLimit({ cache, perBiller, perPerson, metrics, logger }: DebtLimitOptions): DebtLimit {
  const reached = new Counter({
    name: 'portico_debt_limit_refusals_total',
    help: 'Look-ups of debts that were refused because one person had made too many, at one biller or at all of them.',
    labelNames: ['limit'],
    registers: metrics === undefined ? [] : [metrics],
  });
  for (const limit of ['biller', 'person']) reached.inc({ limit }, 0);

  async function isOver(limit: 'biller' | 'person', of: readonly string[], most: number, traceId: string): Promise<boolean> {
    const count = await cache.count(keyOf(limit, of), windowMs);
    if (count <= most) return false;
    reached.inc({ limit });
    // Once for each person and hour: whoever goes on does not fill the log.
    if (count === most + 1) logger.warn({ limit, most, traceId }, 'somebody looks up more debts than the limit allows');
    return true;
  }

  return {
    async count({ customerNumber, billerNumber, traceId }) {
      const isTooMany =
        (await isOver('biller', [customerNumber, billerNumber], perBiller, traceId)) ||
        (await isOver('person', [customerNumber], perPerson, traceId));
      return isTooMany ? Math.ceil((windowMs - (Date.now() % windowMs)) / 1_000) : undefined;
    },
  };
}

/** Who has asked whom is not to be read in a Redis. */
function keyOf(limit: string, of: readonly string[]): string {
  return `debt-limit:${limit}:${createHash('sha256').update(JSON.stringify(of)).digest('base64url')}`;
}
