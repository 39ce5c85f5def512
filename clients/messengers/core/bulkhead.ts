/** No slot came free in time, or too many wait for one already: the call was not begun. */
export class BulkheadFull extends Error {
  override readonly name = 'BulkheadFull';
}

export interface BulkheadOptions {
  /** Calls at once. */
  readonly callsMax: number;
  /** Calls that wait for a slot; one more is rejected. */
  readonly waitingMax: number;
  /** How long one waits for a slot, in milliseconds. */
  readonly waitMsMax: number;
}

/** So many calls at once, so many that wait, first come, first served: what hangs holds up its own kind only. */
export interface Bulkhead {
  /** Throws BulkheadFull, or whatever the call throws. */
  run<Result>(call: () => Promise<Result>): Promise<Result>;
}

export function createBulkhead({ callsMax, waitingMax, waitMsMax }: BulkheadOptions): Bulkhead {
  const waiting = new Set<() => void>();
  let inUse = 0;

  async function enter(): Promise<void> {
    if (inUse < callsMax) {
      inUse += 1;
      return;
    }
    if (waiting.size >= waitingMax) throw new BulkheadFull('too many calls wait already');
    const slot = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      waiting.delete(slot.resolve);
      slot.reject(new BulkheadFull('no slot in time'));
    }, waitMsMax);
    waiting.add(slot.resolve);
    await slot.promise.finally(() => clearTimeout(timer));
  }

  /** The slot goes to whoever has waited longest. */
  function leave(): void {
    const [next] = waiting;
    if (next === undefined) {
      inUse -= 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  return {
    async run(call) {
      await enter();
      try {
        return await call();
      } finally {
        leave();
      }
    },
  };
}

/** A bulkhead for each name, made as it is first asked for; names are few and our own. */
export function createBulkheads(options: BulkheadOptions): (name: string) => Bulkhead {
  const byName = new Map<string, Bulkhead>();
  return (name) => {
    const bulkhead = byName.get(name) ?? createBulkhead(options);
    byName.set(name, bulkhead);
    return bulkhead;
  };
}
