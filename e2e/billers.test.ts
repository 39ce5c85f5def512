import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGraphIds } from '#subgraphs/kit/graph-ids.ts';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';

const idSecret = 'the secret of this test, 32 characters or more';
const ids = createGraphIds(idSecret);
const neverExisted = ids.biller.encode('999999');

let bank: BankAtWork;
beforeAll(async () => {
  bank = await startBankAtWork({ ID_SECRET: idSecret });
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

const listed =
  'query ($category: BillerCategory, $search: String, $first: Int, $after: String) { billers(category: $category, search: $search, first: $first, after: $after) { edges { cursor node { id name category } } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount } }';
const formed =
  'query ($id: ID!) { billerForm(billerId: $id) { biller { id name } fields { id kind label hint example pattern lengthMin lengthMax isRequired } } }';
const money = '{ amount currency }';
const owed = `query ($input: DebtInput!) { debt(input: $input) { __typename
  ... on Debt { biller { name } amount ${money} period maskedHolder payable { kind minimum ${money} maximum ${money} } }
  ... on Refusal { code message } ... on BillerFieldsRefused { faults { fieldId problem message } } } }`;

async function namesOf(variables: object): Promise<string[]> {
  const { data, errors } = await bank.ask('olena', listed, variables);
  expect(errors).toEqual([]);
  return data.billers.edges.map(({ node }: { node: { name: string } }) => node.name);
}

const light = ids.biller.encode('720001');
const debtOf = (billerId: string, fields: Readonly<Record<string, string>>) =>
  bank.ask('olena', owed, { input: { billerId, fields: Object.entries(fields).map(([fieldId, value]) => ({ fieldId, value })) } });

describe('the billers whom one can pay', () => {
  it('are listed by category, and found by a piece of their name in any language', async () => {
    expect(await namesOf({ category: 'TRANSPORT' })).toEqual(['Міська картка', 'Зелений проїзд', 'Паркування «Літера П»']);
    for (const search of ['світло й', 'LIGHT AND', 'свет и т']) expect(await namesOf({ search })).toEqual(['Світло й тепло']);
    expect(await namesOf({ search: 'nobody at all' })).toEqual([]);
    expect(await namesOf({ category: 'OTHER' })).toEqual([]);
  });

  it('come in pages that leave nobody out and show nobody twice', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await bank.ask('olena', listed, { first: 4, after });
      expect(errors).toEqual([]);
      expect(data.billers.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(data.billers.totalCount).toBe(25);
      seen.push(...data.billers.edges.map(({ node }: { node: { id: string } }) => node.id));
      after = data.billers.pageInfo.hasNextPage ? data.billers.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
    expect(seen[0]).toMatch(/^bill_[0-9A-Za-z]{22}$/);
  });

  it('are named in the language of whoever asks', async () => {
    const ask = async (language: string) => {
      const headers = { authorization: `Bearer ${await bank.tokenOf('olena')}`, 'accept-language': language };
      const { data } = await bank.post(JSON.stringify({ query: formed, variables: { id: light } }), headers);
      return [data.billerForm.biller.name, data.billerForm.fields[0].label];
    };
    expect(await ask('en')).toEqual(['Light and Heat', 'Personal account']);
    expect(await ask('ru')).toEqual(['Свет и тепло', 'Лицевой счёт']);
  });

  it.each([
    ['first of 0', { first: 0 }],
    ['first of 101', { first: 101 }],
    ['a cursor of something else', { after: 'acc_zzzzzzzzzzzzzzzzzzzzzz' }],
    ['an empty search', { search: '' }],
    ['a search of 101 characters', { search: 'x'.repeat(101) }],
    ['a search that turns the text around', { search: '\u202E' }],
  ])('are not asked for with %s', async (_case, variables) => {
    const { data, errors } = await bank.ask('olena', listed, variables);
    expect(data.billers).toBeNull();
    expect(errors).toMatchObject([{ path: ['billers'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(bank.billerHub.calls.total()).toBe(0);
  });

  it('are shown to customers with the scope only, and so are forms and debts', async () => {
    const asked = `{ billers { edges { node { id } } } billerForm(billerId: "${light}") { biller { id } } debt(input: { billerId: "${light}", fields: [] }) { __typename } }`;
    const all = [null, null, null];
    const of = ({ data }: { data: { billers: unknown; billerForm: unknown; debt: unknown } }) => [data.billers, data.billerForm, data.debt];
    const anonymous = await bank.post(JSON.stringify({ query: asked }));
    expect(of(anonymous)).toEqual(all);
    expect(anonymous.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'UNAUTHENTICATED']);
    for (const token of [await bank.tokenOf('olena', { scopes: ['accounts:read'] }), await bank.issuer.token({})]) {
      const refused = await bank.post(JSON.stringify({ query: asked }), { authorization: `Bearer ${token}` });
      expect(of(refused)).toEqual(all);
      expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    }
    expect(bank.billerHub.calls.total()).toBe(0);
  });
});

describe("a biller's form", () => {
  it('says what to fill in, and how', async () => {
    const { data, errors } = await bank.ask('olena', formed, { id: light });
    expect(errors).toEqual([]);
    expect(data.billerForm).toEqual({
      biller: { id: light, name: 'Світло й тепло' },
      fields: [
        {
          id: 'account',
          kind: 'NUMBER',
          label: 'Особовий рахунок',
          hint: '10 цифр, є в кожній квитанції',
          example: '1002003001',
          pattern: '\\d{10}',
          lengthMin: 10,
          lengthMax: 10,
          isRequired: true,
        },
        expect.objectContaining({ id: 'meter', isRequired: false, lengthMin: 1, lengthMax: 7 }),
      ],
    });
  });

  it.each([neverExisted, 'nonsense', 'bill_', '', ids.account.encode('720001')])('is null for %s, which is no biller', async (id) => {
    expect((await bank.ask('olena', formed, { id })).data).toEqual({ billerForm: null });
  });
});

describe('a debt', () => {
  it('is told to the last digit', async () => {
    const { data, errors } = await debtOf(light, { account: '1002003027' });
    expect(errors).toEqual([]);
    expect(data.debt).toEqual({
      __typename: 'Debt',
      biller: { name: 'Світло й тепло' },
      amount: { amount: '9007199254740993.01', currency: 'UAH' },
      period: '2026-06',
      maskedHolder: 'Я••••••• Б. В.',
      payable: {
        kind: 'RANGE',
        minimum: { amount: '1.00', currency: 'UAH' },
        maximum: { amount: '9007199254740993.01', currency: 'UAH' },
      },
    });
  });

  it('may be an advance, a fixed amount, or not known', async () => {
    expect((await debtOf(ids.biller.encode('720003'), { account: '55120034' })).data.debt.amount).toEqual({
      amount: '-120.50',
      currency: 'UAH',
    });
    const fixed = (await debtOf(ids.biller.encode('740001'), { contract: 'PN204518' })).data.debt.payable;
    expect([fixed.kind, fixed.minimum.amount, fixed.maximum.amount]).toEqual(['FIXED', '350.00', '350.00']);
    const phone = (await debtOf(ids.biller.encode('710001'), { phone: '380671234501' })).data.debt;
    expect(phone).toMatchObject({ amount: null, period: null, maskedHolder: null, payable: { kind: 'RANGE' } });
  });

  it.each([
    ['nothing', {}, [{ fieldId: 'account', problem: 'MISSING', message: 'Заповніть: Особовий рахунок.' }]],
    ['an account too short', { account: '12' }, [expect.objectContaining({ fieldId: 'account', problem: 'TOO_SHORT' })]],
    ['an account too long', { account: '12345678901' }, [expect.objectContaining({ fieldId: 'account', problem: 'TOO_LONG' })]],
    [
      'letters, and a meter of letters',
      { account: 'abcdefghij', meter: 'x' },
      [
        { fieldId: 'account', problem: 'NOT_MATCHING', message: 'Має виглядати так: 1002003001.' },
        { fieldId: 'meter', problem: 'NOT_MATCHING', message: 'Має виглядати так: 12845.' },
      ],
    ],
  ])('is refused for %s, and the hub is not asked', async (_case, fields, faults) => {
    const { data, errors } = await debtOf(light, fields);
    expect(errors).toEqual([]);
    expect(data.debt).toEqual({
      __typename: 'BillerFieldsRefused',
      code: 'BILLER_FIELDS_REFUSED',
      message: 'Дещо заповнено не так.',
      faults,
    });
    expect(bank.billerHub.calls.count('Debt')).toBe(0);
  });

  it("is refused for what only the biller knows, in the biller's name", async () => {
    const operator = (await debtOf(ids.biller.encode('710001'), { phone: '380501234501' })).data.debt;
    expect(operator).toMatchObject({ __typename: 'BillerFieldsRefused', faults: [{ fieldId: 'phone', problem: 'REFUSED_BY_BILLER' }] });
    expect((await debtOf(light, { account: '0000000000' })).data.debt).toMatchObject({
      __typename: 'PayerNotFound',
      code: 'PAYER_NOT_FOUND',
    });
  });

  it('to nobody is refused alike for an id that was made up and for one of something else', async () => {
    const [missing, malformed, foreign] = [
      await debtOf(neverExisted, { account: '1' }),
      await debtOf('bill_?', { account: '1' }),
      await debtOf(ids.card.encode('720001'), { account: '1' }),
    ];
    expect(missing.data.debt).toMatchObject({ __typename: 'BillerNotFound', code: 'BILLER_NOT_FOUND' });
    expect(malformed.text).toBe(missing.text);
    expect(foreign.text).toBe(missing.text);
  });

  it.each([
    ['a field that the form has not', [{ fieldId: 'acount', value: '1' }]],
    [
      'a field twice',
      [
        { fieldId: 'account', value: '1002003001' },
        { fieldId: 'account', value: '1002003001' },
      ],
    ],
    ['21 fields', Array.from({ length: 21 }, (_, index) => ({ fieldId: `f${index}`, value: '1' }))],
    ['a value of 201 characters', [{ fieldId: 'account', value: '1'.repeat(201) }]],
    ['a value with NUL', [{ fieldId: 'account', value: '\u0000' }]],
    ['half a character', [{ fieldId: 'account', value: '\ud800' }]],
  ])('is not asked for with %s', async (_case, fields) => {
    const { data, errors } = await bank.ask('olena', owed, { input: { billerId: light, fields } });
    expect(data.debt).toBeNull();
    expect(errors).toMatchObject([{ path: ['debt'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(bank.billerHub.calls.count('Debt')).toBe(0);
  });

  it.each([']]>', '<!ENTITY x "y">', "';--", '{{x}}', '&amp;'])('by %s is only an account that nobody has', async (value) => {
    const { data, errors } = await debtOf(light, { account: value });
    expect(errors).toEqual([]);
    expect(data.debt.__typename).toBe('BillerFieldsRefused');
  });
});
