import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createHttpServer } from '../../platform/http-server.ts';
import { BodyTooLarge, readBody } from '../../platform/json-body.ts';
import type { Service } from '../../platform/lifecycle.ts';
import type { Logger } from '../../platform/logger.ts';
import { type CallCounter, createCallRecorder } from './call-counter.ts';
import { type Charset, encodeXml } from './charsets.ts';
import { handleControl } from './control.ts';
import { send } from './http-message.ts';
import { createRandom } from './random.ts';
import { createSoapEndpoint, type SoapAnswer, type SoapEndpoint, type SoapEndpointOptions } from './soap-endpoint.ts';
import { faultMessage } from './soap-fault.ts';
import { createSwitches, type Switches } from './switches.ts';
import { createWaits } from './waits.ts';

export interface SimulatorServerOptions {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly charset: Charset;
  readonly soap: Omit<SoapEndpointOptions, 'logger'>;
  readonly switches: Partial<Switches> | undefined;
  /** Drops every session; absent when the system has none. */
  readonly expireSessions?: () => void;
  readonly logger: Logger;
}

export interface SimulatorServer extends Service {
  readonly port: number;
  /** Where the SOAP endpoint answers. */
  readonly url: string;
  readonly switches: Switches;
  readonly calls: CallCounter;
}

const requestBytesMax = 1_000_000;
/** What a broken core shows of itself; nothing of it may reach a client of the graph. */
const internals =
  'ORA-00600: internal error code, arguments: [kcratr1_lastbwr] at CORE_APP.ACCT_PKG line 118 (coredb01:1521, user CORE_APP)';
const contentTypes = { '1.1': 'text/xml', '1.2': 'application/soap+xml' } as const;

/** The HTTP side that the simulated systems share: it counts calls, obeys the switches, and hands the rest to the SOAP endpoint. */
export function createSimulatorServer(options: SimulatorServerOptions): SimulatorServer {
  const { charset, logger, soap } = options;
  const { version, path } = soap;
  const contentType = `${contentTypes[version]}; charset=${charset}`;
  const switches = createSwitches(options.switches);
  const calls = createCallRecorder();
  const waits = createWaits();
  const random = createRandom(1, options.name);
  const hanging = new Set<Socket>();
  let endpoint: SoapEndpoint | undefined;
  let stopping = false;

  const http = createHttpServer({
    name: options.name,
    host: options.host,
    port: options.port,
    idleGraceMs: 20,
    handle: (request, response) => {
      handle(request, response).catch((error: unknown) => {
        // A caller who went away in the middle is no fault of ours.
        if (!response.destroyed) logger.error({ err: error }, 'the simulator failed');
        response.destroy();
      });
    },
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (endpoint === undefined) throw new Error('the simulator has not started');
    const operations = endpoint.operations;
    const hasSessions = options.expireSessions !== undefined;
    if (request.url?.startsWith('/_')) return handleControl(request, response, { switches, calls, operations, hasSessions });
    const [requestPath, query] = (request.url ?? '').split('?', 2);
    if (requestPath !== path) return sendText(response, 404, `There is ${path} here.`);
    if (request.method === 'GET' && query?.toLowerCase() === 'wsdl') return sendWsdl(response, endpoint);
    if (request.method !== 'POST') return sendText(response, 405, 'Post a SOAP message, or get ?wsdl.');
    return handleSoap(request, response, endpoint);
  }

  async function handleSoap(request: IncomingMessage, response: ServerResponse, soapEndpoint: SoapEndpoint): Promise<void> {
    const wrongMedia = checkMedia(request);
    if (wrongMedia !== undefined) return sendText(response, 415, wrongMedia);
    let xml: string;
    try {
      xml = new TextDecoder('utf-8', { fatal: true }).decode(await readBody(request, requestBytesMax));
    } catch (error) {
      if (error instanceof BodyTooLarge) return sendText(response, 413, `A request has at most ${requestBytesMax} bytes.`);
      if (error instanceof TypeError) return sendText(response, 400, 'The request is not utf-8.');
      throw error;
    }
    const recognised = soapEndpoint.recognise(xml);
    if ('fault' in recognised) return sendAnswer(response, refusal(recognised.fault));
    const { operation } = recognised;
    if (!hasRightAction(request, operation)) return sendAnswer(response, refusal('the SOAPAction is not the one of the operation'));
    calls.record(operation);
    await answerCall(request, response, operation, () => soapEndpoint.answer(xml));
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse, operation: string, answer: () => Promise<SoapAnswer>) {
    if (switches.expireSessions) {
      options.expireSessions?.();
      switches.expireSessions = false;
    }
    const meant = switches.operations.length === 0 || switches.operations.includes(operation);
    if (meant && switches.hang) return hang(request, response);
    if (meant) await waits.wait(switches.latencyMs);
    if (meant && fails()) return sendAnswer(response, { status: 500, xml: faultMessage(version, 'server', internals) });
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

  function checkMedia(request: IncomingMessage): string | undefined {
    const [media = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
    if (media.trim() !== contentTypes[version]) return `SOAP ${version} comes as ${contentTypes[version]}.`;
    const given = parameters.find((parameter) => parameter.trim().startsWith('charset='));
    if (given !== undefined && given.replaceAll(/[\s"]/g, '') !== 'charset=utf-8') return 'A request comes in utf-8.';
    return request.headers['content-encoding'] === undefined ? undefined : 'A request comes uncompressed.';
  }

  /** SOAP 1.1 section 6.1.1 demands the header; in SOAP 1.2 the action is optional. */
  function hasRightAction(request: IncomingMessage, operation: string): boolean {
    if (version === '1.2') return true;
    const action = request.headers.soapaction;
    return typeof action === 'string' && action.replaceAll('"', '').endsWith(`/${operation}`);
  }

  function refusal(text: string): SoapAnswer {
    return { status: version === '1.1' ? 500 : 400, xml: faultMessage(version, 'caller', text) };
  }

  function sendAnswer(response: ServerResponse, { status, xml }: SoapAnswer, truncateAt: Switches['truncateAt'] = null): void {
    const bytes = encodeXml(xml, charset);
    const length = truncateAt === 'half' ? bytes.length >> 1 : (truncateAt ?? bytes.length);
    if (truncateAt !== null) response.setHeader('connection', 'close');
    send(response, status, contentType, bytes.subarray(0, length));
  }

  function sendWsdl(response: ServerResponse, { wsdl }: SoapEndpoint): void {
    const located = wsdl.replace(/(address location=")[^"]*"/, `$1${http.url}${path}"`);
    send(response, 200, 'text/xml; charset=utf-8', Buffer.from(located));
  }

  function sendText(response: ServerResponse, status: number, text: string): void {
    send(response, status, 'text/plain; charset=utf-8', Buffer.from(`${text}\n`));
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
      endpoint = await createSoapEndpoint({ ...soap, logger });
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
