import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findMount, type Mount } from '#platform/http/mount.ts';
import { beginRequestSpan } from '#platform/http/request-span.ts';
import { asBankError, respondError } from '#platform/http/respond-error.ts';
import { respondJson } from '#platform/http/respond-json.ts';
import { strictTransportHeaders } from '#platform/http/strict-transport.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type Span, type Tracing, unrecorded } from '#platform/telemetry/tracing.ts';
import type { Admission } from '../limits/admission.ts';
import { applyCors } from './cors.ts';
import { allowedMethods } from './graphql-request.ts';
import type { Health } from './health.ts';
import { HttpRefusal } from './http-refusal.ts';
import { refuseUnread } from './overloaded.ts';
import { chooseResponseType } from './response-type.ts';
import { sandboxPage } from './sandbox-page.ts';

export interface FrontDoorOptions {
  readonly graphql: (request: IncomingMessage, response: ServerResponse, url: URL, received: Span) => Promise<void>;
  /** Where the graph takes no more, a request for it is refused before anything of it is read. */
  readonly admission: Admission;
  readonly health: Health;
  readonly mounts: readonly Mount[];
  readonly corsOrigins: ReadonlySet<string>;
  readonly publicUrl: string;
  /** `/health/ready` then says what is unavailable, and `/graphql?sandbox` shows Apollo Sandbox. */
  readonly isDevelopment: boolean;
  readonly tracing: Tracing;
  readonly logger: Logger;
}

/** The one address: sends each request to who answers it. Whatever goes wrong, the answer is JSON with a stable code. */
export function createFrontDoor(options: FrontDoorOptions): (request: IncomingMessage, response: ServerResponse) => void {
  async function route(request: IncomingMessage, response: ServerResponse, span: Span): Promise<void> {
    const url = urlOf(request);
    switch (url.pathname) {
      case '/graphql':
        return graphql(request, response, url, span);
      case '/health/live':
        return respondJson(response, 200, { status: 'live' });
      case '/health/ready': {
        const report = await options.health.report();
        // Whoever asks may be a stranger, to whom the names of our systems are no business.
        const body = options.isDevelopment ? report : { status: report.status };
        return respondJson(response, report.status === 'ready' ? 200 : 503, body);
      }
    }
    const mount = findMount(options.mounts, url.pathname);
    if (mount === undefined) throw new HttpRefusal(404, 'NOT_FOUND', 'There is nothing here.');
    mount.handle(request, response);
  }

  /** Questions for our health are many and say nothing of a request. */
  function spanOf(request: IncomingMessage, response: ServerResponse): Span {
    const path = URL.parse(request.url ?? '/', 'http://gateway')?.pathname ?? '';
    if (path.startsWith('/health/')) return unrecorded(request.headers.traceparent);
    return beginRequestSpan(options.tracing, request, response, path === '/graphql' ? path : findMount(options.mounts, path)?.prefix);
  }

  async function graphql(request: IncomingMessage, response: ServerResponse, url: URL, span: Span): Promise<void> {
    applyCors(request, response, options.corsOrigins);
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { allow: allowedMethods }).end();
      return;
    }
    if (request.method === 'GET' && !url.searchParams.has('query') && prefersHtml(request)) return page(response, url);
    response.setHeader('traceparent', span.traceparent);
    response.setHeader('x-content-type-options', 'nosniff');
    await options.graphql(request, response, url, span);
  }

  /** Somebody opened `/graphql` in a browser: he is shown to where he can ask. */
  function page(response: ServerResponse, url: URL): void {
    if (!options.isDevelopment || !url.searchParams.has('sandbox')) {
      response.writeHead(302, { location: '/explorer/' }).end();
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}' 'unsafe-inline'; script-src 'nonce-${nonce}'; frame-src https://sandbox.embed.apollographql.com; connect-src 'self'; base-uri 'none'`,
    });
    response.end(sandboxPage(nonce));
  }

  const secured = new Map(Object.entries(strictTransportHeaders(options.publicUrl)));

  return (request, response) => {
    response.setHeaders(secured);
    // Before all else, and without a span: what this costs is what overload costs.
    if (options.admission.isFull && asksGraph(request)) {
      applyCors(request, response, options.corsOrigins);
      const traceId = refuseUnread(request, response);
      options.logger.info({ code: 'OVERLOADED', traceId }, 'refused');
      return;
    }
    const span = spanOf(request, response);
    const { traceId } = span;
    route(request, response, span).catch((error: unknown) => {
      if (request.destroyed && !request.complete) {
        options.logger.debug({ traceId }, 'the caller disconnected');
        return;
      }
      const known = asBankError(error);
      if (known.code === 'INTERNAL') options.logger.error({ err: error, traceId }, 'a fault of ours');
      else {
        options.logger.info({ code: known.code, traceId }, 'refused');
        // It may quote the client, who may have sent anything.
        options.logger.debug({ why: known.publicMessage, traceId }, 'why it was refused');
      }
      const headers: Record<string, string> = known instanceof HttpRefusal ? { ...known.headers } : {};
      const type = isGraphql(request) ? chooseResponseType(request.headers.accept) : undefined;
      if (type !== undefined) headers['content-type'] = type;
      const place = known instanceof HttpRefusal && known.locations !== undefined ? { locations: known.locations } : {};
      const body = { errors: [{ message: known.publicMessage, ...place, extensions: { code: known.code, traceId } }] };
      respondError(response, known, { body, headers, ...(known instanceof HttpRefusal ? { status: known.status } : {}) });
    });
  };
}

function urlOf(request: IncomingMessage): URL {
  try {
    return new URL(request.url ?? '/', 'http://gateway');
  } catch (error) {
    throw new HttpRefusal(400, 'BAD_USER_INPUT', 'The address cannot be read.', {}, { cause: error });
  }
}

function isGraphql({ url = '' }: IncomingMessage): boolean {
  return url === '/graphql' || url.startsWith('/graphql?');
}

/** Not a browser that asks what it may ask, or that a person has opened. */
function asksGraph(request: IncomingMessage): boolean {
  return isGraphql(request) && request.method !== 'OPTIONS' && !(request.method === 'GET' && prefersHtml(request));
}

function prefersHtml(request: IncomingMessage): boolean {
  return /^\s*text\/html/.test(request.headers.accept ?? '');
}
