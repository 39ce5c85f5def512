import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyTooLarge, readBody } from '#platform/http/json-body.ts';
import { respondJson } from '#platform/http/respond-json.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Channel } from './core/channel.ts';
import type { CanonicalEvent } from './core/event.ts';

export interface WebhooksOptions {
  readonly channels: readonly Channel[];
  /** Resolves once the events are safe. */
  readonly receive: (events: readonly CanonicalEvent[]) => Promise<void>;
  readonly logger: Logger;
}

const bodyBytesMax = 1_000_000;

/** `/webhooks/<channel>`: believe, keep, and only then acknowledge. Whoever is told anything but 200 delivers again. */
export function createWebhooks({ channels, receive, logger }: WebhooksOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = /^\/webhooks\/([a-z-]{1,30})$/.exec((request.url ?? '').split('?', 1)[0] ?? '')?.[1];
    const named = channels.filter((channel) => channel.name === name);
    if (named.length === 0) return refuse(request, response, 404, 'There is no such channel.');
    if (request.method !== 'POST') return refuse(request, response, 405, 'Post an update.');
    const body = await readBody(request, bodyBytesMax).catch((error: unknown) => {
      if (error instanceof BodyTooLarge) return undefined;
      throw error;
    });
    if (body === undefined) return refuse(request, response, 413, 'The body is too large.');
    const raw = { headers: request.headers, body };
    // Every bot's secret is compared, so that the time says nothing of which one was nearly right.
    const [channel] = named.filter((candidate) => candidate.verify(raw));
    if (channel === undefined) {
      logger.warn({ channel: name }, 'a webhook without the right secret was refused');
      return refuse(request, response, 401, 'The secret is missing or wrong.');
    }
    await receive(channel.parse(raw));
    respondJson(response, 200, { ok: true });
  };
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
  request.resume();
  respondJson(response, status, { ok: false, message });
}
