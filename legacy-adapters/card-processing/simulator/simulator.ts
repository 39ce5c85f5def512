import { readFileSync } from 'node:fs';
import type { CallCounter } from '#legacy-adapters/simulation/call-counter.ts';
import { createSimulatorServer } from '#legacy-adapters/simulation/simulator-server.ts';
import type { Operation } from '#legacy-adapters/simulation/soap-endpoint.ts';
import { failedAuthentication } from '#legacy-adapters/simulation/soap-fault.ts';
import { createSoapProtocol } from '#legacy-adapters/simulation/soap-protocol.ts';
import type { Switches } from '#legacy-adapters/simulation/switches.ts';
import { createUsernameTokenCheck } from '#legacy-adapters/simulation/username-token-check.ts';
import { createWorld, type World } from '#legacy-adapters/simulation/world.ts';
import type { Service } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type CardStatus, createCardStore, type JournalEntry } from './card-store.ts';
import { createOperations } from './operations.ts';

export interface CardProcessingSimulatorOptions {
  /** 127.0.0.1 unless set. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly world?: World;
  readonly switches?: Partial<Switches>;
  readonly logger: Logger;
  readonly clock?: () => Date;
}

export interface CardProcessingSimulator extends Service {
  readonly port: number;
  /** Where the SOAP endpoint answers. */
  readonly url: string;
  readonly switches: Switches;
  readonly calls: CallCounter;
  /** Every change of a card's status, oldest first; it only grows. */
  journal(): readonly JournalEntry[];
  status(cardToken: string): CardStatus | undefined;
}

const wsdlUrl = new URL('../wsdl/card-processing.wsdl', import.meta.url);

/** Card processing as it is on the wire: SOAP 1.2, utf-8, a WS-Security UsernameToken on each call, refusals as Faults. */
export function createCardProcessingSimulator(options: CardProcessingSimulatorOptions): CardProcessingSimulator {
  const { user, password, logger, world = createWorld(), clock = () => new Date() } = options;
  const store = createCardStore(world.cards, clock);
  const isAuthentic = createUsernameTokenCheck({ user, password, clock });

  const authenticated = (operation: Operation): Operation => {
    return (input, header) => {
      if (!isAuthentic(header)) throw failedAuthentication('1.2');
      return operation(input, header);
    };
  };

  const server = createSimulatorServer({
    name: 'card-processing simulator',
    host: options.host ?? '127.0.0.1',
    port: options.port,
    protocol: createSoapProtocol({
      charset: 'utf-8',
      wsdl: readFileSync(wsdlUrl, 'utf8'),
      version: '1.2',
      path: '/card-processing',
      service: 'CardProcessing',
      port: 'CardProcessingSoap12',
      operations: Object.fromEntries(
        Object.entries(createOperations(world, store)).map(([name, operation]) => [name, authenticated(operation)]),
      ),
      logger,
    }),
    switches: options.switches,
    journal: store.journal,
    clock,
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
    journal: store.journal,
    status: store.status,
    start: server.start,
    stop: server.stop,
  };
}
