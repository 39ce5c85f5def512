import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumMissing, launchChromium, openPage } from '#platform/testkit/chromium.ts';
import { createWelcome } from './index.ts';
import { serveWelcome, type WelcomeServer } from './welcome.testkit.ts';

const title = `the welcome page in Chromium${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;

describe.skipIf(chromiumMissing !== undefined)(title, () => {
  let browser: Browser;
  let server: WelcomeServer;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(async () => {
    server = await serveWelcome(createWelcome({ url: 'http://localhost:4000', demoUsers: true }));
  });
  afterEach(() => server.stop());
  afterAll(() => browser.close());

  test('shows that the bank is ready, part by part, with a part that it has no words for too', async () => {
    server.health = { status: 'ready', checks: { 'core-banking': 'ok', ledger: 'ok' } };
    const { page, strayRequests, errors, close } = await openPage(browser, server.url);
    await page.goto(`${server.url}/about`);
    await page.locator('#overall').getByText('Ready', { exact: true }).waitFor();
    expect(await page.locator('[data-checks="core-banking"] .mark').textContent()).toBe('ok');
    expect(await page.locator('#others li').textContent()).toMatch(/^ledger\s*ok$/);
    expect([strayRequests, errors]).toEqual([[], []]);
    await close();
  });

  test('shows what is wrong when the bank is not ready, and as text whatever a check says', async () => {
    server.health = { status: 'not ready', checks: { identity: '<b>down</b>' } };
    const { page, close } = await openPage(browser, server.url);
    await page.goto(`${server.url}/about`);
    await page.locator('#overall').getByText('Not ready').waitFor();
    expect(await page.locator('[data-checks~="identity"] .mark').textContent()).toBe('<b>down</b>');
    await close();
  });

  test('notices when the bank becomes ready, and when it stops answering', async () => {
    server.health = { status: 'not ready', checks: { identity: 'unavailable' } };
    const { page, close } = await openPage(browser, server.url);
    await page.clock.install();
    await page.goto(`${server.url}/about`);
    const overall = page.locator('#overall');
    await overall.getByText('Not ready').waitFor();
    server.health = { status: 'ready', checks: { identity: 'ok' } };
    await page.clock.runFor(6_000);
    await overall.getByText('Ready', { exact: true }).waitFor();
    server.health = undefined;
    await page.clock.runFor(6_000);
    await overall.getByText('No answer').waitFor();
    await close();
  });

  test('copies a command as it stands', async () => {
    const { page, close } = await openPage(browser, server.url, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${server.url}/about`);
    await page.click('[data-copy-from="ask"]');
    await page.locator('#said').getByText('Copied').waitFor({ state: 'attached' });
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await page.locator('#ask').textContent());
    await close();
  });

  test('fits a phone without scrolling sideways', async () => {
    const { page, close } = await openPage(browser, server.url, { viewport: { width: 360, height: 740 } });
    await page.goto(`${server.url}/about`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await close();
  });

  test('says where to look when there is no JavaScript', async () => {
    const { page, close } = await openPage(browser, server.url, { javaScriptEnabled: false });
    await page.goto(`${server.url}/about`);
    expect(await page.locator('#overall a').getAttribute('href')).toBe('/health/ready');
    expect(await page.locator('button.copy').first().isVisible()).toBe(false);
    await close();
  });
});
