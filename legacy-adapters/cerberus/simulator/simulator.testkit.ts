import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { postRaw, type RawAnswer } from '#legacy-adapters/simulation/raw-request.ts';
import { clientId, startRealm, type TestRealm } from '#legacy-adapters/simulation/realm.testkit.ts';
import { type CerberusSimulator, createCerberusSimulator } from './simulator.ts';

export interface RunningCerberus {
  readonly simulator: CerberusSimulator;
  readonly realm: TestRealm;
  /** Posts one operation, with a right token unless another authorization is given. */
  ask(operation: string, inner: string, authorization?: string): Promise<RawAnswer>;
}

/** Cerberus on a free port with a realm of its own and no latency; both stop when the test ends. */
export async function runCerberus(): Promise<RunningCerberus> {
  const realm = await startRealm();
  onTestFinished(() => realm.stop());
  const simulator = createCerberusSimulator({
    port: 0,
    issuer: realm.issuer,
    jwksUrl: realm.jwksUrl,
    clientId,
    switches: { latencyMs: 0 },
    logger: pino({ level: 'silent' }),
  });
  await simulator.start();
  onTestFinished(() => simulator.stop());
  return {
    simulator,
    realm,
    async ask(operation, inner, authorization) {
      const headers = {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: `"urn:portico:cerberus:v1/${operation}"`,
        authorization: authorization ?? `Bearer ${await realm.token()}`,
      };
      return postRaw(simulator.url, headers, envelope(operation, inner));
    },
  };
}

function envelope(operation: string, inner: string): string {
  return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:c="urn:portico:cerberus:v1"><e:Body><c:${operation}>${inner}</c:${operation}></e:Body></e:Envelope>`;
}
