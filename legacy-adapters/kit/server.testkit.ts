import { createServer, type IncomingHttpHeaders, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import type { Call, OperationCall } from './call.ts';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly socket: Socket;
}

export interface Answered {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A real server on a free port of this machine, gone after the test. */
export interface TestServer {
  readonly url: string;
  /** Everything that it was asked. */
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Closes something after the test, the last named first. */
export function closing<Closable extends { close(): Promise<void> }>(closable: Closable): Closable {
  open.push(() => closable.close());
  return closable;
}

export async function listen(listener: RequestListener, tls?: ServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return closing({
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/service`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  });
}

/** A server that reads each request whole and answers what `answer` gives. */
export async function serve(answer: (asked: Asked) => Answered | Promise<Answered>, tls?: ServerOptions): Promise<TestServer> {
  const asked: Asked[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks), socket: request.socket };
    asked.push(one);
    const { status = 200, headers = {}, body = '' } = await answer(one);
    response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8', ...headers }).end(body);
  };
  const server = await listen((request, response) => void handle(request, response).catch(() => response.destroy()), tls);
  return { ...server, asked };
}

export function callOf(durationMs = 10_000): Call {
  return { deadline: createDeadline(durationMs), trace: unrecorded() };
}

export function operationCallOf(policy: OperationCall['policy'] = 'read', durationMs = 10_000): OperationCall {
  return { ...callOf(durationMs), operation: 'Ask', policy };
}
