import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseJson, readBody } from '#platform/http/json-body.ts';
import { respondJson } from '#platform/http/respond-json.ts';
import type { Service } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import { createMailbox } from './mailbox.ts';
import { createMethods, type Parameters } from './methods.ts';
import { BotApiError } from './objects.ts';
import { createEmulatorPage } from './page.ts';
import { createPhones } from './phones.ts';
import { applyChange, createSwitches, type Switches } from './switches.ts';

export interface TelegramEmulatorOptions {
  /** The token of the one bot there is. */
  readonly token: string;
  readonly botName: string;
  readonly logger: Logger;
}

export interface Call {
  readonly method: string;
  readonly parameters: Parameters;
  /** What it was answered with; undefined where no answer went out. */
  readonly status: number | undefined;
}

/** A Telegram of one's own: the Bot API on one side, telephones on the other. Mount it for `/telegram-emulator/` and `/messengers`. */
export interface TelegramEmulator extends Service {
  handle(request: IncomingMessage, response: ServerResponse): void;
  readonly switches: Switches;
  readonly calls: readonly Call[];
  readonly delivered: Delivery['log'];
  /** Resolves with the next call of the method, as soon as it came in. */
  nextCall(method: string): Promise<Call>;
}

/** Where the emulator's Bot API stands: what a bot takes for `https://api.telegram.org`. */
export const emulatorApiPath = '/telegram-emulator';
const bodyBytesMax = 1_000_000;
const callsMax = 1_000;

export function createTelegramEmulator({ token, botName, logger }: TelegramEmulatorOptions): TelegramEmulator {
  const switches = createSwitches();
  const calls: Call[] = [];
  const waiting = new Set<{ readonly method: string; readonly resolve: (call: Call) => void }>();
  const delivery = createDelivery(switches, logger);
  const bot = { id: Number(token.split(':', 1)[0]), is_bot: true, first_name: botName, username: 'portico_bank_bot' };
  const mailbox = createMailbox(bot);
  const methods = createMethods(mailbox, delivery);
  const phones = createPhones({ mailbox, methods, delivery });
  const page = createEmulatorPage();
  const hanging = new Set<ServerResponse>();

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const [, given, method] = /^\/telegram-emulator\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (given !== undefined && method !== undefined) return await answerCall(request, response, decodeURIComponent(given), method);
    if (path === `${emulatorApiPath}/_switches`) return await control(request, response);
    if (path === `${emulatorApiPath}/_calls`) return respondJson(response, 200, calls);
    const phonePath = /^\/messengers\/api\/phones(?:\/(.*))?$/.exec(path);
    if (phonePath !== null) return await phones.handle(request, response, phonePath[1] ?? '');
    if (path.startsWith(emulatorApiPath)) return respondJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
    page.handle(request, response);
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse, given: string, method: string): Promise<void> {
    const parameters = await readParameters(request);
    if (switches.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, switches.latencyMs));
    const { status, body } = perform(given, method, parameters);
    const cut = status === 200 && switches.loseAnswers > 0;
    if (cut) switches.loseAnswers -= 1;
    note({ method, parameters, status: cut || switches.hangAnswers ? undefined : status });
    if (cut) return void response.destroy();
    if (switches.hangAnswers) {
      hanging.add(response);
      response.once('close', () => hanging.delete(response));
      return;
    }
    respondJson(response, status, body);
  }

  function perform(given: string, method: string, parameters: Parameters): { readonly status: number; readonly body: object } {
    try {
      if (!sameToken(given, token)) throw new BotApiError(401, 'Unauthorized');
      const run = methods.byName.get(method.toLowerCase());
      if (run === undefined) throw new BotApiError(404, 'Not Found');
      if (switches.tooManyRequests > 0) {
        switches.tooManyRequests -= 1;
        throw new BotApiError(429, `Too Many Requests: retry after ${switches.retryAfterSeconds}`, switches.retryAfterSeconds);
      }
      if (switches.failNext > 0) {
        switches.failNext -= 1;
        throw new BotApiError(502, 'Bad Gateway');
      }
      return { status: 200, body: { ok: true, result: run(parameters) } };
    } catch (error) {
      if (!(error instanceof BotApiError)) throw error;
      const { code, message, retryAfter } = error;
      const advice = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
      return { status: code, body: { ok: false, error_code: code, description: message, ...advice } };
    }
  }

  function note({ method, parameters, status }: Call): void {
    const shown = 'secret_token' in parameters ? { ...parameters, secret_token: '[secret]' } : parameters;
    const call = { method, parameters: shown, status };
    calls.push(call);
    if (calls.length > callsMax) calls.shift();
    for (const wish of waiting) {
      if (wish.method !== call.method) continue;
      waiting.delete(wish);
      wish.resolve(call);
    }
  }

  async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') return respondJson(response, 200, switches);
    if (request.method !== 'PUT') return respondJson(response, 405, { error: 'There are GET and PUT.' });
    const fault = applyChange(switches, parseJson(await readBody(request, bodyBytesMax)));
    respondJson(response, fault === undefined ? 200 : 400, fault === undefined ? switches : { error: fault });
  }

  return {
    name: 'telegram emulator',
    switches,
    calls,
    delivered: delivery.log,
    nextCall: (method) => new Promise((resolve) => waiting.add({ method, resolve })),
    handle(request, response) {
      route(request, response).catch((error: unknown) => {
        logger.error({ err: error }, 'the Telegram emulator failed');
        if (response.headersSent) response.destroy();
        else respondJson(response, 400, { ok: false, error_code: 400, description: 'Bad Request' });
      });
    },
    start: async () => {},
    async stop() {
      delivery.stop();
      phones.stop();
      for (const response of hanging) response.destroy();
    },
  };
}

function sameToken(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** JSON, a form, or a query: the Bot API takes them all; in the latter two, objects are JSON in text. */
async function readParameters(request: IncomingMessage): Promise<Parameters> {
  const query = new URL(request.url ?? '/', 'http://telegram').searchParams;
  const body = await readBody(request, bodyBytesMax);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json') && body.length > 0) {
    const value = parseJson(body);
    return { ...fromText(query), ...(typeof value === 'object' && value !== null ? value : {}) };
  }
  const form = type.startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(body.toString('utf8')) : new URLSearchParams();
  return { ...fromText(query), ...fromText(form) };
}

function fromText(values: URLSearchParams): Parameters {
  return Object.fromEntries([...values].map(([name, value]) => [name, /^[[{]/.test(value) ? parseJson(Buffer.from(value)) : value]));
}
