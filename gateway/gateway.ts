import { setTimeout as pause } from 'node:timers/promises';
import type { RealmAddress } from '#platform/composition/realm.ts';
import { createHttpServer, type HttpServerOptions } from '#platform/http/http-server.ts';
import type { Mount } from '#platform/http/mount.ts';
import type { Service } from '#platform/lifecycle.ts';
import type { Principal } from '#platform/principal/principal.ts';
import type { PrincipalIssuer } from '#platform/principal/principal-token.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { MetricsRegistry } from '#platform/telemetry/metrics.ts';
import type { Tracing } from '#platform/telemetry/tracing.ts';
import { createAuthentication } from './auth/authentication.ts';
import { createKeySet } from './auth/key-set.ts';
import { createGraphServer } from './engine/graph-server.ts';
import { createFrontDoor } from './http/front-door.ts';
import { createGraphqlEndpoint } from './http/graphql-endpoint.ts';
import { createHealth, type HealthCheck } from './http/health.ts';
import { createAdmission } from './limits/admission.ts';
import { createDocumentCheck } from './limits/document-check.ts';
import { createSubgraphSource, type SubgraphSource } from './upstreams/subgraph-source.ts';

export interface GatewayOptions {
  readonly host: string;
  readonly port: HttpServerOptions['port'];
  /** In development introspection is open to all and Apollo Sandbox is at hand. */
  readonly mode: 'development' | 'production';
  /** How people reach it: `https://api.bank`. */
  readonly publicUrl: string;
  readonly supergraphSdl: string;
  readonly subgraphUrl: (name: string) => string;
  readonly identity: Pick<RealmAddress, 'issuer' | 'audience' | 'jwksUrl' | 'clients'>;
  readonly principalIssuer: PrincipalIssuer;
  readonly corsOrigins: ReadonlySet<string>;
  readonly deadlineMs: number;
  readonly concurrencyMax: number;
  /** See HttpServerOptions. */
  readonly connectionsMax: number;
  readonly connectionsPerAddressMax: number;
  /** For how long `/health/ready` says no before connections are refused, so that a load balancer can look away first. */
  readonly drainDelayMs: number;
  readonly mounts: readonly Mount[];
  /** What is depended on beside the subgraphs and the identity provider, by names that only our own log and metrics show in production. */
  readonly checks: Readonly<Record<string, HealthCheck>>;
  readonly metrics: MetricsRegistry;
  readonly tracing: Tracing;
  readonly logger: Logger;
}

export interface Gateway extends Service {
  readonly url: string;
}

/** Who may read the schema in production. */
const explorerRole = 'explorer';
const keyFetchPauseMs = 30_000;
/** Connections that callers make anew, each a turn of an event loop that is busy with others' requests. */
const listenersOfFrontDoor = 16;

/** The front door of the graph: one HTTP server on one address. */
export function createGateway(options: GatewayOptions): Gateway {
  const { logger, mode } = options;
  const sources = new Map<string, SubgraphSource>();
  const keySet = createKeySet({ url: options.identity.jwksUrl, logger, pauseMs: keyFetchPauseMs });

  function sourceOf(name: string): SubgraphSource {
    const source =
      sources.get(name) ?? createSubgraphSource({ name, url: options.subgraphUrl(name), issuer: options.principalIssuer, logger });
    sources.set(name, source);
    return source;
  }

  const server = createGraphServer({
    supergraphSdl: options.supergraphSdl,
    sourceOf,
    mayIntrospect: ({ roles }: Principal) => mode === 'development' || roles.includes(explorerRole),
    logger,
  });
  const admission = createAdmission(options.concurrencyMax);
  const graphql = createGraphqlEndpoint({
    server,
    authentication: createAuthentication({ ...options.identity, keySet }),
    documentCheck: createDocumentCheck(),
    deadlineMs: options.deadlineMs,
    admission,
    logger,
  });

  const subgraphChecks = () => [...sources].map(([name, source]): [string, HealthCheck] => [name, () => source.ping()]);
  const health = createHealth({
    checks: () => ({ identity: () => keySet.load(), ...Object.fromEntries(subgraphChecks()), ...options.checks }),
    essential: ['identity'],
    oneOf: () => [...sources.keys()],
    isDraining: () => http.draining,
    metrics: options.metrics,
    logger,
  });
  const http = createHttpServer({
    name: 'gateway',
    host: options.host,
    port: options.port,
    listeners: listenersOfFrontDoor,
    connectionsMax: options.connectionsMax,
    connectionsPerAddressMax: options.connectionsPerAddressMax,
    handle: createFrontDoor({
      graphql,
      admission,
      health,
      mounts: options.mounts,
      corsOrigins: options.corsOrigins,
      publicUrl: options.publicUrl,
      isDevelopment: mode === 'development',
      tracing: options.tracing,
      logger,
    }),
  });

  return {
    name: 'gateway',
    get url() {
      return http.url;
    },
    async start() {
      await server.start();
      await http.start();
    },
    async stop() {
      http.drain();
      await pause(options.drainDelayMs);
      await http.stop();
      await server.stop();
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
}
