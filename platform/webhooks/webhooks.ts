import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { BankError } from '../errors.ts';
import { BodyTooLarge, readBody } from '../http/json-body.ts';
import { defineQueue } from '../jobs/definition.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { WebhookIdentity, WebhookSource } from './source.ts';
import { markHandled, migrations, read, removeHandled, store } from './store.ts';

/** Give it to `createJobs`. */
export const webhookQueue = defineQueue({
  name: 'webhooks.handle',
  description: 'Calls from outside that were acknowledged, one after another for each subject.',
  data: z.object({ id: z.uuid() }),
  retriesMax: 12,
  retryDelaySeconds: 2,
  retryDelaySecondsMax: 3_600,
  expireSeconds: 60,
  waitingMax: 100_000,
  concurrency: 4,
  ordered: true,
});

export interface WebhooksOptions {
  readonly database: Database;
  /** Made with `webhookQueue` among its queues, and started after this has been made and migrated. */
  readonly jobs: Jobs;
  readonly sources: readonly WebhookSource[];
  readonly logger: Logger;
}

/** The entrance for calls from outside: verified, kept and acknowledged at once, and handled afterwards. */
export interface Webhooks {
  migrate(): Promise<void>;
  /**
   * Answers `POST /webhooks/<source>`: 200 once the call is kept, or was before; 401 where it is not signed, 413, 404, 405, 400
   * where nobody can tell what it is about, and 503 where it could not be kept, so that it is sent again.
   */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Forgets calls that were handled so long ago that nobody sends them again. Returns how many. */
  removeHandled(before: Date): Promise<number>;
}

const pathPattern = /^\/webhooks\/([a-z][a-z0-9-]{0,62})$/;
const charactersMax = 200;

export function createWebhooks({ database, jobs, sources, logger }: WebhooksOptions): Webhooks {
  const byName = new Map(sources.map((source) => [source.name, source]));

  jobs.workInTransaction(webhookQueue, async (transaction, { data: { id } }) => {
    const delivery = await read(transaction, id);
    if (delivery === undefined) return;
    const source = byName.get(delivery.source);
    if (source === undefined) throw new Error(`there is no source ${delivery.source} any more`);
    await source.handle(transaction, delivery);
    await markHandled(transaction, id);
  });

  async function keep(source: WebhookSource, identity: WebhookIdentity, body: Buffer): Promise<void> {
    const stored = await database.transaction(async (transaction) => {
      const kept = await store(transaction, source.name, identity, body);
      if (kept.kind === 'new')
        await jobs.enqueue(transaction, webhookQueue, { id: kept.id }, { orderKey: `${source.name}:${identity.subject}` });
      return kept.kind;
    });
    // Its sender would send it for ever if this were refused, and the first one stands.
    if (stored === 'differs') logger.warn({ source: source.name, key: identity.key }, 'a webhook came again with other bytes');
  }

  async function answer(request: IncomingMessage): Promise<number> {
    const source = byName.get(pathPattern.exec(request.url?.split('?', 1)[0] ?? '')?.[1] ?? '');
    if (source === undefined) return 404;
    if (request.method !== 'POST') return 405;
    const body = await readBody(request, source.bodyBytesMax);
    if (!(await source.verify(body, request.headers))) return 401;
    const identity = identify(source, body, request);
    if (identity === undefined) return 400;
    await keep(source, identity, body);
    return 200;
  }

  return {
    migrate: () => migrate(database, 'webhooks', migrations),
    removeHandled: (before) => database.transaction((transaction) => removeHandled(transaction, before)),
    async handle(request, response) {
      const status = await answer(request).catch((error: unknown) => {
        if (error instanceof BodyTooLarge) return 413;
        const isBusy = error instanceof BankError && error.code === 'OVERLOADED';
        logger[isBusy ? 'warn' : 'error']({ err: error }, 'a webhook could not be kept');
        return 503;
      });
      const close = request.complete ? {} : { connection: 'close' };
      response.writeHead(status, { 'content-length': 0, ...close, ...(status === 503 ? { 'retry-after': '5' } : {}) }).end();
    },
  };
}

function identify(source: WebhookSource, body: Buffer, request: IncomingMessage): WebhookIdentity | undefined {
  try {
    const { key, subject } = source.identify(body, request.headers);
    return [key, subject].every((text) => text.length >= 1 && text.length <= charactersMax) ? { key, subject } : undefined;
  } catch {
    return undefined;
  }
}
