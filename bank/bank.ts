import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createExplorer } from '../clients/explorer/index.ts';
import { createWelcome } from '../clients/welcome/index.ts';
import type { Mount } from '../gateway/front-door.ts';
import { createGateway, type Gateway } from '../gateway/gateway.ts';
import { readRealm } from '../identity/realm.ts';
import { createIdentityStandIn } from '../identity/stand-in/stand-in.ts';
import { EnvironmentError } from '../platform/environment.ts';
import type { HttpServer } from '../platform/http-server.ts';
import { createServiceStack, type ServiceStack } from '../platform/lifecycle.ts';
import type { Logger } from '../platform/logger.ts';
import { createPrincipalIssuer, createPrincipalVerifier } from '../platform/principal-token.ts';
import { createGraphIds } from '../subgraphs/kit/graph-ids.ts';
import { createSubgraphServer } from '../subgraphs/kit/subgraph-server.ts';
import { subgraphs } from '../subgraphs/subgraphs.ts';
import type { Settings } from './environment.ts';
import { type GatewayKeys, readGatewayKeys } from './keys.ts';
import { connectLegacySystems, type Simulators, startSimulators } from './legacy-systems.ts';
import { buildMessengers, clientSecret, type MessengersHere } from './messengers.ts';
import { type Parts, readParts } from './parts.ts';

export interface Bank {
  readonly parts: Parts;
  /** Where the gateway answers; absent when it is not in this process. */
  readonly url: string | undefined;
  readonly simulators: Simulators;
  /** The bots that run here. */
  readonly messengers: MessengersHere | undefined;
  /** The subgraphs that run here, by name. */
  readonly subgraphServers: ReadonlyMap<string, HttpServer>;
  /** Takes no new request, answers those it has accepted, then lets everything go. */
  stop(): Promise<void>;
}

/** Known to everybody, so for a bank of simulated customers only. */
const developmentIdSecret = 'portico development ids, never in production';
const supergraphPath = path.resolve(import.meta.dirname, '../schema/supergraph.graphql');

/** Starts the parts of the bank that the settings ask for, in one process. Throws an EnvironmentError for settings that cannot be. */
export async function startBank(settings: Settings, logger: Logger): Promise<Bank> {
  const names = Object.keys(subgraphs);
  const parts = readParts(settings, names);
  const keys = readGatewayKeys(settings, parts, names);
  const stack = createServiceStack(logger);
  try {
    const place = placeOf(settings, parts);
    const messengers = place && buildMessengers(settings, parts, place.origin, place.issuer, logger);
    if (messengers !== undefined) await stack.start(messengers.database);
    const simulators = await startSimulators(settings, parts, stack, logger);
    const subgraphServers = await startSubgraphs(settings, parts, keys, simulators, stack, logger);
    const gateway = place && (await startGateway(settings, parts, keys, subgraphServers, place, messengers, stack, logger));
    // The bots come last, since they call the gateway, and go first, while it still answers them.
    if (messengers?.emulator !== undefined) await stack.start(messengers.emulator);
    if (messengers !== undefined) await stack.start(messengers.messengers);
    return { parts, url: gateway && publicUrl(settings, gateway), simulators, messengers, subgraphServers, stop: () => stack.stop() };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

async function startSubgraphs(
  settings: Settings,
  parts: Parts,
  keys: GatewayKeys,
  simulators: Simulators,
  stack: ServiceStack,
  logger: Logger,
) {
  const servers = new Map<string, HttpServer>();
  if (parts.subgraphs.length === 0) return servers;
  if (parts.subgraphs.length > 1 && settings.SUBGRAPH_PORT !== 0) {
    throw new EnvironmentError('SUBGRAPH_PORT: is for a process with one subgraph; leave it out for several.');
  }
  const ports = await connectLegacySystems(settings, simulators, stack);
  const ids = createGraphIds(idSecret(settings));
  for (const name of parts.subgraphs) {
    const create = subgraphs[name];
    if (create === undefined || keys.public === undefined)
      throw new EnvironmentError('GATEWAY_PUBLIC_KEY: must be set where the gateway is another process.');
    const server = createSubgraphServer({
      subgraph: create(ports),
      host: settings.SUBGRAPH_HOST,
      port: settings.SUBGRAPH_PORT,
      verifier: createPrincipalVerifier(keys.public, name),
      ids,
      logger,
    });
    servers.set(name, await stack.start(server));
  }
  return servers;
}

function idSecret(settings: Settings): string {
  if (settings.ID_SECRET !== undefined) return settings.ID_SECRET;
  if (settings.PORTICO_MODE === 'development') return developmentIdSecret;
  throw new EnvironmentError('ID_SECRET: must be set in production, the same for every subgraph; ids in the graph are made with it.');
}

interface Place {
  /** Where this process answers, on this machine. */
  readonly origin: string;
  readonly issuer: string;
}

/** Absent in a process without the gateway, which serves nobody from outside. */
function placeOf(settings: Settings, parts: Parts): Place | undefined {
  if (!parts.gateway) {
    if (parts.messengers) throw new EnvironmentError('PORTICO_PARTS: messengers needs gateway beside it, at whose address it answers.');
    return undefined;
  }
  const origin = `http://localhost:${settings.PORT}`;
  const issuer = settings.IDENTITY_ISSUER ?? (parts.identity ? `${origin}/realms/portico` : undefined);
  if (issuer === undefined)
    throw new EnvironmentError('IDENTITY_ISSUER: must be the address of the realm, or run the part identity in this process.');
  return { origin, issuer };
}

async function startGateway(
  settings: Settings,
  parts: Parts,
  keys: GatewayKeys,
  servers: ReadonlyMap<string, HttpServer>,
  { origin, issuer }: Place,
  messengers: MessengersHere | undefined,
  stack: ServiceStack,
  logger: Logger,
): Promise<Gateway> {
  if (keys.signing === undefined) throw new EnvironmentError('GATEWAY_SIGNING_KEY: must be set where a subgraph is another process.');
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
      concurrencyMax: settings.CONCURRENCY_MAX,
      mounts: [...mountsOf(settings, parts, origin, issuer, logger), ...(messengers?.mounts ?? [])],
      checks: messengers === undefined ? {} : { database: () => messengers.database.ping() },
      logger,
    }),
  );
}

function subgraphUrl(settings: Settings, name: string, servers: ReadonlyMap<string, HttpServer>): string {
  const here = servers.get(name);
  if (here !== undefined) return `${here.url}/graphql`;
  if (settings.SUBGRAPH_URL !== undefined) return settings.SUBGRAPH_URL.replace('{name}', name);
  throw new EnvironmentError(`SUBGRAPH_URL: must be set, since the subgraph ${name} is not in this process.`);
}

function mountsOf(settings: Settings, parts: Parts, origin: string, issuer: string, logger: Logger): Mount[] {
  const mounts: Mount[] = [];
  const identityUrl = parts.identity ? {} : { identityUrl: new URL(issuer).origin };
  if (parts.identity) {
    const standIn = createIdentityStandIn({
      issuerOrigin: origin,
      realm: readRealm({ PORTICO_MESSENGERS_SECRET: clientSecret(settings) }),
      mode: settings.PORTICO_MODE,
      logger,
    });
    mounts.push({ prefix: '/realms/', handle: standIn.handle });
  }
  if (parts.pages) {
    const explorer = createExplorer(identityUrl);
    const welcome = createWelcome({ url: origin, ...identityUrl, demoUsers: parts.identity });
    mounts.push({ prefix: '/explorer', handle: explorer.handle }, { prefix: '/', handle: welcome.handle });
  }
  return mounts;
}

function publicUrl(settings: Settings, gateway: Gateway): string {
  return settings.HOST === '127.0.0.1' ? `http://localhost:${new URL(gateway.url).port}` : gateway.url;
}
