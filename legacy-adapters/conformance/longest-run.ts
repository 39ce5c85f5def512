/**
 * How long the event loop was kept from its next turn while `work` was done, at the longest, in milliseconds of this thread's
 * processor time: what other processes do meanwhile does not count.
 */
export async function longestRunOf(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let from = process.threadCpuUsage();
  let watching = true;
  const look = () => {
    const { user, system } = process.threadCpuUsage(from);
    longest = Math.max(longest, (user + system) / 1_000);
    from = process.threadCpuUsage();
    if (watching) setImmediate(look);
  };
  setImmediate(look);
  try {
    await work();
  } finally {
    watching = false;
  }
  return longest;
}
