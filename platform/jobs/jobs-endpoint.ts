import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { JobsEndpoint } from '../composition/jobs-endpoint.ts';
import { BankError } from '../errors.ts';
import { parseJson, readBody } from '../http/json-body.ts';
import { asBankError, respondError } from '../http/respond-error.ts';
import { respondJson } from '../http/respond-json.ts';
import type { QueueDefinition } from './definition.ts';
import type { Jobs } from './jobs.ts';

const bodyBytesMax = 10_000;
const shownMax = 50;
const replaySchema = z.object({ queue: z.string(), ids: z.array(z.uuid()).min(1).max(shownMax) });

/**
 * Queues over HTTP, for a page in development; who asks is not looked at.
 *
 * - `GET <prefix>queues`: `{queues: [{name, description, waiting, oldestSeconds, active, dead, waitingMax, deadJobs}]}`, of the
 *   dead the oldest 50, each `{id, data, fault, diedAt}`.
 * - `POST <prefix>replay` with `{queue, ids}`: `{replayed}`. JSON only, so that a page of another origin cannot send it.
 */
export function createJobsEndpoint(jobs: Jobs, queues: readonly QueueDefinition[]): JobsEndpoint {
  const byName = new Map(queues.map((queue) => [queue.name, queue]));

  async function readQueues() {
    const read = (await jobs.overview()).map(async (overview) => {
      const queue = byName.get(overview.name);
      const dead = overview.dead === 0 || queue === undefined ? [] : await jobs.dead(queue);
      return { ...overview, deadJobs: dead.slice(0, shownMax) };
    });
    return { queues: await Promise.all(read) };
  }

  async function replay(request: IncomingMessage) {
    if (request.headers['content-type'] !== 'application/json') throw new BankError('BAD_USER_INPUT', 'The body must be JSON.');
    const asked = replaySchema.safeParse(parseJson(await readBody(request, bodyBytesMax)));
    const queue = asked.success ? byName.get(asked.data.queue) : undefined;
    if (!asked.success || queue === undefined) throw new BankError('BAD_USER_INPUT', 'The body names a queue and the ids of dead jobs.');
    return { replayed: await jobs.replay(queue, asked.data.ids) };
  }

  async function answer(prefix: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = `${request.method} ${request.url?.split('?', 1)[0]}`;
    if (asked === `GET ${prefix}queues`) return respondJson(response, 200, await readQueues());
    if (asked === `POST ${prefix}replay`) return respondJson(response, 200, await replay(request));
    throw new BankError('NOT_FOUND', 'There is nothing here.');
  }

  return {
    at: (prefix) => ({
      prefix,
      handle: (request, response) => {
        answer(prefix, request, response).catch((error: unknown) => {
          const known = asBankError(error);
          respondError(response, known, { body: { code: known.code, message: known.publicMessage } });
        });
      },
    }),
  };
}
