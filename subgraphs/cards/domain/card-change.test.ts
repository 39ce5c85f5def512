import { expect, it } from 'vitest';
import { arrivesMsMax, isAbandoned, outcomeShownBy, sendingMsMax } from './card-change.ts';

const fresh = { wanted: 'LOCKED', ageMs: 1_000, isSuperseded: false } as const;
const old = { ...fresh, ageMs: arrivesMsMax + 1 };

it.each([
  ['LOCKED', fresh, { state: 'DONE', isNews: true }],
  ['LOCKED', { ...fresh, isSuperseded: true }, { state: 'DONE', isNews: false }],
  ['ACTIVE', { ...old, isSuperseded: true }, { state: 'SUPERSEDED' }],
  ['ACTIVE', fresh, undefined],
  ['ACTIVE', { ...fresh, ageMs: arrivesMsMax }, undefined],
  ['ACTIVE', old, { state: 'NOT_DONE' }],
  ['CLOSED', fresh, { state: 'REFUSED', reason: 'CARD_CLOSED' }],
  ['EXPIRED', fresh, { state: 'REFUSED', reason: 'CARD_EXPIRED' }],
  ['BLOCKED_BY_BANK', old, { state: 'REFUSED', reason: 'BLOCKED_BY_BANK' }],
  [undefined, fresh, { state: 'REFUSED', reason: 'CARD_NOT_FOUND' }],
  ['ACTIVE', { ...fresh, wanted: 'ACTIVE' }, { state: 'DONE', isNews: true }],
  ['LOCKED', { ...old, wanted: 'ACTIVE' }, { state: 'NOT_DONE' }],
] as const)('a card that is %s, for a change of which is known %o, shows %o', (status, change, shown) => {
  expect(outcomeShownBy(status, change)).toEqual(shown);
});

it('a change is abandoned once its answer was lost, or its process cannot live any more', () => {
  expect(isAbandoned('UNKNOWN', { ageMs: 0 })).toBe(true);
  expect(isAbandoned('SENDING', { ageMs: sendingMsMax })).toBe(false);
  expect(isAbandoned('SENDING', { ageMs: sendingMsMax + 1 })).toBe(true);
  for (const state of ['DONE', 'REFUSED', 'NOT_DONE', 'SUPERSEDED'] as const) expect(isAbandoned(state, { ageMs: 1e9 })).toBe(false);
});
