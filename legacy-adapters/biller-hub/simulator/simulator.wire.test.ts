import { expect, test } from 'vitest';
import { valuesOf } from '#legacy-adapters/simulation/raw-request.ts';
import { knownBillers, knownPayers } from '#legacy-adapters/simulation/world.ts';
import { partner, runHub, signed, world } from './simulator.testkit.ts';

const value = (field: string, text: string) => `<Val Fld="${field}">${text}</Val>`;
const enquiry = (billerNo: string, ...values: readonly string[]) => `<Ask No="1" BillerNo="${billerNo}">${values.join('')}</Ask>`;
const order = (ref: string, amount: string, billerNo: string = knownBillers.light, payer: string = knownPayers.olenaLight) =>
  `<Ref>${ref}</Ref><BillerNo>${billerNo}</BillerNo>${value('account', payer)}<Amt Cur="UAH">${amount}</Amt>`;
const codesIn = (xml: string) => [...xml.matchAll(/<Res Code="(\d+)"/g)].map(([, code]) => code);

test('the catalogue has 25 billers of five categories, each with words in three languages and a pattern that its example fits', async () => {
  const hub = await runHub();
  const { status, text } = await hub.ask('BillersReq', '');
  expect(status).toBe(200);
  expect(text.match(/<Biller /g)).toHaveLength(25);
  expect(new Set([...text.matchAll(/ Cat="(\w+)"/g)].map(([, category]) => category))).toEqual(new Set(['MOB', 'UTL', 'TV', 'NET', 'TRN']));
  expect(text).toContain('<Name Lang="uk">Світло й тепло</Name><Name Lang="en">Light and Heat</Name><Name Lang="ru">Свет и тепло</Name>');
  for (const { name, fields } of world.billers) {
    for (const { pattern, example, min, max } of fields) {
      expect(example, name.en).toMatch(new RegExp(`^(?:${pattern})$`, 'u'));
      expect(example?.length, name.en).toBeGreaterThanOrEqual(min);
      expect(example?.length, name.en).toBeLessThanOrEqual(max);
    }
  }
});

test('the catalogue is narrowed by category and by numbers', async () => {
  const hub = await runHub();
  const numbers = async (inner: string) =>
    [...(await hub.ask('BillersReq', inner)).text.matchAll(/<Biller No="(\d+)"/g)].map(([, no]) => no);
  expect((await numbers('<Cat>TRN</Cat>')).toSorted()).toEqual(['750001', '750002', '750003']);
  expect((await numbers('<No>710001</No><No>1</No><No>720001</No>')).toSorted()).toEqual(['710001', '720001']);
});

test("each answer is signed over its bytes with the partner's password", async () => {
  const hub = await runHub();
  const body = '<BillersReq xmlns="urn:portico:biller-hub:v1"/>';
  const answer = await fetch(hub.simulator.url, {
    method: 'POST',
    body,
    headers: { 'x-hub-partner': partner, 'x-hub-sign': signed(body) },
  });
  expect(answer.headers.get('x-hub-sign')).toBe(signed(await answer.text()));
});

test.each([
  ['without a signature', (body: string) => ({ body, headers: { 'x-hub-partner': partner } })],
  [
    'with a signature by another password',
    (body: string) => ({ body, headers: { 'x-hub-partner': partner, 'x-hub-sign': signed(body, 'x') } }),
  ],
  ['of another partner', (body: string) => ({ body, headers: { 'x-hub-partner': 'x', 'x-hub-sign': signed(body) } })],
  [
    'changed after it was signed',
    (body: string) => ({ body: `${body} `, headers: { 'x-hub-partner': partner, 'x-hub-sign': signed(body) } }),
  ],
] as const)('a request %s is refused, and nothing of it is read', async (_case, make) => {
  const hub = await runHub();
  const { body, headers } = make('<BillersReq xmlns="urn:portico:biller-hub:v1"/>');
  const { status, text } = await hub.post(body, headers);
  expect([status, text]).toEqual([403, 'The partner or the signature is wrong.\n']);
  expect(hub.simulator.calls.total()).toBe(0);
});

test.each([
  ['of another namespace', '<BillersReq xmlns="urn:evil"/>'],
  ['of no namespace', '<BillersReq/>'],
  ['that it does not know', '<constructor xmlns="urn:portico:biller-hub:v1"/>'],
  ['that is not well-formed', '<BillersReq xmlns="urn:portico:biller-hub:v1">'],
  ['with a DOCTYPE', '<!DOCTYPE x><BillersReq xmlns="urn:portico:biller-hub:v1"/>'],
])('a request %s is not read', async (_case, body) => {
  const hub = await runHub();
  expect((await hub.post(body, { 'x-hub-partner': partner, 'x-hub-sign': signed(body) })).status).toBe(400);
});

test('a debt says what is owed, for when, by whom behind dots, and what may be paid', async () => {
  const hub = await runHub();
  const { text } = await hub.ask('DebtReq', enquiry(knownBillers.light, value('account', knownPayers.olenaLight)));
  expect(text).toContain(
    '<Debt No="1"><Res Code="0">OK</Res><Amt Cur="UAH">1284.37</Amt><Period>2026-06</Period><Holder>К•••••••• О. І.</Holder>' +
      '<PayKnd>RNG</PayKnd><PayMin Cur="UAH">1.00</PayMin><PayMax Cur="UAH">50000.00</PayMax></Debt>',
  );
});

test('a fixed debt is paid whole, and a phone owes nothing', async () => {
  const hub = await runHub();
  const fixed = await hub.ask('DebtReq', enquiry(knownBillers.fibre, value('contract', knownPayers.olenaFibre)));
  expect(fixed.text).toContain('<PayKnd>FIX</PayKnd><PayMin Cur="UAH">350.00</PayMin><PayMax Cur="UAH">350.00</PayMax>');
  const phone = await hub.ask('DebtReq', enquiry(knownBillers.hedgehogMobile, value('phone', '380671234501')));
  expect(phone.text).toMatch(/<Res Code="0">OK<\/Res><PayKnd>RNG<\/PayKnd>/);
});

test.each([
  ['an unknown biller', enquiry('1', value('account', '1')), '10', undefined],
  ['a field that is missing', enquiry(knownBillers.light), '11', 'account'],
  ['a field that does not fit', enquiry(knownBillers.light, value('account', '12')), '11', 'account'],
  ['a field that there is not', enquiry(knownBillers.light, value('acount', '1')), '11', 'acount'],
  ['a field twice', enquiry(knownBillers.light, value('account', '1002003001'), value('account', '1002003001')), '11', 'account'],
  ['a phone of another operator', enquiry(knownBillers.hedgehogMobile, value('phone', '380501234501')), '11', 'phone'],
  ['a payer whom nobody knows', enquiry(knownBillers.light, value('account', '0000000000')), '20', undefined],
])('%s is told by a code', async (_case, inner, code, field) => {
  const hub = await runHub();
  const { text } = await hub.ask('DebtReq', inner);
  expect(codesIn(text)).toEqual(['0', code]);
  expect(/BadFld="(\w+)"/.exec(text)?.[1]).toBe(field);
});

test('a payment is accepted, then settled, and lessens the debt', async () => {
  const hub = await runHub();
  const paid = await hub.ask('PayReq', order('ref-1', '284.30'));
  expect(paid.text).toContain(
    '<Pay HubNo="9000000000000000001"><Ref>ref-1</Ref><BillerNo>720001</BillerNo><Amt Cur="UAH">284.30</Amt><At>2026-07-01T09:00:00.000Z</At><St>ACC</St></Pay>',
  );
  hub.pass(2_000);
  const { text } = await hub.ask('PayStatusReq', '<Ref>ref-1</Ref><Ref>never</Ref>');
  expect([valuesOf(text, 'Ref'), valuesOf(text, 'St')]).toEqual([['ref-1'], ['DON']]);
  const debt = await hub.ask('DebtReq', enquiry(knownBillers.light, value('account', knownPayers.olenaLight)));
  expect(debt.text).toContain('<Amt Cur="UAH">1000.07</Amt>');
});

test('one reference is one payment: the same order is the same payment, another one is refused', async () => {
  const hub = await runHub();
  const first = await hub.ask('PayReq', order('ref-1', '100.00'));
  expect((await hub.ask('PayReq', order('ref-1', '100.00'))).text).toBe(first.text);
  for (const other of [order('ref-1', '100.01'), order('ref-1', '100.00', knownBillers.light, knownPayers.bohdanLight)]) {
    expect(codesIn((await hub.ask('PayReq', other)).text)).toEqual(['13']);
  }
  expect(hub.simulator.payments()).toHaveLength(1);
});

test('a biller may send a payment back, and the debt is as it was', async () => {
  const hub = await runHub();
  hub.simulator.sendsBack.add(knownBillers.light);
  await hub.ask('PayReq', order('ref-1', '284.37'));
  hub.pass(2_000);
  expect(valuesOf((await hub.ask('PayStatusReq', '<Ref>ref-1</Ref>')).text, 'St')).toEqual(['REJ']);
  const debt = await hub.ask('DebtReq', enquiry(knownBillers.light, value('account', knownPayers.olenaLight)));
  expect(debt.text).toContain('<Amt Cur="UAH">1284.37</Amt>');
});

test.each([
  ['too little', order('r', '0.99'), '12'],
  ['too much', order('r', '50000.01'), '12'],
  ['nothing', order('r', '0'), '12'],
  ['less than nothing', order('r', '-5.00'), '12'],
  [
    'a part of what is fixed',
    order('r', '349.99', knownBillers.fibre).replace(/<Val.*<\/Val>/, value('contract', knownPayers.olenaFibre)),
    '12',
  ],
  ['words', order('r', 'much'), '40'],
  ['an exponent', order('r', '1e3'), '40'],
  ['dollars', order('r', '5.00').replace('UAH', 'USD'), '40'],
  ['without a reference', order('', '5.00'), '40'],
])('a payment of %s is refused', async (_case, inner, code) => {
  const hub = await runHub();
  expect(codesIn((await hub.ask('PayReq', inner)).text)).toEqual([code]);
  expect(hub.simulator.payments()).toEqual([]);
});

test('the switches hold for the hub as for every simulated system', async () => {
  const hub = await runHub();
  hub.simulator.switches.failNext = 1;
  expect(await hub.ask('BillersReq', '')).toMatchObject({ status: 500, contentType: 'text/html; charset=utf-8' });
  const whole = await hub.ask('BillersReq', '');
  // In the middle of the declaration, so that what is left is still utf-8.
  hub.simulator.switches.truncateAt = 20;
  expect((await hub.ask('BillersReq', '')).bytes).toEqual(whole.bytes.subarray(0, 20));
  expect(hub.simulator.calls.count('Billers')).toBe(3);
});
