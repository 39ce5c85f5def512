import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumMissing, launchChromium } from '#platform/testkit/chromium.ts';
import { seriousFaults } from '../testkit/axe.ts';
import type { BankAtWork } from '../testkit/bank-at-work.ts';
import { logInAs, settled, startWebBank } from '../testkit/web-bank.ts';

const title = `payees in the web bank${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;

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

  it('are added, renamed and removed, with what is wrong beside its field', async () => {
    const { page, errors, close } = await logInAs(browser, bank, 'olena', { locale: 'en-GB' });
    await page.getByRole('link', { name: 'Payees' }).click();
    await page.getByText('The people you pay will be here').waitFor();
    await settled(page);
    await looksRight(page, 'no payees');

    await page.getByTestId('add-payee').click();
    await page.getByLabel('Phone number', { exact: true }).last().fill('12345');
    await page.getByTestId('save-payee').click();
    await page.getByText('Enter a name of up to 70 characters.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Iryna Melnyk');
    await page.getByTestId('save-payee').click();
    await page.getByText('This is not a Ukrainian phone number.').waitFor();
    expect(await page.locator('input[aria-invalid="true"]').inputValue()).toBe('12345');
    await looksRight(page, 'a wrong phone number');
    await page.locator('input[aria-invalid="true"]').fill('067 123-45-67');
    await page.getByTestId('save-payee').click();
    await page.locator('.payee', { hasText: '+380 67 123 45 67' }).getByText('Iryna Melnyk').waitFor();
    expect(await page.locator('.payee-picture').getAttribute('data-initials')).toBe('IM');

    await add(page, 'Rent', 'UA21 3223 1300 0002 6007 2335 6600 1');
    await page.locator('.payee', { hasText: 'Rent' }).waitFor();
    await looksRight(page, 'payees');

    await page.getByRole('button', { name: 'Rename: Rent' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Rent of the flat');
    await page.getByTestId('save-payee').click();
    await page.getByText('Rent of the flat').waitFor();

    await page.getByRole('button', { name: 'Remove: Iryna Melnyk' }).click();
    await page.getByRole('heading', { name: 'Remove the payee Iryna Melnyk?' }).waitFor();
    await looksRight(page, 'the question');
    await page.getByTestId('confirm').click();
    await page.locator('.payee', { hasText: 'Iryna' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.payee').waitFor();
    expect(await page.locator('.payee-name').allTextContents()).toEqual(['Rent of the flat']);
    expect(errors).toEqual([]);
    await close();
  });

  it('refuse a card number, and one who is there already', async () => {
    const { page, close } = await logInAs(browser, bank, 'andriy', { locale: 'en-GB' });
    await page.goto(`${bank.url}/payees`);
    await add(page, 'Petro', '4111 1111 1111 1111');
    await page.getByText('A card number cannot be used here').waitFor();
    await page.keyboard.press('Escape');
    for (const name of ['Petro', 'Petro again']) await add(page, name, 'UA213223130000026007233566001');
    await page.getByText('You have saved this payee already.').waitFor();
    expect(await page.locator('.payee').count()).toBe(1);
    await close();
  });

  it('are there again after a failed try, once, whose key is the same', async () => {
    const { page, close } = await logInAs(browser, bank, 'bohdan', { locale: 'en-GB' });
    await page.goto(`${bank.url}/payees`);
    const keys: string[] = [];
    await page.route('**/graphql', async (route) => {
      const body = route.request().postDataJSON() as { query: string; variables: { input?: { idempotencyKey: string } } };
      if (!body.query.includes('createPayee')) return route.continue();
      keys.push(body.variables.input?.idempotencyKey ?? '');
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await add(page, 'Lost', 'UA213223130000026007233566001');
    await page.getByText('it will not be done twice').waitFor();
    await page.getByTestId('save-payee').click();
    await page.locator('.payee', { hasText: 'Lost' }).waitFor();
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
    await close();
  });
});

async function add(page: Page, name: string, iban: string): Promise<void> {
  await page.getByTestId('add-payee').click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Account (IBAN)' }).click();
  await page.getByRole('textbox', { name: 'Account (IBAN)' }).fill(iban);
  await page.getByTestId('save-payee').click();
}

/** What axe has against the page as it is, in both colour schemes, and whether a phone shows it without scrolling sideways. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${name}, ${width} pixels`).toBeLessThanOrEqual(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate('Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => undefined)');
      expect(await seriousFaults(page), `${name}, ${colorScheme}, ${width} pixels`).toEqual([]);
    }
  }
}
