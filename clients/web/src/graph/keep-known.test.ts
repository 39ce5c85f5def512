import { expect, it } from 'vitest';
import { keepKnown } from './keep-known.ts';

it('a null that stands for a failure is taken out, and its error says where it stood', () => {
  const data = { me: { id: 'cust_1', accounts: null, cards: [] } };
  const kept = keepKnown(data, [{ message: 'unavailable', path: ['me', 'accounts', 0, 'transactions'] }]);
  expect(kept).toEqual({ data: { me: { id: 'cust_1', cards: [] } }, errors: [{ message: 'unavailable', path: ['me', 'accounts'] }] });
  expect(data.me.accounts).toBeNull();
});

it('several failures of one field, and one of a list’s element, are each in their place', () => {
  const data = {
    me: {
      cards: [
        { id: 'card_1', account: null },
        { id: 'card_2', account: { id: 'acc_1' } },
      ],
    },
  };
  const errors = [{ path: ['me', 'cards', 0, 'account'] }, { path: ['me', 'cards', 0, 'account', 'name'] }];
  expect(keepKnown(data, errors)).toEqual({
    data: { me: { cards: [{ id: 'card_1' }, { id: 'card_2', account: { id: 'acc_1' } }] } },
    errors: [{ path: ['me', 'cards', 0, 'account'] }, { path: ['me', 'cards', 0, 'account'] }],
  });
});

it('a null without an error stays, as does an error without a place', () => {
  const data = { account: null };
  expect(keepKnown(data, [{ message: 'slow down' }])).toEqual({ data, errors: [{ message: 'slow down' }] });
});
