import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { knownCards } from '#legacy-adapters/simulation/world/cards.ts';
import { chromiumMissing, launchChromium, openPage } from '#platform/testkit/chromium.ts';
import { seriousFaults } from './testkit/axe.ts';
import type { BankAtWork } from './testkit/bank-at-work.ts';
import { logIn as tokenOf } from './testkit/bank-process.ts';
import { longestTask } from './testkit/longest-task.ts';
import { amountsIn, logIn, logInAs, settled, startWebBank } from './testkit/web-bank.ts';

const title = `the web bank in Chromium${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;
const built = new URL('../clients/web/dist/', import.meta.url);

let bank: BankAtWork;
beforeAll(async () => {
  bank = await startWebBank();
}, 120_000);
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

/** Turns switches of a simulator over HTTP, as a person does with curl. */
async function turn(simulator: { readonly url: string }, switches: object): Promise<void> {
  const response = await fetch(new URL('/_switches', simulator.url), { method: 'PUT', body: JSON.stringify(switches) });
  expect(response.status).toBe(200);
}

describe('the first load of the web bank', () => {
  it('is under 250 kB gzipped, fonts of the page included', () => {
    const html = readFileSync(new URL('index.html', built), 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css|svg))"/g)].map(([, file]) => file ?? '');
    const css = named.filter((file) => file.endsWith('.css')).map((file) => readFileSync(new URL(file, built), 'utf8'));
    const fonts = [...css.join('').matchAll(/\/(assets\/inter-(?:latin|cyrillic)-wght[^)"']+\.woff2)/g)].map(([, file]) => file ?? '');
    expect(named.filter((file) => file.endsWith('.js')).length).toBeGreaterThanOrEqual(2);
    expect(new Set(fonts).size).toBe(2);
    const bytes = [...named, ...new Set(fonts), 'portico-front.svg', 'portico-columns.svg'].map((file) => {
      const content = readFileSync(new URL(file, built));
      return file.endsWith('.woff2') ? content.byteLength : gzipSync(content).byteLength;
    });
    const all = gzipSync(html).byteLength + bytes.reduce((total, size) => total + size, 0);
    expect(all).toBeLessThan(250_000);
  });

  it('holds one React, the one of its own package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../clients/web/node_modules/react/package.json', import.meta.url), 'utf8'));
    const html = readFileSync(new URL('index.html', built), 'utf8');
    const scripts = [...html.matchAll(/\/(assets\/[^"]+\.js)"/g)]
      .map(([, file]) => readFileSync(new URL(file ?? '', built), 'utf8'))
      .join('');
    expect(scripts).toContain(version);
    // React's development build is several times slower and warns on the console.
    expect(scripts).not.toContain('jsxDEV');
    expect(scripts).not.toMatch(/\b18\.\d+\.\d+\b/);
  });

  it('comes with a policy that allows nothing inline, and knows its own addresses from wrong ones', async () => {
    const response = await fetch(`${bank.url}/cards/card_x`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self'; /);
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(await response.text()).not.toContain('{{');
    expect((await fetch(`${bank.url}/cards/card_x/nothing`)).status).toBe(404);
  });
});

describe.skipIf(chromiumMissing !== undefined)(title, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('shows a customer her balances as the graph has them, to the last digit', async () => {
    for (const user of ['olena', 'bohdan']) {
      const { me } = await ask(user, '{ me { accounts { balance { amount currency } available { amount currency } } } }');
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

  it('without the rates still lets in, shows the rest, and heals by the part’s own button', async () => {
    const parts = 'simulators,identity,subgraphs,gateway,pages';
    const troubled = await startWebBank({ PORTICO_PARTS: parts });
    await turn(troubled.coreBanking, { errorRate: 1, operations: ['GetExchangeRates'] });
    const watched = await openPage(browser, troubled.url, { locale: 'uk-UA', reducedMotion: 'reduce' });
    const { page } = watched;
    await page.goto(troubled.url);
    await page.locator('.login-rates-away').waitFor();
    await logIn(page, 'olena');
    await page.locator('.home-rates .trouble').waitFor();
    await settled(page);
    expect(await page.locator('.tile').count()).toBe(5);
    expect(await page.locator('.trouble').count()).toBe(1);
    await turn(troubled.coreBanking, { errorRate: 0, operations: [] });
    const retry = page.locator('.home-rates .trouble button');
    // The bank leaves a core in trouble alone for two seconds.
    await expect
      .poll(
        async () => {
          if ((await retry.count()) > 0) await retry.click();
          return page.locator('.home-rates tbody tr').count();
        },
        { timeout: 15_000 },
      )
      .toBe(6);
    expect(watched.errors).toEqual([]);
    await watched.close();
    await troubled.stop();
  });

  it('scrolls 5,000 transactions without a long task, and finds one of them', async ({ annotate }) => {
    const { me } = await ask('iryna', '{ me { accounts { id } } }');
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
    const { account } = await ask(
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

  it('locks a card after a question, at card processing too, and unlocks it again', async () => {
    const { page, close } = await logInAs(browser, bank, 'olena');
    await page.locator('a.wallet-card[data-network="VISA"]').last().click(strip);
    await page.getByTestId('lock').click();
    await page.getByTestId('confirm').click();
    await page.locator('.pill[data-status="LOCKED"]').waitFor();
    await page.locator('.said-good').waitFor();
    expect(bank.cardProcessing.status(knownCards.olenaDebit)?.code).toBe('L');
    await page.getByTestId('lock').click();
    await page.getByTestId('confirm').click();
    await page.locator('.pill[data-status="ACTIVE"]').waitFor();
    await page.locator('.said-good').waitFor();
    expect(bank.cardProcessing.status(knownCards.olenaDebit)?.code).toBe('A');
    await close();
  });

  it('shows a lock at once, and takes it back with a sentence when card processing fails', async () => {
    const { page, close } = await logInAs(browser, bank, 'olena');
    await page.locator('a.wallet-card[data-network="VISA"]').last().click(strip);
    await page.getByTestId('lock').click();
    await turn(bank.cardProcessing, { errorRate: 1, latencyMs: 400, operations: ['LockCard'] });
    await page.getByTestId('confirm').click();
    await page.locator('.pill[data-status="LOCKED"]').waitFor();
    await page.locator('.pill[data-status="ACTIVE"]').waitFor();
    expect(await page.locator('.said-bad').textContent()).toMatch(/не заблоковано/);
    await close();
  });

  it('with one system away shows the rest, says kindly what is missing, and heals by the part’s own button', async () => {
    await turn(bank.cardProcessing, { errorRate: 1 });
    const { page, close } = await logInAs(browser, bank, 'olena');
    await page.locator('.home-cards .trouble').waitFor();
    await settled(page);
    expect(await page.locator('.home-cards .trouble').textContent()).toContain('Одна із систем банку не відповідає');
    expect(await page.locator('.tile').count()).toBe(5);
    expect(await page.locator('.transaction').count()).toBeGreaterThan(0);
    await turn(bank.cardProcessing, { errorRate: 0 });
    await page.locator('.home-cards .trouble button').click();
    await page.locator('.wallet-card').first().waitFor();
    expect(await page.locator('.trouble').count()).toBe(0);
    await close();

    await turn(bank.coreBanking, { errorRate: 1 });
    const other = await logInAs(browser, bank, 'olena');
    await other.page.locator('.home-accounts .trouble').waitFor();
    await other.page.locator('.wallet-card').first().waitFor();
    await turn(bank.coreBanking, { errorRate: 0 });
    await other.page.locator('.home-accounts .trouble button').click();
    await other.page.locator('.tile').first().waitFor();
    await other.close();
  });

  it('with one operation of a system away keeps what its other operations brought', async () => {
    await turn(bank.coreBanking, { errorRate: 1, operations: ['GetStatements'] });
    const { page, close } = await logInAs(browser, bank, 'olena');
    await page.locator('.home-transactions .trouble').waitFor();
    await settled(page);
    expect(await page.locator('.tile').count()).toBe(5);
    expect(await page.getByTestId('totals').count()).toBe(1);
    await turn(bank.coreBanking, { errorRate: 0, operations: [] });
    await page.locator('.home-transactions .trouble button').click();
    await page.locator('.transaction').first().waitFor();
    await close();
  });

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

  it('opens the bank details of an account by their address, and comes back to them after the log-in', async () => {
    const { me } = await ask('olena', '{ me { accounts { id bankDetails { iban } } } }');
    const [, { id, bankDetails }] = me.accounts;
    const { page, close } = await openPage(browser, bank.url, { locale: 'uk-UA', reducedMotion: 'reduce' });
    await page.goto(`${bank.url}/accounts/${id}/bank-details`);
    await logIn(page, 'olena');
    await page.locator('.sheet').waitFor();
    expect((await page.locator('.sheet').textContent())?.replaceAll('\u00a0', '')).toContain(bankDetails.iban);
    expect(new URL(page.url()).pathname).toBe(`/accounts/${id}/bank-details`);
    await close();
  });

  it('copies bank details one by one and all together', async () => {
    const { page, close } = await logInAs(browser, bank, 'olena', { permissions: ['clipboard-read', 'clipboard-write'] });
    const { me } = await ask('olena', '{ me { accounts { id bankDetails { iban recipientName } } } }');
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

  it.each(['light', 'dark'] as const)('has nothing that axe calls serious, in %s', async (colorScheme) => {
    const watched = await openPage(browser, bank.url, { locale: 'uk-UA', colorScheme, reducedMotion: 'reduce' });
    const { page } = watched;
    await page.goto(bank.url);
    await page.locator('.login-rates tbody tr').first().waitFor();
    expect(await seriousFaults(page), 'the log-in page').toEqual([]);
    await logIn(page, 'olena');
    await settled(page);
    expect(await seriousFaults(page), 'home').toEqual([]);
    await page.getByTestId('user-menu').click();
    await page.locator('.menu').waitFor();
    expect(await seriousFaults(page), 'the menu').toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.tile').first().click();
    await page.locator('.statement-row').nth(3).waitFor();
    await settled(page);
    await page.getByTestId('more-filters').click();
    expect(await seriousFaults(page), 'an account').toEqual([]);
    await page.getByTestId('bank-details').click();
    await page.locator('.sheet').waitFor();
    expect(await seriousFaults(page), 'bank-details').toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.account-side .card-row').first().click();
    await page.getByTestId('lock').waitFor();
    await settled(page);
    expect(await seriousFaults(page), 'a card').toEqual([]);
    await page.goto(`${bank.url}/accounts/acc_nothing`);
    await page.locator('.not-found').waitFor();
    expect(await seriousFaults(page), 'not found').toEqual([]);
    await watched.close();
  });

  it.each([390, 768, 1440])('fits %i pixels without scrolling sideways', async (width) => {
    for (const user of ['mykola', 'bohdan']) {
      const { page, close } = await logInAs(browser, bank, user, { viewport: { width, height: 844 } });
      await settled(page);
      expect(await overflow(page), `${user}, home`).toBeLessThanOrEqual(0);
      await page.locator('.tile').first().click();
      await page.locator('.statement-row').first().waitFor();
      expect(await overflow(page), `${user}, an account`).toBeLessThanOrEqual(0);
      await page.goto(bank.url);
      await page.locator('.wallet-card').last().click();
      await page.locator('.card-head').waitFor();
      expect(await overflow(page), `${user}, a card`).toBeLessThanOrEqual(0);
      await close();
    }
  });

  it('says nothing is there to somebody without accounts and cards', async () => {
    const watched = await logInAs(browser, bank, 'taras');
    await settled(watched.page);
    expect(await watched.page.locator('.nothing').count()).toBe(3);
    expect(watched.errors).toEqual([]);
    await watched.close();
  });
});

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to find
async function ask(user: string, query: string): Promise<any> {
  const authorization = `Bearer ${await tokenOf(bank.url, user)}`;
  const { data, errors } = await bank.post(JSON.stringify({ query }), { authorization });
  expect(errors).toEqual([]);
  return data;
}

/** The rows of the board of rates, as a person reads them. */
async function ratesIn(page: Page): Promise<string[][]> {
  const rows = await page.locator('.rates tbody tr').all();
  return Promise.all(
    rows.map(async (row) => [...(await row.locator('.rates-code').allTextContents()), ...(await row.locator('td').allTextContents())]),
  );
}

/** The part of a card that the cards over it leave in sight. */
const strip = { position: { x: 40, y: 20 } };

function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}

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
