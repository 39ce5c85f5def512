import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bank, startBank } from '#bank/bank.ts';
import { readSettings } from '#bank/environment.ts';
import { subgraphs } from '#bank/lists.ts';
import { people } from '#legacy-adapters/simulation/people.ts';
import { EnvironmentError } from '#platform/environment.ts';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { generateGatewayKey, publicKeyOf } from '#platform/principal/principal-token.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { readAnswer } from './testkit/bank-at-work.ts';
import { homeDocument } from './testkit/documents.ts';
import { createIngress } from './testkit/ingress.ts';
import { legacySettings } from './testkit/legacy-settings.ts';
import { anySimulatorPorts, fixedWorld } from './testkit/simulator-ports.ts';
import { statefulSettings } from './testkit/stateful-settings.ts';
import { startTokenIssuer, type TokenIssuer } from './testkit/token-issuer.ts';

const quiet = createLogger('test', 'silent');
const start = (environment: Readonly<Record<string, string>>) =>
  startBank(readSettings({ LOG_LEVEL: 'silent', METRICS_PORT: '0', ...environment }), quiet);
const key = generateGatewayKey();
const pem = {
  private: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  public: publicKeyOf(key).export({ type: 'spki', format: 'pem' }).toString(),
};

describe('each subgraph a process of its own, as in production', () => {
  const stateful = statefulSettings();
  let issuer: TokenIssuer;
  let banks: Bank[] = [];
  let ingress: HttpServer;
  let gateway: Bank;

  beforeAll(async () => {
    issuer = await startTokenIssuer();
    const simulators = await start({
      PORTICO_PARTS: 'simulators',
      ...issuer.settings,
      ...anySimulatorPorts,
      ...fixedWorld,
    });
    const common = {
      PORTICO_MODE: 'production',
      ID_SECRET: 'the secret of this test, 32 characters or more',
      GATEWAY_PUBLIC_KEY: pem.public,
    };
    const settings = legacySettings(simulators);
    const processes = subgraphs.map(async ({ name, needs }) =>
      start({
        ...common,
        ...(await stateful.of(name)),
        ...Object.assign({}, ...Object.values(needs).map((need) => settings.get(need.name))),
        ...issuer.settings,
        PORTICO_PARTS: `subgraph:${name}`,
      }),
    );
    const started = await Promise.all(processes);
    ingress = createIngress(
      new Map(started.flatMap((bank) => [...bank.subgraphServers].map(([name, server]) => [name, server.url] as const))),
    );
    await ingress.start();
    gateway = await start({
      PORTICO_MODE: 'production',
      PORTICO_PARTS: 'gateway',
      PORT: '0',
      GATEWAY_SIGNING_KEY: pem.private,
      SUBGRAPH_URL: `${ingress.url}/{name}/graphql`,
      ...issuer.settings,
    });
    banks = [simulators, ...started];
  });
  afterAll(async () => {
    await gateway.stop();
    await ingress.stop();
    for (const bank of banks.toReversed()) await bank.stop();
    await issuer.stop();
    await stateful.dispose();
  });

  it('answers the home query as one process does, each subgraph knowing only its own legacy system', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query: homeDocument }),
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await issuer.token({ customerNumber: people.olena.customerId })}`,
      },
    });
    const { data, errors } = await readAnswer(response);
    expect(errors).toEqual([]);
    expect(data.me.accounts[0].balance).toEqual({ amount: '228828.44', currency: 'UAH' });
    expect(data.me.cards).toHaveLength(3);
  });

  it('asks Cerberus and the biller hub from the processes that know them', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query: '{ me { verification { level } } billers(category: TV) { edges { node { name } } } }' }),
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await issuer.token({ customerNumber: people.olena.customerId })}`,
      },
    });
    const { data, errors } = await readAnswer(response);
    expect(errors).toEqual([]);
    expect(data.me.verification).toEqual({ level: 'FULL' });
    expect(data.billers.edges).toHaveLength(4);
  });

  it('is ready, and sees each subgraph behind the ingress', async () => {
    const response = await fetch(`${gateway.url}/health/ready`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ready' });
    const metrics = await (await fetch(gateway.metricsUrl ?? '')).text();
    for (const name of ['identity', ...subgraphs.map((each) => each.name)])
      expect(metrics).toContain(`portico_dependency_available{dependency="${name}"} 1`);
  });
});

describe('settings that cannot be', () => {
  const faultOf = async (environment: Readonly<Record<string, string>>) => {
    const error: unknown = await start(environment).then(
      (bank) => bank.stop(),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as EnvironmentError).message;
  };

  it('of production are all named at once, and none advises what production forbids', async () => {
    const message = await faultOf({ PORTICO_MODE: 'production' });
    for (const name of [
      'CORE_BANKING_URL',
      'CARD_PROCESSING_PASSWORD',
      'CERBERUS_URL, CERBERUS_CLIENT_SECRET',
      'BILLER_HUB_PARTNER',
      'ID_SECRET',
      'IDENTITY_ISSUER',
    ])
      expect(message).toContain(name);
    expect(message).not.toMatch(/simulator|add identity/);
  });

  it.each([
    ['simulators in production', { PORTICO_MODE: 'production', PORTICO_PARTS: 'core-banking-simulator' }, /PORTICO_PARTS/],
    [
      'the secret of development in production',
      { PORTICO_MODE: 'production', ID_SECRET: 'portico development ids, never in production' },
      /ID_SECRET: is the public one/,
    ],
    ['the identity stand-in for others than this machine', { HOST: '0.0.0.0' }, /HOST: must be a loopback address/],
    [
      'pages that know no realm',
      { PORTICO_PARTS: 'pages' },
      /IDENTITY_ISSUER: must be the address of the realm, for pages, or add identity/,
    ],
    [
      'bots that know no gateway',
      { PORTICO_PARTS: 'messengers,telegram-emulator', IDENTITY_ISSUER: 'http://id/realms/portico' },
      /GATEWAY_URL: must be set for messengers, since the gateway is not in this process/,
    ],
    ['a subgraph without its gateway', { PORTICO_PARTS: 'subgraph:cards,card-processing-simulator' }, /GATEWAY_PUBLIC_KEY/],
    [
      'a gateway without its subgraphs',
      { PORTICO_PARTS: 'gateway', IDENTITY_ISSUER: 'http://id/realms/portico' },
      /GATEWAY_SIGNING_KEY[\s\S]*SUBGRAPH_URL/,
    ],
    [
      'a simulated Cerberus that knows no realm',
      { PORTICO_PARTS: 'cerberus-simulator' },
      /IDENTITY_ISSUER: must be the address of the realm, for cerberus-simulator/,
    ],
    [
      'the secret of development at Cerberus',
      { PORTICO_MODE: 'production', CERBERUS_CLIENT_SECRET: 'cerberus-development-secret' },
      /CERBERUS_CLIENT_SECRET: is the public one/,
    ],
    ['a key that is none', { GATEWAY_SIGNING_KEY: 'secret-words' }, /GATEWAY_SIGNING_KEY: must be the text of a private/],
    [
      'keys of two gateways',
      {
        GATEWAY_SIGNING_KEY: pem.private,
        GATEWAY_PUBLIC_KEY: publicKeyOf(generateGatewayKey()).export({ type: 'spki', format: 'pem' }).toString(),
      },
      /is not the public half/,
    ],
    ['origins that are none', { CORS_ORIGINS: '*' }, /CORS_ORIGINS/],
    ['a part that is none', { PORTICO_PARTS: 'gatway' }, /there is no gatway here; there are all, /],
  ])('are refused: %s', async (_case, environment, message) => {
    const told = await faultOf(environment).catch((error: unknown) => String(error));
    expect(told).toMatch(message);
    expect(told).not.toContain('secret-words');
  });

  it('say which setting a taken port belongs to', async () => {
    const holder = createHttpServer({ name: 'holder', host: '127.0.0.1', port: 0, handle: (_request, response) => response.end() });
    await holder.start();
    const message = await faultOf({ CORE_BANKING_SIMULATOR_PORT: String(holder.port), CARD_PROCESSING_SIMULATOR_PORT: '0' });
    expect(message).toMatch(new RegExp(`^CORE_BANKING_SIMULATOR_PORT: port ${holder.port}, for the core-banking simulator, is taken`));
    await holder.stop();
  });
});
