import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bank, startBank } from '#bank/bank.ts';
import { readSettings } from '#bank/environment.ts';
import { subgraphs } from '#bank/lists.ts';
import { coreBanking } from '#legacy-adapters/core-banking/adapter.ts';
import { people } from '#legacy-adapters/simulation/people.ts';
import { generateGatewayKey, publicKeyOf } from '#platform/principal/principal-token.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { readTraceparent } from '#platform/telemetry/trace-context.ts';
import { type CollectedSpan, startTraceCollector, type TraceCollector } from '#platform/testkit/trace-collector.ts';
import { readAnswer } from './testkit/bank-at-work.ts';
import { startBankWithMessengers } from './testkit/bank-with-messengers.ts';
import { homeDocument } from './testkit/documents.ts';
import { createIngress, type Ingress } from './testkit/ingress.ts';
import { legacySettings } from './testkit/legacy-settings.ts';
import { anySimulatorPorts, fixedWorld } from './testkit/simulator-ports.ts';
import { statefulSettings } from './testkit/stateful-settings.ts';
import { startTokenIssuer, type TokenIssuer } from './testkit/token-issuer.ts';

/** From the span that nobody of the bank asked for down to this one: `gateway: POST /graphql`. */
function pathOf(span: CollectedSpan, spans: readonly CollectedSpan[]): string {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  const own = `${span.service}: ${span.name}`;
  return parent === undefined ? own : `${pathOf(parent, spans)} > ${own}`;
}

function pathsOf(spans: readonly CollectedSpan[]): string[] {
  return [...new Set(spans.map((span) => pathOf(span, spans)))].toSorted();
}

const hashOf = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 16);

describe('the home operation, asked of a bank whose every part is a service of its own', () => {
  const caller = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: '00f067aa0ba902b7' };
  const stateful = statefulSettings();
  let collector: TraceCollector;
  let issuer: TokenIssuer;
  let ingress: Ingress;
  let token: string;
  let answers: Awaited<ReturnType<typeof readAnswer>>[];
  let spans: readonly CollectedSpan[];

  /** Its spans have arrived once the parts have stopped. */
  beforeAll(async () => {
    collector = await startTraceCollector();
    issuer = await startTokenIssuer();
    const quiet = createLogger('test', 'silent');
    const start = (service: string, environment: Readonly<Record<string, string>>) => {
      const traces = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: service };
      return startBank(readSettings({ LOG_LEVEL: 'silent', METRICS_PORT: '0', ...traces, ...environment }), quiet);
    };
    const realm = issuer.settings;
    const simulators = await start('simulators', { PORTICO_PARTS: 'simulators', ...realm, ...anySimulatorPorts, ...fixedWorld });
    const core = simulators.simulatorOf(coreBanking);
    if (core === undefined) throw new Error('the core is not simulated');
    const servers = new Map([['core', new URL(core.url).origin]]);
    ingress = createIngress(servers);
    await ingress.start();
    const key = generateGatewayKey();
    const common = {
      PORTICO_MODE: 'production',
      ID_SECRET: 'the secret of this test, 32 characters or more',
      GATEWAY_PUBLIC_KEY: publicKeyOf(key).export({ type: 'spki', format: 'pem' }).toString(),
    };
    const settings = legacySettings(simulators);
    const coreBehindIngress = { CORE_BANKING_URL: `${ingress.url}/core${new URL(core.url).pathname}` };
    const started: Bank[] = [];
    for (const { name, needs } of subgraphs) {
      const legacy = Object.assign({}, ...Object.values(needs).map((need) => settings.get(need.name))) as Record<string, string>;
      const environment = {
        ...common,
        ...(await stateful.of(name)),
        ...legacy,
        ...('CORE_BANKING_URL' in legacy ? coreBehindIngress : {}),
        ...realm,
        PORTICO_PARTS: `subgraph:${name}`,
      };
      const bank = await start(name, environment);
      started.push(bank);
      for (const [subgraph, server] of bank.subgraphServers) servers.set(subgraph, server.url);
    }
    const gateway = await start('gateway', {
      PORTICO_MODE: 'production',
      PORTICO_PARTS: 'gateway',
      PORT: '0',
      GATEWAY_SIGNING_KEY: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      SUBGRAPH_URL: `${ingress.url}/{name}/graphql`,
      ...realm,
    });
    token = await issuer.token({ customerNumber: people.olena.customerId });
    const ask = async (body: object, traceparent?: string) =>
      readAnswer(
        await fetch(`${gateway.url}/graphql`, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            ...(traceparent === undefined ? {} : { traceparent }),
          },
        }),
      );
    const home = await ask({ query: homeDocument }, `00-${caller.traceId}-${caller.spanId}-01`);
    core.switches.failNext = 1;
    const retried = await ask({ query: '{ me { displayName } }' });
    const refused = await ask({
      query: 'query About380671234567($id: ID!) { account(id: $id) { name } }',
      variables: { id: ['380671234567'] },
    });
    answers = [home, retried, refused];
    for (const bank of [gateway, ...started, simulators]) await bank.stop();
    await ingress.stop();
    ({ spans } = collector);
  });
  afterAll(async () => {
    await issuer?.stop();
    await collector?.stop();
    await stateful.dispose();
  });

  const ofHome = () => spans.filter(({ traceId }) => traceId === caller.traceId);

  it('is one trace from the front door over plan and subgraphs down to the legacy calls, each under whoever asked', () => {
    expect(answers[0]?.errors).toEqual([]);
    expect(pathsOf(ofHome())).toMatchInlineSnapshot(`
      [
        "gateway: POST /graphql",
        "gateway: POST /graphql > gateway: graphql operation",
        "gateway: POST /graphql > gateway: graphql operation > gateway: plan",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph accounts",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph accounts > accounts: POST /graphql",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph accounts > accounts: POST /graphql > accounts: core-banking GetAccountsByCustomers",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph accounts > accounts: POST /graphql > accounts: core-banking GetBalances",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph accounts > accounts: POST /graphql > accounts: core-banking GetStatements",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph accounts > accounts: POST /graphql > accounts: core-banking Login",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph cards",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph cards > cards: POST /graphql",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph cards > cards: POST /graphql > cards: card-processing GetCardStatuses",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph cards > cards: POST /graphql > cards: card-processing GetCardsByHolders",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph customers",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph customers > customers: POST /graphql",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph customers > customers: POST /graphql > customers: core-banking GetCustomers",
        "gateway: POST /graphql > gateway: graphql operation > gateway: subgraph customers > customers: POST /graphql > customers: core-banking Login",
      ]
    `);
    expect(ofHome().filter(({ parentSpanId }) => parentSpanId === caller.spanId)).toMatchObject([{ name: 'POST /graphql', kind: 2 }]);
    const operation = ofHome().find(({ name }) => name === 'graphql operation');
    expect(operation?.attributes).toEqual({ 'graphql.operation.type': 'query', 'portico.operation.name_hash': hashOf('Home') });
  });

  it('tells the legacy system, in the header, which of its calls belongs to which span', () => {
    const attempts = new Map(ofHome().flatMap((span) => ('portico.legacy.system' in span.attributes ? [[span.spanId, span]] : [])));
    const told = ingress.passed.filter(({ name }) => name === 'core').map(({ headers }) => readTraceparent(headers.traceparent));
    const ours = told.filter((context) => context?.traceId === caller.traceId);
    expect(ours.length).toBeGreaterThan(3);
    for (const context of ours)
      expect(attempts.get(context?.spanId ?? '')?.attributes).toMatchObject({ 'portico.legacy.system': 'core-banking' });
    expect(told).not.toContain(undefined);
  });

  it('shows each attempt of a call that is asked again, the failed one with its code', () => {
    const traceId = spans.find((span) => span.attributes['error.type'] === 'UNAVAILABLE')?.traceId;
    const attempts = spans.filter((span) => span.traceId === traceId && 'portico.legacy.system' in span.attributes);
    expect(attempts.map(({ name, failed, attributes }) => [name, failed, attributes['error.type']])).toEqual([
      ['core-banking GetCustomers', true, 'UNAVAILABLE'],
      ['core-banking GetCustomers', false, undefined],
    ]);
    expect(answers[1]?.errors).toEqual([]);
  });

  it('has its trace id in the errors that a client is told', () => {
    const error = answers[2]?.errors[0];
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
    const found = spans.filter(({ traceId }) => traceId === error?.extensions.traceId);
    expect(pathsOf(found)).toEqual(['gateway: POST /graphql', 'gateway: POST /graphql > gateway: graphql operation']);
    expect(found.find(({ name }) => name === 'graphql operation')).toMatchObject({
      failed: true,
      attributes: { 'error.type': 'BAD_USER_INPUT' },
    });
  });

  it('says nothing of a person, a token, an id or what a client wrote', () => {
    const [home] = answers;
    const me = home?.data.me;
    const canaries = [
      people.olena.customerId,
      token,
      me.displayName,
      me.id,
      me.accounts[0].id,
      me.accounts[0].balance.amount,
      me.cards[0].displayNumber,
      '380671234567',
      'Home',
      'displayName',
    ];
    for (const canary of canaries) {
      expect(String(canary).length).toBeGreaterThan(3);
      expect(collector.text(), String(canary)).not.toContain(String(canary));
    }
    expect(spans.length).toBeGreaterThan(15);
  });
});

it('what a chat asks is one trace from the event of the messenger to the legacy calls, and says nothing of who chats', async () => {
  const collector = await startTraceCollector();
  const bank = await startBankWithMessengers({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const phone = await bank.telephoneOf('olena');
  await phone.write('balance');
  await phone.until('the balances', () => phone.said.at(-1)?.text.includes('228,828.44') === true);
  await bank.stop();
  const events = collector.spans.filter(({ name }) => name === 'chat event');
  expect(events.length).toBeGreaterThan(1);
  for (const { attributes, kind } of events) expect([attributes, kind]).toEqual([{ 'portico.channel': 'telegram' }, 5]);
  const service = 'portico: ';
  const paths = pathsOf(collector.spans).map((path) => path.replaceAll(service, ''));
  expect(paths).toContain(
    'chat event > POST /graphql > graphql operation > subgraph accounts > POST /graphql > core-banking GetAccountsByCustomers',
  );
  for (const canary of ['olena', 'Olena', people.olena.customerId, '228828', 'balance']) expect(collector.text()).not.toContain(canary);
  await collector.stop();
}, 90_000);
