import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { logIn, startBankProcess } from './testkit/bank-process.ts';
import { homeDocument } from './testkit/documents.ts';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;

it('no process of the bank looks up or connects to anything but this machine, even when its libraries would like to report', async () => {
  const log = path.join(mkdtempSync(path.join(tmpdir(), 'portico-egress-')), 'egress.log');
  const watch = new URL('./testkit/egress-watch.mjs', import.meta.url).href;
  const tempting = { APOLLO_KEY: 'service:portico:made-up', APOLLO_GRAPH_REF: 'portico@current', APOLLO_TELEMETRY_DISABLED: 'false' };
  const bank = await startBankProcess({ EGRESS_LOG: log, ...tempting }, ['--import', watch]);
  try {
    const authorization = `Bearer ${await logIn(bank.url, 'olena')}`;
    for (let round = 0; round < 5; round += 1) {
      const response = await fetch(`${bank.url}/graphql`, {
        method: 'POST',
        body: JSON.stringify({ query: homeDocument }),
        headers: { authorization, 'content-type': 'application/json' },
      });
      expect(await response.json()).not.toHaveProperty('errors');
    }
    for (const page of ['/', '/explorer', '/graphql?sandbox', '/health/ready', '/realms/portico/.well-known/openid-configuration']) {
      expect((await fetch(`${bank.url}${page}`, { headers: { accept: 'text/html' } })).status, page).toBe(200);
    }
  } finally {
    expect(await bank.stop()).toBe(0);
  }
  const seen = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; what: string });
  expect(seen.some(({ kind }) => kind === 'watching')).toBe(true);
  expect(seen.filter(({ kind }) => kind === 'connect').length).toBeGreaterThan(5);
  expect(seen.filter(({ kind, what }) => kind !== 'watching' && !loopback.test(what) && !what.startsWith('/'))).toEqual([]);
});
