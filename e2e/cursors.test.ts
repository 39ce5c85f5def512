import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';

let bank: BankAtWork;
beforeAll(async () => {
  bank = await startBankAtWork();
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

interface Page {
  readonly cursors: readonly string[];
  readonly ids: readonly string[];
  readonly code: string | undefined;
}

const connection = 'edges { cursor node { id } } pageInfo { endCursor }';

function read(found: { edges: { cursor: string; node: { id: string } }[] } | null | undefined, code: string | undefined): Page {
  const edges = found?.edges ?? [];
  return { cursors: edges.map(({ cursor }) => cursor), ids: edges.map(({ node }) => node.id), code };
}

async function transactions(id: string, args: object, person: 'olena' | 'andriy' = 'olena'): Promise<Page> {
  const { data, errors } = await bank.ask(
    person,
    `query ($id: ID!, $first: Int, $after: String, $filter: TransactionFilter) {
      account(id: $id) { transactions(first: $first, after: $after, filter: $filter) { ${connection} } } }`,
    { id, first: 3, ...args },
  );
  return read(data?.account?.transactions, errors[0]?.extensions.code);
}

async function billers(args: object): Promise<Page> {
  const { data, errors } = await bank.ask(
    'olena',
    `query ($category: BillerCategory, $search: String, $first: Int, $after: String) {
      billers(category: $category, search: $search, first: $first, after: $after) { ${connection} } }`,
    { first: 2, ...args },
  );
  return read(data?.billers, errors[0]?.extensions.code);
}

const refused = { cursors: [], ids: [], code: 'BAD_USER_INPUT' };
const accountsOf = async (person: 'olena' | 'andriy'): Promise<string[]> =>
  (await bank.ask(person, '{ me { accounts { id } } }')).data.me.accounts.map(({ id }: { id: string }) => id);

describe('a cursor goes on with the list that it is from', () => {
  it('however the size of the page changes, and is the same whenever it is asked for', async () => {
    const [account = ''] = await accountsOf('olena');
    const filter = { amountTo: '-0.01' };
    const whole = await transactions(account, { first: 9, filter });
    expect(whole.ids).toHaveLength(9);
    expect((await transactions(account, { first: 6, after: whole.cursors[2], filter })).ids).toEqual(whole.ids.slice(3));
    expect(await transactions(account, { first: 9, filter })).toEqual(whole);
    const listed = await billers({ first: 5 });
    expect((await billers({ first: 3, after: listed.cursors[1] })).ids).toEqual(listed.ids.slice(2));
  });

  it("and with no other account, one's own or somebody else's", async () => {
    const [account = '', another = ''] = await accountsOf('olena');
    const [foreign = ''] = await accountsOf('andriy');
    const [after] = (await transactions(account, {})).cursors;
    expect(await transactions(another, { after })).toEqual(refused);
    expect(await transactions(foreign, { after }, 'andriy')).toEqual(refused);
    expect(bank.coreBanking.calls.count('GetStatements')).toBe(1);
  });

  it('and with no other filter', async () => {
    const [account = ''] = await accountsOf('olena');
    const [after] = (await transactions(account, {})).cursors;
    for (const filter of [{ amountTo: '-0.01' }, { text: 'а' }, { postedFrom: '2020-01-01' }]) {
      expect(await transactions(account, { after, filter }), JSON.stringify(filter)).toEqual(refused);
    }
    const [narrow] = (await transactions(account, { filter: { text: 'а' } })).cursors;
    expect(await transactions(account, { after: narrow })).toEqual(refused);
    expect((await transactions(account, { after, filter: {} })).code, 'an empty filter narrows nothing').toBeUndefined();
  });

  it('and is neither the id of what it stands at nor the cursor of another kind of list', async () => {
    const [account = ''] = await accountsOf('olena');
    const page = await transactions(account, {});
    expect(await transactions(account, { after: page.ids[0] })).toEqual(refused);
    const listed = await billers({});
    expect(await billers({ after: listed.ids[0] })).toEqual(refused);
    expect(await billers({ after: page.cursors[0] })).toEqual(refused);
    expect(await transactions(account, { after: listed.cursors[0] })).toEqual(refused);
    expect(await billers({ after: listed.cursors[0], category: 'UTILITIES' })).toEqual(refused);
    expect(await billers({ after: listed.cursors[0], search: 'світло' })).toEqual(refused);
  });

  it('and says nothing to whoever changes it: 64 bits of it must fit', async () => {
    const [account = ''] = await accountsOf('olena');
    const cursor = (await transactions(account, {})).cursors[0] ?? '';
    for (let place = cursor.indexOf('_') + 1; place < cursor.length; place += 1) {
      const changed = `${cursor.slice(0, place)}${cursor[place] === 'A' ? 'B' : 'A'}${cursor.slice(place + 1)}`;
      expect((await transactions(account, { after: changed })).code, changed).toBe('BAD_USER_INPUT');
    }
  });
});
