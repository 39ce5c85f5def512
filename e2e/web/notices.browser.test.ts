import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumMissing, launchChromium } from '#platform/testkit/chromium.ts';
import { seriousFaults } from '../testkit/axe.ts';
import type { BankAtWork } from '../testkit/bank-at-work.ts';
import { logInAs, startWebBank } from '../testkit/web-bank.ts';

const title = `notices in the web bank${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;

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

  it('come by themselves while the page can be seen, are counted, and are read once they are looked at', async () => {
    const { page, errors, close } = await logInAs(browser, bank, 'olena', { locale: 'en-GB' });
    await page.goto(`${bank.url}/payees`);
    await page.getByTestId('add-payee').click();
    await page.getByLabel('Name', { exact: true }).fill('Iryna');
    await page.getByRole('textbox', { name: 'Phone number' }).fill('0671234567');
    await page.getByTestId('save-payee').click();
    await page.locator('.payee').waitFor();
    // The subscriber of the journal is another one than the page, so the page may have to look twice.
    const bell = page.getByTestId('notices');
    await expect
      .poll(
        async () => {
          // As when somebody comes back to the page: it asks at once.
          await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
          return bell.getAttribute('aria-label');
        },
        { timeout: 10_000 },
      )
      .toBe('Notices: 1 unread one');
    for (const [width, colorScheme] of [
      [390, 'light'],
      [1440, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      // A colour on its way to another one has no contrast of its own.
      await page.evaluate('Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => undefined)');
      expect(await seriousFaults(page), `${colorScheme}, ${width} pixels`).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    await bell.click();
    await page.locator('.notice', { hasText: 'A new payee was saved.' }).waitFor();
    expect(await seriousFaults(page), 'the list').toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.bell-count').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await close();
  });
});
