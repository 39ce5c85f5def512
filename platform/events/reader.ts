import type { Database } from '../database/database.ts';
import type { Logger } from '../telemetry/logger.ts';
import { topicOf } from './append.ts';
import { type Look, look } from './delivery.ts';
import type { Subscription } from './subscription.ts';

/** Reads for one subscriber until it is stopped: when it is woken, when a pause is over, and once in a sweep in any case. */
export interface Reader {
  stop(): Promise<void>;
}

export interface ReaderOptions {
  readonly database: Database;
  readonly subscription: Subscription;
  readonly sweepMs: number;
  readonly logger: Logger;
  onLook(look: Look): void;
}

const heldMsMin = 5;
const heldMsMax = 250;

export function startReader({ database, subscription, sweepMs, logger, onLook }: ReaderOptions): Reader {
  let stopped = false;
  let woken = false;
  let timer: NodeJS.Timeout | undefined;
  let proceed: (() => void) | undefined;
  let heldMs = heldMsMin;

  function wake(): void {
    woken = true;
    proceed?.();
  }

  function rest(ms: number): Promise<void> {
    if (woken || stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        proceed = undefined;
        resolve();
      };
      proceed = go;
      timer = setTimeout(go, ms);
    });
  }

  function pauseMs(seen: Look): number {
    heldMs = seen.next === 'held' ? Math.min(heldMsMax, heldMs * 2) : heldMsMin;
    if (seen.next === 'more') return 0;
    if (seen.next === 'held') return Math.min(heldMs, sweepMs);
    return seen.notBefore === undefined ? sweepMs : Math.min(sweepMs, Math.max(1, seen.notBefore.getTime() - Date.now()));
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      try {
        const seen = await look(database, subscription);
        onLook(seen);
        const pause = pauseMs(seen);
        if (pause > 0) await rest(pause);
      } catch (error) {
        logger.warn({ err: error, subscriber: subscription.name }, 'could not read the journal; the next sweep tries again');
        await rest(sweepMs);
      }
    }
  }

  const silence = subscription.names.map((name) => database.onWake(topicOf(name), wake));
  const running = run();
  return {
    async stop() {
      stopped = true;
      for (const end of silence) end();
      proceed?.();
      await running;
    },
  };
}
