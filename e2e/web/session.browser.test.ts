import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumMissing, launchChromium } from '#platform/testkit/chromium.ts';
import type { BankAtWork } from '../testkit/bank-at-work.ts';
import { logIn, startWebBank } from '../testkit/web-bank.ts';

const title = `a session of the web bank${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;

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

  it('keeps the session over a reload, renews its token unnoticed, and ends kindly when it was ended elsewhere', async () => {
    const context = await browser.newContext({ locale: 'uk-UA' });
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(bank.url);
    await logIn(page, 'olena');
    await page.reload();
    await page.getByTestId('user-menu').waitFor();

    const renewed = page.waitForResponse(
      (response) => response.url().endsWith('/token') && response.request().postData()?.includes('refresh_token') === true,
    );
    await page.clock.fastForward('04:30');
    expect((await renewed).status()).toBe(200);
    expect(await page.getByTestId('user-menu').count()).toBe(1);

    const other = await context.newPage();
    await other.goto(bank.url);
    await other.getByTestId('user-menu').click();
    await other.getByTestId('log-out').click();
    await other.getByTestId('log-in').waitFor();
    await page.clock.fastForward('05:00');
    await page.locator('.login-notice').waitFor();
    expect(await page.locator('.login-notice').textContent()).toContain('Ваш сеанс завершився');
    await context.close();
  });
});
