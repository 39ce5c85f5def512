import { Gauge } from 'prom-client';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { MetricsRegistry } from '#platform/telemetry/metrics.ts';

export interface HealthReport {
  readonly status: 'ready' | 'not ready';
  readonly checks: Readonly<Record<string, string>>;
}

export interface Health {
  /** Asks every part that is depended on, at most once in `keptMs`. */
  report(): Promise<HealthReport>;
}

/** One part that the gateway depends on: throws when it is not there. */
export type HealthCheck = () => Promise<void>;

export interface HealthOptions {
  readonly checks: () => Readonly<Record<string, HealthCheck>>;
  /** Without one of these nobody can be answered. */
  readonly essential: readonly string[];
  /** Of these at least one must be there. */
  readonly oneOf: () => readonly string[];
  readonly isDraining: () => boolean;
  readonly metrics: MetricsRegistry;
  readonly logger: Logger;
}

const keptMs = 1_000;

/**
 * Ready means: requests are taken. One part that is unavailable is shown but takes nothing else with it, since the graph answers
 * without it. With every subgraph unavailable there is nothing left to answer, and without any keys of the identity provider nobody to answer.
 */
export function createHealth(options: HealthOptions): Health {
  const available = new Gauge({
    name: 'portico_dependency_available',
    help: 'Whether what the gateway depends on was there when it was asked last: 1 or 0',
    labelNames: ['dependency'],
    registers: [options.metrics],
  });
  const unavailable = new Set<string>();
  let kept: { report: Promise<HealthReport>; until: number } | undefined;

  async function ask(): Promise<HealthReport> {
    const results = await Promise.all(
      Object.entries(options.checks()).map(async ([name, check]): Promise<[string, string]> => {
        const found = await check().then(
          () => 'ok',
          (error: unknown) => {
            if (!unavailable.has(name)) options.logger.warn({ err: error, dependency: name }, 'unavailable');
            return 'unavailable';
          },
        );
        note(name, found === 'ok');
        return [name, found];
      }),
    );
    const found = Object.fromEntries(results);
    const isReady = options.essential.every((name) => found[name] === 'ok') && options.oneOf().some((name) => found[name] === 'ok');
    return { status: isReady ? 'ready' : 'not ready', checks: { gateway: 'ok', ...found } };
  }

  function note(name: string, isAvailable: boolean): void {
    available.set({ dependency: name }, isAvailable ? 1 : 0);
    if (!isAvailable) unavailable.add(name);
    else if (unavailable.delete(name)) options.logger.info({ dependency: name }, 'available again');
  }

  return {
    async report() {
      if (options.isDraining()) return { status: 'not ready', checks: { gateway: 'draining' } };
      const now = performance.now();
      if (kept === undefined || kept.until < now) kept = { report: ask(), until: now + keptMs };
      return kept.report;
    },
  };
}
