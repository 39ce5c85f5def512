import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumMissing, launchChromium, openPage, type WatchedPage } from '#platform/testkit/chromium.ts';
import { type BankProcess, startBankProcess } from './testkit/bank-process.ts';

const title = `the explorer, with no internet${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;
const bar = (name: string) => `[data-testid="${name}"]`;
const headersPane = '.graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror';
const result = '.result-window .CodeMirror';

const textOf = (page: Page, editor: string) =>
  page.locator(editor).evaluate((element) => (element as unknown as { CodeMirror: { getValue(): string } }).CodeMirror.getValue());

async function logIn({ page }: WatchedPage, username: string): Promise<void> {
  await page.locator(bar('log-in')).click();
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill('portico-demo');
  await page.locator('input[name="password"]').press('Enter');
  await page.locator(bar('user-name')).waitFor();
}

describe.skipIf(chromiumMissing !== undefined)(title, () => {
  let bank: BankProcess;
  let browser: Browser;
  beforeAll(async () => {
    [bank, browser] = await Promise.all([startBankProcess(), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await bank.stop();
  });

  it('logs a customer in, runs the home query and shows the answer', async () => {
    const watched = await openPage(browser, bank.url, { viewport: { width: 1_400, height: 900 } });
    const { page } = watched;
    await page.goto(`${bank.url}/explorer`);
    await logIn(watched, 'olena');
    await expect.poll(() => textOf(page, headersPane)).toMatch(/"Authorization": "Bearer ey/);
    await page.locator('.graphiql-execute-button').click();
    await expect.poll(() => textOf(page, result), { timeout: 10_000 }).toContain('Олена Коваленко');
    const answer = JSON.parse(await textOf(page, result));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.me.accounts[0].balance).toEqual({ amount: '228828.44', currency: 'UAH' });
    expect(answer.data.me.cards).toHaveLength(3);
    expect(watched.strayRequests).toEqual([]);
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it('shows what runs here, who can be logged in as, and nothing red on its console', async () => {
    const watched = await openPage(browser, bank.url);
    await watched.page.goto(`${bank.url}/about`);
    await watched.page.getByText('olena', { exact: true }).first().waitFor();
    expect(await watched.page.title()).toContain('Portico');
    expect(watched.strayRequests).toEqual([]);
    expect(watched.errors).toEqual([]);
    await watched.close();
  });
});
