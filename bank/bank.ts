import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createExplorer } from '#clients/explorer/index.ts';
import { createWebBank } from '#clients/web/index.ts';
import { demoUsers } from '#clients/welcome/demo-users.ts';
import { createWelcome } from '#clients/welcome/index.ts';
import { createGateway, type Gateway } from '#gateway/gateway.ts';
import type { Mount } from '#gateway/http/front-door.ts';
import { readRealm } from '#identity/realm.ts';
import { createIdentityStandIn } from '#identity/stand-in/stand-in.ts';
import { EnvironmentError } from '#platform/environment.ts';
import { type HttpServer, PortTaken } from '#platform/http/http-server.ts';
import { checkReachable } from '#platform/http/reachable.ts';
import { createServiceStack, type ServiceStack } from '#platform/lifecycle.ts';
import { createPrincipalIssuer, createPrincipalVerifier } from '#platform/principal/principal-token.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { collectProcessMetrics, createMetricsRegistry, createMetricsServer, type MetricsRegistry } from '#platform/telemetry/metrics.ts';
import type { Tracing } from '#platform/telemetry/tracing.ts';
import { createTracing } from '#platform/telemetry/tracing-environment.ts';
import { createGraphIds } from '#subgraphs/kit/graph-ids.ts';
import { createSubgraphServer } from '#subgraphs/kit/subgraph-server.ts';
import { subgraphs } from '#subgraphs/subgraphs.ts';
import type { Settings } from './environment.ts';
import { type GatewayKeys, readGatewayKeys } from './keys.ts';
import { type CerberusRealm, connectLegacySystems, type Simulators, startSimulators } from './legacy-systems.ts';
import { buildMessengers, clientSecret, type MessengersHere } from './messengers.ts';
import { type Parts, readParts } from './parts.ts';
import { checkRequirements, developmentCerberusSecret, developmentIdSecret } from './requirements.ts';

export interface Bank {
  readonly parts: Parts;
  /** Where the gateway answers; absent when it is not in this process. */
  readonly url: string | undefined;
  /** Where Prometheus finds this process; absent when METRICS_PORT is off. */
  readonly metricsUrl: string | undefined;
  readonly simulators: Simulators;
  /** The bots that run here. */
  readonly messengers: MessengersHere | undefined;
  /** The subgraphs that run here, by name. */
  readonly subgraphServers: ReadonlyMap<string, HttpServer>;
  /** Takes no new request, answers those it has accepted, then lets everything go. */
  stop(): Promise<void>;
}

const supergraphPath = path.resolve(import.meta.dirname, '../schema/supergraph.graphql');

/** Starts the parts of the bank that the settings ask for, in one process. Throws an EnvironmentError for settings that cannot be. */
export async function startBank(settings: Settings, logger: Logger): Promise<Bank> {
  const names = Object.keys(subgraphs);
  const parts = readParts(settings, names);
  checkRequirements(settings, parts);
  const keys = readGatewayKeys(settings, parts, names);
  const stack = createServiceStack(logger);
  const metrics = createMetricsRegistry();
  try {
    const metricsServer = await startMetrics(settings, metrics, stack, logger);
    const tracing = await stack.start(await createTracing(settings, logger));
    const place = placeOf(settings, parts);
    const messengers = place && buildMessengers(settings, parts, place.origin, place.issuer, tracing, logger);
    if (messengers !== undefined) await stack.start(messengers.database);
    const realm = realmOf(settings, place);
    const simulators = await startSimulators(settings, parts, realm, stack, logger);
    const { servers: subgraphServers, endpoints } = await startSubgraphs(
      settings,
      parts,
      keys,
      simulators,
      realm,
      stack,
      metrics,
      tracing,
      logger,
    );
    const gateway =
      place && (await startGateway(settings, parts, keys, subgraphServers, endpoints, place, messengers, stack, tracing, logger));
    // The bots come last, since they call the gateway, and go first, while it still answers them.
    if (messengers?.emulator !== undefined) await stack.start(messengers.emulator);
    if (messengers !== undefined) await stack.start(messengers.messengers);
    return {
      parts,
      url: gateway && publicUrlOf(settings),
      metricsUrl: metricsServer && `${metricsServer.url}/metrics`,
      simulators,
      messengers,
      subgraphServers,
      stop: () => stack.stop(),
    };
  } catch (error) {
    await stack.stop();
    throw asSettingsFault(error, settings);
  }
}

/** A port that is taken is a setting to change: its name is looked up by its value. */
function asSettingsFault(error: unknown, settings: Settings): unknown {
  if (!(error instanceof PortTaken)) return error;
  const name = Object.entries(settings).find(([key, value]) => key.endsWith('PORT') && value === error.port)?.[0] ?? 'PORT';
  return new EnvironmentError(`${name}: ${error.message}; set another one, or 0 for any that is free (not for PORT).`);
}

/** First to start and last to stop, so that a start and a drain can be watched. */
async function startMetrics(settings: Settings, registry: MetricsRegistry, stack: ServiceStack, logger: Logger) {
  const { METRICS_HOST: host, METRICS_PORT: port } = settings;
  if (port === 'off') return undefined;
  collectProcessMetrics(registry);
  return stack.start(createMetricsServer({ host, port, registry, logger }));
}

async function startSubgraphs(
  settings: Settings,
  parts: Parts,
  keys: GatewayKeys,
  simulators: Simulators,
  realm: CerberusRealm | undefined,
  stack: ServiceStack,
  metrics: MetricsRegistry,
  tracing: Tracing,
  logger: Logger,
) {
  const servers = new Map<string, HttpServer>();
  if (parts.subgraphs.length === 0) return { servers, endpoints: {} };
  const needs = new Set(parts.subgraphs.flatMap((name) => subgraphs[name]?.needs ?? []));
  const { ports, endpoints } = await connectLegacySystems(settings, needs, simulators, realm, stack, metrics);
  const ids = createGraphIds(settings.ID_SECRET ?? developmentIdSecret);
  for (const name of parts.subgraphs) {
    const row = subgraphs[name];
    if (row === undefined || keys.public === undefined) throw new Error(`${name} cannot run here`);
    const server = createSubgraphServer({
      subgraph: row.create(ports),
      host: settings.SUBGRAPH_HOST,
      port: settings.SUBGRAPH_PORT,
      verifier: createPrincipalVerifier(keys.public, name),
      ids,
      tracing,
      logger,
    });
    servers.set(name, await stack.start(server));
  }
  return { servers, endpoints };
}

interface Place {
  /** Where this process answers, on this machine. */
  readonly origin: string;
  readonly issuer: string;
}

/** Absent in a process without the gateway, which serves nobody from outside. */
function placeOf(settings: Settings, parts: Parts): Place | undefined {
  if (!parts.gateway) return undefined;
  return { origin: `http://localhost:${settings.PORT}`, issuer: settings.IDENTITY_ISSUER ?? `${publicUrlOf(settings)}/realms/portico` };
}

/** Absent in a process that neither serves the realm nor was told where it is. */
function realmOf(settings: Settings, place: Place | undefined): CerberusRealm | undefined {
  const issuer = settings.IDENTITY_ISSUER ?? place?.issuer;
  if (issuer === undefined) return undefined;
  const endpoints = `${issuer}/protocol/openid-connect`;
  return { issuer, jwksUrl: settings.IDENTITY_JWKS_URL ?? `${endpoints}/certs`, tokenUrl: `${endpoints}/token` };
}

async function startGateway(
  settings: Settings,
  parts: Parts,
  keys: GatewayKeys,
  servers: ReadonlyMap<string, HttpServer>,
  endpoints: Readonly<Record<string, string>>,
  { issuer }: Place,
  messengers: MessengersHere | undefined,
  stack: ServiceStack,
  tracing: Tracing,
  logger: Logger,
): Promise<Gateway> {
  if (keys.signing === undefined) throw new Error('the gateway has no signing key');
  return stack.start(
    createGateway({
      host: settings.HOST,
      port: settings.PORT,
      mode: settings.PORTICO_MODE,
      supergraphSdl: await readFile(supergraphPath, 'utf8'),
      subgraphUrl: (name) => subgraphUrl(settings, name, servers),
      identity: {
        issuer,
        audience: settings.IDENTITY_AUDIENCE,
        jwksUrl: settings.IDENTITY_JWKS_URL ?? `${issuer}/protocol/openid-connect/certs`,
      },
      principalIssuer: createPrincipalIssuer(keys.signing),
      corsOrigins: new Set(settings.CORS_ORIGINS.split(',').filter((name) => name !== '')),
      deadlineMs: settings.REQUEST_DEADLINE_MS,
      drainDelayMs: settings.DRAIN_DELAY_MS,
      concurrencyMax: settings.CONCURRENCY_MAX,
      mounts: [...mountsOf(settings, parts, publicUrlOf(settings), issuer, logger), ...(messengers?.mounts ?? [])],
      checks: {
        ...mapValues(endpoints, (address) => () => checkReachable(address, 1_000)),
        ...(messengers === undefined ? {} : { database: () => messengers.database.ping() }),
      },
      tracing,
      logger,
    }),
  );
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function subgraphUrl(settings: Settings, name: string, servers: ReadonlyMap<string, HttpServer>): string {
  const here = servers.get(name);
  if (here !== undefined) return `${here.url}/graphql`;
  if (settings.SUBGRAPH_URL !== undefined) return settings.SUBGRAPH_URL.replace('{name}', name);
  throw new Error(`the subgraph ${name} has no address`);
}

function mountsOf(settings: Settings, parts: Parts, origin: string, issuer: string, logger: Logger): Mount[] {
  const mounts: Mount[] = [];
  const identityUrl = parts.identity ? {} : { identityUrl: new URL(issuer).origin };
  if (parts.identity) {
    const standIn = createIdentityStandIn({
      issuerOrigin: origin,
      realm: readRealm({
        PORTICO_MESSENGERS_SECRET: clientSecret(settings),
        PORTICO_CERBERUS_SECRET: settings.CERBERUS_CLIENT_SECRET ?? developmentCerberusSecret,
      }),
      mode: settings.PORTICO_MODE,
      logger,
    });
    mounts.push({ prefix: '/realms/', handle: standIn.handle });
  }
  if (parts.pages) {
    const explorer = createExplorer(identityUrl);
    const welcome = createWelcome({ url: origin, ...identityUrl, demoUsers: parts.identity });
    const webBank = createWebBank({
      ...identityUrl,
      demoUsers: parts.identity ? demoUsers.filter((user) => user.isCustomer).map((user) => user.name) : [],
    });
    mounts.push(
      { prefix: '/explorer', handle: explorer.handle },
      { prefix: '/about', handle: welcome.handle },
      { prefix: '/', handle: webBank.handle },
    );
  }
  return mounts;
}

/** How people and other processes reach the gateway. */
function publicUrlOf(settings: Settings): string {
  return settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
}
