/** Waits that end early when the server stops, so that a slow answer never holds it up. */
export interface Waits {
  /** Resolves after `durationMs`, or at once when the server stops. */
  wait(durationMs: number): Promise<void>;
  /** Ends every wait, now and from now on. */
  end(): void;
}

export function createWaits(): Waits {
  const pending = new Map<() => void, NodeJS.Timeout>();
  let ended = false;
  return {
    wait(durationMs) {
      if (ended || durationMs <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        const done = () => {
          pending.delete(done);
          resolve();
        };
        pending.set(done, setTimeout(done, durationMs));
      });
    },
    end() {
      ended = true;
      for (const [done, timer] of pending) {
        clearTimeout(timer);
        done();
      }
    },
  };
}
