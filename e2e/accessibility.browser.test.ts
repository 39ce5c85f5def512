import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumMissing, launchChromium, openPage } from '#platform/testkit/chromium.ts';
import { seriousFaults } from './testkit/axe.ts';
import type { BankAtWork } from './testkit/bank-at-work.ts';
import { startWebBank } from './testkit/web-bank.ts';

// The web bank's own pages are looked at in web/*.browser.test.ts; these are all the others.
const title = `the pages beside the web bank, to axe${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;
const views = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ].map((viewport) => [colorScheme, viewport.width, viewport] as const),
);

describe.skipIf(chromiumMissing !== undefined)(title, { timeout: 120_000 }, () => {
  let bank: BankAtWork;
  let browser: Browser;
  beforeAll(async () => {
    [bank, browser] = await Promise.all([startWebBank(), launchChromium()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await bank.stop();
  });

  it.each(views)('have nothing serious, in %s, %i pixels wide: what runs here, and the log-in page', async (colorScheme, _, viewport) => {
    const { page, close } = await openPage(browser, bank.url, { locale: 'en-GB', colorScheme, viewport, reducedMotion: 'reduce' });
    await page.goto(`${bank.url}/about`);
    await page.locator('#overall').getByText('Ready', { exact: true }).waitFor();
    expect(await seriousFaults(page), 'what runs here').toEqual([]);
    await page.goto(bank.url);
    await page.getByTestId('log-in').click();
    await page.getByLabel('User name').fill('olena');
    expect(await seriousFaults(page), 'the log-in page').toEqual([]);
    await page.getByText('Demo users').click();
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('Wrong user name or password').waitFor();
    expect(await seriousFaults(page), 'the log-in page after a wrong password').toEqual([]);
    await close();
  });

  it.each(views)('have nothing serious, in %s, %i pixels wide: the telephone and the pages of a link', async (colorScheme, _, viewport) => {
    const { page, close } = await openPage(browser, bank.url, { locale: 'en-GB', colorScheme, viewport, reducedMotion: 'reduce' });
    const key = (name: string) => page.locator('.key', { hasText: name }).last();
    await page.goto(`${bank.url}/messengers`);
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    expect(await seriousFaults(page), 'a new chat').toEqual([]);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await key('Link my account').click();
    const tab = await opened(page, () => key('Log in to the bank').click());
    const link = tab.url();
    expect(await seriousFaults(tab), 'the first page of a link').toEqual([]);
    await tab.getByRole('button', { name: 'Log in to the bank' }).click();
    await tab.getByLabel('User name').fill('olena');
    await tab.getByLabel('Password', { exact: true }).fill('portico-demo');
    await tab.getByRole('button', { name: 'Log in' }).click();
    await tab.getByLabel('2-digit code').waitFor();
    expect(await seriousFaults(tab), 'the question for the code').toEqual([]);
    const code = (await page.locator('.message code').last().textContent()) ?? '';
    await tab.getByLabel('2-digit code').fill(String((Number(code) + 1) % 100).padStart(2, '0'));
    await tab.getByRole('button', { name: 'Link' }).click();
    await tab.getByText('Tries left').waitFor();
    expect(await seriousFaults(tab), 'after a wrong code').toEqual([]);
    await tab.getByLabel('2-digit code').fill(code);
    await tab.getByRole('button', { name: 'Link' }).click();
    await tab.getByRole('heading', { name: 'The chat is linked' }).waitFor();
    expect(await seriousFaults(tab), 'the chat is linked').toEqual([]);
    await tab.goto(link);
    expect(await seriousFaults(tab), 'a link that was used').toEqual([]);
    await tab.close();

    await key('Balance').click();
    await page.getByText('₴228,828.44').waitFor();
    await page.getByLabel('Message', { exact: true }).fill('/rates');
    await page.keyboard.press('Enter');
    await page.getByText('The bank buys / sells').waitFor();
    expect(await seriousFaults(page), 'a dialogue').toEqual([]);
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    expect(await seriousFaults(page), 'the commands').toEqual([]);
    await close();
  });
});

async function opened(page: Page, act: () => Promise<void>): Promise<Page> {
  const opening = page.context().waitForEvent('page');
  await act();
  const tab = await opening;
  await tab.getByRole('button').waitFor();
  return tab;
}
