import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import type { Logger } from '../telemetry/logger.ts';

/**
 * Hints from whoever changed something to whoever waits for it, in this process and in others. A hint may be lost, come twice
 * or come late, so everybody who waits also looks by himself now and then.
 */
export interface WakeUps {
  /** Calls the listeners of a topic. Call it once the change is committed; never waits and never fails. */
  wake(topic: string): void;
  /** Returns what ends it. Listeners of a node that was cut off for a while are called once it is back. */
  onWake(topic: string, listener: () => void): () => void;
  stop(): Promise<void>;
}

/** Between processes: hints go out together, and one that is on its way carries all that come meanwhile. */
interface Wire {
  send(topics: readonly string[]): Promise<void>;
  /** Called when the first listener comes. */
  open(): void;
  close(): Promise<void>;
}

const topicsPendingMax = 1_000;
const reconnectMsMin = 100;
const reconnectMsMax = 5_000;

/** For PGlite, where one process has the database for itself. */
export function createLocalWakeUps(): WakeUps {
  return createWakeUps(() => ({ send: async () => {}, open: () => {}, close: async () => {} }));
}

/**
 * By PostgreSQL's LISTEN and NOTIFY, on a connection of its own. NOTIFY is sent after the commit and not inside of it: inside,
 * it takes a lock of the whole server until the commit is on the disk, so that commits would queue one behind another.
 */
export function createPostgresWakeUps(pool: Pool, connectionString: string, logger: Logger): WakeUps {
  return createWakeUps((deliver) => postgresWire(pool, connectionString, deliver, logger));
}

/** `undefined` means that hints may have been missed: everybody looks. */
type Deliver = (topic: string | undefined) => void;

function createWakeUps(wireTo: (deliver: Deliver) => Wire): WakeUps {
  const listeners = new Map<string, Set<() => void>>();
  const pending = new Set<string>();
  let sending = false;
  let stopped = false;

  const deliver: Deliver = (topic) => {
    const called = topic === undefined ? [...listeners.values()] : [listeners.get(topic) ?? new Set()];
    for (const listener of called.flatMap((set) => [...set])) queueMicrotask(listener);
  };
  const wire = wireTo(deliver);

  async function flush(): Promise<void> {
    sending = true;
    while (pending.size > 0 && !stopped) {
      const topics = [...pending];
      pending.clear();
      // A lost hint costs the time until the next sweep, no more.
      await wire.send(topics).catch(() => undefined);
    }
    sending = false;
  }

  return {
    wake(topic) {
      if (stopped) return;
      deliver(topic);
      if (pending.size < topicsPendingMax) pending.add(topic);
      if (!sending) void flush();
    },
    onWake(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      wire.open();
      return () => {
        set.delete(listener);
      };
    },
    async stop() {
      stopped = true;
      listeners.clear();
      await wire.close();
    },
  };
}

function postgresWire(pool: Pool, connectionString: string, deliver: Deliver, logger: Logger): Wire {
  const origin = randomUUID().slice(0, 8);
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let opened = false;
  let closed = false;

  async function connect(failures: number): Promise<void> {
    const connection = new Client({ connectionString, application_name: 'portico-wake-ups', keepAlive: true });
    client = connection;
    let lost = false;
    const again = (error: unknown) => {
      if (lost || closed) return;
      lost = true;
      logger.warn({ err: error, failures }, 'wake-ups are not heard; sweeps go on');
      connection.end().catch(() => undefined);
      timer = setTimeout(() => void connect(failures + 1), Math.min(reconnectMsMax, reconnectMsMin * 2 ** failures));
    };
    connection.on('error', again);
    connection.on('end', () => again(undefined));
    connection.on('notification', ({ payload }) => {
      const [from, topic] = split(payload ?? '');
      if (from !== origin) deliver(topic);
    });
    try {
      await connection.connect();
      const { rows } = await connection.query<{ name: string }>(`select quote_ident(${channel}) as name`);
      await connection.query(`listen ${rows[0]?.name}`);
      if (failures > 0) logger.info('wake-ups are heard again');
      deliver(undefined);
    } catch (error) {
      again(error);
    }
  }

  return {
    async send(topics) {
      await pool.query(`select pg_notify(${channel}, $1 || topic) from unnest($2::text[]) as topic`, [`${origin}:`, topics]);
    },
    open() {
      if (opened || closed) return;
      opened = true;
      void connect(0);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

/** Channels belong to the whole database, so banks in schemas of one database each have their own. */
const channel = `'portico_' || current_schema()`;

function split(payload: string): [string, string] {
  const at = payload.indexOf(':');
  return [payload.slice(0, at), payload.slice(at + 1)];
}
