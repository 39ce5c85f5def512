import { createHttpServer } from '#platform/http/http-server.ts';
import type { Service } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Realm } from './realm-schema.ts';
import { assertStandInAllowed, type IdentityMode } from './stand-in/mode.ts';
import { createIdentityStandIn, type IdentityStandIn } from './stand-in/stand-in.ts';

export interface IdentityServerOptions {
  readonly mode: IdentityMode;
  /** A loopback name or address. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly realm: Realm;
  readonly logger: Logger;
  readonly clock?: () => number;
}

export interface IdentityServer extends Service {
  /** `http://127.0.0.1:4010`, without a path. */
  readonly url: string;
  /** Known once the server has started. */
  readonly issuer: string;
  /** Forgets every session, token and wrong password. */
  reset(): void;
}

/** The stand-in on a port of its own, for a gateway in another process. */
export function createIdentityServer(options: IdentityServerOptions): IdentityServer {
  assertStandInAllowed(options.mode, options.host);
  // The issuer's address holds the port, which is known only once the server listens.
  let standIn: IdentityStandIn | undefined;
  const server = createHttpServer({
    name: 'identity',
    host: options.host,
    port: options.port,
    handle(request, response) {
      if (standIn === undefined) {
        response.writeHead(503).end();
        return;
      }
      standIn.handle(request, response);
    },
  });
  return {
    name: server.name,
    get url() {
      return server.url;
    },
    get issuer() {
      return standIn?.issuer ?? `${server.url}/realms/${options.realm.realm}`;
    },
    async start() {
      await server.start();
      standIn = createIdentityStandIn({ ...options, issuerOrigin: server.url });
    },
    stop: () => server.stop(),
    reset: () => standIn?.reset(),
  };
}
