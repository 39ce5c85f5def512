import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  /** Microseconds of the thread's own clock. */
  readonly tdur?: number;
}

/**
 * The longest task of the browser's threads while `work` is done, in milliseconds of the thread's own clock. The page's
 * PerformanceObserver for `longtask` goes by the clock on the wall, by which a busy machine makes any task long.
 */
export async function longestTaskMs(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let longest = 0;
  let tasks = 0;
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, tdur } of value as unknown as readonly TraceEvent[]) {
      if (name !== 'RunTask' || tdur === undefined) continue;
      tasks += 1;
      longest = Math.max(longest, tdur / 1_000);
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'] },
  });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  if (tasks === 0) throw new Error('the trace holds no task, so it says nothing');
  return longest;
}
