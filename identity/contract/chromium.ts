import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chromiumMissing, launchChromium } from '#platform/testkit/chromium.ts';
import type { ContractSubject } from './contract.ts';

const title = `keycloak-js in Chromium${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;

const sessionSchema = z.object({
  token: z.string(),
  customerNumber: z.string(),
  refreshType: z.string(),
  roles: z.array(z.string()),
});

/** `webOrigin` serves an application that signs in with keycloak-js and keeps it in `window.keycloak`. */
export function describeChromium({ webOrigin }: ContractSubject): void {
  describe.skipIf(chromiumMissing !== undefined)(title, () => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await launchChromium();
    });

    afterAll(async () => {
      await browser.close();
    });

    it('signs in, refreshes, reads the profile and signs out', async () => {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) problems.push(message.text());
      });
      await page.goto(webOrigin());
      await signIn(page, 'olena');
      const first = await session(page);
      expect(first).toMatchObject({ customerNumber: '100000000000000117', refreshType: 'Refresh', roles: ['customer'] });

      expect(await page.evaluate('keycloak.updateToken(-1)')).toBe(true);
      expect((await session(page)).token).not.toBe(first.token);
      expect(await page.evaluate('keycloak.loadUserInfo()')).toMatchObject({ preferred_username: 'olena' });

      await page.evaluate('void keycloak.logout()');
      // The application insists on a sign-in, so the page to sign in at comes back.
      await page.locator('input[type=password]').waitFor();
      expect(problems).toEqual([]);
    });

    it('shows what is wrong after a wrong password, and lets the person try again', async () => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(webOrigin());
      await fill(page, 'andriy', 'wrong');
      await page.getByText(/(?:Wrong|Invalid) user ?name or password/).waitFor();
      await signIn(page, 'andriy');
      expect(await session(page)).toMatchObject({ customerNumber: '100000000000000563' });
    });
  });
}

async function fill(page: Page, username: string, password: string): Promise<void> {
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
}

async function signIn(page: Page, username: string): Promise<void> {
  await fill(page, username, 'portico-demo');
  await page.waitForFunction('window.keycloak?.authenticated === true');
}

async function session(page: Page): Promise<z.infer<typeof sessionSchema>> {
  return sessionSchema.parse(
    await page.evaluate(`({
      token: keycloak.token,
      customerNumber: keycloak.tokenParsed.customer_number,
      refreshType: keycloak.refreshTokenParsed.typ,
      roles: keycloak.realmAccess.roles,
    })`),
  );
}
