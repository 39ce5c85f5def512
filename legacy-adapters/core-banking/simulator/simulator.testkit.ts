import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { postRaw, type RawAnswer, valuesOf } from '#legacy-adapters/simulation/raw-request.ts';
import { createWorld, type World } from '#legacy-adapters/simulation/world.ts';
import { type CoreBankingSimulator, type CoreBankingSimulatorOptions, createCoreBankingSimulator } from './simulator.ts';

const world: World = createWorld();
export const user = 'portico';
export const password = 'core-password';

export interface RunningCore {
  readonly simulator: CoreBankingSimulator;
  /** Moves the core's clock forward. */
  pass(milliseconds: number): void;
  /** Posts one operation; `session` goes into the header unless it is undefined. */
  ask(operation: string, inner: string, session?: string): Promise<RawAnswer>;
  signIn(): Promise<string>;
}

/** A core on a free port with a clock of its own and no latency; it stops when the test ends. */
export async function runCore(options: Partial<CoreBankingSimulatorOptions> = {}): Promise<RunningCore> {
  let now = Date.parse('2026-07-01T09:00:00Z');
  const simulator = createCoreBankingSimulator({
    port: 0,
    user,
    password,
    world,
    switches: { latencyMs: 0 },
    logger: pino({ level: 'silent' }),
    clock: () => new Date(now),
    ...options,
  });
  await simulator.start();
  onTestFinished(() => simulator.stop());

  const ask = (operation: string, inner: string, session?: string) =>
    postRaw(
      simulator.url,
      { 'content-type': 'text/xml; charset=utf-8', soapaction: `"urn:portico:core-banking:v1/${operation}"` },
      envelope(operation, inner, session),
    );

  return {
    simulator,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    ask,
    async signIn() {
      const [session] = valuesOf((await ask('Login', loginXml())).text, 'sessionId');
      if (!session) throw new Error('no session');
      return session;
    },
  };
}

export function loginXml(given = password): string {
  return `<c:user>${user}</c:user><c:password>${given}</c:password>`;
}

function envelope(operation: string, inner: string, session: string | undefined): string {
  const header =
    session === undefined ? '' : `<e:Header><c:SessionHeader><c:sessionId>${session}</c:sessionId></c:SessionHeader></e:Header>`;
  return `<?xml version="1.0" encoding="utf-8"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:c="urn:portico:core-banking:v1">${header}<e:Body><c:${operation}>${inner}</c:${operation}></e:Body></e:Envelope>`;
}
