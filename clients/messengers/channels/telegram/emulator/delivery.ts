import type { Logger } from '#platform/telemetry/logger.ts';
import { badRequest, type Update } from './objects.ts';
import type { Switches } from './switches.ts';

/** Brings updates to the bot's webhook, as Telegram does: one after another within a chat, again and again until it answers 2xx. */
export interface Delivery {
  /** An empty address takes the webhook away. */
  setWebhook(url: string, secret: string | undefined, allowed: readonly string[] | undefined): void;
  info(): Readonly<Record<string, unknown>>;
  deliver(chat: number, update: Update): void;
  /** Every update that was sent out and what came back, the oldest first. */
  readonly log: readonly { readonly updateId: number; readonly status: number | undefined }[];
  stop(): void;
}

const answerTimeoutMs = 60_000;
const pausesMs = [200, 500, 1_000, 2_000, 5_000];
const attemptsMax = 500;
const reorderWaitMs = 1_500;
const waitingMax = 1_000;
const logMax = 1_000;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

export function createDelivery(switches: Switches, logger: Logger): Delivery {
  const log: { updateId: number; status: number | undefined }[] = [];
  const queues = new Map<number, Promise<void>>();
  const held = new Map<number, { readonly update: Update; readonly timer: NodeJS.Timeout }>();
  const stopping = new AbortController();
  let waiting = 0;
  let hook: { readonly url: string; readonly secret: string | undefined; readonly allowed: readonly string[] } | undefined;
  let hookSet = Promise.withResolvers<void>();
  let lastError: { readonly date: number; readonly message: string } | undefined;

  function append(chat: number, update: Update): void {
    if (waiting >= waitingMax) return;
    waiting += 1;
    const before = queues.get(chat) ?? Promise.resolve();
    queues.set(
      chat,
      before
        .then(() => bring(update))
        .finally(() => {
          waiting -= 1;
        }),
    );
  }

  async function bring(update: Update): Promise<void> {
    for (let attempt = 0; attempt < attemptsMax && !stopping.signal.aborted; attempt += 1) {
      if (hook === undefined) await Promise.race([hookSet.promise, aborted()]);
      if (await post(update)) {
        for (let copy = 0; copy < switches.duplicates; copy += 1) await post(update);
        return;
      }
      await pause(pausesMs[Math.min(attempt, pausesMs.length - 1)] ?? 0);
    }
  }

  async function post(update: Update): Promise<boolean> {
    if (hook === undefined || stopping.signal.aborted) return false;
    const kind = 'message' in update ? 'message' : 'callback_query';
    if (hook.allowed.length > 0 && !hook.allowed.includes(kind)) return true;
    const status = await fetch(hook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(hook.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': hook.secret }),
      },
      body: JSON.stringify(update),
      redirect: 'manual',
      signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(answerTimeoutMs)]),
    }).then(
      async (response) => {
        await response.body?.cancel();
        return response.status;
      },
      () => undefined,
    );
    log.push({ updateId: update.update_id, status });
    if (log.length > logMax) log.shift();
    if (status !== undefined && status >= 200 && status < 300) return true;
    lastError = {
      date: Math.floor(Date.now() / 1_000),
      message: status === undefined ? 'Connection refused' : `Wrong response from the webhook: ${status}`,
    };
    logger.debug({ updateId: update.update_id, status }, 'an update was not taken; it will be delivered again');
    return false;
  }

  function pause(durationMs: number): Promise<void> {
    return Promise.race([new Promise<void>((resolve) => setTimeout(resolve, durationMs).unref()), aborted()]);
  }

  function aborted(): Promise<void> {
    return new Promise((resolve) => {
      if (stopping.signal.aborted) resolve();
      else stopping.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  return {
    log,
    setWebhook(url, secret, allowed = []) {
      if (url === '') {
        hook = undefined;
        hookSet = Promise.withResolvers();
        return;
      }
      const address = URL.parse(url);
      // Telegram itself demands https and a port of 443, 80, 88 or 8443; the emulator stays on this machine.
      if (address === null || !loopback.has(address.hostname)) throw badRequest('bad webhook: the emulator delivers to this machine only');
      if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) throw badRequest('secret token contains unallowed characters');
      hook = { url, secret, allowed };
      hookSet.resolve();
    },
    info: () => ({
      url: hook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: waiting,
      ...(lastError === undefined ? {} : { last_error_date: lastError.date, last_error_message: lastError.message }),
      ...(hook === undefined ? {} : { allowed_updates: hook.allowed }),
    }),
    deliver(chat, update) {
      const earlier = held.get(chat);
      if (earlier !== undefined) {
        clearTimeout(earlier.timer);
        held.delete(chat);
        append(chat, update);
        append(chat, earlier.update);
        return;
      }
      if (!switches.reorder) return append(chat, update);
      const timer = setTimeout(() => {
        held.delete(chat);
        append(chat, update);
      }, reorderWaitMs);
      held.set(chat, { update, timer });
    },
    stop() {
      stopping.abort();
      for (const { timer } of held.values()) clearTimeout(timer);
    },
  };
}
