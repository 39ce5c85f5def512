import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, type WatchedPage } from '#platform/testkit/chromium.ts';
import { type BankAtWork, startBankAtWork } from './bank-at-work.ts';
import { logIn as tokenOf } from './bank-process.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The bank with its pages and the identity stand-in, in this process, so that a test sees into the simulators. */
export async function startWebBank(environment: Readonly<Record<string, string>> = {}): Promise<BankAtWork> {
  // What `npm test` does first, for whoever runs one file alone; nothing when the build is of these sources.
  await promisify(execFile)(process.execPath, ['tools/set-up.mjs', '--with-web'], { cwd: root });
  return startBankAtWork({
    PORTICO_PARTS: 'all',
    IDENTITY_ISSUER: '',
    IDENTITY_JWKS_URL: '',
    CERBERUS_TOKEN_URL: '',
    // A browser knows what day it is, so its world is of today.
    SIMULATED_WORLD_DAY: '',
    ...environment,
  });
}

/** Opens the web bank as somebody who has logged in: the first time by Keycloak's form, as a person does, then by the session that it left. */
export async function logInAs(
  browser: Browser,
  bank: BankAtWork,
  username: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const kept = sessionsOf(bank);
  const session = kept.get(username);
  const watched = await openPage(browser, bank.url, {
    locale: 'uk-UA',
    reducedMotion: 'reduce',
    ...(session === undefined ? {} : { storageState: session }),
    ...options,
  });
  const { page } = watched;
  await page.goto(bank.url);
  if (session === undefined) await logIn(page, username);
  else await page.getByTestId('user-menu').waitFor();
  kept.set(username, await page.context().storageState());
  return watched;
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
const sessions = new WeakMap<BankAtWork, Map<string, Session>>();

/** The log-ins of a bank, by user name, each kept for the next page of that user. */
function sessionsOf(bank: BankAtWork): Map<string, Session> {
  const kept = sessions.get(bank) ?? new Map<string, Session>();
  sessions.set(bank, kept);
  return kept;
}

export async function logIn(page: Page, username: string): Promise<void> {
  await page.getByTestId('log-in').click();
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill('portico-demo');
  await page.locator('input[name="password"]').press('Enter');
  await page.getByTestId('user-menu').waitFor();
}

/** Waits until no part of the page is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  while ((await page.locator('[aria-busy="true"]').count()) > 0)
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** The amounts that a part of the page shows, exact, as its elements carry them and as a person reads them. */
export function amountsIn(page: Page, selector: string): Promise<{ amount: string; currency: string; text: string }[]> {
  return page.locator(`${selector} [data-amount]`).evaluateAll((elements) =>
    (elements as unknown as { dataset: { amount: string; currency: string }; textContent: string }[]).map(({ dataset, textContent }) => ({
      amount: dataset.amount,
      currency: dataset.currency,
      text: textContent,
    })),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to find
export async function askAs(bank: BankAtWork, user: string, query: string): Promise<any> {
  const authorization = `Bearer ${await tokenOf(bank.url, user)}`;
  const { data, errors } = await bank.post(JSON.stringify({ query }), { authorization });
  expect(errors).toEqual([]);
  return data;
}

/** Turns switches of a simulator over HTTP, as a person does with curl. */
export async function turn(simulator: { readonly url: string }, switches: object): Promise<void> {
  const response = await fetch(new URL('/_switches', simulator.url), { method: 'PUT', body: JSON.stringify(switches) });
  expect(response.status).toBe(200);
}
