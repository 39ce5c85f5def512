import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumMissing, launchChromium, openPage, type WatchedPage } from '#platform/testkit/chromium.ts';
import { pictureFolder } from '#platform/testkit/environment.ts';
import { type BankWithMessengers, startBankWithMessengers } from '../testkit/bank-with-messengers.ts';

const title = `the telephone in Chromium${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;
const desktop = { width: 1280, height: 900 };
const hand = { width: 390, height: 844 };

describe.skipIf(chromiumMissing !== undefined)(title, { timeout: 90_000 }, () => {
  let bank: BankWithMessengers;
  let browser: Browser;
  beforeAll(async () => {
    [bank, browser] = await Promise.all([startBankWithMessengers(), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await bank.stop();
  });

  async function open(options: Parameters<typeof openPage>[2]): Promise<WatchedPage> {
    const watched = await openPage(browser, bank.url, { locale: 'en-GB', viewport: desktop, ...options });
    await watched.page.goto(`${bank.url}/messengers`);
    await watched.page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    return watched;
  }

  const picture = async (page: Page, name: string) => {
    if (pictureFolder !== undefined) await page.screenshot({ path: path.join(pictureFolder, `${name}.png`) });
  };
  const last = (page: Page) => page.locator('.message:not(.own)').last();
  const key = (page: Page, name: string) => page.locator('.key', { hasText: name }).last();

  async function link(page: Page, username: string, pictures?: string): Promise<void> {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await key(page, 'Link my account').click();
    const opening = page.context().waitForEvent('page');
    await key(page, 'Log in to the bank').click();
    const tab = await opening;
    await tab.getByRole('button').waitFor();
    if (pictures !== undefined) await picture(tab, `${pictures}-link`);
    await tab.getByRole('button', { name: 'Log in to the bank' }).click();
    await tab.getByLabel('User name').fill(username);
    await tab.getByLabel('Password', { exact: true }).fill('portico-demo');
    await tab.getByRole('button', { name: 'Log in' }).click();
    await tab.getByRole('heading', { name: 'Link this chat to your account?' }).waitFor();
    const code = (await page.locator('.message code').last().textContent()) ?? '';
    if (pictures !== undefined) {
      await picture(tab, `${pictures}-confirm`);
      await picture(page, `${pictures}-code`);
    }
    await tab.getByLabel('2-digit code').fill(code);
    await tab.getByRole('button', { name: 'Link' }).click();
    await tab.getByRole('heading', { name: 'The chat is linked' }).waitFor();
    if (pictures !== undefined) await picture(tab, `${pictures}-done`);
    await tab.close();
    await key(page, 'Balance').waitFor();
  }

  it('a newcomer links the chat, sees balances and transactions, and locks a card', async () => {
    const watched = await open({ colorScheme: 'light' });
    const { page } = watched;
    await picture(page, 'desktop-light-start');
    await link(page, 'olena', 'desktop-light');
    await picture(page, 'desktop-light-menu');
    await key(page, 'Balance').click();
    await page.getByText('₴228,828.44').waitFor();
    await picture(page, 'desktop-light-balance');
    await key(page, 'Transactions').click();
    await key(page, 'Картковий рахунок').click();
    await page.getByText('Transactions: Картковий рахунок').waitFor();
    await picture(page, 'desktop-light-transactions');
    await page.locator('#replies button', { hasText: 'Lock my card' }).click();
    await page.getByText(/Which card shall I lock|until you unlock it/).waitFor();
    if ((await page.getByText('Which card shall I lock').count()) > 0) await key(page, '••').click();
    await page.getByText('until you unlock it').waitFor();
    await key(page, 'Yes, lock it').click();
    await page.getByText('Locked.').waitFor();
    await picture(page, 'desktop-light-locked');
    expect(bank.cardProcessing.journal().map(({ from, to }) => `${from}-${to}`)).toEqual(['A-L']);
    await key(page, 'Unlock').click();
    await key(page, 'Yes, unlock it').click();
    await page.getByText('Unlocked.').waitFor();
    expect(await last(page).textContent()).toContain('Unlocked.');
    expect(watched.strayRequests).toEqual([]);
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it('fits a telephone, in the dark, and is served by the keyboard', async () => {
    const watched = await open({ colorScheme: 'dark', viewport: hand, locale: 'uk-UA' });
    const { page } = watched;
    await picture(page, 'phone-dark-start');
    await page.getByRole('button', { name: 'Start', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Чим допомогти?').waitFor();
    await page.getByLabel('Message', { exact: true }).fill('привіт, моя картка 4149 4999 1234 5673');
    await page.keyboard.press('Enter');
    await page.getByText('Схоже, ви надіслали номер картки').waitFor();
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await picture(page, 'phone-dark-commands');
    await page.getByRole('button', { name: '/help' }).click();
    await page.getByText('Що я вмію').waitFor();
    await picture(page, 'phone-dark-help');
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBe(hand.width);
    await page.reload();
    await page.getByText('Що я вмію').waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });
});
