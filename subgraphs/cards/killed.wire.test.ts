import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCardProcessingSimulator } from '#legacy-adapters/card-processing/simulator/simulator.ts';
import { createWorld } from '#legacy-adapters/simulation/world.ts';
import type { Database } from '#platform/database/database.ts';
import { postgres } from '#platform/database/testkit.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { type CardsWorld, credentials, inTime, keptOf, letPass, openCardsWorld } from './testkit/cards-world.ts';

const subject = postgres();
const program = path.join(import.meta.dirname, 'testkit/lock-process.ts');
const processesAtOnce = 3;

interface Told {
  readonly answers: readonly unknown[];
  readonly statements: readonly string[];
}

describe.skipIf(subject.missing !== undefined)(`locks in processes of their own over ${subject.title}`, { timeout: 300_000 }, () => {
  const world = createWorld();
  const processing = createCardProcessingSimulator({
    port: 0,
    ...credentials,
    world,
    switches: { latencyMs: 0 },
    logger: createLogger('test', 'silent'),
  });
  const active = world.cards.filter(({ status }) => status === 'A');
  let databaseUrl = '';
  let database: Database;
  let cards: CardsWorld;

  beforeAll(async () => {
    await processing.start();
    ({ DATABASE_URL: databaseUrl = '' } = await subject.settings());
    database = await subject.open();
    cards = await openCardsWorld({ database, endpoint: processing.url });
  });
  afterAll(async () => {
    await cards.close();
    await database.stop();
    await subject.dispose();
    await processing.stop();
  });

  function lockOf(index: number) {
    const card = active[index];
    if (card === undefined) throw new Error('no active card is left');
    return { customerNumber: card.holderId, cardToken: card.cardToken, wanted: 'LOCKED' as const, key: `lock-${index}` };
  }
  type Lock = ReturnType<typeof lockOf>;

  /** Started, and waiting for a word. */
  async function start(lock: Lock, times: number, killAt?: { readonly statement: number; readonly phase: 'before' | 'after' }) {
    const task = JSON.stringify({ databaseUrl, endpoint: processing.url, lock, times, killAt });
    const child = fork(program, [task], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    await once(child, 'message');
    return child;
  }
  /** What the process says at its end; undefined where it was killed. */
  async function go(child: Awaited<ReturnType<typeof start>>): Promise<Told | undefined> {
    let told: Told | undefined;
    child.once('message', (message) => {
      told = message as Told;
    });
    const ended = once(child, 'exit');
    child.send('go');
    await ended;
    return told;
  }
  const journalOf = ({ cardToken }: Lock) => processing.journal().filter((entry) => entry.cardToken === cardToken);

  it('one key 50 times at once, from two processes, is one lock, one event and one answer', async () => {
    const lock = lockOf(0);
    const calls = processing.calls.count('LockCard');
    const told = await Promise.all((await Promise.all([start(lock, 25), start(lock, 25)])).map(go));
    expect(told.flatMap((each) => each?.answers)).toEqual(Array(50).fill({ kind: 'done' }));
    expect(processing.calls.count('LockCard') - calls).toBe(1);
    expect(journalOf(lock)).toMatchObject([{ to: 'L', reference: lock.key }]);
    expect(await keptOf(database, lock.cardToken)).toMatchObject({
      states: ['DONE'],
      events: [{ name: 'card.locked.v1' }],
      audited: [{ action: 'card.lock' }],
    });
  });

  it('killed after each statement of a lock, and before and after its call: never a second reference, and no event lost, doubled or made up', async () => {
    const whole = await go(await start(lockOf(1), 1));
    expect(whole?.answers).toEqual([{ kind: 'done' }]);
    const statements = whole?.statements ?? [];
    expect(statements.length).toBeGreaterThanOrEqual(10);
    expect(statements.filter((statement) => /^begin/i.test(statement))).toHaveLength(2);
    // Between two statements of a transaction nothing happens; between the two transactions there is the call.
    const points = statements.flatMap((statement, index) => [
      ...(/^begin/i.test(statement) ? [{ statement: index + 1, phase: 'before' as const }] : []),
      { statement: index + 1, phase: 'after' as const },
    ]);
    const lives = points.map((killAt, index) => ({ lock: lockOf(index + 2), killAt }));
    const waiting = [...lives];
    await Promise.all(
      Array.from({ length: processesAtOnce }, async () => {
        for (let life = waiting.shift(); life !== undefined; life = waiting.shift())
          expect([life.killAt, await go(await start(life.lock, 1, life.killAt))]).toEqual([life.killAt, undefined]);
      }),
    );

    // Minutes later: jobs have looked into every change, whether or not anybody asks for it.
    await letPass(database, 180);
    await vi.waitFor(
      async () => {
        const { rows } = await sql`select id from card_change where ended_at is null`.execute(database.tables());
        expect(rows).toEqual([]);
      },
      { timeout: 90_000, interval: 200 },
    );
    for (const { lock, killAt } of lives) {
      const { states, events, audited } = await keptOf(database, lock.cardToken);
      const isLocked = processing.status(lock.cardToken)?.code === 'L';
      const where = `${killAt.phase} statement ${killAt.statement}`;
      expect([where, events.length, audited.length], where).toEqual([where, isLocked ? 1 : 0, states.length]);
      if (states.length > 0) expect([where, ...states]).toEqual([where, isLocked ? 'DONE' : 'NOT_DONE']);
    }

    // The same keys asked again, as a customer whose answer was lost asks.
    for (const { lock } of lives) {
      expect(await cards.changes.change(lock, inTime())).toEqual({ kind: 'done' });
      expect(journalOf(lock)).toMatchObject([{ from: 'A', to: 'L', reference: lock.key }]);
      expect((await keptOf(database, lock.cardToken)).events).toMatchObject([{ name: 'card.locked.v1' }]);
    }
    const met = lives.filter(({ lock }) => journalOf(lock).length === 1);
    expect(met.length).toBe(points.length);
  });
});
