import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';

let bank: BankAtWork;
beforeAll(async () => {
  bank = await startBankAtWork();
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

/** What an attacker found dear: many pages of many accounts, each a call of the core, and the calls one after another. */
const dear = `{ me { accounts { balance { amount } ${Array.from({ length: 8 }, (_, page) => `p${page}: transactions(first: ${page + 1}) { edges { cursor } }`).join(' ')} } } }`;

const legacyCalls = () =>
  [bank.coreBanking, bank.cardProcessing, bank.cerberus, bank.billerHub].reduce((sum, system) => sum + system.calls.total(), 0);

/** Asks, and closes the connection as soon as the condition holds. Resolves once it is closed. */
async function askAndLeave(query: string, leaveWhen: () => void): Promise<void> {
  const leave = new AbortController();
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await bank.tokenOf('mykola')}` };
  const answer = fetch(`${bank.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }), signal: leave.signal });
  await Promise.race([vi.waitFor(leaveWhen, { interval: 1, timeout: 5_000 }), answer.then(() => Promise.reject(new Error('answered')))]);
  leave.abort();
  await expect(answer).rejects.toThrow(/abort/);
}

it('a read whose caller leaves costs at most one legacy call more', async () => {
  await bank.ask('mykola', '{ me { id accounts { id } } }');
  bank.reset();
  bank.coreBanking.switches.latencyMs = 150;
  const whole = await bank.ask('mykola', dear);
  expect(whole.errors).toEqual([]);
  const callsOfWhole = legacyCalls();
  expect(callsOfWhole).toBeGreaterThan(5);

  bank.coreBanking.calls.reset();
  await askAndLeave(dear, () => expect(legacyCalls()).toBe(1));
  // The same again, whole: it takes as long as the abandoned one would have taken.
  await bank.ask('mykola', dear);
  expect(legacyCalls() - callsOfWhole).toBeLessThanOrEqual(1 + 1);
});

it('a read that waits for its turn is not begun once its caller has left', async () => {
  bank.coreBanking.switches.hang = true;
  const waiting = Promise.all([askAndLeave('{ me { displayName } }', () => expect(legacyCalls()).toBeGreaterThan(0))]);
  await waiting;
  bank.reset();
  expect((await bank.ask('olena', '{ me { displayName } }')).errors).toEqual([]);
  expect(bank.coreBanking.calls.total()).toBe(1);
});

it('a change whose caller leaves is carried to its end', async () => {
  const { data } = await bank.ask('mykola', '{ me { cards { id status } } }');
  const card = data.me.cards.find(({ status }: { status: string }) => status === 'ACTIVE');
  bank.reset();
  bank.cardProcessing.switches.latencyMs = 100;
  const locks = () => bank.cardProcessing.calls.count('LockCard');
  const query = `mutation { lockCard(input: { cardId: "${card.id}", idempotencyKey: "leaving" }) { __typename ... on LockCardSuccess { card { status limits { kind } } } } }`;
  // Before the lock itself is sent, while the card is looked up.
  await askAndLeave(query, () => expect(legacyCalls()).toBe(1));
  await vi.waitFor(() => expect(locks()).toBe(1));
  await vi.waitFor(async () => expect(await outcomes('LockCard')).toEqual({ OK: 1 }), { timeout: 5_000 });
  bank.reset();
  const after = await bank.ask('mykola', `{ card(id: "${card.id}") { status } }`);
  expect(after.data.card.status).not.toBe('ACTIVE');
});

/** How the calls of an operation ended, as the metrics tell. */
async function outcomes(operation: string): Promise<Record<string, number>> {
  const text = await (await fetch(bank.bank.metricsUrl ?? '')).text();
  const samples = text.matchAll(new RegExp(`^portico_legacy_calls_total\\{.*operation="${operation}",outcome="(\\w+)".*\\} (\\d+)$`, 'gm'));
  return Object.fromEntries([...samples].map(([, outcome = '', count]) => [outcome, Number(count)]));
}
