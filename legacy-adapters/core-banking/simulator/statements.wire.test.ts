import { expect, test } from 'vitest';
import { valuesOf } from '#legacy-adapters/simulation/raw-request.ts';
import { knownAccounts } from '#legacy-adapters/simulation/world.ts';
import type { Decimal } from '#platform/decimal.ts';
import { runCore } from './simulator.testkit.ts';

const { olenaMain, iryna, bohdan } = knownAccounts;

function query(accountId: string, pageSize: number | string, filter: Readonly<Record<string, string>> = {}): string {
  const filters = Object.entries(filter).map(([name, value]) => `<c:${name}>${value}</c:${name}>`);
  return `<c:query><c:accountId>${accountId}</c:accountId>${filters.join('')}<c:pageSize>${pageSize}</c:pageSize></c:query>`;
}

test('a walk over 5,000 rows by the cursor sees every entry once, newest first', async () => {
  const core = await runCore();
  const session = await core.signIn();
  const walked: string[] = [];
  for (let more = true; more; ) {
    const after: Record<string, string> = walked.length === 0 ? {} : { afterEntryId: walked.at(-1) ?? '' };
    const { text } = await core.ask('GetStatements', query(iryna, 700, after), session);
    const page = valuesOf(text, 'entryId');
    expect(page.length).toBe(Math.min(700, 5_000 - walked.length));
    walked.push(...page);
    more = valuesOf(text, 'hasMore')[0] === 'true';
  }
  expect(walked).toEqual(
    core.simulator.ledger
      .entries(iryna)
      .map(({ entryId }) => entryId)
      .toReversed(),
  );
  expect(new Set(walked).size).toBe(5_000);
});

test('5,000 rows come in one page', async () => {
  const core = await runCore();
  const { text } = await core.ask('GetStatements', query(iryna, 5_000), await core.signIn());
  expect(valuesOf(text, 'entryId')).toHaveLength(5_000);
  expect(valuesOf(text, 'hasMore')).toEqual(['false']);
});

test('an entry booked during the walk does not shift the pages after the cursor', async () => {
  const core = await runCore();
  const session = await core.signIn();
  const first = valuesOf((await core.ask('GetStatements', query(olenaMain, 10), session)).text, 'entryId');
  core.simulator.ledger.appendAgainstClearing({
    accountId: olenaMain,
    amount: '1.00' as Decimal,
    description: 'Нове',
    counterparty: null,
  });
  const second = await core.ask('GetStatements', query(olenaMain, 10, { afterEntryId: first.at(-1) ?? '' }), session);
  const all = core.simulator.ledger
    .entries(olenaMain)
    .map(({ entryId }) => entryId)
    .toReversed();
  // The first of the walk is what is on hold, which the ledger has not.
  expect([...first.slice(1), ...valuesOf(second.text, 'entryId')]).toEqual(all.slice(1, 20));
});

test('every amount comes with the digits and the scale that it was booked with', async () => {
  const core = await runCore();
  const { text } = await core.ask('GetStatements', query(bohdan, 10), await core.signIn());
  expect(valuesOf(text, 'amount')).toEqual(['-0.01', '-0.05', '1500.00', '0.10', '12345678901233067.84']);
  expect(text).toContain('<balanceAfter xsi:nil="true"></balanceAfter>');
  expect(valuesOf(text, 'balanceAfter').slice(1)).toEqual([
    '12345678901234567.89',
    '12345678901234567.94',
    '12345678901233067.94',
    '12345678901233067.84',
  ]);
});

test('dates of posting are inclusive at both ends', async () => {
  const core = await runCore();
  const dates = [...new Set(core.simulator.ledger.entries(olenaMain).map(({ postedOn }) => postedOn))];
  const [postedFrom = '', , postedTo = ''] = dates.slice(100, 103);
  const { text } = await core.ask('GetStatements', query(olenaMain, 5_000, { postedFrom, postedTo }), await core.signIn());
  expect([...new Set(valuesOf(text, 'postedOn'))]).toEqual(dates.slice(100, 103).toReversed());
});

test('amounts are compared with their sign and beyond the digits of a double', async () => {
  const core = await runCore();
  const session = await core.signIn();
  const amounts = async (filter: Record<string, string>) =>
    valuesOf((await core.ask('GetStatements', query(bohdan, 10, filter), session)).text, 'amount');
  expect(await amounts({ amountTo: '0' })).toEqual(['-0.01', '-0.05']);
  expect(await amounts({ amountFrom: '0.1', amountTo: '1500' })).toEqual(['1500.00', '0.10']);
  expect(await amounts({ amountFrom: '12345678901233067.84' })).toEqual(['12345678901233067.84']);
  expect(await amounts({ amountFrom: '12345678901233067.85' })).toEqual([]);
});

test('text is looked for in the description and the counterparty, without regard to case', async () => {
  const core = await runCore();
  const session = await core.signIn();
  const entries = core.simulator.ledger.entries(olenaMain);
  const found = async (text: string) =>
    valuesOf((await core.ask('GetStatements', query(olenaMain, 5_000, { text }), session)).text, 'entryId');
  const onHold = 1;
  const byCounterparty = await found('ґУДЗИК');
  expect(byCounterparty.length).toBe(entries.filter(({ counterparty }) => counterparty?.includes('Ґудзик')).length + onHold);
  expect(byCounterparty.length).toBeGreaterThan(0);
  expect((await found('КОМІСІЯ')).length).toBe(entries.filter(({ description }) => description.startsWith('Комісія')).length);
  expect(await found('такого немає')).toEqual([]);
});

test('many accounts in one call: a page each, unknown accounts left out, not in the order of the request', async () => {
  const core = await runCore();
  const { text } = await core.ask(
    'GetStatements',
    query(olenaMain, 2) + query('200000000000000120', 2) + query(bohdan, 3),
    await core.signIn(),
  );
  expect(valuesOf(text, 'accountId')).toEqual([bohdan, olenaMain]);
  expect(valuesOf(text, 'entryId')).toHaveLength(5);
});

test.each([
  ['a page of 0', query(olenaMain, 0)],
  ['a page of 5,001', query(olenaMain, 5_001)],
  ['a page of words', query(olenaMain, 'ten')],
  ['a date that does not exist', query(olenaMain, 10, { postedFrom: '2026-02-30' })],
  ['an amount that is none', query(olenaMain, 10, { amountFrom: '1e3' })],
  ['a cursor that is none', query(olenaMain, 10, { afterEntryId: 'first' })],
  ['a text of 201 characters', query(olenaMain, 10, { text: 'я'.repeat(201) })],
  ['two queries of one account', query(olenaMain, 10) + query(olenaMain, 20)],
  [
    'more than 50,000 rows in all',
    Array.from({ length: 11 }, (_, index) => query(String(200000000000001001n + 2n * BigInt(index)), 5_000)).join(''),
  ],
])('%s is refused by code 101', async (_case, inner) => {
  const core = await runCore();
  const { text } = await core.ask('GetStatements', inner, await core.signIn());
  expect(valuesOf(text, 'resultCode')).toEqual(['101']);
});

test('what is held of an account stands first in its statement, without a balance, and each entry says how it came about', async () => {
  const core = await runCore();
  const { text } = await core.ask('GetStatements', query(olenaMain, 5_000), await core.signIn());
  expect(valuesOf(text, 'status').slice(0, 2)).toEqual(['H', 'B']);
  expect(valuesOf(text, 'amount')[0]).toBe('-250.00');
  expect(valuesOf(text, 'maskedPan')[0]).toMatch(/^414949\*{6}2216$/);
  expect(new Set(valuesOf(text, 'typeCode'))).toEqual(new Set(['POS', 'ATM', 'BIL', 'TRF', 'FEE', 'SAL', 'CBK', 'REF', 'DEP']));
  expect(new Set(valuesOf(text, 'mcc'))).toEqual(new Set(['', '5411', '5814', '4900', '4814', '6011', '5311']));
});

test('entries are found by their ids, booked and on hold, with the accounts that they are on', async () => {
  const core = await runCore();
  const session = await core.signIn();
  const [hold = ''] = valuesOf((await core.ask('GetStatements', query(olenaMain, 1), session)).text, 'entryId');
  const booked = core.simulator.ledger.entries(bohdan).at(-1)?.entryId ?? '';
  const asked = [hold, '599999999999999999', booked].map((id) => `<c:entryId>${id}</c:entryId>`).join('');
  const { text } = await core.ask('GetStatementEntries', asked, session);
  expect(valuesOf(text, 'entryId').toSorted()).toEqual([booked, hold].toSorted());
  expect(valuesOf(text, 'accountId').toSorted()).toEqual([olenaMain, bohdan].toSorted());
  const clearing = core.simulator.ledger.entries('900000000000000980').at(-1)?.entryId ?? '';
  expect(valuesOf((await core.ask('GetStatementEntries', `<c:entryId>${clearing}</c:entryId>`, session)).text, 'entryId')).toEqual([]);
});

test("the bank's own clearing account has no statement", async () => {
  const core = await runCore();
  const { text } = await core.ask('GetStatements', query('900000000000000980', 10), await core.signIn());
  expect(valuesOf(text, 'resultCode')).toEqual(['0']);
  expect(valuesOf(text, 'accountId')).toEqual([]);
});
