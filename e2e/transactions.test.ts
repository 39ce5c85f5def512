import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';

let bank: BankAtWork;
beforeAll(async () => {
  bank = await startBankAtWork();
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

interface Transaction {
  readonly id: string;
  readonly status: string;
  readonly category: string;
  readonly postedOn: string;
  readonly amount: { readonly amount: string };
}

const fields =
  'id status kind category postedOn amount { amount currency } balanceAfter { amount } merchant { name categoryCode } cardLastFour';

async function statementOf(person: 'olena' | 'bohdan'): Promise<Transaction[]> {
  const { data, errors } = await bank.ask(person, `{ me { accounts { transactions(first: 100) { edges { node { ${fields} } } } } } }`);
  expect(errors).toEqual([]);
  return data.me.accounts[0].transactions.edges.map(({ node }: { node: Transaction }) => node);
}

describe('a transaction', () => {
  it('says how it came about, what it was for, with which card, and whether it is booked', async () => {
    const [hold, newest] = await statementOf('olena');
    expect(hold).toMatchObject({
      status: 'ON_HOLD',
      kind: 'CARD_PAYMENT',
      category: 'GROCERIES',
      balanceAfter: null,
      merchant: { name: 'Супермаркет «Ґудзик»', categoryCode: '5411' },
      cardLastFour: '2216',
    });
    expect(newest).toMatchObject({ status: 'BOOKED', kind: 'CASHBACK', category: 'INCOME', merchant: null, cardLastFour: null });
  });

  it('is found by its id, booked or on hold, by whoever it belongs to and nobody else', async () => {
    const query = `query ($id: ID!) { transaction(id: $id) { ${fields} } }`;
    const [hold, booked] = await statementOf('olena');
    for (const one of [hold, booked]) {
      expect((await bank.ask('olena', query, { id: one?.id })).data.transaction).toEqual(one);
      expect((await bank.ask('andriy', query, { id: one?.id })).data).toEqual({ transaction: null });
    }
    for (const id of ['txn_1', 'acc_0000000000000000000000', ''])
      expect(await bank.ask('olena', query, { id })).toMatchObject({ data: { transaction: null }, errors: [] });
  });
});

describe('what was spent', () => {
  const query = `query ($id: ID!, $from: YearMonth!, $to: YearMonth!) { account(id: $id) { currency spending(monthFrom: $from, monthTo: $to) {
    month spent { amount currency } categories { category spent { amount } transactionCount } } } }`;

  async function accountOf(person: 'olena' | 'iryna'): Promise<string> {
    return (await bank.ask(person, '{ me { accounts { id } } }')).data.me.accounts[0].id;
  }

  it('is the exact sum of the booked transactions of each month and category', async () => {
    const { data, errors } = await bank.ask('olena', query, { id: await accountOf('olena'), from: '2026-05', to: '2026-06' });
    expect(errors).toEqual([]);
    const kopecks = (amount: string) => BigInt(amount.replace('.', ''));
    const transactions = await statementOf('olena');
    const [may, june] = data.account.spending;
    for (const month of [may, june]) {
      const outgoing = transactions.filter(
        ({ postedOn, amount, status }) => postedOn.startsWith(month.month) && amount.amount.startsWith('-') && status === 'BOOKED',
      );
      expect(outgoing.length).toBeGreaterThan(3);
      expect(kopecks(month.spent.amount)).toBe(-outgoing.reduce((sum, { amount }) => sum + kopecks(amount.amount), 0n));
      const counts = month.categories.map(({ category, transactionCount }: { category: string; transactionCount: number }) => [
        category,
        transactionCount,
      ]);
      expect(new Map(counts)).toEqual(
        new Map([...Map.groupBy(outgoing, ({ category }) => category)].map(([name, some]) => [name, some.length])),
      );
    }
  });

  it('of a year on an account with 5,000 rows costs one request and one call of the core', async () => {
    const id = await accountOf('iryna');
    bank.reset();
    const { data, errors } = await bank.ask('iryna', query, { id, from: '2025-07', to: '2026-06' });
    expect(errors).toEqual([]);
    expect(data.account.spending).toHaveLength(12);
    expect(data.account.spending.every(({ spent }: { spent: { amount: string } }) => spent.amount !== '0.00')).toBe(true);
    expect(bank.coreBanking.calls.count('GetStatements')).toBe(1);
  });

  it.each([
    ['reversed', { from: '2026-06', to: '2026-05' }],
    ['longer than two years', { from: '2024-01', to: '2026-06' }],
  ])('is not told of a period that is %s, and the account is', async (_case, period) => {
    const id = await accountOf('olena');
    bank.reset();
    const answer = await bank.ask('olena', query, { id, ...period });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(answer.data.account).toEqual({ currency: 'UAH', spending: null });
    expect(bank.coreBanking.calls.count('GetStatements')).toBe(0);
  });

  it('is not told of a month that there is not', async () => {
    const answer = await bank.ask('olena', query, { id: await accountOf('olena'), from: '2026-13', to: '2026-06' });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('YearMonth') }]);
  });
});
