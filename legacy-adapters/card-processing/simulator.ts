import { readFileSync } from 'node:fs';
import type { Service } from '../../platform/lifecycle.ts';
import type { Logger } from '../../platform/logger.ts';
import type { CallCounter } from '../simulation/call-counter.ts';
import { createSimulatorServer } from '../simulation/simulator-server.ts';
import type { Operation } from '../simulation/soap-endpoint.ts';
import { failedAuthentication } from '../simulation/soap-fault.ts';
import { createSoapProtocol } from '../simulation/soap-protocol.ts';
import type { Switches } from '../simulation/switches.ts';
import { createUsernameTokenCheck } from '../simulation/username-token-check.ts';
import { createWorld, type World } from '../simulation/world.ts';
import { type CardStatus, createCardDesk, type JournalEntry } from './simulator-card-desk.ts';
import { createOperations } from './simulator-operations.ts';

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

const wsdlUrl = new URL('./wsdl/card-processing.wsdl', import.meta.url);

/** Card processing as it is on the wire: SOAP 1.2, utf-8, a WS-Security UsernameToken on each call, refusals as Faults. */
export function createCardProcessingSimulator(options: CardProcessingSimulatorOptions): CardProcessingSimulator {
  const { user, password, logger, world = createWorld(), clock = () => new Date() } = options;
  const desk = createCardDesk(world.cards, clock);
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
        Object.entries(createOperations(world, desk)).map(([name, operation]) => [name, authenticated(operation)]),
      ),
      logger,
    }),
    switches: options.switches,
    journal: desk.journal,
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
    journal: desk.journal,
    status: desk.status,
    start: server.start,
    stop: server.stop,
  };
}
