import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schemaText, startTestBank, type TestBank } from './explorer.testkit.ts';
import { createExplorer } from './index.ts';

let bank: TestBank;

beforeAll(async () => {
  bank = await startTestBank([createExplorer({ realm: 'por"tico', identityUrl: 'https://login.bank.example/auth' })], {
    tokenSeconds: 300,
  });
});
afterAll(() => bank.stop());

const ask = (path: string) => fetch(`${bank.url}${path}`);

describe('the explorer', () => {
  test.each(['/explorer', '/explorer/'])('opens at %s, and everything its page names is there and of our own origin', async (path) => {
    const html = await (await ask(path)).text();
    const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(named.length).toBeGreaterThan(5);
    for (const address of named.filter((one) => one !== '/')) {
      expect(address).toMatch(/^\/explorer\//);
      expect((await ask(address)).status, address).toBe(200);
    }
  });

  test('escapes what it was given', async () => {
    expect(await (await ask('/explorer')).text()).toContain('data-realm="por&#34;tico"');
  });

  test('allows no script, style or request that it does not need', async () => {
    const policy = (await ask('/explorer')).headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self' https://login.bank.example");
    expect(policy.join()).not.toMatch(/unsafe|\*|blob:/);
    expect(policy.some((directive) => directive.startsWith('script-src'))).toBe(false);
  });

  test('keeps the library for good, under its version, and asks again for its own files', async () => {
    const html = await (await ask('/explorer')).text();
    const library = /src="(\/explorer\/[\d.]+\/graphiql\.js)"/.exec(html)?.[1] ?? '';
    expect((await ask(library)).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/explorer/explorer.js')).headers.get('cache-control')).toBe('no-cache');
  });
});

test('the first query says what to press and is valid', () => {
  const home = readFileSync(new URL('Home.graphql', import.meta.url), 'utf8');
  expect(home).toMatch(/^# Log in[\s\S]* press[\s\S]*\nquery/);
  expect(validate(buildSchema(schemaText), parse(home))).toEqual([]);
});
