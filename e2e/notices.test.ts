import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';

const noticesQuery = '{ me { unreadNoticeCount notices { edges { node { id kind message readAt cardId payeeId } } } } }';
const markQuery = `mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) {
  __typename ... on MarkNoticesReadSuccess { unreadCount } ... on Refusal { code } } }`;

describe("a customer's notices", () => {
  let bank: BankAtWork;
  beforeAll(async () => {
    bank = await startBankAtWork();
  });
  afterAll(() => bank.stop());

  const read = async (person: 'olena' | 'andriy') => (await bank.ask(person, noticesQuery)).data.me;

  it('tell of a locked card and of a new payee, until they are read', async () => {
    const card = (await bank.ask('olena', '{ me { cards { id status } } }')).data.me.cards.find(
      ({ status }: { status: string }) => status === 'ACTIVE',
    );
    const lock = await bank.ask('olena', 'mutation ($input: LockCardInput!) { lockCard(input: $input) { __typename } }', {
      input: { cardId: card.id, idempotencyKey: 'lock' },
    });
    expect(lock.data.lockCard.__typename).toBe('LockCardSuccess');
    await vi.waitFor(async () => expect((await read('olena')).unreadNoticeCount).toBe(1), 10_000);
    const { data } = await bank.ask(
      'olena',
      'mutation { createPayee(input: { name: "Ірина", destination: { phone: "0671234567" }, idempotencyKey: "p" }) { ... on CreatePayeeSuccess { payee { id } } } }',
    );
    await vi.waitFor(async () => expect((await read('olena')).unreadNoticeCount).toBe(2), 10_000);
    const notices = (await read('olena')).notices.edges.map(({ node }: { node: object }) => node);
    expect(notices).toMatchObject([
      { kind: 'PAYEE_CREATED', readAt: null, cardId: null, payeeId: data.createPayee.payee.id },
      { kind: 'CARD_LOCKED', message: 'Вашу картку заблоковано.', readAt: null, cardId: card.id, payeeId: null },
    ]);

    const mark = (person: 'olena' | 'andriy', throughId: string) =>
      bank.ask(person, markQuery, { input: { throughId, idempotencyKey: 'm' } });
    for (const id of [notices[0].id, 'notice_?', card.id])
      expect((await mark('andriy', id)).data.markNoticesRead).toEqual({ __typename: 'NoticeNotFound', code: 'NOTICE_NOT_FOUND' });
    expect((await read('andriy')).notices.edges).toEqual([]);
    const byId = 'query ($id: ID!) { notice(id: $id) { kind } }';
    expect((await bank.ask('andriy', byId, { id: notices[0].id })).data).toEqual({ notice: null });
    expect((await bank.ask('olena', byId, { id: notices[0].id })).data).toEqual({ notice: { kind: 'PAYEE_CREATED' } });
    expect((await mark('olena', notices[1].id)).data.markNoticesRead).toEqual({ __typename: 'MarkNoticesReadSuccess', unreadCount: 1 });
    expect((await mark('olena', notices[0].id)).data.markNoticesRead).toEqual({ __typename: 'MarkNoticesReadSuccess', unreadCount: 0 });
  });
});
