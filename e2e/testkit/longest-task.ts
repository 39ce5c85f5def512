import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  /** Microseconds of the thread's own clock. */
  readonly tdur?: number;
}

export interface LongestTask {
  /** By the clock on the wall, as the page's PerformanceObserver for `longtask` sees it; 0 where no task was above 50 ms. */
  readonly wallMs: number;
  /** By the threads' own clock, which stands still while the machine does something else. */
  readonly threadMs: number;
}

/** Runs in the page: notes its long tasks from now on. */
const observe = `(() => {
  globalThis.longTasks = [];
  globalThis.longTaskObserver = new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration)));
  globalThis.longTaskObserver.observe({ entryTypes: ['longtask'] });
})()`;
const observed = `(() => {
  const last = globalThis.longTaskObserver.takeRecords().map(({ duration }) => duration);
  globalThis.longTaskObserver.disconnect();
  return Math.max(0, ...globalThis.longTasks, ...last);
})()`;

/** The longest task while `work` is done, by both clocks. */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<LongestTask> {
  const session = await page.context().newCDPSession(page);
  let threadMs = 0;
  let tasks = 0;
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, tdur } of value as unknown as readonly TraceEvent[]) {
      if (name !== 'RunTask' || tdur === undefined) continue;
      tasks += 1;
      threadMs = Math.max(threadMs, tdur / 1_000);
    }
  });
  await page.evaluate(observe);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'] },
  });
  await work();
  const wallMs = await page.evaluate<number>(observed);
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  if (tasks === 0) throw new Error('the trace holds no task, so it says nothing');
  return { wallMs, threadMs };
}
