import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { compareDecimals } from '#platform/decimal.ts';
import { LegacyRefused, LegacyUnreachable } from '#platform/errors.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { people } from '../simulation/people.ts';
import { createWorld } from '../simulation/world.ts';
import { type CoreBanking, createCoreBanking } from './index.ts';
import { createCoreBankingSimulator } from './simulator/simulator.ts';

const credentials = { user: 'portico', password: 'p<&>"secret' };
const simulator = createCoreBankingSimulator({
  port: 0,
  ...credentials,
  switches: { latencyMs: 0 },
  logger: createLogger('test', 'silent'),
});
const inTime = () => ({ deadline: createDeadline(10_000), trace: unrecorded() });
let core: CoreBanking;

async function accountNumbersOf(customerNumber: string): Promise<string[]> {
  const [accounts = []] = await core.findAccountsOfCustomers([customerNumber], inTime());
  return accounts.map((account) => account.accountNumber);
}

async function mainAccountOf(customerNumber: string): Promise<string> {
  const [first] = await accountNumbersOf(customerNumber);
  if (first === undefined) throw new Error('the seeded world has changed');
  return first;
}

beforeAll(async () => {
  await simulator.start();
  core = await createCoreBanking({ endpoint: simulator.url, ...credentials, deadlineMs: 15_000 });
});
afterAll(async () => {
  await core.close();
  await simulator.stop();
});
beforeEach(() => {
  Object.assign(simulator.switches, { latencyMs: 0, hang: false, failNext: 0, errorRate: 0, truncateAt: null, operations: [] });
  simulator.calls.reset();
});

describe('the core-banking port over the wire', () => {
  it('answers in the order of its keys, with nothing for a customer that the core does not know', async () => {
    const found = await core.findCustomers([people.andriy.customerId, '999999999999999999', people.olena.customerId], inTime());
    expect(found.map((customer) => customer?.firstName)).toEqual(['Андрій', undefined, 'Олена']);
  });

  it('reads Ukrainian letters out of windows-1251', async () => {
    const [olena] = await core.findCustomers([people.olena.customerId], inTime());
    expect(olena).toMatchObject({ customerNumber: people.olena.customerId, lastName: 'Коваленко', middleName: 'Ігорівна', language: 'uk' });
  });

  it('finds a customer by phone and by tax number, and nobody by unknown ones', async () => {
    const [olena] = await core.findCustomers([people.olena.customerId], inTime());
    expect(await core.findCustomerByPhone(olena?.phone ?? '', inTime())).toEqual(olena);
    const [bankDetails] = await core.findBankDetails([await mainAccountOf(people.olena.customerId)], inTime());
    expect(await core.findCustomerByTaxNumber(bankDetails?.recipientTaxNumber ?? '', inTime())).toEqual(olena);
    expect(await core.findCustomerByPhone('+380000000000', inTime())).toBeUndefined();
    expect(await core.findCustomerByTaxNumber('0000000000', inTime())).toBeUndefined();
  });

  it('gives a customer without accounts an empty list, and one with 40 all of them, in one call', async () => {
    const [none, many] = await core.findAccountsOfCustomers([people.taras.customerId, people.mykola.customerId], inTime());
    expect(none).toEqual([]);
    expect(many).toHaveLength(40);
    expect(simulator.calls.count('GetAccountsByCustomers')).toBe(1);
  });

  it('keeps every digit of amounts that no double holds', async () => {
    const numbers = await accountNumbersOf(people.bohdan.customerId);
    const balances = await core.findBalances(numbers, inTime());
    expect(balances.map((balance) => balance?.booked.amount)).toContain('12345678901234567.89');
  });

  it('takes single items, empty lists and nil fields for what they are', async () => {
    const [iryna = []] = await core.findAccountsOfCustomers([people.iryna.customerId], inTime());
    expect(iryna).toHaveLength(1);
    expect(iryna[0]?.closedOn).toBeUndefined();
    expect(await core.findBalances([], inTime())).toEqual([]);
  });

  it('walks 5,000 rows of a statement page by page and sees each once, the newest first', async () => {
    const accountNumber = await mainAccountOf(people.iryna.customerId);
    const seen: string[] = [];
    let afterEntry: string | undefined;
    for (;;) {
      const [page] = await core.findStatements([{ accountNumber, filter: {}, afterEntry, pageSize: 900 }], inTime());
      seen.push(...(page?.entries ?? []).map((entry) => entry.entryNumber));
      afterEntry = page?.entries.at(-1)?.entryNumber;
      if (page?.hasMore !== true) break;
    }
    expect(seen).toHaveLength(5_000);
    expect(new Set(seen).size).toBe(5_000);
    expect(seen).toEqual(seen.toSorted((a, b) => (BigInt(a) > BigInt(b) ? -1 : 1)));
  });

  it('narrows a statement by date, amount and text', async () => {
    const accountNumber = await mainAccountOf(people.olena.customerId);
    const read = async (filter: object) =>
      (await core.findStatements([{ accountNumber, filter, pageSize: 5_000 }], inTime()))[0]?.entries ?? [];
    const all = await read({});
    const sample = all[10];
    if (sample === undefined) throw new Error('the seeded world has changed');
    const onDay = await read({ postedFrom: sample.postedOn, postedTo: sample.postedOn });
    expect(onDay.map((entry) => entry.entryNumber)).toEqual(
      all.filter((entry) => entry.postedOn === sample.postedOn).map((entry) => entry.entryNumber),
    );
    const ofAmount = await read({ amountFrom: sample.amount.amount, amountTo: sample.amount.amount });
    expect(ofAmount.map((entry) => entry.entryNumber)).toContain(sample.entryNumber);
    const withText = await read({ text: sample.description.toUpperCase() });
    expect(withText.length).toBeGreaterThan(0);
    expect(withText.every((entry) => entry.description === sample.description || entry.counterparty?.includes(sample.description))).toBe(
      true,
    );
  });

  it('says of each entry how it came about, and of a hold that it is not booked', async () => {
    const accountNumber = await mainAccountOf(people.olena.customerId);
    const [page] = await core.findStatements([{ accountNumber, filter: {}, pageSize: 300 }], inTime());
    const [hold, newest] = page?.entries ?? [];
    expect(hold).toMatchObject({
      status: 'ON_HOLD',
      kind: 'CARD_PAYMENT',
      amount: { amount: '-250.00', currency: 'UAH' },
      balanceAfter: undefined,
      merchantName: 'Супермаркет «Ґудзик»',
      merchantCategoryCode: '5411',
      cardLastFour: '2216',
    });
    expect(newest?.status).toBe('BOOKED');
    expect(page?.entries.find(({ kind }) => kind === 'SALARY')).toMatchObject({ merchantName: undefined, cardLastFour: undefined });
  });

  it('finds entries by their numbers, in the order of the keys, with the accounts that they are on', async () => {
    const accountNumber = await mainAccountOf(people.olena.customerId);
    const [page] = await core.findStatements([{ accountNumber, filter: {}, pageSize: 3 }], inTime());
    const [first, , third] = page?.entries ?? [];
    const asked = [third?.entryNumber ?? '', '599999999999999999', first?.entryNumber ?? ''];
    expect(await core.findStatementEntries(asked, inTime())).toEqual([
      { accountNumber, entry: third },
      undefined,
      { accountNumber, entry: first },
    ]);
  });

  it('asks for no more rows in one call than an answer can carry', async () => {
    const accounts = (await core.findAccountsOfCustomers([people.mykola.customerId], inTime())).flat().slice(0, 9);
    simulator.calls.reset();
    const queries = accounts.map(({ accountNumber }) => ({ accountNumber, filter: {}, pageSize: 2_000 }));
    const pages = await core.findStatements(queries, inTime());
    expect(pages.every((page) => page !== undefined)).toBe(true);
    expect(simulator.calls.count('GetStatements')).toBe(3);
  });

  it('answers two questions about one account', async () => {
    const accountNumber = await mainAccountOf(people.olena.customerId);
    const [one, two] = await core.findStatements(
      [
        { accountNumber, filter: {}, pageSize: 1 },
        { accountNumber, filter: {}, pageSize: 2 },
      ],
      inTime(),
    );
    expect([one?.entries.length, two?.entries.length]).toEqual([1, 2]);
  });

  it('asks one account in many ways side by side, but never more than eight ways at once', async () => {
    const accountNumber = await mainAccountOf(people.olena.customerId);
    const ways = Array.from({ length: 20 }, (_, index) => ({ accountNumber, filter: {}, pageSize: index + 1 }));
    Object.assign(simulator.switches, { hang: true, operations: ['GetStatements'] });
    const left = core.findStatements(ways, { deadline: createDeadline(3_000), trace: unrecorded() }).catch((error: unknown) => error);
    await expect.poll(() => simulator.calls.count('GetStatements')).toBe(8);
    expect(await left).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    expect(simulator.calls.count('GetStatements'), 'nobody waits for the rest any more').toBe(8);
    simulator.switches.hang = false;
    const pages = await core.findStatements(ways, inTime());
    expect(pages.map((page) => page?.entries.length)).toEqual(ways.map(({ pageSize }) => pageSize));
  });

  it('reads the table of rates, each price with the digits that the core keeps', async () => {
    const rates = await core.findExchangeRates(inTime());
    expect(rates.map(({ currency }) => currency)).toEqual(['USD', 'EUR', 'GBP', 'PLN', 'CHF', 'CZK']);
    expect(rates.map(({ buy, sell }) => ({ buy, sell }))).toEqual(createWorld().exchangeRates.map(({ buy, sell }) => ({ buy, sell })));
    expect(rates[0]).toMatchObject({ quoteCurrency: 'UAH', units: 1, setAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z$/) });
    expect(rates.at(-1)?.units).toBe(10);
    for (const { buy, sell } of rates) expect(compareDecimals(buy, sell)).toBeLessThan(0);
  });

  it('signs in once for 100 calls that find the session dead', async () => {
    await core.findCustomers([people.olena.customerId], inTime());
    simulator.calls.reset();
    simulator.sessions.expireAll();
    const answers = await Promise.all(Array.from({ length: 100 }, () => core.findCustomers([people.olena.customerId], inTime())));
    expect(answers.every(([olena]) => olena?.lastName === 'Коваленко')).toBe(true);
    expect(simulator.calls.count('Login')).toBe(1);
  });

  it('says refused for a result code, and does not ask again', async () => {
    const accountNumber = await mainAccountOf(people.olena.customerId);
    simulator.calls.reset();
    const asked = core.findStatements([{ accountNumber, filter: {}, pageSize: 6_000 }], inTime());
    await expect(asked).rejects.toBeInstanceOf(LegacyRefused);
    expect(simulator.calls.count('GetStatements')).toBe(1);
  });

  it('is asked again, at most twice, when it fails inside, and the caller notices nothing', async () => {
    await core.findCustomers([people.olena.customerId], inTime());
    simulator.calls.reset();
    simulator.switches.failNext = 2;
    expect((await core.findCustomers([people.olena.customerId], inTime()))[0]?.firstName).toBe('Олена');
    expect(simulator.calls.count('GetCustomers')).toBe(3);
  });

  it.each([
    ['fails inside again and again', { failNext: 10 }, 'UPSTREAM_UNAVAILABLE'],
    ['answers half', { truncateAt: 'half' }, 'UPSTREAM_MALFORMED'],
    ['answers nothing', { truncateAt: 0 }, 'UPSTREAM_MALFORMED'],
    ['never answers', { hang: true }, 'UPSTREAM_TIMEOUT'],
  ] as const)('says unreachable when the core %s, and shows nothing of it', async (_case, switches, code) => {
    await core.findCustomers([people.olena.customerId], inTime());
    Object.assign(simulator.switches, switches);
    const call = { deadline: createDeadline(500), trace: unrecorded() };
    const error: unknown = await core.findCustomers([people.olena.customerId], call).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LegacyUnreachable);
    expect(error).toMatchObject({ code, system: 'core-banking' });
    expect((error as LegacyUnreachable).publicMessage).not.toMatch(/ORA-|Fault|xml|core/i);
  });

  it('says unreachable when nobody listens, and when the password is wrong it asks once only', async () => {
    const nobody = await createCoreBanking({ endpoint: 'http://127.0.0.1:1/core-banking', ...credentials, deadlineMs: 1_000 });
    await expect(nobody.findCustomers(['1'], inTime())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    await nobody.close();

    const stranger = await createCoreBanking({ endpoint: simulator.url, user: 'portico', password: 'wrong', deadlineMs: 1_000 });
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => stranger.findCustomers(['1'], inTime())));
    expect(answers.every((answer) => answer.status === 'rejected' && answer.reason.code === 'UPSTREAM_UNAVAILABLE')).toBe(true);
    await expect(stranger.findCustomers(['1'], inTime())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(simulator.calls.count('Login')).toBe(1);
    await stranger.close();
  });

  it('signs out when it is closed', async () => {
    const passing = await createCoreBanking({ endpoint: simulator.url, ...credentials, deadlineMs: 15_000 });
    await passing.findCustomers([people.olena.customerId], inTime());
    const before = simulator.sessions.live;
    await passing.close();
    expect(simulator.calls.count('Logout')).toBe(1);
    expect(simulator.sessions.live).toBe(before - 1);
  });
});
