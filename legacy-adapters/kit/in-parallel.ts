/**
 * Runs `run` for every item, at most `atOnceMax` of them at a time, in the order in which they are given. Once one has failed no
 * other is begun; its error is thrown.
 */
export async function inParallel<Item>(items: readonly Item[], atOnceMax: number, run: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  let failed = false;

  async function work(): Promise<void> {
    for (const item of left) {
      if (failed) return;
      try {
        await run(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(atOnceMax, items.length) }, work));
}
