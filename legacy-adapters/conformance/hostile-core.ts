import { Worker } from 'node:worker_threads';
import type { Service } from '#platform/lifecycle.ts';
import type { Armed, FromServer, HonestAnswer, ToServer } from './reply.ts';

export interface HostileCore extends Service {
  /** Where the adapter is to call, with the simulator's own path. */
  readonly url: string;
  /** From here on requests of that operation get that reply; says how many met what was armed before. */
  arm(armed: Armed | 'honest'): Promise<number>;
  /** The last honest answer to that operation. */
  recall(operation: string): Promise<HonestAnswer | undefined>;
}

/** A server that hands everything through to an honest simulator, until it is told to answer in some other way. */
export function createHostileCore(simulatorUrl: string): HostileCore {
  const honest = new URL(simulatorUrl);
  const waiting = new Map<number, (message: FromServer) => void>();
  let worker: Worker | undefined;
  let port = 0;
  let lastId = 0;

  function tell(what: { readonly arm: Armed | 'honest' } | { readonly recall: string }): Promise<FromServer> {
    if (worker === undefined) throw new Error('the hostile core has not started');
    lastId += 1;
    const message: ToServer = { id: lastId, ...what };
    worker.postMessage(message);
    return new Promise((resolve) => waiting.set(message.id, resolve));
  }

  return {
    name: 'hostile core',
    get url() {
      return `http://127.0.0.1:${port}${honest.pathname}`;
    },
    async start() {
      worker = new Worker(new URL('./server.ts', import.meta.url), { workerData: honest.origin });
      const started = worker;
      await new Promise<void>((resolve, reject) => {
        started.once('error', reject);
        started.on('message', (message: FromServer) => {
          if ('listening' in message) {
            port = message.listening;
            return resolve();
          }
          waiting.get(message.id)?.(message);
          waiting.delete(message.id);
        });
      });
    },
    async stop() {
      await worker?.terminate();
    },
    async arm(armed) {
      const answer = await tell({ arm: armed });
      return 'arrivals' in answer ? answer.arrivals : 0;
    },
    async recall(operation) {
      const answer = await tell({ recall: operation });
      return 'recalled' in answer ? answer.recalled : undefined;
    },
  };
}
