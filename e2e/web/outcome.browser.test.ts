import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { knownCards } from '#legacy-adapters/simulation/world/cards.ts';
import { chromiumMissing, launchChromium } from '#platform/testkit/chromium.ts';
import type { BankAtWork } from '../testkit/bank-at-work.ts';
import { logIn as tokenOf } from '../testkit/bank-process.ts';
import { logInAs, startWebBank } from '../testkit/web-bank.ts';

const title = `a lock whose answer is lost, in Chromium${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;
const card = knownCards.olenaDebit;

describe.skipIf(chromiumMissing !== undefined)(title, () => {
  let bank: BankAtWork;
  let browser: Browser;
  beforeAll(async () => {
    [bank, browser] = await Promise.all([startWebBank({ LEGACY_DEADLINE_MS: '1500' }), launchChromium()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await bank.stop();
  });
  beforeEach(() => bank.reset());

  /** The page of Olena's active debit card, and the keys under which it has asked for changes so far. */
  async function cardPage(viewport = { width: 1280, height: 900 }) {
    const watched = await logInAs(browser, bank, 'olena', { viewport });
    const { page } = watched;
    const keys: string[] = [];
    page.on('request', (request) => {
      const { variables } = (request.url().endsWith('/graphql') ? (request.postDataJSON() ?? {}) : {}) as {
        variables?: { input?: { idempotencyKey?: string } };
      };
      if (variables?.input?.idempotencyKey !== undefined) keys.push(variables.input.idempotencyKey);
    });
    await page
      .locator('a.wallet-card[data-network="VISA"]')
      .last()
      .click({ position: { x: 40, y: 20 } });
    await page.getByTestId('lock').waitFor();
    return { page, keys, close: watched.close };
  }

  async function press(page: Page): Promise<void> {
    await page.getByTestId('lock').click();
    await page.getByTestId('confirm').click();
  }

  const journal = () => bank.cardProcessing.journal().map(({ from, to }) => `${from}-${to}`);
  const unknown = (page: Page) => page.locator('.said-unknown');

  it('with the reply, after it was done: asks how the card stands, and says what it finds', async () => {
    const { page, keys, close } = await cardPage();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('LockCard') !== true) return route.fallback();
      await route.fetch();
      await route.abort('connectionreset');
    });
    const before = journal().length;
    await press(page);
    await page.locator('.said-good').waitFor();
    await page.locator('.pill[data-status="LOCKED"]').waitFor();
    expect(await page.locator('.said-bad').count()).toBe(0);
    expect([journal().slice(before), keys.length]).toEqual([['A-L'], 1]);
    await page.unrouteAll();

    bank.cardProcessing.switches.truncateAt = 'half';
    bank.cardProcessing.switches.operations = ['UnlockCard'];
    await press(page);
    await page.locator('.said-good', { hasText: 'розблоковано' }).waitFor();
    await page.locator('.pill[data-status="ACTIVE"]').waitFor();
    expect([journal().slice(before), keys.length]).toEqual([['A-L', 'L-A'], 2]);
    expect(keys[0]).not.toBe(keys[1]);
    await close();
  });

  it('while card processing hangs: says that nobody knows yet, and keeps one key through tries and a reload', async () => {
    const { page, keys, close } = await cardPage({ width: 390, height: 844 });
    Object.assign(bank.cardProcessing.switches, { hang: true, operations: ['LockCard'] });
    await press(page);
    await unknown(page).waitFor();
    expect(await unknown(page).textContent()).toContain('Ми ще не знаємо, чи заблоковано картку');
    expect(await page.locator('.said-bad').count()).toBe(0);
    await page.reload();
    await unknown(page).waitFor();
    await page.getByTestId('check').waitFor();
    expect(await page.locator('.pill').getAttribute('data-status')).toBe('ACTIVE');
    bank.cardProcessing.switches.hang = false;
    await press(page);
    await page.locator('.said-good').waitFor();
    expect(bank.cardProcessing.status(card)?.code).toBe('L');
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);

    // The next wish is another one, and has another key.
    await press(page);
    await page.locator('.said-good', { hasText: 'розблоковано' }).waitFor();
    expect(new Set(keys).size).toBe(2);
    await close();
  }, 90_000);

  it('and found later: asks again by its own button', async () => {
    const { page, close } = await cardPage();
    Object.assign(bank.cardProcessing.switches, { hang: true, operations: ['LockCard'] });
    await press(page);
    await page.getByTestId('check').waitFor({ timeout: 60_000 });
    bank.cardProcessing.switches.hang = false;
    const input = { cardId: new URL(page.url()).pathname.split('/').at(-1), idempotencyKey: 'by-telephone' };
    const query = 'mutation ($input: LockCardInput!) { lockCard(input: $input) { __typename } }';
    const authorization = `Bearer ${await tokenOf(bank.url, 'olena')}`;
    const { data } = await bank.post(JSON.stringify({ query, variables: { input } }), { authorization });
    expect(data.lockCard.__typename).toBe('LockCardSuccess');
    await page.getByTestId('check').click();
    await page.locator('.said-good').waitFor();
    await page.locator('.pill[data-status="LOCKED"]').waitFor();
    await close();
  }, 90_000);
});
