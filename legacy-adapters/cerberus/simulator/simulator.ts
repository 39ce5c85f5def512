import { readFileSync } from 'node:fs';
import { createBearerCheck } from '#legacy-adapters/simulation/bearer-check.ts';
import type { CallCounter } from '#legacy-adapters/simulation/call-counter.ts';
import { createSimulatorServer } from '#legacy-adapters/simulation/simulator-server.ts';
import { createSoapProtocol } from '#legacy-adapters/simulation/soap-protocol.ts';
import type { Switches } from '#legacy-adapters/simulation/switches.ts';
import { createWorld, type World } from '#legacy-adapters/simulation/world.ts';
import type { Service } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { createOperations } from './operations.ts';

export interface CerberusSimulatorOptions {
  /** 127.0.0.1 unless set. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The realm whose tokens are believed; its keys are fetched when the first token comes. */
  readonly issuer: string;
  readonly jwksUrl: string;
  /** `cerberus` unless set. */
  readonly audience?: string;
  /** The client that is let in. */
  readonly clientId: string;
  readonly world?: World;
  readonly switches?: Partial<Switches>;
  readonly logger: Logger;
  readonly clock?: () => Date;
}

export interface CerberusSimulator extends Service {
  readonly port: number;
  /** Where the SOAP endpoint answers. */
  readonly url: string;
  readonly switches: Switches;
  readonly calls: CallCounter;
}

const wsdlUrl = new URL('../wsdl/cerberus.wsdl', import.meta.url);

/** Cerberus as it is on the wire: SOAP 1.1, utf-8, a bearer token of the realm on each call. */
export function createCerberusSimulator(options: CerberusSimulatorOptions): CerberusSimulator {
  const { issuer, jwksUrl, audience = 'cerberus', clientId, logger, world = createWorld(), clock = () => new Date() } = options;
  return createSimulatorServer({
    name: 'cerberus simulator',
    host: options.host ?? '127.0.0.1',
    port: options.port,
    protocol: createSoapProtocol({
      charset: 'utf-8',
      wsdl: readFileSync(wsdlUrl, 'utf8'),
      version: '1.1',
      path: '/cerberus',
      service: 'Cerberus',
      port: 'CerberusSoap11',
      operations: createOperations(world, clock),
      admit: createBearerCheck({ issuer, jwksUrl, audience, clientId, clock }),
      logger,
    }),
    switches: options.switches,
    logger,
  });
}
