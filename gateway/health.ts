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

const keptMs = 1_000;

/**
 * Ready means: requests are taken. One part that is away is shown but takes nothing else with it, since the graph answers
 * without it; with every part away there is nothing left to answer.
 */
export function createHealth(checks: () => Readonly<Record<string, HealthCheck>>, isDraining: () => boolean): Health {
  let kept: { report: Promise<HealthReport>; until: number } | undefined;

  async function ask(): Promise<HealthReport> {
    const results = await Promise.all(
      Object.entries(checks()).map(async ([name, check]): Promise<[string, string]> => {
        const found = await check().then(
          () => 'ok',
          () => 'away',
        );
        return [name, found];
      }),
    );
    const anything = results.length === 0 || results.some(([, found]) => found === 'ok');
    return { status: anything ? 'ready' : 'not ready', checks: Object.fromEntries(results) };
  }

  return {
    async report() {
      if (isDraining()) return { status: 'not ready', checks: { gateway: 'draining' } };
      const now = performance.now();
      if (kept === undefined || kept.until < now) kept = { report: ask(), until: now + keptMs };
      return kept.report;
    },
  };
}
