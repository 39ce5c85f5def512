import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chromiumMissing, launchChromium, openPage, type WatchedPage } from '#platform/testkit/chromium.ts';
import { startTestBank, type TestBank, type TestBankOptions } from './explorer.testkit.ts';
import { createExplorer } from './index.ts';

const title = `the explorer in Chromium${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;
const onBar = (name: string) => `[data-testid="${name}"]`;
const queryEditor = '.graphiql-query-editor .CodeMirror';
const headersEditor = '.graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror';
const run = '.graphiql-execute-button';
const result = '.result-window .CodeMirror';

/** CodeMirror draws only the lines in view; its own text is on the element. */
const textOf = (page: Page, editor: string) =>
  page.locator(editor).evaluate((element) => (element as unknown as { CodeMirror: { getValue(): string } }).CodeMirror.getValue());

describe.skipIf(chromiumMissing !== undefined)(title, () => {
  let browser: Browser;
  let bank: TestBank;
  let watched: WatchedPage;

  async function open(options: TestBankOptions, context: BrowserContextOptions = {}): Promise<Page> {
    bank = await startTestBank([createExplorer()], options);
    watched = await openPage(browser, bank.url, { colorScheme: 'dark', ...context });
    await watched.page.goto(`${bank.url}/explorer`);
    return watched.page;
  }

  async function logIn(page: Page): Promise<void> {
    await page.click(onBar('log-in'));
    await page.locator(onBar('log-out')).waitFor();
    await page.locator(queryEditor).waitFor();
  }

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    expect(watched.strayRequests).toEqual([]);
    expect(watched.errors).toEqual([]);
    await watched.close();
    await bank.stop();
  });
  afterAll(() => browser.close());

  test('opens with the home query and nobody logged in', async () => {
    const page = await open({ tokenSeconds: 300 });
    await page.locator(queryEditor).waitFor();
    expect(await textOf(page, queryEditor)).toMatch(/^# Log in[\s\S]*query Home \{/);
    await page.locator(onBar('log-in')).waitFor();
    expect(await page.locator(onBar('log-out')).isVisible()).toBe(false);
    expect(await textOf(page, headersEditor)).toBe('');
  });

  test('shows the schema, its settings and its keys without a breach of the policy', async () => {
    const page = await open({ tokenSeconds: 300 });
    await page.click('[aria-label="Show Documentation Explorer"]');
    await page.getByText('Customer', { exact: true }).click();
    await page.getByText('displayName').first().waitFor();
    for (const dialog of ['Open settings dialog', 'Open short keys dialog']) {
      await page.click(`[aria-label="${dialog}"]`);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  test('logs in, shows the header that it sends, and runs the home query with it', async () => {
    const page = await open({ tokenSeconds: 300 });
    await logIn(page);
    expect(await page.locator(onBar('user-name')).textContent()).toBe('Олена Бондар');
    await page.click(onBar('user-name'));
    expect(await page.locator(onBar('who-am-i')).textContent()).toContain('olena');
    expect(page.url()).toBe(`${bank.url}/explorer`);
    expect(await page.locator(onBar('notice')).textContent()).toBe('');
    expect(JSON.parse(await textOf(page, headersEditor))).toEqual({ Authorization: `Bearer ${bank.issued[0]}` });
    await page.click(run);
    await page.locator(result).getByText('"0.10"').waitFor();
    expect(bank.asked.at(-1)).toEqual({ operation: 'Home', authorization: `Bearer ${bank.issued[0]}` });
  });

  test('tells somebody who is no customer what can be done here, and goes on telling after a renewal', async () => {
    const page = await open({ tokenSeconds: 62, person: { customer_number: undefined, name: 'Дана Гончар' } });
    await logIn(page);
    const notice = page.locator(onBar('notice'));
    expect(await notice.textContent()).toMatch(/^You are no customer: read the schema in Docs .* log in as olena/);
    await expect.poll(() => bank.issued.length, { timeout: 10_000 }).toBeGreaterThan(1);
    await expect.poll(async () => (await textOf(page, headersEditor)).includes(bank.issued.at(-1) ?? '-')).toBe(true);
    expect(await notice.textContent()).toMatch(/^You are no customer/);
    await page.click(onBar('log-out'));
    await page.locator(onBar('log-in')).waitFor();
    expect(await notice.textContent()).toBe('');
  });

  test('fits a phone: the answer below the query, the docs over both, and nothing beyond its edges', async () => {
    const phone = { viewport: { width: 390, height: 844 } };
    const page = await open({ tokenSeconds: 300, person: { name: 'Олександра Володимирівна Коваленко-Бондаренко' } }, phone);
    await logIn(page);
    const boxOf = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      if (box === null) throw new Error(`${selector} is not to be seen`);
      return { ...box, right: box.x + box.width, bottom: box.y + box.height };
    };
    await page.click(run);
    await page.locator(result).getByText('"0.10"').waitFor();
    const [query, answer] = [await boxOf('.graphiql-query-editor'), await boxOf('.result-window')];
    for (const pane of [query, answer]) {
      expect(pane.width).toBeGreaterThan(300);
      expect(pane.height).toBeGreaterThan(200);
    }
    expect(answer.y).toBeGreaterThan(query.bottom);
    expect(answer.bottom).toBeLessThanOrEqual(844);

    await page.click(onBar('user-name'));
    for (const part of ['log-out', 'who-am-i']) {
      const { x, right } = await boxOf(onBar(part));
      expect(x, part).toBeGreaterThanOrEqual(0);
      expect(right, part).toBeLessThanOrEqual(390);
    }
    await page.keyboard.press('Escape');

    await page.click('[aria-label="Show Documentation Explorer"]');
    await page.getByText('Root Types').waitFor();
    expect(await boxOf('.graphiql-plugin')).toMatchObject({ x: 0, width: 390 });
    expect(await boxOf('.graphiql-query-editor')).toEqual(query);
    await page.click('[aria-label="Hide Documentation Explorer"]');
    await page.click(run);
  });

  test('renews the token before it ends, in the pane and in what is sent', async () => {
    const page = await open({ tokenSeconds: 62 });
    await logIn(page);
    await expect.poll(() => bank.issued.length, { timeout: 10_000 }).toBeGreaterThan(1);
    await expect.poll(async () => (await textOf(page, headersEditor)).includes(bank.issued.at(-1) ?? '-')).toBe(true);
    await page.click(run);
    await page.locator(result).getByText('"0.10"').waitFor();
    expect(bank.asked.at(-1)?.authorization).not.toBe(`Bearer ${bank.issued[0]}`);
  });

  test('is still logged in after a reload, and keeps no token in any storage', async () => {
    const page = await open({ tokenSeconds: 300 });
    await logIn(page);
    await page.click(run);
    await page.locator(result).getByText('"0.10"').waitFor();
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain('eyJ');
    await page.reload();
    await expect.poll(() => bank.issued.length).toBe(2);
    await page.locator(headersEditor).waitFor();
    await expect.poll(async () => (await textOf(page, headersEditor)).includes(bank.issued[1] ?? '-')).toBe(true);
    await page.locator(onBar('log-out')).waitFor();
  });

  test('takes the newest token when the history brings back an old one', async () => {
    const page = await open({ tokenSeconds: 300 });
    await logIn(page);
    await page.click(run);
    await page.locator(result).getByText('"0.10"').waitFor();
    await page.reload();
    await expect.poll(() => bank.issued.length).toBe(2);
    await page.click('[aria-label="Show History"]');
    await page.locator('.graphiql-history-item-label').first().click();
    await expect.poll(async () => (await textOf(page, headersEditor)).includes(bank.issued[1] ?? '-')).toBe(true);
  });

  test('logs out, and the header is gone', async () => {
    const page = await open({ tokenSeconds: 300 });
    await logIn(page);
    await page.click(onBar('log-out'));
    await page.locator(onBar('log-in')).waitFor();
    await page.locator(queryEditor).waitFor();
    expect(await textOf(page, headersEditor)).toBe('');
    await page.reload();
    await page.locator(onBar('log-in')).waitFor();
    expect(bank.issued).toHaveLength(1);
  });

  test('says that the session has ended when Keycloak refuses to renew it', async () => {
    const page = await open({ tokenSeconds: 62 });
    await logIn(page);
    bank.endSession();
    await page.locator(onBar('notice')).getByText('Your session has ended.').waitFor();
    await page.locator(onBar('log-in')).waitFor();
    expect(await textOf(page, headersEditor)).toBe('');
    expect(watched.errors.splice(0).join()).toContain('400');
  });
});
