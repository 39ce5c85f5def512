import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeRun {
  run(
    context: object,
  ): Promise<{ violations: { id: string; impact: string | null; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** Base UI's ends of a focus trap: they hold no focus but pass it on the moment they get it, which axe cannot know. */
const focusGuards = '[data-base-ui-focus-guard]';

/** What axe-core calls serious or critical on the page as it is now. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const context = { exclude: [focusGuards] };
  const { violations } = await page.evaluate((what) => (globalThis as unknown as { axe: AxeRun }).axe.run(what), context);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 5).map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 300)}`),
    );
}
