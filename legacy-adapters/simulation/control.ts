import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyTooLarge, readBody } from '#platform/http/json-body.ts';
import type { CallCounter } from './call-counter.ts';
import { send } from './http-message.ts';
import { allowedSwitches, readSwitchesChange, type Switches } from './switches.ts';

export interface ControlOptions {
  readonly switches: Switches;
  readonly calls: CallCounter;
  readonly operations: readonly string[];
  readonly hasSessions: boolean;
  readonly journal: (() => readonly object[]) | undefined;
}

/** The newest entries that are shown. */
const journalEntriesMax = 100;

const bodyBytesMax = 10_000;

/** `/_switches`, `/_calls` and `/_journal`: turns a running simulator's switches, reads its counters and what it did, by curl. */
export async function handleControl(request: IncomingMessage, response: ServerResponse, options: ControlOptions): Promise<void> {
  const { switches, calls } = options;
  switch (`${request.method} ${request.url}`) {
    case 'GET /_switches':
      return sendJson(response, 200, switches);
    case 'PUT /_switches':
      return changeSwitches(request, response, options);
    case 'GET /_calls':
      return sendJson(response, 200, calls.byOperation());
    case 'DELETE /_calls':
      calls.reset();
      return sendJson(response, 200, {});
    case 'GET /_journal':
      if (options.journal === undefined) return sendJson(response, 404, { error: 'This system keeps no journal: it changes nothing.' });
      return sendJson(response, 200, options.journal().slice(-journalEntriesMax));
    default:
      return sendJson(response, 404, { error: 'There are GET and PUT /_switches, GET and DELETE /_calls, GET /_journal.' });
  }
}

async function changeSwitches(request: IncomingMessage, response: ServerResponse, options: ControlOptions): Promise<void> {
  const { switches, operations, hasSessions } = options;
  let body: Buffer;
  try {
    body = await readBody(request, bodyBytesMax);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    return sendJson(response, 413, { error: `The body is over ${bodyBytesMax} bytes.` });
  }
  const read = readSwitchesChange(body.toString(), operations, hasSessions);
  if ('faults' in read)
    return sendJson(response, 400, { error: 'The switches are not right.', faults: read.faults, allowed: allowedSwitches });
  Object.assign(switches, read.change);
  sendJson(response, 200, switches);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, { 'content-type': 'application/json' }, Buffer.from(`${JSON.stringify(value)}\n`));
}
