import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createHttpServer } from '../../platform/http-server.ts';
import { respondJson } from '../../platform/respond-json.ts';
import { postRaw, type RawAnswer } from '../simulation/raw-request.ts';
import { type CerberusSimulator, createCerberusSimulator } from './simulator.ts';

export const clientId = 'portico-cerberus';

export interface TestRealm {
  readonly issuer: string;
  readonly jwksUrl: string;
  /** A token as the realm gives it to Portico, but for what `change` says. */
  token(change?: Readonly<Record<string, unknown>>, alg?: 'RS256' | 'HS256'): Promise<string>;
}

export interface RunningCerberus {
  readonly simulator: CerberusSimulator;
  readonly realm: TestRealm;
  /** Posts one operation, with a right token unless another authorization is given. */
  ask(operation: string, inner: string, authorization?: string): Promise<RawAnswer>;
}

/** An identity provider of the test's own: a key set over HTTP, and whatever token a test needs. */
async function runRealm(): Promise<TestRealm> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const server = createHttpServer({
    name: 'realm',
    host: '127.0.0.1',
    port: 0,
    handle: (_request, response) => respondJson(response, 200, { keys: [jwk] }),
  });
  await server.start();
  onTestFinished(() => server.stop());
  const issuer = `${server.url}/realms/portico`;
  return {
    issuer,
    jwksUrl: `${server.url}/certs`,
    token(change = {}, alg = 'RS256') {
      const now = Math.floor(Date.now() / 1_000);
      const claims = { iss: issuer, aud: ['portico-api', 'cerberus'], azp: clientId, typ: 'Bearer', iat: now, exp: now + 300, ...change };
      return new SignJWT(claims)
        .setProtectedHeader({ alg, kid: 'k' })
        .sign(alg === 'RS256' ? privateKey : new TextEncoder().encode('x'.repeat(32)));
    },
  };
}

/** Cerberus on a free port with a realm of its own and no latency; both stop when the test ends. */
export async function runCerberus(): Promise<RunningCerberus> {
  const realm = await runRealm();
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
