import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumMissing, launchChromium } from '#platform/testkit/chromium.ts';
import type { BankAtWork } from '../testkit/bank-at-work.ts';
import { longestTask } from '../testkit/longest-task.ts';
import { askAs, logInAs, settled, startWebBank } from '../testkit/web-bank.ts';

const title = `a long statement in the web bank${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;

describe.skipIf(chromiumMissing !== undefined)(title, () => {
  let bank: BankAtWork;
  let browser: Browser;
  beforeAll(async () => {
    [bank, browser] = await Promise.all([startWebBank(), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await bank.stop();
  });
  beforeEach(() => bank.reset());

  it('scrolls 5,000 transactions without a long task, and finds one of them', async ({ annotate }) => {
    const { me } = await askAs(bank, 'iryna', '{ me { accounts { id } } }');
    const { page, close } = await logInAs(browser, bank, 'iryna');
    await page.locator('.tile').first().click();
    await page.locator('.statement-row').nth(5).waitFor();
    await settled(page);
    const longest = await longestTask(page, async () => {
      const { end, rowsMax } = await page.evaluate<Scrolled>(scrollToTheEnd);
      expect(end.replace(/\D/g, '')).toBe('5000');
      expect(rowsMax).toBeLessThan(150);
    });
    const rounded = (milliseconds: number) => `${Math.round(milliseconds)} ms`;
    await annotate(
      `5,000 transactions were scrolled with a longest task of ${rounded(longest.threadMs)} by the thread's clock, ${rounded(longest.wallMs)} by the wall's`,
      'measured',
    );
    // The promise is 200 ms on the wall. There, this very work was 87 to 333 ms long while other processes wanted the same two
    // cores, with 26 to 44 ms of it at work; tests run beside each other, so the wall's clock would judge them and not the page.
    // Half of what is promised leaves as much again for waiting.
    expect(longest.threadMs, `by the wall's clock ${rounded(longest.wallMs)}`).toBeLessThanOrEqual(100);

    const words = await page.locator('.transaction-title').last().textContent();
    const { account } = await askAs(
      bank,
      'iryna',
      `{ account(id: "${me.accounts[0].id}") { transactions(first: 100, filter: { text: ${JSON.stringify(words)} }) { edges { node { id } } } } }`,
    );
    expect(account.transactions.edges.length).toBeGreaterThan(0);
    await page.locator('input[type="search"]').fill(words ?? '');
    await page.evaluate(() => (globalThis as unknown as { scrollTo(x: number, y: number): void }).scrollTo(0, 0));
    await expect
      .poll(() => page.locator('.transaction-title, .transaction-note').allTextContents())
      .toEqual(expect.arrayContaining([words]));
    await expect
      .poll(async () => (await page.locator('.transaction').allTextContents()).every((text) => text.includes(words ?? '\0')))
      .toBe(true);
    await close();
  }, 120_000);
});

interface Scrolled {
  readonly end: string;
  readonly rowsMax: number;
}

/** Runs in the page: scrolls a screen a frame, as fast as anybody can, until the statement says that it is at its end. */
const scrollToTheEnd = `(async () => {
  let rowsMax = 0;
  const end = document.querySelector('.statement-end');
  while (end.textContent === '') {
    scrollBy(0, innerHeight);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    rowsMax = Math.max(rowsMax, document.querySelectorAll('.statement-row').length);
  }
  scrollTo(0, document.body.scrollHeight);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return { end: end.textContent, rowsMax };
})()`;
