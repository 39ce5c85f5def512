import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answerHealth } from '#platform/http/health-paths.ts';
import { createHttpServer } from '#platform/http/http-server.ts';
import { BodyTooLarge, readBody } from '#platform/http/json-body.ts';
import type { Service } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type CallCounter, createCallRecorder } from './call-counter.ts';
import { handleControl } from './control.ts';
import { send } from './http-message.ts';
import { type Protocol, type ProtocolAnswer, type ProtocolCall, textAnswer } from './protocol.ts';
import { createRandom } from './random.ts';
import { createSwitches, type Switches } from './switches.ts';
import { createWaits } from './waits.ts';

export interface SimulatorServerOptions {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly switches: Partial<Switches> | undefined;
  /** Drops every session; absent when the system has none. */
  readonly expireSessions?: () => void;
  /** What was done to the system, oldest first; absent where nothing can be. */
  readonly journal?: () => readonly object[];
  /** The system's own clock, which its answers tell; the machine's unless set. */
  readonly clock?: () => Date;
  readonly logger: Logger;
}

export interface SimulatorServer extends Service {
  readonly port: number;
  /** Where the system answers. */
  readonly url: string;
  readonly switches: Switches;
  readonly calls: CallCounter;
}

const requestBytesMax = 1_000_000;
/** What a broken core shows of itself; nothing of it may reach a client of the graph. */
const internals =
  'ORA-00600: internal error code, arguments: [kcratr1_lastbwr] at CORE_APP.ACCT_PKG line 118 (coredb01:1521, user CORE_APP)';

/** The HTTP side that the simulated systems share: it counts calls, obeys the switches, and hands the rest to the protocol. */
export function createSimulatorServer(options: SimulatorServerOptions): SimulatorServer {
  const { logger, protocol } = options;
  const { operations, path } = protocol;
  const switches = createSwitches(options.switches);
  const calls = createCallRecorder();
  const waits = createWaits();
  const random = createRandom(1, options.name);
  const hanging = new Set<Socket>();
  let stopping = false;

  const http = createHttpServer({
    name: options.name,
    host: options.host,
    port: options.port,
    idleGraceMs: 20,
    handle: (request, response) => {
      handle(request, response).catch((error: unknown) => {
        // A caller who disconnected in the middle is no fault of ours.
        if (!response.destroyed) logger.error({ err: error }, 'the simulator failed');
        response.destroy();
      });
    },
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (answerHealth(request, response, async () => !http.draining)) return;
    const hasSessions = options.expireSessions !== undefined;
    if (request.url?.startsWith('/_'))
      return handleControl(request, response, { switches, calls, operations, hasSessions, journal: options.journal });
    const [requestPath, query] = (request.url ?? '').split('?', 2);
    if (requestPath !== path) return sendAnswer(response, textAnswer(404, `There is ${path} here.`));
    if (request.method === 'GET' && query?.toLowerCase() === 'wsdl') return sendWsdl(response);
    if (request.method !== 'POST') return sendAnswer(response, textAnswer(405, 'Post a message, or get ?wsdl.'));
    return handleMessage(request, response);
  }

  async function handleMessage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body: Buffer;
    try {
      body = await readBody(request, requestBytesMax);
    } catch (error) {
      if (!(error instanceof BodyTooLarge)) throw error;
      return sendAnswer(response, textAnswer(413, `A request has at most ${requestBytesMax} bytes.`));
    }
    const read = protocol.read({ headers: request.headers, body });
    if ('refused' in read) return sendAnswer(response, read.refused);
    calls.record(read.operation);
    await answerCall(request, response, read);
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse, { operation, answer }: ProtocolCall): Promise<void> {
    if (switches.expireSessions) {
      options.expireSessions?.();
      switches.expireSessions = false;
    }
    const meant = switches.operations.length === 0 || switches.operations.includes(operation);
    if (meant && switches.hang) return hang(request, response);
    if (meant) await waits.wait(switches.latencyMs);
    if (meant && fails()) return sendAnswer(response, protocol.failure(internals));
    const answered = await answer();
    logger.debug({ operation, status: answered.status }, 'answered');
    sendAnswer(response, answered, meant ? switches.truncateAt : null);
  }

  function hang(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    if (stopping) {
      socket.destroy();
      return;
    }
    hanging.add(socket);
    response.once('close', () => hanging.delete(socket));
  }

  function fails(): boolean {
    if (switches.failNext > 0) {
      switches.failNext -= 1;
      return true;
    }
    return random.chance(switches.errorRate);
  }

  function sendAnswer(
    response: ServerResponse,
    { status, headers, body }: ProtocolAnswer,
    truncateAt: Switches['truncateAt'] = null,
  ): void {
    const length = truncateAt === 'half' ? body.length >> 1 : (truncateAt ?? body.length);
    const date = (options.clock?.() ?? new Date()).toUTCString();
    send(response, status, { date, ...headers, ...(truncateAt === null ? {} : { connection: 'close' }) }, body.subarray(0, length));
  }

  function sendWsdl(response: ServerResponse): void {
    const located = protocol.wsdl.replace(/(address location=")[^"]*"/, `$1${http.url}${path}"`);
    sendAnswer(response, { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: Buffer.from(located) });
  }

  return {
    name: options.name,
    get port() {
      return http.port;
    },
    get url() {
      return http.url + path;
    },
    switches,
    calls,
    async start() {
      await protocol.start();
      await http.start();
    },
    stop() {
      stopping = true;
      waits.end();
      for (const socket of hanging) socket.destroy();
      return http.stop();
    },
  };
}
