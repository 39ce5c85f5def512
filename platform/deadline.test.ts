import { expect, it } from 'vitest';
import { CallerLeft, createDeadline } from './deadline.ts';
import { isQueryDocument } from './http/query-document.ts';

it('a deadline ends when the caller leaves, and has no time left then; one of a change goes on', () => {
  const caller = new AbortController();
  const ofRead = createDeadline(10_000, createDeadline(20_000), caller.signal);
  const ofChange = createDeadline(10_000, createDeadline(20_000));
  expect(ofRead.remainingMs()).toBeGreaterThan(9_000);
  caller.abort(new CallerLeft());
  expect([ofRead.signal.aborted, ofRead.signal.reason, ofRead.remainingMs()]).toEqual([true, expect.any(CallerLeft), 0]);
  expect(String(ofRead.signal.reason)).toMatch(/^CallerLeft/);
  expect(ofChange.signal.aborted).toBe(false);
  expect(createDeadline(10_000, ofRead).remainingMs()).toBe(0);
});

it.each(['{ me { id } }', 'query { me { id } }', '\n  query Home($n: Int) { me { id } }', 'query Home__accounts__1 { me { id } }'])(
  '%s changes nothing',
  (document) => {
    expect(isQueryDocument(document)).toBe(true);
  },
);

it.each([
  'mutation { a }',
  ' mutation M { a }',
  'fragment F on Query { a } mutation { a }',
  '# {\nmutation { a }',
  'queryMutation { a }',
  '',
])('%s may change something', (document) => {
  expect(isQueryDocument(document)).toBe(false);
});
