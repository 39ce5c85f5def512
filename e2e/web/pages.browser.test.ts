import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumMissing, launchChromium, openPage } from '#platform/testkit/chromium.ts';
import type { BankAtWork } from '../testkit/bank-at-work.ts';
import { amountsIn, askAs, logIn, logInAs, settled, startWebBank } from '../testkit/web-bank.ts';

const title = `the web bank's pages${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;

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

  it('shows a customer her balances as the graph has them, to the last digit', async () => {
    for (const user of ['olena', 'bohdan']) {
      const { me } = await askAs(bank, user, '{ me { accounts { balance { amount currency } available { amount currency } } } }');
      const watched = await logInAs(browser, bank, user);
      const { page } = watched;
      await settled(page);
      const shown = await amountsIn(page, '.tile-money');
      for (const { balance } of me.accounts) expect(shown).toContainEqual(expect.objectContaining(balance));
      for (const { amount, text } of shown) expect(text.replace(/[^\d\u2212]/g, '')).toBe(amount.replace('-', '\u2212').replace('.', ''));
      expect([watched.errors, watched.strayRequests]).toEqual([[], []]);
      await watched.close();
    }
  });

  it('shows the rates of the bank to whoever comes by, and a customer all of them', async () => {
    const { data } = await bank.post(JSON.stringify({ query: '{ exchangeRates { currency units buy sell } }' }));
    const lines = (data.exchangeRates as { currency: string; units: number; buy: string; sell: string }[]).map(
      ({ currency, units, buy, sell }) => [units === 1 ? currency : `${units} ${currency}`, buy.replace('.', ','), sell.replace('.', ',')],
    );
    const watched = await openPage(browser, bank.url, { locale: 'uk-UA', reducedMotion: 'reduce' });
    const { page } = watched;
    await page.goto(bank.url);
    await page.locator('.login-rates tbody tr').first().waitFor();
    expect(await ratesIn(page)).toEqual(lines.slice(0, 3));
    await logIn(page, 'taras');
    await settled(page);
    expect(await ratesIn(page)).toEqual(lines);
    expect([watched.errors, watched.strayRequests]).toEqual([[], []]);
    await watched.close();
  });

  it('opens the bank details of an account by their address, and comes back to them after the log-in', async () => {
    const { me } = await askAs(bank, 'olena', '{ me { accounts { id bankDetails { iban } } } }');
    const [, { id, bankDetails }] = me.accounts;
    const { page, close } = await openPage(browser, bank.url, { locale: 'uk-UA', reducedMotion: 'reduce' });
    await page.goto(`${bank.url}/accounts/${id}/bank-details`);
    await logIn(page, 'olena');
    await page.locator('.sheet').waitFor();
    expect((await page.locator('.sheet').textContent())?.replaceAll('\u00a0', '')).toContain(bankDetails.iban);
    expect(new URL(page.url()).pathname).toBe(`/accounts/${id}/bank-details`);
    await close();
  });

  it('shows half a year of spending by one request, the last month by category, and what is on hold', async () => {
    const watched = await logInAs(browser, bank, 'iryna');
    const { page } = watched;
    await page.locator('.tile').first().click();
    await page.locator('.account-page .month-bar').first().waitFor();
    await settled(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      const body = request.url().endsWith('/graphql') ? (request.postData() ?? '') : '';
      if (body.includes('query Spending')) asked.push(body);
    });
    await page.reload();
    await page.locator('.account-page .month-bar').first().waitFor();
    await settled(page);
    expect(await page.locator('.account-page .month').count()).toBe(6);
    expect(await page.locator('.spending-categories li').count()).toBeGreaterThan(2);
    expect(asked).toHaveLength(1);
    expect([watched.errors, watched.strayRequests]).toEqual([[], []]);
    await watched.close();

    const olena = await logInAs(browser, bank, 'olena');
    await settled(olena.page);
    expect(await olena.page.locator('.home-transactions .transaction-hold').count()).toBe(1);
    await olena.page.locator('.home-transactions .transaction').first().click();
    expect(await olena.page.locator('.sheet').textContent()).toContain('•• 2216');
    await olena.close();
  });

  it('copies bank details one by one and all together', async () => {
    const { page, close } = await logInAs(browser, bank, 'olena', { permissions: ['clipboard-read', 'clipboard-write'] });
    const { me } = await askAs(bank, 'olena', '{ me { accounts { id bankDetails { iban recipientName } } } }');
    const [{ id, bankDetails }] = me.accounts;
    const clipboard = () => page.evaluate('navigator.clipboard.readText()');
    await page.goto(`${bank.url}/accounts/${id}/bank-details`);
    await page.locator('.sheet .button-icon[aria-label*="IBAN"]').click();
    await expect.poll(clipboard).toBe(bankDetails.iban);
    await page.locator('.sheet-actions button').click();
    await expect.poll(clipboard).toContain(`IBAN: ${bankDetails.iban}`);
    expect(await clipboard()).toContain(bankDetails.recipientName);
    await close();
  });

  it('speaks the language that the reader chooses, the bank’s own sentences too', async () => {
    const { page, close } = await logInAs(browser, bank, 'olena');
    await page.getByTestId('user-menu').click();
    await page.getByText('English').click();
    await page.getByRole('heading', { name: 'Accounts', exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const asked = page.waitForRequest((request) => request.url().endsWith('/graphql'));
    await page.locator('.tile').first().click();
    expect((await (await asked).allHeaders())['accept-language']).toBe('en');
    await close();
  });

  it('says nothing is there to somebody without accounts and cards', async () => {
    const watched = await logInAs(browser, bank, 'taras');
    await settled(watched.page);
    expect(await watched.page.locator('.nothing').count()).toBe(3);
    expect(watched.errors).toEqual([]);
    await watched.close();
  });
});

/** The rows of the table of rates, as a person reads them. */
async function ratesIn(page: Page): Promise<string[][]> {
  const rows = await page.locator('.rates tbody tr').all();
  return Promise.all(
    rows.map(async (row) => [...(await row.locator('.rates-code').allTextContents()), ...(await row.locator('td').allTextContents())]),
  );
}
