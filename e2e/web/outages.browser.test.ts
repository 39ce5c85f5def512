import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { knownCards } from '#legacy-adapters/simulation/world/cards.ts';
import { chromiumMissing, launchChromium, openPage } from '#platform/testkit/chromium.ts';
import type { BankAtWork } from '../testkit/bank-at-work.ts';
import { logIn, logInAs, settled, startWebBank, turn } from '../testkit/web-bank.ts';

const title = `the web bank where a card is locked and where a system is unavailable${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;

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

  // The first, since nobody has asked for the rates yet: a bank that knows them keeps them for a while.
  it('without the rates still lets in, shows the rest, and heals by the part’s own button', async () => {
    await turn(bank.coreBanking, { errorRate: 1, operations: ['GetExchangeRates'] });
    const watched = await openPage(browser, bank.url, { locale: 'uk-UA', reducedMotion: 'reduce' });
    const { page } = watched;
    await page.goto(bank.url);
    await page.locator('.login-rates-unavailable').waitFor();
    await logIn(page, 'olena');
    await page.locator('.home-rates .trouble').waitFor();
    await settled(page);
    expect(await page.locator('.tile').count()).toBe(5);
    expect(await page.locator('.trouble').count()).toBe(1);
    await turn(bank.coreBanking, { errorRate: 0, operations: [] });
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
  });

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

  it('shows a lock at once, and takes it back with a sentence when card processing fails in the middle of it', async () => {
    const { page, close } = await logInAs(browser, bank, 'olena');
    await page.locator('a.wallet-card[data-network="VISA"]').last().click(strip);
    await page.getByTestId('lock').click();
    await turn(bank.cardProcessing, { errorRate: 1, latencyMs: 400, operations: ['LockCard'] });
    await page.getByTestId('confirm').click();
    await page.locator('.pill[data-status="LOCKED"]').waitFor();
    await page.locator('.pill[data-status="ACTIVE"]').waitFor();
    expect(await page.locator('.said-unknown').textContent()).toContain('Ми ще не знаємо, чи заблоковано картку');
    await close();
  });

  it('with one system unavailable shows the rest, says kindly what is missing, and heals by the part’s own button', async () => {
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

  it('with one operation of a system unavailable keeps what its other operations brought', async () => {
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
});

/** The part of a card that the cards over it leave in sight. */
const strip = { position: { x: 40, y: 20 } };
