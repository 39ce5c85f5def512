export interface Topics {
  wake(topic: string): void;
  wakeAll(): void;
  onWake(topic: string, listener: () => void): () => void;
}

/** Listeners of this process. */
export function createTopics(): Topics {
  const listeners = new Map<string, Set<() => void>>();
  const call = (set: Iterable<() => void>) => {
    for (const listener of set) queueMicrotask(listener);
  };
  return {
    wake: (topic) => call(listeners.get(topic) ?? []),
    wakeAll() {
      for (const set of listeners.values()) call(set);
    },
    onWake(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(topic);
      };
    },
  };
}
