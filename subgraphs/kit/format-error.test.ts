import { GraphQLError } from 'graphql';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { BankError, LegacyUnreachable, OutcomeUnknown } from '#platform/errors.ts';
import { formatError } from './format-error.ts';

/** What is written about an error, by pino itself. */
function logged(thrown: Error | undefined) {
  const lines: { level: number; code?: string; detail?: string; traceId: string }[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const answer = formatError(new GraphQLError('as graphql-js words it', { originalError: thrown ?? null, path: ['me'] }), logger, {
    trace: { traceId: 'a-trace' },
    deadline: createDeadline(1_000),
  });
  return { lines, answer };
}

describe('what the log says of an error', () => {
  it.each([
    ['a system that cannot be reached', new LegacyUnreachable('core-banking', 'UPSTREAM_TIMEOUT', 'no answer in 3 s'), 'UPSTREAM_TIMEOUT'],
    ['a change of which nobody knows', new OutcomeUnknown('card-processing', 'reset after the request'), 'OUTCOME_UNKNOWN'],
  ])('%s is a warning with its detail', (_what, thrown, code) => {
    const { lines, answer } = logged(thrown);
    expect(lines).toMatchObject([{ level: pino.levels.values.warn, code, detail: thrown.message, traceId: 'a-trace' }]);
    expect(answer).toEqual({ message: thrown.publicMessage, path: ['me'], extensions: { code } });
  });

  it('a fault of ours is an error, and tells the client nothing', () => {
    const { lines, answer } = logged(new TypeError('cannot read properties of secret-4242'));
    expect(lines).toMatchObject([{ level: pino.levels.values.error, traceId: 'a-trace' }]);
    expect(JSON.stringify(answer)).not.toContain('secret-4242');
  });

  it('a fault of ours tells the client nothing even where it was given words for it', () => {
    const { lines, answer } = logged(new BankError('INTERNAL', 'the table of secret-4242 is gone'));
    expect(lines).toMatchObject([{ level: pino.levels.values.error, traceId: 'a-trace' }]);
    expect(answer).toEqual({ message: 'Something went wrong on our side.', path: ['me'], extensions: { code: 'INTERNAL' } });
  });

  it('a refusal that the client can act on is not logged', () => {
    expect(logged(new BankError('NOT_FOUND', 'There is no such card.')).lines).toEqual([]);
  });
});
