import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { createDatabase } from '#platform/database/database.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { readAnswer } from './testkit/bank-at-work.ts';
import { logIn, startBankProcess } from './testkit/bank-process.ts';
import { homeDocument } from './testkit/documents.ts';
import { endUnderLoad } from './testkit/load.ts';

it('SIGTERM under load: every accepted request is answered, whole, and the process ends by itself', async () => {
  const bank = await startBankProcess();
  const token = await logIn(bank.url, 'olena');
  const outcomes = await endUnderLoad(bank.child, {
    url: `${bank.url}/graphql`,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: () => JSON.stringify({ query: homeDocument }),
  });

  expect(await bank.exited).toBe(0);
  expect(outcomes.filter((outcome) => outcome.kind === 'lost')).toEqual([]);
  const answered = outcomes.filter((outcome) => outcome.kind === 'answered');
  expect(answered.length).toBeGreaterThanOrEqual(40);
  for (const { status, body } of answered) {
    expect(status).toBe(200);
    expect(JSON.parse(body)).not.toHaveProperty('errors');
  }
  expect(outcomes.filter((outcome) => outcome.kind === 'not accepted').length).toBe(20);
});

it('SIGTERM is not held up by somebody who sends a request forever', async () => {
  const bank = await startBankProcess();
  const socket = net.connect(Number(new URL(bank.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{');
  await once(socket, 'connect');
  const drip = setInterval(() => socket.write(' '), 200);
  bank.child.kill('SIGTERM');
  expect(await bank.exited).toBe(0);
  clearInterval(drip);
  socket.destroy();
});

it('SIGTERM is not held up by fifty who read nothing of their answers', async () => {
  const bank = await startBankProcess();
  const page = await (await fetch(`${bank.url}/explorer`)).text();
  const script = `${bank.url}${/src="(\/explorer\/[\d.]+\/graphiql\.js)"/.exec(page)?.[1]}`;
  expect((await (await fetch(script)).arrayBuffer()).byteLength).toBeGreaterThan(500_000);
  const { port, pathname } = new URL(script);
  const asked = `GET ${pathname} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(20);
  const sockets = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const socket = net.connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined).pause();
      await once(socket, 'connect');
      socket.write(asked);
      return socket;
    }),
  );
  // Whoever comes after them is answered, so they have been heard.
  expect((await fetch(`${bank.url}/health/live`)).status).toBe(200);
  bank.child.kill('SIGTERM');
  expect(await bank.exited).toBe(0);
  expect(bank.output()).not.toContain('did not stop in time');
  for (const socket of sockets) socket.destroy();
});

it('SIGTERM while a lock is on its way: it is answered, and its outcome is kept', async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'portico-stop-'));
  const bank = await startBankProcess({ DATABASE_DIR: directory });
  const token = await logIn(bank.url, 'olena');
  const ask = async (query: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return readAnswer(await fetch(`${bank.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) }));
  };
  const { data } = await ask('{ me { cards { id status } } }');
  const card = data.me.cards.find(({ status }: { status: string }) => status === 'ACTIVE');
  const switches = /\(simulated; switches at (\S+?)\)/.exec(
    bank
      .output()
      .split('\n')
      .find((line) => line.includes('card processing')) ?? '',
  )?.[1];
  await fetch(switches ?? '', { method: 'PUT', body: JSON.stringify({ latencyMs: 1_000, operations: ['LockCard'] }) });
  const calls = async () =>
    ((await await fetch(new URL('/_calls', switches ?? '')).then((response) => response.json())) as Record<string, number>).LockCard;
  const locked = ask(`mutation { lockCard(input: { cardId: "${card.id}", idempotencyKey: "k" }) { __typename } }`);
  await vi.waitFor(async () => expect(await calls()).toBe(1), { interval: 5, timeout: 10_000 });
  bank.child.kill('SIGTERM');
  expect((await locked).data).toEqual({ lockCard: { __typename: 'LockCardSuccess' } });
  expect(await bank.exited).toBe(0);

  const database = createDatabase({ directory, logger: createLogger('test', 'silent') });
  await database.start();
  const { rows } = await sql`select state, (select count(*)::integer from event where name = 'card.locked.v1') as events,
    (select count(*)::integer from audit_waiting) as unsealed from card_change`.execute(database.tables());
  expect(rows).toEqual([{ state: 'DONE', events: 1, unsealed: 0 }]);
  await database.stop();
  await rm(directory, { recursive: true, force: true });
}, 120_000);

it('SIGINT, as Ctrl-C sends it, ends the bank cleanly as well', async () => {
  const bank = await startBankProcess();
  bank.child.kill('SIGINT');
  expect(await bank.exited).toBe(0);
});
