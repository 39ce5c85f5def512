import { readFileSync } from 'node:fs';
import type { CallCounter } from '#legacy-adapters/simulation/call-counter.ts';
import { createSimulatorServer } from '#legacy-adapters/simulation/simulator-server.ts';
import type { Operation } from '#legacy-adapters/simulation/soap-endpoint.ts';
import { soap11Fault } from '#legacy-adapters/simulation/soap-fault.ts';
import { childOf, textOf } from '#legacy-adapters/simulation/soap-input.ts';
import { createSoapProtocol } from '#legacy-adapters/simulation/soap-protocol.ts';
import type { Switches } from '#legacy-adapters/simulation/switches.ts';
import { clearingAccounts, createWorld, type World } from '#legacy-adapters/simulation/world.ts';
import type { Service } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createReads } from './reads.ts';
import { done, refused, resultCodes } from './results.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createEntryRead, createStatementRead } from './statements.ts';

export interface CoreBankingSimulatorOptions {
  /** 127.0.0.1 unless set. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly world?: World;
  readonly switches?: Partial<Switches>;
  /** A session dies when it is not used for this long; 5 minutes unless set. */
  readonly sessionIdleMs?: number;
  /** How many sessions the user may have; one more login ends the oldest. 4 unless set. */
  readonly sessionsMax?: number;
  readonly logger: Logger;
  readonly clock?: () => Date;
}

export interface CoreBankingSimulator extends Service {
  readonly port: number;
  /** Where the SOAP endpoint answers. */
  readonly url: string;
  readonly switches: Switches;
  readonly calls: CallCounter;
  readonly sessions: Pick<Sessions, 'live' | 'expireAll'>;
  readonly ledger: Ledger;
}

const wsdlUrl = new URL('../wsdl/core-banking.wsdl', import.meta.url);

/** The bank's core as it is on the wire: SOAP 1.1, windows-1251, a session in a header, outcomes as result codes. */
export function createCoreBankingSimulator(options: CoreBankingSimulatorOptions): CoreBankingSimulator {
  const { user, password, logger, world = createWorld(), clock = () => new Date() } = options;
  const idleMs = options.sessionIdleMs ?? 300_000;
  const sessions = createSessions({ user, password, idleMs, liveMax: options.sessionsMax ?? 4, clock });
  const ledger = createLedger({ accounts: world.accounts, clearingAccounts, clock });
  for (const transaction of world.transactions) ledger.append(transaction);
  const holds = world.holds.map((hold) => ({ ...hold, entryId: ledger.reserveEntryId() }));

  const login: Operation = (input) => {
    const result = sessions.login(textOf(input, 'user') ?? '', textOf(input, 'password') ?? '');
    if (result.outcome === 'opened') return { ...done, sessionId: result.sessionId, idleSeconds: String(Math.floor(idleMs / 1_000)) };
    const code = result.outcome === 'locked-out' ? resultCodes.lockedOut : resultCodes.wrongPassword;
    return { ...refused(code), sessionId: null, idleSeconds: null };
  };

  const logout: Operation = (_input, header) => {
    sessions.logout(sessionIdOf(header));
    return done;
  };

  const signedIn = (operation: Operation): Operation => {
    return (input, header) => {
      if (!sessions.touch(sessionIdOf(header))) throw soap11Fault('caller', 'Сесію завершено або не відкрито', 'SessionExpired');
      return operation(input, header);
    };
  };

  const reads = {
    ...createReads(world, ledger, clock),
    GetStatements: createStatementRead(world, ledger, holds),
    GetStatementEntries: createEntryRead(world, ledger, holds),
  };
  const server = createSimulatorServer({
    name: 'core-banking simulator',
    host: options.host ?? '127.0.0.1',
    port: options.port,
    protocol: createSoapProtocol({
      charset: 'windows-1251',
      wsdl: readFileSync(wsdlUrl, 'utf8'),
      version: '1.1',
      path: '/core-banking',
      service: 'CoreBanking',
      port: 'CoreBankingSoap11',
      operations: {
        Login: login,
        Logout: signedIn(logout),
        ...Object.fromEntries(Object.entries(reads).map(([name, operation]) => [name, signedIn(operation)])),
      },
      logger,
    }),
    switches: options.switches,
    expireSessions: sessions.expireAll,
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
    sessions,
    ledger,
    start: server.start,
    stop: server.stop,
  };
}

function sessionIdOf(header: unknown): string {
  return textOf(childOf(header, 'SessionHeader'), 'sessionId') ?? '';
}
