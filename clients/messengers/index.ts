import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from '#platform/database/database.ts';
import { asBankError, respondError } from '#platform/http/respond-error.ts';
import { respondJson } from '#platform/http/respond-json.ts';
import type { Service } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Tracing } from '#platform/telemetry/tracing.ts';
import { type Channel, channelKeyOf } from './core/channel.ts';
import { createChats } from './core/chats.ts';
import { createConversation } from './core/conversation.ts';
import { createGraph } from './core/graph.ts';
import { receive } from './core/inbox.ts';
import { createOutbox } from './core/outbox.ts';
import { removeOld } from './core/retention.ts';
import { createVault } from './core/secrets.ts';
import { createSessions } from './core/sessions.ts';
import { openStore } from './core/tables.ts';
import { type OutsideSlot, withIdentityBulkhead, withOperationBulkheads } from './core/upstream-bulkheads.ts';
import { createWorker, type Worker } from './core/worker.ts';
import { createAttempts } from './linking/attempts.ts';
import { createKeycloak } from './linking/keycloak.ts';
import { createLinking } from './linking/linking.ts';
import { createWebhooks } from './webhooks.ts';

export { createTelegram } from './channels/telegram/telegram.ts';
export type { Channel } from './core/channel.ts';

export interface MessengersOptions {
  readonly channels: readonly Channel[];
  readonly database: Database;
  readonly graphqlUrl: string;
  readonly identity: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  /** 32 bytes; whoever has it and the database can act as every linked customer. */
  readonly encryptionKey: Buffer;
  /** Where messengers and browsers reach this server, without a slash at its end. */
  readonly publicUrl: string;
  /** With a slash at its end. */
  readonly webBankUrl: string;
  readonly bankPhone: string;
  readonly tracing: Tracing;
  readonly logger: Logger;
  readonly now?: () => Date;
}

/**
 * The bots. Mount `handle` for `/webhooks/` and `/link/`; until `start` it answers 503, and messengers deliver again. What comes in
 * is kept from `start` to `stop`, and answered while `worker` runs, which needs the gateway.
 */
export interface Messengers extends Service {
  handle(request: IncomingMessage, response: ServerResponse): void;
  readonly worker: Service;
}

const connectPausesMs = [500, 1_000, 2_000, 5_000, 15_000, 60_000];
const retentionMs = 3_600_000;

interface Running {
  readonly worker: Worker;
  readonly webhook: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly link: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

export function createMessengers(options: MessengersOptions): Messengers {
  const { logger, database, publicUrl } = options;
  const now = options.now ?? (() => new Date());
  const channels = new Map(options.channels.map((channel) => [channelKeyOf({ channel: channel.name, bot: channel.bot }), channel]));
  const timers = new Set<NodeJS.Timeout>();
  const answering = new Set<Promise<void>>();
  let running: Running | undefined;

  async function build(): Promise<Running> {
    const store = await openStore(database);
    const vault = createVault(options.encryptionKey);
    const keycloak = createKeycloak({ ...options.identity, logger, now });
    const graph = createGraph(options.graphqlUrl);
    const chats = createChats(store, now);
    const outsideSlot: OutsideSlot = (call) => worker.outsideSlot(call);
    const sessions = createSessions({ store, vault, identity: withIdentityBulkhead(keycloak, outsideSlot), logger, now });
    const attempts = createAttempts(store, vault, now);
    const conversation = createConversation({
      store,
      chats,
      sessions,
      graph: withOperationBulkheads(graph, outsideSlot),
      async offerLink(chat) {
        const token = await attempts.offer(chat);
        return token === undefined ? undefined : `${publicUrl}/link/${token}`;
      },
      bankPhone: options.bankPhone,
      webBankUrl: options.webBankUrl,
      tracing: options.tracing,
      logger,
      now,
    });
    const worker: Worker = createWorker({ channels, chats, conversation, outbox: createOutbox({ store, logger, now }), logger });
    const linking = createLinking({
      store,
      attempts,
      chats,
      channels,
      conversation,
      sessions,
      keycloak,
      graph,
      publicUrl,
      tracing: options.tracing,
      identityOrigin: new URL(options.identity.issuer).origin,
      wake: worker.wake,
      logger,
    });
    // Nobody else can be at work in an embedded database: what is held there was held by a process that is gone.
    if (database.exclusive) await chats.releaseAll();
    await removeOld(store, now());
    every(retentionMs, () => removeOld(store, now()));
    const webhook = createWebhooks({
      channels: options.channels,
      async receive(events) {
        for (const chat of await receive(store, events, now())) worker.wake(chat);
      },
      logger,
    });
    return { worker, webhook, link: linking.handle };
  }

  function every(pauseMs: number, run: () => Promise<void>): void {
    const timer = setInterval(() => {
      run().catch((error: unknown) => logger.error({ err: error }, 'old rows could not be removed'));
    }, pauseMs);
    timers.add(timer.unref());
  }

  /** A messenger that cannot be reached holds nothing up: it is asked again, less and less often. */
  function connect(channel: Channel, failures = 0): void {
    if (running === undefined) return;
    channel.connect(`${publicUrl}/webhooks/${channel.name}`).then(
      () => logger.info({ channel: channel.name, bot: channel.bot }, 'the messenger knows where to deliver'),
      (error: unknown) => {
        logger.error({ err: error, channel: channel.name }, 'the messenger could not be told where to deliver');
        const timer = setTimeout(() => connect(channel, failures + 1), connectPausesMs[Math.min(failures, connectPausesMs.length - 1)]);
        timers.add(timer.unref());
      },
    );
  }

  async function route({ webhook, link }: Running, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await (request.url?.startsWith('/link') === true ? link(request, response) : webhook(request, response));
    } catch (error) {
      const known = asBankError(error);
      if (known.code === 'INTERNAL') logger.error({ err: error }, 'a fault of ours');
      respondError(response, known, { body: { ok: false, message: known.publicMessage } });
    }
  }

  return {
    name: 'messengers',
    async start() {
      running = await build();
    },
    async stop() {
      running = undefined;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await Promise.all(answering);
    },
    worker: {
      name: "messengers' worker",
      async start() {
        running?.worker.start();
        for (const channel of options.channels) connect(channel);
      },
      async stop() {
        await running?.worker.stop();
      },
    },
    handle(request, response) {
      if (running === undefined) {
        request.resume();
        respondJson(response, 503, { ok: false, message: 'Not ready yet, or not any more.' }, { 'retry-after': '1' });
        return;
      }
      const answer = route(running, request, response).finally(() => answering.delete(answer));
      answering.add(answer);
    },
  };
}
