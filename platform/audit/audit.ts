import { type KeyObject, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Gauge } from 'prom-client';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Service } from '../lifecycle.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { MetricsRegistry } from '../telemetry/metrics.ts';
import type { AnchorSink } from './anchor.ts';
import { type AuditInput, checkInput } from './entry.ts';
import { anchorHead, countWaiting, makeHead, sealSome } from './sealer.ts';
import { migrations, type Tables } from './tables.ts';

export interface AuditOptions {
  readonly database: Database;
  /** Ed25519. Kept where the database's administrators cannot read it. */
  readonly signingKey: KeyObject;
  readonly sink: AnchorSink;
  readonly logger: Logger;
  readonly registry?: MetricsRegistry | undefined;
  /** How long an entry may be out of the chain. */
  readonly sealMs?: number;
  /** How long the newest entries can be cut off unseen. */
  readonly anchorMs?: number;
}

export interface Audit extends Service {
  /** Writes down what the transaction does, in the transaction: neither is there without the other. */
  record(transaction: Transaction, input: AuditInput): Promise<void>;
  /** Takes everything that is committed into the chain and signs its head, now. */
  settle(): Promise<void>;
}

export function createAudit({ database, signingKey, sink, logger, registry, sealMs = 1_000, anchorMs = 10_000 }: AuditOptions): Audit {
  let sealing: NodeJS.Timeout | undefined;
  let anchoring: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  /** One after another, so that nothing is under way once it has stopped. */
  function next(work: () => Promise<unknown>, fault: string): Promise<void> {
    running = running.then(work).then(
      () => undefined,
      (error: unknown) => logger.error({ err: error }, fault),
    );
    return running;
  }
  async function sealAll(): Promise<void> {
    while ((await sealSome(database)) > 0);
  }
  const seal = () => next(sealAll, 'audit entries could not be taken into the chain');
  const anchor = () => next(() => anchorHead(database, signingKey, sink), 'the head of the audit log could not be anchored');

  return {
    name: 'audit',
    async record(transaction, input) {
      checkInput(input);
      const tables = transaction.tables<Tables>();
      const id = randomUUID();
      // Milliseconds: what goes through JavaScript has no more, and what is hashed must come back as it went.
      const at = sql<Date>`date_trunc('milliseconds', clock_timestamp())`;
      const { actor, action, subject, traceId } = input;
      const details = JSON.stringify(input.details ?? {});
      await tables
        .insertInto('audit_entry')
        .values({ id, at, actor, action, subject, details, trace_id: traceId ?? null })
        .execute();
      await sql`insert into audit_waiting (entry) values (${id})`.execute(tables);
    },
    async settle() {
      await seal();
      await anchor();
    },
    async start() {
      await migrate(database, 'audit', migrations);
      await makeHead(database);
      if (registry !== undefined) {
        new Gauge({
          name: 'portico_audit_unsealed',
          help: 'Audit entries that are not in the chain yet.',
          registers: [registry],
          async collect() {
            this.set(await countWaiting(database));
          },
        });
      }
      sealing = setInterval(seal, sealMs);
      anchoring = setInterval(anchor, anchorMs);
      await seal();
    },
    async stop() {
      clearInterval(sealing);
      clearInterval(anchoring);
      await seal();
      await anchor();
    },
  };
}
