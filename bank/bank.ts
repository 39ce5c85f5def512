import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gatewayPart } from '#gateway/part.ts';
import type { Simulator } from '#legacy-adapters/legacy-adapter.ts';
import { resolveNeeds } from '#platform/composition/need.ts';
import type { RunningPart } from '#platform/composition/part.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import type { Database } from '#platform/database/database.ts';
import { EnvironmentError } from '#platform/environment.ts';
import { type HttpServer, PortTaken } from '#platform/http/http-server.ts';
import type { Mount } from '#platform/http/mount.ts';
import { createMountServer } from '#platform/http/mount-server.ts';
import { checkReachable } from '#platform/http/reachable.ts';
import { type ReservedPort, reservePort } from '#platform/http/reserved-port.ts';
import { createServiceStack } from '#platform/lifecycle.ts';
import { createPrincipalIssuer } from '#platform/principal/principal-token.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { collectProcessMetrics, createMetricsRegistry, createMetricsServer } from '#platform/telemetry/metrics.ts';
import { createTracing, tracingSettings } from '#platform/telemetry/tracing-settings.ts';
import { originOf, publicUrlOf } from './addresses.ts';
import { dependenciesOf } from './dependencies.ts';
import { createDurableState, startDurableState } from './durable-state.ts';
import { allSettings, type Settings } from './environment.ts';
import { type GatewayKeys, readGatewayKeys } from './gateway-keys.ts';
import { connectLegacySystems, startSimulators } from './legacy-systems.ts';
import { neededAdapters } from './needs.ts';
import { type Parts, readParts } from './parts.ts';
import type { ProcessContext } from './process-context.ts';
import { checkRequiredSettings } from './required-settings.ts';
import { createSubgraphs, startSubgraphs } from './subgraph-servers.ts';

/** Something of which a descriptor makes one. */
interface Maker<Made> {
  readonly name: string;
  create(...given: never[]): Made;
}

export interface Bank {
  readonly parts: Parts;
  /** Where the gateway, or without it what else is served to people, answers; absent where this process has neither. */
  readonly url: string | undefined;
  /** The same from this machine, whatever the public address is. */
  readonly origin: string | undefined;
  /** Where Prometheus finds this process; absent when METRICS_PORT is off. */
  readonly metricsUrl: string | undefined;
  /** By the names of the legacy systems. */
  readonly simulators: ReadonlyMap<string, Simulator>;
  /** The subgraphs that run here, by name. */
  readonly subgraphServers: ReadonlyMap<string, HttpServer>;
  /** Absent where nothing that runs here keeps anything. */
  readonly database: Database | undefined;
  /** The simulator that a descriptor has made here. */
  simulatorOf<Made extends Simulator>(adapter: { readonly name: string; readonly simulator: Omit<Maker<Made>, 'name'> }): Made | undefined;
  /** What a descriptor has made here. */
  partOf<Made extends RunningPart>(part: Maker<Made>): Made | undefined;
  /** Takes no new request, answers those it has accepted, then lets everything go. */
  stop(): Promise<void>;
}

const supergraphPath = path.resolve(import.meta.dirname, '../schema/supergraph.graphql');

/** Starts the parts of the bank that the settings ask for, in one process. Throws an EnvironmentError for settings that cannot be. */
export async function startBank(asked: Settings, logger: Logger): Promise<Bank> {
  const parts = readParts(asked);
  checkRequiredSettings(asked, parts);
  // Where it answers stands in much that is made before it listens: the issuer, links, webhooks.
  const reserved = asked.PORT === 0 ? await reservePort(asked.HOST) : undefined;
  const settings = reserved === undefined ? asked : { ...asked, PORT: reserved.number };
  try {
    return await startParts(settings, parts, reserved ?? settings.PORT, logger);
  } catch (error) {
    reserved?.release();
    throw error;
  }
}

type Port = number | ReservedPort;

async function startParts(settings: Settings, parts: Parts, port: Port, logger: Logger): Promise<Bank> {
  const { given } = settings;
  const keys = readGatewayKeys(settings, parts);
  const stack = createServiceStack(logger);
  const metrics = createMetricsRegistry();
  try {
    const metricsServer = metricsServerOf(settings, metrics, logger);
    // First to start and last to stop, so that a start and a drain can be watched.
    if (metricsServer !== undefined) await stack.start(metricsServer);
    const tracing = await stack.start(await createTracing(valuesOf(tracingSettings, given), logger));
    const durable = createDurableState(settings, parts, { metrics, logger });
    const { database } = durable;
    if (database !== undefined) await stack.start(database);
    const dependencies = dependenciesOf(settings, parts, durable, { metrics, logger });
    const context: ProcessContext = { given, dependencies, stack, metrics, tracing, logger };
    const simulators = await startSimulators(parts.simulated, context);
    const { ports, endpoints } = await connectLegacySystems(neededAdapters(parts), simulators, context);
    const subgraphs = createSubgraphs(parts.subgraphs, new Map([...dependencies, ...ports]), context);
    const running = createParts(settings, parts, context);
    await startDurableState(durable, parts, stack);
    const subgraphServers = await startSubgraphs(subgraphs, keys.public, context);
    const made = [...running.values()];
    for (const { beforeListening } of made) if (beforeListening !== undefined) await stack.start(beforeListening);
    const mounts = made.flatMap((each) => each.mounts);
    const checks = {
      ...mapValues(endpoints, (address) => () => checkReachable(address, 1_000)),
      ...(database === undefined ? {} : { database: () => database.ping() }),
    };
    const exposed: HttpServer[] = [...subgraphServers.values()];
    if (parts.gateway) await startGateway(settings, port, keys, subgraphServers, mounts, checks, context);
    else if (mounts.length > 0) exposed.push(await stack.start(mountServerOf(settings, port, mounts, database)));
    for (const { afterListening } of made) if (afterListening !== undefined) await stack.start(afterListening);
    return {
      parts,
      url: parts.gateway || mounts.length > 0 ? publicUrlOf(settings) : undefined,
      origin: parts.gateway || mounts.length > 0 ? originOf(settings) : undefined,
      metricsUrl: metricsServer && `${metricsServer.url}/metrics`,
      simulators,
      subgraphServers,
      database,
      // What a descriptor has made is kept under the descriptor's name.
      simulatorOf: <Made extends Simulator>({ name }: { readonly name: string }) => simulators.get(name) as Made | undefined,
      partOf: <Made extends RunningPart>({ name }: Maker<Made>) => running.get(name) as Made | undefined,
      async stop() {
        // The gateway does this for its own process.
        if (!parts.gateway && exposed.length > 0) {
          for (const server of exposed) server.drain();
          await pause(settings.DRAIN_DELAY_MS);
        }
        await stack.stop();
        if (typeof port !== 'number') port.release();
      },
    };
  } catch (error) {
    await stack.stop();
    throw asSettingsFault(error, settings);
  }
}

/** A port that is taken is a setting to change: its name is looked up by its value. */
function asSettingsFault(error: unknown, { given }: Settings): unknown {
  if (!(error instanceof PortTaken)) return error;
  const values = Object.entries(valuesOf(allSettings, given));
  const name = values.find(([key, value]) => key.endsWith('PORT') && value === error.port)?.[0] ?? 'PORT';
  return new EnvironmentError(`${name}: ${error.message}; set another one, or 0 for any that is free.`);
}

function metricsServerOf(settings: Settings, registry: ProcessContext['metrics'], logger: Logger): HttpServer | undefined {
  const { METRICS_HOST: host, METRICS_PORT: port } = settings;
  if (port === 'off') return undefined;
  collectProcessMetrics(registry);
  return createMetricsServer({ host, port, registry, logger });
}

function createParts(
  settings: Settings,
  { parts, has }: Parts,
  { given, dependencies, tracing, logger }: ProcessContext,
): ReadonlyMap<string, RunningPart> {
  const process = { mode: settings.PORTICO_MODE, origin: originOf(settings), publicUrl: publicUrlOf(settings), has };
  return new Map(
    parts.map((part) => [
      part.name,
      part.create(valuesOf(part.settings, given), resolveNeeds(part.needs, dependencies), { process, tracing, logger }),
    ]),
  );
}

async function startGateway(
  settings: Settings,
  port: Port,
  keys: GatewayKeys,
  servers: ReadonlyMap<string, HttpServer>,
  mounts: readonly Mount[],
  checks: Readonly<Record<string, () => Promise<void>>>,
  { given, dependencies, stack, metrics, tracing, logger }: ProcessContext,
): Promise<void> {
  if (keys.signing === undefined) throw new Error('the gateway has no signing key');
  const values = valuesOf(gatewayPart.settings, given);
  const gateway = gatewayPart.create(values, resolveNeeds(gatewayPart.needs, dependencies), {
    host: settings.HOST,
    port,
    mode: settings.PORTICO_MODE,
    publicUrl: publicUrlOf(settings),
    drainDelayMs: settings.DRAIN_DELAY_MS,
    supergraphSdl: await readFile(supergraphPath, 'utf8'),
    subgraphUrl: (name) => subgraphUrl(name, servers, values.SUBGRAPH_URL),
    principalIssuer: createPrincipalIssuer(keys.signing),
    mounts,
    checks,
    metrics,
    tracing,
    logger,
  });
  await stack.start(gateway);
}

function mountServerOf(settings: Settings, port: Port, mounts: readonly Mount[], database: Database | undefined): HttpServer {
  const publicUrl = publicUrlOf(settings);
  return createMountServer({ name: 'parts', host: settings.HOST, port, publicUrl, mounts, check: async () => database?.ping() });
}

function subgraphUrl(name: string, servers: ReadonlyMap<string, HttpServer>, elsewhere: string | undefined): string {
  const here = servers.get(name);
  if (here !== undefined) return `${here.url}/graphql`;
  if (elsewhere !== undefined) return elsewhere.replace('{name}', name);
  throw new Error(`the subgraph ${name} has no address`);
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
