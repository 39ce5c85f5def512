import { expect, test } from 'vitest';
import { createWorld, knownAccounts, knownCards, people } from './world.ts';

const world = createWorld();
const accountsOf = (customerId: string) => world.accounts.filter((account) => account.customerId === customerId);
const cardsOf = (holderId: string) => world.cards.filter((card) => card.holderId === holderId);
const rowsOf = (accountId: string) =>
  world.transactions.flatMap(({ postings }) => postings).filter((posting) => posting.accountId === accountId);

test('the same seed makes the same world, another seed another one', () => {
  expect(createWorld()).toEqual(world);
  expect(createWorld({ seed: 1 })).not.toEqual(world);
});

test('every id has 18 digits, is used once, and most are beyond a double', () => {
  const ids = [
    ...world.customers.map(({ customerId }) => customerId),
    ...world.accounts.map(({ accountId }) => accountId),
    ...world.cards.map(({ cardToken }) => cardToken),
  ];
  expect(ids.filter((id) => !/^[1-9]\d{17}$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { customerId } of Object.values(people)) expect(BigInt(Number(customerId))).not.toBe(BigInt(customerId));
});

test('olena has accounts in two currencies, three cards of three kinds and 300 rows', () => {
  const olena = people.olena.customerId;
  expect(new Set(accountsOf(olena).map(({ currency }) => currency))).toEqual(new Set(['UAH', 'USD']));
  expect(cardsOf(olena).map(({ kind }) => kind)).toEqual(['debit', 'credit', 'virtual']);
  expect(rowsOf(knownAccounts.olenaMain)).toHaveLength(300);
});

test('taras has nothing, mykola 40 accounts and 60 cards, iryna 5,000 rows on one account', () => {
  expect([accountsOf(people.taras.customerId), cardsOf(people.taras.customerId)]).toEqual([[], []]);
  expect(accountsOf(people.mykola.customerId)).toHaveLength(40);
  expect(cardsOf(people.mykola.customerId)).toHaveLength(60);
  expect(new Set(cardsOf(people.mykola.customerId).map(({ status }) => status))).toEqual(new Set(['A', 'L', 'B', 'X', 'C']));
  expect(accountsOf(people.iryna.customerId)).toHaveLength(1);
  expect(rowsOf(knownAccounts.iryna)).toHaveLength(5_000);
});

test("andriy holds dollars and euro, and an additional card on olena's account", () => {
  const andriy = people.andriy.customerId;
  expect(accountsOf(andriy).map(({ currency }) => currency)).toEqual(['USD', 'EUR']);
  expect(cardsOf(andriy).find(({ cardToken }) => cardToken === knownCards.andriyAdditional)).toMatchObject({
    accountId: knownAccounts.olenaMain,
    accountOwnerId: people.olena.customerId,
  });
});

test('people have distinct phones and tax numbers, and some have none', () => {
  for (const field of ['phone', 'taxNumber'] as const) {
    const present = world.customers.map((customer) => customer[field]).filter((value) => value !== null);
    expect(new Set(present).size).toBe(present.length);
    expect(present.length).toBeLessThan(world.customers.length);
    expect(present.filter((value) => !(field === 'phone' ? /^\+380\d{9}$/ : /^\d{10}$/).test(value))).toEqual([]);
  }
  expect(world.customers).toHaveLength(40);
  const letters = world.customers
    .map(({ lastName, firstName }) => lastName + firstName)
    .join('')
    .toLocaleLowerCase('uk');
  for (const letter of 'іїєґ') expect(letters).toContain(letter);
});

test('what is on hold sums to what is held of each account', () => {
  const held = (accountId: string) => world.holds.filter((hold) => hold.accountId === accountId).map(({ amount }) => amount);
  for (const account of world.accounts) expect(held(account.accountId)).toEqual(account.held === '0.00' ? [] : [`-${account.held}`]);
  expect(world.holds.length).toBeGreaterThan(2);
});

test('another day moves everything that is dated and changes nothing else', () => {
  const later = createWorld({ day: '2027-02-14' });
  const movementsOf = ({ transactions }: typeof world, account: string) =>
    transactions.flatMap(({ postings }) => postings.filter(({ accountId }) => accountId === account));
  for (const { accountId } of world.accounts.slice(0, 12)) expect(movementsOf(later, accountId)).toEqual(movementsOf(world, accountId));
  for (const accountId of [knownAccounts.olenaMain, knownAccounts.iryna, knownAccounts.andriyDollars, knownAccounts.bohdan]) {
    const newest = later.transactions.findLast(({ postings }) => postings.some((posting) => posting.accountId === accountId));
    expect((newest?.postedOn ?? '') > '2027-01-01', accountId).toBe(true);
    expect((newest?.postedOn ?? '') <= '2027-02-14', accountId).toBe(true);
  }
});

test('nothing happened before its account was opened', () => {
  for (const { accountId, openedOn } of world.accounts) {
    const [first] = world.transactions.filter(({ postings }) => postings.some((posting) => posting.accountId === accountId));
    expect((first?.postedOn ?? '9999') >= openedOn).toBe(true);
  }
});
