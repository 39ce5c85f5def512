/** How often each operation was called, failed and unanswered calls included. */
export interface CallCounter {
  count(operation: string): number;
  total(): number;
  /** The operations that were called, with their counts. */
  byOperation(): Readonly<Record<string, number>>;
  reset(): void;
  /** Resolves once the operation was called `count` times since the last reset. */
  reached(operation: string, count: number): Promise<void>;
}

export interface CallRecorder extends CallCounter {
  record(operation: string): void;
}

export function createCallRecorder(): CallRecorder {
  const counts = new Map<string, number>();
  const waiting = new Set<{ readonly operation: string; readonly count: number; readonly resolve: () => void }>();
  const count = (operation: string) => counts.get(operation) ?? 0;

  return {
    count,
    total: () => [...counts.values()].reduce((sum, calls) => sum + calls, 0),
    byOperation: () => Object.fromEntries(counts),
    reset: () => counts.clear(),
    reached: (operation, wanted) =>
      count(operation) >= wanted
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.add({ operation, count: wanted, resolve });
          }),
    record: (operation) => {
      counts.set(operation, count(operation) + 1);
      for (const waiter of waiting) {
        if (waiter.operation !== operation || count(operation) < waiter.count) continue;
        waiting.delete(waiter);
        waiter.resolve();
      }
    },
  };
}
