import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';
import { homeDocument } from './testkit/documents.ts';

let bank: BankAtWork;
beforeAll(async () => {
  bank = await startBankAtWork();
});
afterAll(() => bank.stop());

/** The samples of the page by their name and labels. */
async function metrics(): Promise<Map<string, number>> {
  const response = await fetch(bank.bank.metricsUrl ?? '');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

it('the page of metrics tells what one home query asked of the legacy systems, and how that went', async () => {
  await bank.ask('olena', homeDocument);
  const told = await metrics();
  const calls = 'portico_legacy_calls_total';
  expect(told.get(`${calls}{system="core-banking",operation="GetBalances",outcome="OK"}`)).toBe(
    bank.coreBanking.calls.count('GetBalances'),
  );
  expect(told.get(`${calls}{system="card-processing",operation="GetCardsByHolders",outcome="OK"}`)).toBe(1);
  expect(told.get('portico_legacy_call_seconds_count{system="core-banking",operation="GetBalances"}')).toBe(1);
  expect(told.get('portico_legacy_sign_ins_total{system="core-banking",outcome="done"}')).toBe(1);
  expect(told.get('portico_legacy_circuit_state{system="core-banking"}')).toBe(0);
  expect(told.get('portico_legacy_calls_in_flight{system="core-banking"}')).toBe(0);
  expect(told.get('process_cpu_seconds_total')).toBeGreaterThan(0);
});

it('a failure is told by its member of the taxonomy, and its retries with it', async () => {
  bank.cardProcessing.switches.failNext = 1_000;
  await bank.ask('olena', '{ me { cards { status } } }');
  bank.reset();
  const told = await metrics();
  const labels = 'system="card-processing",operation="GetCardsByHolders"';
  expect(told.get(`portico_legacy_calls_total{${labels},outcome="UNAVAILABLE"}`)).toBe(1);
  expect(told.get(`portico_legacy_retries_total{${labels}}`)).toBe(2);
});

it('is not for the public front door, and serves nothing else', async () => {
  expect((await fetch(`${bank.url}/metrics`)).headers.get('content-type')).not.toContain('version=0.0.4');
  const { origin } = new URL(bank.bank.metricsUrl ?? '');
  expect((await fetch(`${origin}/health/ready`)).status).toBe(404);
  expect((await fetch(`${origin}/metrics`, { method: 'POST' })).status).toBe(405);
});

it('is not there when it is switched off', async () => {
  const silent = await startBankAtWork({ METRICS_PORT: 'off' });
  expect(silent.bank.metricsUrl).toBeUndefined();
  await silent.stop();
});
