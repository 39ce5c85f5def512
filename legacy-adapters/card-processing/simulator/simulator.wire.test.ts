import { expect, test } from 'vitest';
import { valuesOf } from '#legacy-adapters/simulation/raw-request.ts';
import { knownAccounts, knownCards, people } from '#legacy-adapters/simulation/world.ts';
import { runCards, world } from './simulator.testkit.ts';

const card = (token: string) => `<c:cardToken>${token}</c:cardToken>`;
const change = (token: string, reference: string) => `${card(token)}<c:reference>${reference}</c:reference>`;

test('each card says its kind by xsi:type and keeps the order of the WSDL', async () => {
  const cards = await runCards();
  const { text } = await cards.ask('GetCards', card(knownCards.olenaDebit) + card(knownCards.olenaCredit) + card(knownCards.olenaVirtual));
  expect([...text.matchAll(/<card xsi:type="([^"]*)"><cardToken>(\d*)/g)].map(([, kind, token]) => [token, kind])).toEqual([
    [knownCards.olenaVirtual, 'tns:VirtualCard'],
    [knownCards.olenaCredit, 'tns:CreditCard'],
    [knownCards.olenaDebit, 'tns:DebitCard'],
  ]);
  expect(text).toContain('xmlns:tns="urn:portico:card-processing:v2"');
  expect(text).toContain('<creditLimit currency="UAH">50000.00</creditLimit><paymentDueOn>2026-07-25</paymentDueOn>');
  expect(text).toMatch(
    /<holderId>100000000000000117<\/holderId><accountId>200000000000000119<\/accountId><accountOwnerId>100000000000000117<\/accountOwnerId><embossedName>OLENA KOVALENKO<\/embossedName><expires>\d{4}-\d{2}<\/expires><contactless>true<\/contactless>/,
  );
  expect(text).toContain('<embossedName xsi:nil="true"></embossedName>');
});

test('no answer has a whole card number', async () => {
  const cards = await runCards();
  const holders = world.customers.map(({ customerId }) => `<c:holderId>${customerId}</c:holderId>`).join('');
  const { text } = await cards.ask('GetCardsByHolders', holders);
  const pans = valuesOf(text, 'maskedPan');
  expect(pans).toHaveLength(world.cards.length);
  expect(pans.filter((pan) => !/^\d{6}\*{6}\d{4}$/.test(pan))).toEqual([]);
  // Every longer number is an id of 18 digits.
  expect([...text.matchAll(/\d{12,}/g)].filter(([digits]) => digits.length !== 18)).toEqual([]);
});

test("an additional card is found by its account, which is olena's, and by its holder, who is andriy", async () => {
  const cards = await runCards();
  const onAccount = await cards.ask('GetCardsByAccounts', `<c:accountId>${knownAccounts.olenaMain}</c:accountId>`);
  expect(valuesOf(onAccount.text, 'cardToken').toSorted()).toEqual([
    knownCards.olenaDebit,
    knownCards.olenaVirtual,
    knownCards.andriyAdditional,
  ]);
  const held = await cards.ask('GetCardsByHolders', `<c:holderId>${people.andriy.customerId}</c:holderId>`);
  expect(valuesOf(held.text, 'cardToken').toSorted()).toEqual([knownCards.andriyAdditional, knownCards.andriyOwn]);
  expect(valuesOf(held.text, 'accountOwnerId')).toContain(people.olena.customerId);
});

test('mykola has 60 cards, taras none, and neighbouring tokens are not taken for each other', async () => {
  const cards = await runCards();
  const held = async (holderId: string) =>
    valuesOf((await cards.ask('GetCardsByHolders', `<c:holderId>${holderId}</c:holderId>`)).text, 'cardToken');
  expect(new Set(await held(people.mykola.customerId)).size).toBe(60);
  expect(await held(people.taras.customerId)).toEqual([]);
  expect(valuesOf((await cards.ask('GetCards', card('300000000000000122'))).text, 'cardToken')).toEqual([]);
});

test('limits carry their currency as an attribute', async () => {
  const cards = await runCards();
  const { text } = await cards.ask('GetCardLimits', card(knownCards.andriyOwn) + card('1'));
  expect(valuesOf(text, 'kind').toSorted()).toEqual(['CASH_DAY', 'ONLINE_DAY', 'PURCHASE_DAY', 'TRANSFER_MONTH']);
  expect(text).toMatch(/<kind>CASH_DAY<\/kind><limit currency="USD">20000\.00<\/limit><used currency="USD">\d+\.\d{2}<\/used>/);
});

test.each([
  ['501 tokens', Array.from({ length: 501 }, (_, index) => card(String(index + 1))).join('')],
  ['a token of letters', card('abc')],
])('a request for %s is a fault of the sender', async (_case, inner) => {
  const cards = await runCards();
  const answer = await cards.ask('GetCardStatuses', inner);
  expect(answer.status).toBe(400);
  expect(valuesOf(answer.text, 'Value')).toEqual(['soap:Sender', 'tns:InvalidRequest']);
});

test('locking and unlocking change the status and are written into the journal with the references', async () => {
  const cards = await runCards();
  const codeOf = async () => valuesOf((await cards.ask('GetCardStatuses', card(knownCards.olenaDebit))).text, 'code');
  const locked = await cards.ask('LockCard', change(knownCards.olenaDebit, 'ref-1'));
  expect(locked.text).toContain(
    `<status><cardToken>${knownCards.olenaDebit}</cardToken><code>L</code><changedAt>2026-07-01T09:00:00.000Z</changedAt></status>`,
  );
  expect(await codeOf()).toEqual(['L']);
  cards.pass(60_000);
  expect(valuesOf((await cards.ask('UnlockCard', change(knownCards.olenaDebit, 'ref-2'))).text, 'code')).toEqual(['A']);
  expect(await codeOf()).toEqual(['A']);
  expect(cards.simulator.journal()).toEqual([
    { cardToken: knownCards.olenaDebit, from: 'A', to: 'L', reference: 'ref-1', at: '2026-07-01T09:00:00.000Z' },
    { cardToken: knownCards.olenaDebit, from: 'L', to: 'A', reference: 'ref-2', at: '2026-07-01T09:01:00.000Z' },
  ]);
});

test('locking a locked card answers as the first time did, and is no second change', async () => {
  const cards = await runCards();
  const first = await cards.ask('LockCard', change(knownCards.olenaDebit, 'ref-1'));
  cards.pass(1_000);
  const second = await cards.ask('LockCard', change(knownCards.olenaDebit, 'ref-1'));
  expect(second.text).toBe(first.text);
  expect(cards.simulator.journal()).toHaveLength(1);
});

test.each([
  ['a card that is not there', '300000000000000999', 'CARD_NOT_FOUND'],
  ['a closed card', knownCards.bohdanClosed, 'CARD_CLOSED'],
  ['an expired card', knownCards.bohdanExpired, 'CARD_EXPIRED'],
  ['a card that the bank blocked', knownCards.bohdanBlockedByBank, 'BLOCKED_BY_BANK'],
])('%s is neither locked nor unlocked: a fault says why', async (_case, token, reason) => {
  const cards = await runCards();
  const before = cards.simulator.status(token);
  for (const operation of ['LockCard', 'UnlockCard']) {
    const answer = await cards.ask(operation, change(token, 'ref-1'));
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(
      new RegExp(
        `<soap:Detail><tns:Refusal xmlns:tns="urn:portico:card-processing:v2"><tns:reason>${reason}</tns:reason></tns:Refusal></soap:Detail>`,
      ),
    );
  }
  expect(cards.simulator.status(token)).toEqual(before);
  expect(cards.simulator.journal()).toEqual([]);
});

test.each([
  ['no reference', card(knownCards.olenaDebit)],
  ['a reference of 65 characters', change(knownCards.olenaDebit, 'r'.repeat(65))],
])('a lock with %s is refused and changes nothing', async (_case, inner) => {
  const cards = await runCards();
  expect((await cards.ask('LockCard', inner)).status).toBe(400);
  expect(cards.simulator.journal()).toEqual([]);
});

test('a truncated answer hides a change that was made', async () => {
  const cards = await runCards();
  cards.simulator.switches.truncateAt = 'half';
  const cut = await cards.ask('LockCard', change(knownCards.olenaDebit, 'ref-1'));
  expect(cut.text).not.toContain('</soap:Envelope>');
  expect(cards.simulator.status(knownCards.olenaDebit)?.code).toBe('L');
});

test('a failure comes as a SOAP 1.2 fault of the receiver, and changes nothing', async () => {
  const cards = await runCards();
  cards.simulator.switches.failNext = 1;
  const answer = await cards.ask('LockCard', change(knownCards.olenaDebit, 'ref-1'));
  expect(answer.status).toBe(500);
  expect(valuesOf(answer.text, 'Value')).toEqual(['soap:Receiver']);
  expect(answer.text).toContain('ORA-00600');
  expect(cards.simulator.journal()).toEqual([]);
});

test('there are no sessions to expire', async () => {
  const cards = await runCards();
  const answer = await fetch(new URL('/_switches', cards.simulator.url), { method: 'PUT', body: '{"expireSessions":true}' });
  expect(answer.status).toBe(400);
});
