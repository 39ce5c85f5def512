import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';
import { homeDocument } from './testkit/documents.ts';

let bank: BankAtWork;
beforeAll(async () => {
  bank = await startBankAtWork();
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

describe('the home operation', () => {
  it('shows a customer her accounts, their latest transactions and her cards, each digit as the core has it', async () => {
    const { status, data, errors } = await bank.ask('olena', homeDocument);
    expect(errors).toEqual([]);
    expect(status).toBe(200);
    expect(data.me.displayName).toBe('Олена Коваленко');
    expect(data.me.accounts).toHaveLength(5);
    expect(data.me.accounts[0]).toMatchInlineSnapshot(`
      {
        "available": {
          "amount": "228578.44",
          "currency": "UAH",
        },
        "balance": {
          "amount": "228828.44",
          "currency": "UAH",
        },
        "id": "acc_1R51M03ZGbdyW2u5hx9Ake",
        "kind": "CARD",
        "name": "Картковий рахунок",
        "transactions": {
          "edges": [
            {
              "node": {
                "amount": {
                  "amount": "-250.00",
                  "currency": "UAH",
                },
                "counterparty": "Супермаркет «Ґудзик»",
                "description": "Оплата товарів",
                "id": "txn_6XY68348zCi3TF6Akr0TWX",
                "postedOn": "2026-06-30",
              },
            },
            {
              "node": {
                "amount": {
                  "amount": "87.00",
                  "currency": "UAH",
                },
                "counterparty": null,
                "description": "Кешбек у ₴",
                "id": "txn_73xa3ytV9YhIkiGRC9mAOQ",
                "postedOn": "2026-06-30",
              },
            },
            {
              "node": {
                "amount": {
                  "amount": "-131.88",
                  "currency": "UAH",
                },
                "counterparty": "Мобільний зв’язок «Їжачок»",
                "description": "Поповнення мобільного +380 67 •••",
                "id": "txn_2npRpVK4PyH6bnNouuU80H",
                "postedOn": "2026-06-26",
              },
            },
            {
              "node": {
                "amount": {
                  "amount": "-11.19",
                  "currency": "UAH",
                },
                "counterparty": null,
                "description": "Комісія за обслуговування",
                "id": "txn_5UPQ7WLt5ohCqbQ4GOWr2i",
                "postedOn": "2026-06-24",
              },
            },
            {
              "node": {
                "amount": {
                  "amount": "-89.67",
                  "currency": "UAH",
                },
                "counterparty": "ФОП Ґрещук Ї. І.",
                "description": "Кав’ярня",
                "id": "txn_7W6eMglYMVEHWrkugYEkUV",
                "postedOn": "2026-06-21",
              },
            },
          ],
        },
      }
    `);
    expect(data.me.cards.map((card: { __typename: string }) => card.__typename)).toEqual(['DebitCard', 'CreditCard', 'VirtualCard']);
    expect(data.me.cards[0]).toMatchInlineSnapshot(`
      {
        "__typename": "DebitCard",
        "account": {
          "id": "acc_1R51M03ZGbdyW2u5hx9Ake",
        },
        "displayNumber": "•• 2216",
        "expiresOn": "2030-11-30",
        "id": "card_7LQVwtZ89YYX5T7fxcaUfT",
        "network": "VISA",
        "status": "ACTIVE",
      }
    `);
    const accountIds = data.me.accounts.map((account: { id: string }) => account.id);
    for (const card of data.me.cards) expect(accountIds).toContain(card.account.id);
  });

  it('keeps an amount that no double holds exact on its whole way from the core', async () => {
    const { data } = await bank.ask('bohdan', '{ me { accounts { balance { amount currency } } } }');
    const amounts = data.me.accounts.map((account: { balance: { amount: string } }) => account.balance.amount);
    expect(amounts).toContain('12345678901234567.89');
    for (const amount of amounts) expect(amount).toBeTypeOf('string');
  });

  it('asks each legacy operation at most once for 40 accounts and 60 cards', async () => {
    await bank.ask('taras', homeDocument);
    bank.reset();
    const { data, errors } = await bank.ask('mykola', homeDocument);
    expect(errors).toEqual([]);
    expect(data.me.accounts).toHaveLength(40);
    expect(data.me.cards).toHaveLength(60);
    expect(bank.coreBanking.calls.byOperation()).toEqual({ GetCustomers: 1, GetAccountsByCustomers: 1, GetBalances: 1, GetStatements: 1 });
    expect(bank.cardProcessing.calls.byOperation()).toEqual({ GetCardsByHolders: 1, GetCardStatuses: 1 });
  });

  it('gives a customer without accounts and cards empty lists', async () => {
    const { data, errors } = await bank.ask('taras', homeDocument);
    expect(errors).toEqual([]);
    expect(data.me).toMatchObject({ accounts: [], cards: [] });
  });

  it('asks nobody without a token to log in, and tells a user who is no customer so', async () => {
    const nobody = await bank.post(JSON.stringify({ query: '{ me { id } }' }));
    expect(nobody.data).toEqual({ me: null });
    expect(nobody.errors).toMatchObject([{ path: ['me'], extensions: { code: 'UNAUTHENTICATED' } }]);
    const developer = await bank.post(JSON.stringify({ query: '{ me { id } }' }), {
      authorization: `Bearer ${await bank.issuer.token({ roles: ['explorer'] })}`,
    });
    expect(developer.errors).toMatchObject([{ path: ['me'], extensions: { code: 'FORBIDDEN' } }]);
  });

  it('shows a token without the scope of cards no cards', async () => {
    const token = await bank.tokenOf('olena', { scopes: ['accounts:read'] });
    const { data, errors } = await bank.post(JSON.stringify({ query: '{ me { accounts { id } cards { id } } }' }), {
      authorization: `Bearer ${token}`,
    });
    expect(data.me.accounts).toHaveLength(5);
    expect(data.me.cards).toBeNull();
    expect(errors).toMatchObject([{ path: ['me', 'cards'], extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('a card', () => {
  it('tells its number in every form that people are shown, and a limit its spending and its period', async () => {
    const { data } = await bank.ask(
      'olena',
      '{ me { language cards { maskedNumber lastFour displayNumber limits { kind period limit { amount } } } } }',
    );
    expect(data.me.language).toBe('UKRAINIAN');
    expect(data.me.cards[0]).toMatchObject({ maskedNumber: '4149 49•• •••• 2216', lastFour: '2216', displayNumber: '•• 2216' });
    expect(data.me.cards[0].limits.at(-1)).toEqual({ kind: 'TRANSFER', period: 'MONTH', limit: { amount: '400000.00' } });
  });
});

describe('the transactions of an account', () => {
  const page = `query Page($id: ID!, $first: Int!, $after: String, $filter: TransactionFilter) {
    account(id: $id) { transactions(first: $first, after: $after, filter: $filter) { edges { cursor node { id postedOn amount { amount } description } } pageInfo { hasNextPage hasPreviousPage endCursor } } }
  }`;
  const accountOf = async (person: 'iryna' | 'olena') =>
    (await bank.ask(person, '{ me { accounts { id } } }')).data.me.accounts[0].id as string;

  it('are walked page by page, 5,000 of them, each once', async () => {
    const id = await accountOf('iryna');
    const seen = new Set<string>();
    let after: string | undefined;
    for (let pages = 0; pages < 60; pages += 1) {
      const { data, errors } = await bank.ask('iryna', page, { id, first: 100, after });
      expect(errors).toEqual([]);
      const { edges, pageInfo } = data.account.transactions;
      for (const edge of edges) seen.add(edge.node.id);
      expect(pageInfo.hasPreviousPage).toBe(after !== undefined);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen.size).toBe(5_000);
  });

  it('are narrowed by date, amount and text, and wrong filters are told from right ones', async () => {
    const id = await accountOf('olena');
    const narrowed = await bank.ask('olena', page, {
      id,
      first: 100,
      filter: { amountTo: '-100', postedFrom: '2026-01-01', text: 'мобільн' },
    });
    expect(narrowed.errors).toEqual([]);
    expect(narrowed.data.account.transactions.edges.length).toBeGreaterThan(0);
    for (const { node } of narrowed.data.account.transactions.edges) {
      expect(Number(node.amount.amount)).toBeLessThanOrEqual(-100);
      expect(node.postedOn >= '2026-01-01').toBe(true);
    }
    const wrong = [
      { first: 0 },
      { first: 101 },
      { first: 5, after: 'txn_0000000000000000000000' },
      { first: 5, filter: { amountFrom: '1e3' } },
      { first: 5, filter: { amountFrom: 10 } },
      { first: 5, filter: { postedFrom: '2026-02-30' } },
      { first: 5, filter: { postedFrom: '2026-03-01', postedTo: '2026-02-01' } },
      { first: 5, filter: { amountFrom: '2', amountTo: '1.99' } },
      { first: 5, filter: { text: '' } },
      { first: 5, filter: { text: 'a\u0000b' } },
      { first: 5, filter: { text: 'x'.repeat(101) } },
    ];
    bank.reset();
    for (const variables of wrong) {
      const { errors } = await bank.ask('olena', page, { id, ...variables });
      expect(
        errors.map((error) => error.extensions.code),
        JSON.stringify(variables),
      ).toEqual(['BAD_USER_INPUT']);
      expect(errors[0]?.message, JSON.stringify(variables)).not.toMatch(/Did you mean|Variable|Expected type/);
    }
    expect(bank.coreBanking.calls.count('GetStatements')).toBe(0);
  });

  it('carry a text that looks like XML to the core as a text', async () => {
    const id = await accountOf('olena');
    const { data, errors } = await bank.ask('olena', page, { id, first: 5, filter: { text: ']]></text><pageSize>1</pageSize>&<!--' } });
    expect(errors).toEqual([]);
    expect(data.account.transactions.edges).toEqual([]);
  });
});

describe('locking a card', () => {
  const lock =
    'mutation Lock($input: LockCardInput!) { lockCard(input: $input) { __typename ... on LockCardSuccess { card { id status } } ... on Refusal { code message } } }';
  const unlock =
    'mutation Unlock($input: UnlockCardInput!) { unlockCard(input: $input) { __typename ... on UnlockCardSuccess { card { id status } } ... on Refusal { code message } } }';

  it('locks it at card processing, once or twice, and unlocks it again', async () => {
    const { data } = await bank.ask('olena', '{ me { cards { id status } } }');
    const cardId = data.me.cards[0].id;
    const input = { cardId, idempotencyKey: 'key-1' };
    for (const _ of ['first', 'again']) {
      const locked = await bank.ask('olena', lock, { input });
      expect(locked.data.lockCard).toEqual({ __typename: 'LockCardSuccess', card: { id: cardId, status: 'LOCKED' } });
    }
    expect((await bank.ask('olena', '{ me { cards { id status } } }')).data.me.cards[0].status).toBe('LOCKED');
    const unlocked = await bank.ask('olena', unlock, { input: { cardId, idempotencyKey: 'key-2' } });
    expect(unlocked.data.unlockCard).toEqual({ __typename: 'UnlockCardSuccess', card: { id: cardId, status: 'ACTIVE' } });
    expect(bank.cardProcessing.journal().map(({ from, to, reference }) => [from, to, reference])).toEqual([
      ['A', 'L', 'key-1'],
      ['L', 'A', 'key-2'],
    ]);
  });

  it('answers a refusal as data, worded in the language that the caller asks for', async () => {
    const { data } = await bank.ask('mykola', '{ me { cards { id status } } }');
    const closed = data.me.cards.find((card: { status: string }) => card.status === 'CLOSED');
    const body = JSON.stringify({ query: unlock, variables: { input: { cardId: closed.id, idempotencyKey: 'k' } } });
    const authorization = `Bearer ${await bank.tokenOf('mykola')}`;
    const inEnglish = await bank.post(body, { authorization, 'accept-language': 'de, en-GB;q=0.8, uk;q=0.5' });
    expect(inEnglish.data.unlockCard).toEqual({ __typename: 'CardClosed', code: 'CARD_CLOSED', message: 'This card is closed.' });
    const inUkrainian = await bank.post(body, { authorization });
    expect(inUkrainian.data.unlockCard.message).toBe('Цю картку закрито.');
  });

  it('needs the scope to write, and a key that fits', async () => {
    const { data } = await bank.ask('olena', '{ me { cards { id } } }');
    const input = { cardId: data.me.cards[0].id, idempotencyKey: 'k' };
    const reader = await bank.tokenOf('olena', { scopes: ['cards:read'] });
    const refused = await bank.post(JSON.stringify({ query: lock, variables: { input } }), { authorization: `Bearer ${reader}` });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    for (const idempotencyKey of ['', 'x'.repeat(65), 'ключ', 'a\nb']) {
      const wrong = await bank.ask('olena', lock, { input: { ...input, idempotencyKey } });
      expect(wrong.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    expect(bank.cardProcessing.calls.count('LockCard')).toBe(0);
  });
});
