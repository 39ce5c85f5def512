import { collectDefaultMetrics, Registry } from 'prom-client';
import { createHttpServer, type HttpServer } from '../http/http-server.ts';
import type { Logger } from './logger.ts';

export type MetricsRegistry = Registry;

/** A registry of its own: two banks in one process, as in tests, do not count together. */
export function createMetricsRegistry(): MetricsRegistry {
  return new Registry();
}

/** What Node tells of itself: CPU, memory, the event loop's delay, garbage collection, open handles. */
export function collectProcessMetrics(registry: MetricsRegistry): void {
  collectDefaultMetrics({ register: registry });
}

export interface MetricsServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly registry: MetricsRegistry;
  readonly logger: Logger;
}

/** `GET /metrics` in Prometheus' text format, on a port of its own: what runs inside is not for the public front door. */
export function createMetricsServer({ host, port, registry, logger }: MetricsServerOptions): HttpServer {
  return createHttpServer({
    name: 'metrics',
    host,
    port,
    handle: (request, response) => {
      request.resume();
      const isMetrics = request.url?.split('?', 1)[0] === '/metrics';
      if (!isMetrics || (request.method !== 'GET' && request.method !== 'HEAD')) {
        response.writeHead(isMetrics ? 405 : 404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is GET /metrics here.\n');
        return;
      }
      registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text),
        (error: unknown) => {
          logger.error({ err: error }, 'metrics could not be collected');
          response.writeHead(500).end();
        },
      );
    },
  });
}
