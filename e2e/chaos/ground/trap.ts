import { writeSync } from 'node:fs';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import { Client } from 'pg';
import { type Kill, points } from './points.ts';

/**
 * Kills this process, by a signal that cannot be caught, at a statement of a kind. It sits below everything that is under
 * test, so that nothing there has to know of it.
 */
export function setTrap({ point, phase, occurrence }: Kill) {
  const pattern = points.find(({ name }) => name === point)?.matches ?? /$^/;
  let seen = 0;
  let armed = false;

  function meet(statement: string): boolean {
    if (!armed || !pattern.test(statement)) return false;
    seen += 1;
    return seen === occurrence;
  }
  function die(): void {
    writeSync(1, `killed ${phase} ${point}\n`);
    process.kill(process.pid, 'SIGKILL');
  }
  function around<Answer>(statement: string, run: () => Promise<Answer>): Promise<Answer> {
    if (!meet(statement)) return run();
    if (phase === 'before') die();
    return run().finally(die);
  }

  return {
    arm() {
      armed = true;
    },
    overPostgres(): void {
      const query = Client.prototype.query as (...input: unknown[]) => unknown;
      // Every way of asking ends in this one.
      Client.prototype.query = function (this: Client, ...input: unknown[]): unknown {
        const [first] = input;
        const statement = typeof first === 'string' ? first : (first as { text?: string }).text;
        if (statement === undefined || !meet(statement)) return query.apply(this, input);
        if (phase === 'before') die();
        const last = input.at(-1);
        if (typeof last === 'function') {
          input[input.length - 1] = (...answer: unknown[]) => {
            die();
            last(...answer);
          };
          return query.apply(this, input);
        }
        const answer = query.apply(this, input);
        if (answer instanceof Promise) return answer.finally(die);
        die();
        return answer;
      } as typeof Client.prototype.query;
    },
    overPglite(pglite: PGlite): void {
      const { query, exec, transaction } = pglite;
      pglite.query = ((statement: string, ...rest: []) => around(statement, () => query.call(pglite, statement, ...rest))) as typeof query;
      pglite.exec = ((statement: string, ...rest: []) => around(statement, () => exec.call(pglite, statement, ...rest))) as typeof exec;
      pglite.transaction = (<Answer>(work: (inner: Transaction) => Promise<Answer>) =>
        around('commit', () =>
          transaction.call(pglite, (inner: Transaction) => {
            const { query: ask } = inner;
            inner.query = ((statement: string, ...rest: []) => around(statement, () => ask.call(inner, statement, ...rest))) as typeof ask;
            return work(inner);
          }),
        )) as typeof transaction;
    },
  };
}
