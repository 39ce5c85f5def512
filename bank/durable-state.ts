import { createPrivateKey } from 'node:crypto';
import { type AnchorSink, createFileSink } from '#platform/audit/anchor.ts';
import { type Audit, createAudit } from '#platform/audit/audit.ts';
import { auditNeed, auditSettings } from '#platform/audit/settings.ts';
import { type Cache, createCache } from '#platform/cache/index.ts';
import { cacheNeed, cacheSettings } from '#platform/cache/settings.ts';
import type { JobsEndpoint } from '#platform/composition/jobs-endpoint.ts';
import type { Need } from '#platform/composition/need.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import { createDatabase, type Database } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { databaseSettings } from '#platform/database/settings.ts';
import { createJournal, type Journal } from '#platform/events/journal.ts';
import { journalNeed } from '#platform/events/settings.ts';
import { createIdempotency, type Idempotency } from '#platform/idempotency/idempotency.ts';
import { idempotencyNeed } from '#platform/idempotency/settings.ts';
import { createJobs, type Jobs } from '#platform/jobs/jobs.ts';
import { createJobsEndpoint } from '#platform/jobs/jobs-endpoint.ts';
import { jobsNeed } from '#platform/jobs/settings.ts';
import type { ServiceStack } from '#platform/lifecycle.ts';
import { databaseNeeds } from './dependency-settings.ts';
import type { Settings } from './environment.ts';
import { subgraphs } from './lists.ts';
import { whoNeeds, whoNeedsAny } from './needs.ts';
import type { Parts } from './parts.ts';
import type { ProcessContext } from './process-context.ts';

/** What is kept in this process, and what goes on by itself; each only where somebody here needs it. */
export interface DurableState {
  readonly database: Database | undefined;
  readonly journal: Journal | undefined;
  readonly jobs: Jobs | undefined;
  readonly idempotency: Idempotency | undefined;
  readonly audit: Audit | undefined;
  readonly cache: Cache | undefined;
  readonly jobsEndpoint: JobsEndpoint | undefined;
}

/** Starts nothing. Whoever works on jobs or reads the journal says so before `startDurableState`. */
export function createDurableState(
  settings: Settings,
  parts: Parts,
  { metrics: registry, logger }: Pick<ProcessContext, 'metrics' | 'logger'>,
): DurableState {
  const { given } = settings;
  const isNeeded = (need: Need) => whoNeeds(parts, need).length > 0;
  const isStateful = whoNeedsAny(parts, databaseNeeds).length > 0;
  const { DATABASE_URL: url, DATABASE_DIR: directory } = valuesOf(databaseSettings, given);
  const database = isStateful ? createDatabase({ url, directory, logger }) : undefined;
  const over = <Room>(need: Need<Room>, create: (over: Database) => Room) =>
    database !== undefined && isNeeded(need) ? create(database) : undefined;
  const { AUDIT_SIGNING_KEY, AUDIT_ANCHORS_FILE } = valuesOf(auditSettings, given);
  const sink: AnchorSink = AUDIT_ANCHORS_FILE === undefined ? { write: async () => {} } : createFileSink(AUDIT_ANCHORS_FILE);
  // Every event and queue of the bank, whoever runs here: a subscriber may be in another process than whoever appends.
  const events = subgraphs.flatMap(({ state }) => state?.events ?? []);
  const queues = subgraphs.flatMap(({ state }) => state?.queues ?? []);
  const jobs = over(jobsNeed, (database) => createJobs({ database, queues, logger, registry }));
  return {
    database,
    journal: over(journalNeed, (database) => createJournal({ database, events, logger, registry })),
    jobs,
    jobsEndpoint: jobs && createJobsEndpoint(jobs, queues),
    idempotency: over(idempotencyNeed, createIdempotency),
    audit: over(auditNeed, (database) =>
      createAudit({ database, signingKey: createPrivateKey(AUDIT_SIGNING_KEY), sink, logger, registry }),
    ),
    cache: isNeeded(cacheNeed) ? createCache({ url: valuesOf(cacheSettings, given).REDIS_URL, namespace: 'portico', logger }) : undefined,
  };
}

/**
 * Brings all tables up to date, then starts what goes on by itself. The database runs already. What is started last is stopped
 * first: subscribers, which enqueue jobs; jobs, which append events and record audit entries; and what these write to.
 */
export async function startDurableState({ database, ...durable }: DurableState, parts: Parts, stack: ServiceStack): Promise<void> {
  if (durable.cache !== undefined) await stack.start(durable.cache);
  if (database === undefined) return;
  await durable.idempotency?.migrate();
  await durable.journal?.migrate();
  for (const { name, state } of parts.subgraphs) if (state !== undefined) await migrate(database, name, state.tables);
  for (const service of [durable.audit, durable.jobs, durable.journal]) if (service !== undefined) await stack.start(service);
}
