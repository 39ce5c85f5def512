import 'reflect-metadata';
import { type Bank, startBank } from '#bank/bank.ts';
import { readSettings } from '#bank/environment.ts';
import { billerHub, cardProcessing, cerberus, coreBanking } from '#legacy-adapters/adapters.ts';
import { type PersonName, people } from '#legacy-adapters/simulation/people.ts';
import type { Switches } from '#legacy-adapters/simulation/switches.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { anySimulatorPorts, fixedWorld } from './simulator-ports.ts';
import { startTokenIssuer, type TokenClaims, type TokenIssuer } from './token-issuer.ts';

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to find
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly locations?: readonly { readonly line: number; readonly column: number }[];
    readonly extensions: { readonly code: string; readonly traceId?: string };
  }[];
}

type SimulatorOf<Adapter extends { readonly simulator: { create(...given: never[]): unknown } }> = ReturnType<
  Adapter['simulator']['create']
>;

/** The whole bank in this process, on free ports, with simulated systems that answer at once and an identity provider of the test's. */
export interface BankAtWork {
  readonly bank: Bank;
  readonly issuer: TokenIssuer;
  readonly url: string;
  tokenOf(person: PersonName, claims?: TokenClaims): Promise<string>;
  /** Asks the graph as one of the demo customers. */
  ask(person: PersonName, query: string, variables?: object): Promise<GraphAnswer>;
  /** Posts whatever it is given to `/graphql`. */
  post(body: string | Buffer, headers?: Readonly<Record<string, string>>): Promise<GraphAnswer>;
  /** Puts every switch of every simulator back, and the counts of calls to zero. */
  reset(): void;
  /** Throw where the simulators run elsewhere. */
  readonly coreBanking: SimulatorOf<typeof coreBanking>;
  readonly cardProcessing: SimulatorOf<typeof cardProcessing>;
  readonly cerberus: SimulatorOf<typeof cerberus>;
  readonly billerHub: SimulatorOf<typeof billerHub>;
  stop(): Promise<void>;
}

const quiet: Partial<Switches> = {
  latencyMs: 0,
  errorRate: 0,
  failNext: 0,
  hang: false,
  truncateAt: null,
  expireSessions: false,
  operations: [],
};

export async function startBankAtWork(environment: Readonly<Record<string, string>> = {}): Promise<BankAtWork> {
  const issuer = await startTokenIssuer();
  const settings = readSettings({
    PORTICO_PARTS: 'simulators,subgraphs,gateway',
    PORT: '0',
    ...anySimulatorPorts,
    ...fixedWorld,
    METRICS_PORT: '0',
    ...issuer.settings,
    LOG_LEVEL: 'silent',
    DATABASE_DIR: 'memory',
    ...environment,
  });
  const bank = await startBank(settings, createLogger('test', settings.LOG_LEVEL));
  if (bank.url === undefined) throw new Error('the bank has no gateway');
  const { url } = bank;
  const reset = () => {
    for (const simulator of bank.simulators.values()) {
      Object.assign(simulator.switches, quiet);
      simulator.calls.reset();
    }
  };
  reset();

  const tokenOf = (person: PersonName, claims: TokenClaims = {}) => issuer.token({ customerNumber: people[person].customerId, ...claims });

  async function post(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<GraphAnswer> {
    return readAnswer(
      await fetch(`${url}/graphql`, {
        method: 'POST',
        body: new Uint8Array(Buffer.from(body)),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    );
  }

  return {
    bank,
    issuer,
    url,
    get coreBanking() {
      return here(bank.simulatorOf(coreBanking));
    },
    get cardProcessing() {
      return here(bank.simulatorOf(cardProcessing));
    },
    get cerberus() {
      return here(bank.simulatorOf(cerberus));
    },
    get billerHub() {
      return here(bank.simulatorOf(billerHub));
    },
    tokenOf,
    post,
    ask: async (person, query, variables) =>
      post(JSON.stringify({ query, ...(variables === undefined ? {} : { variables }) }), {
        authorization: `Bearer ${await tokenOf(person)}`,
      }),
    reset,
    async stop() {
      await bank.stop();
      await issuer.stop();
    },
  };
}

function here<Simulator>(simulator: Simulator | undefined): Simulator {
  if (simulator === undefined) throw new Error('this simulator runs elsewhere');
  return simulator;
}

export async function readAnswer(response: Response): Promise<GraphAnswer> {
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: GraphAnswer['errors'] };
  return { status: response.status, headers: response.headers, text, data, errors };
}
