import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumMissing, launchChromium, openPage } from '#platform/testkit/chromium.ts';
import { seriousFaults } from '../testkit/axe.ts';
import type { BankAtWork } from '../testkit/bank-at-work.ts';
import { logIn, logInAs, settled, startWebBank } from '../testkit/web-bank.ts';

const title = `the looks of the web bank${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;

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

  it('has nothing that axe calls serious, in light and in dark', async () => {
    const watched = await openPage(browser, bank.url, { locale: 'uk-UA', reducedMotion: 'reduce' });
    const { page } = watched;
    await page.goto(bank.url);
    await page.locator('.login-rates tbody tr').first().waitFor();
    await looksRight(page, 'the log-in page');
    await logIn(page, 'olena');
    await settled(page);
    await looksRight(page, 'home');
    await page.getByTestId('user-menu').click();
    await page.locator('.menu').waitFor();
    await looksRight(page, 'the menu');
    await page.keyboard.press('Escape');
    await page.locator('.tile').first().click();
    await page.locator('.statement-row').nth(3).waitFor();
    await settled(page);
    await page.getByTestId('more-filters').click();
    await looksRight(page, 'an account');
    await page.getByTestId('bank-details').click();
    await page.locator('.sheet').waitFor();
    await looksRight(page, 'bank-details');
    await page.keyboard.press('Escape');
    await page.locator('.account-side .card-row').first().click();
    await page.getByTestId('lock').waitFor();
    await settled(page);
    await looksRight(page, 'a card');
    await page.goto(`${bank.url}/accounts/acc_nothing`);
    await page.locator('.not-found').waitFor();
    await looksRight(page, 'not found');
    await watched.close();
  });

  it.each(['mykola', 'bohdan'])('fits every width without scrolling sideways, as %s sees it', async (user) => {
    const { page, close } = await logInAs(browser, bank, user);
    const fits = async (place: string) => {
      for (const width of [390, 768, 1440]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await overflow(page), `${place}, ${width} pixels`).toBeLessThanOrEqual(0);
      }
    };
    await settled(page);
    await fits('home');
    await page.locator('.tile').first().click();
    await page.locator('.statement-row').first().waitFor();
    await fits('an account');
    await page.goto(bank.url);
    await page.locator('.wallet-card').last().click();
    await page.locator('.card-head').waitFor();
    await fits('a card');
    await close();
  });
});

/** What axe has against the page as it is, in both colour schemes. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousFaults(page), `${name}, ${colorScheme}`).toEqual([]);
  }
}

function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}
