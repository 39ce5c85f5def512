import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './environment.ts';

/** Stands in a test's title, so that a machine without Chromium says what was not run and how to get it. */
export const chromiumMissing = existsSync(chromiumPath)
  ? undefined
  : `not run: no Chromium at ${chromiumPath} (apt-get install chromium, or set CHROMIUM_PATH)`;

/** It stays on this machine, whatever a page asks for. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: quiet });
}

export interface WatchedPage {
  readonly page: Page;
  /** Addresses of other origins that the page asked for; each request to one is refused. */
  readonly strayRequests: string[];
  /** Errors on the console, breaches of the security policy among them, and errors that nobody caught. */
  readonly errors: string[];
  close(): Promise<void>;
}

export async function openPage(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const strayRequests: string[] = [];
  const errors: string[] = [];
  const isOurs = (url: URL) => url.origin === origin || url.protocol === 'data:';
  await context.route(
    (url) => !isOurs(url),
    (route) => route.abort(),
  );
  page.on('request', (request) => {
    if (!isOurs(new URL(request.url()))) strayRequests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, strayRequests, errors, close: () => context.close() };
}
