import { readFileSync } from 'node:fs';
import type { CallCounter } from '#legacy-adapters/simulation/call-counter.ts';
import { type Protocol, type ProtocolAnswer, textAnswer } from '#legacy-adapters/simulation/protocol.ts';
import { createSimulatorServer } from '#legacy-adapters/simulation/simulator-server.ts';
import { decodeUtf8 } from '#legacy-adapters/simulation/soap-protocol.ts';
import type { Switches } from '#legacy-adapters/simulation/switches.ts';
import { createWorld, type World } from '#legacy-adapters/simulation/world.ts';
import type { Service } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { createOperations } from './operations.ts';
import { createPayments, type HubPayment, type PaymentState } from './payments.ts';
import { isSignature, signatureOf } from './signature.ts';
import { readXml } from './xml.ts';

export interface BillerHubSimulatorOptions {
  /** 127.0.0.1 unless set. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly partner: string;
  readonly password: string;
  readonly world?: World;
  readonly switches?: Partial<Switches>;
  /** How long a payment is on its way to its biller; 2 seconds unless set. */
  readonly settleMs?: number;
  readonly logger: Logger;
  readonly clock?: () => Date;
}

export interface BillerHubSimulator extends Service {
  readonly port: number;
  /** Where the hub answers. */
  readonly url: string;
  readonly switches: Switches;
  readonly calls: CallCounter;
  /** Every payment that was accepted, oldest first; it only grows. */
  payments(): readonly HubPayment[];
  stateOf(payment: HubPayment): PaymentState;
  /** Numbers of billers who send back whatever reaches them. */
  readonly sendsBack: Set<string>;
}

const wsdlUrl = new URL('../wsdl/biller-hub.wsdl', import.meta.url);

/** The biller hub as it is on the wire: plain XML over POST, utf-8, bodies signed both ways, refusals as result codes. */
export function createBillerHubSimulator(options: BillerHubSimulatorOptions): BillerHubSimulator {
  const { partner, password, logger, world = createWorld(), clock = () => new Date() } = options;
  const sendsBack = new Set<string>();
  const payments = createPayments({ settleMs: options.settleMs ?? 2_000, sendsBack, clock });
  const operations = createOperations(world, payments);
  const nameOf = (root: string) => root.replace(/Req$/, '');

  function signed(xml: string): ProtocolAnswer {
    const body = Buffer.from(xml);
    const headers = { 'content-type': 'text/xml; charset=utf-8', 'x-hub-partner': partner, 'x-hub-sign': signatureOf(body, password) };
    return { status: 200, headers, body };
  }

  const protocol: Protocol = {
    path: '/biller-hub',
    operations: Object.keys(operations).map(nameOf),
    wsdl: readFileSync(wsdlUrl, 'utf8'),
    start: async () => {},
    read({ headers, body }) {
      // Nothing of a body is looked at before it is known who wrote it.
      const known = headers['x-hub-partner'] === partner && isSignature(String(headers['x-hub-sign'] ?? ''), body, password);
      if (!known) return { refused: textAnswer(403, 'The partner or the signature is wrong.') };
      const document = readXml(decodeUtf8(body) ?? '');
      const operation = document && (Object.hasOwn(operations, document.root) ? operations[document.root] : undefined);
      if (document === undefined || operation === undefined) return { refused: textAnswer(400, 'The request cannot be read.') };
      return { operation: nameOf(document.root), answer: async () => signed(operation(document.node)) };
    },
    failure: (internals) => ({
      status: 500,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: Buffer.from(`<html><body><h1>Internal Server Error</h1><pre>${internals}</pre></body></html>`),
    }),
  };
  const server = createSimulatorServer({
    name: 'biller-hub simulator',
    host: options.host ?? '127.0.0.1',
    port: options.port,
    protocol,
    switches: options.switches,
    journal: payments.all,
    logger,
  });

  return {
    name: server.name,
    get port() {
      return server.port;
    },
    get url() {
      return server.url;
    },
    switches: server.switches,
    calls: server.calls,
    payments: payments.all,
    stateOf: payments.stateOf,
    sendsBack,
    start: server.start,
    stop: server.stop,
  };
}
