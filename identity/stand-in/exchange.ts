import { IncomingMessage, type ServerResponse } from 'node:http';
import { BodyTooLarge, readBody as readBounded } from '#platform/http/json-body.ts';

const bodyBytesMax = 10_000;

/** The request cannot be served; `status` says why to the caller, `message` to us. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly status: number;
  readonly error: string;

  constructor(status: number, error: string, message: string) {
    super(message);
    this.status = status;
    this.error = error;
  }
}

/** One request and its answer, the body already read. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly form: URLSearchParams;
  readonly body: Buffer;
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (request.method !== 'POST') return Buffer.alloc(0);
  try {
    return await readBounded(request, bodyBytesMax);
  } catch (error) {
    if (error instanceof BodyTooLarge) throw new RequestRefused(413, 'invalid_request', 'The body is too large.');
    throw error;
  }
}

/** Parameters of a form; none for any other content type. */
export function readForm(request: IncomingMessage, body: Buffer): URLSearchParams {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return new URLSearchParams(type === 'application/x-www-form-urlencoded' ? body.toString('utf8') : '');
}

/**
 * The same request once more, for oidc-provider, which insists on reading the body itself. The realm's path is taken off
 * and kept as the mount path, and the host is the issuer's, so that every address it builds is.
 */
export function replay(exchange: Exchange, target: { url: string; mountPath: string; host: string; body?: Buffer }): IncomingMessage {
  const { request } = exchange;
  const body = target.body ?? exchange.body;
  const copy = new IncomingMessage(request.socket);
  copy.method = request.method ?? 'GET';
  copy.url = target.url;
  copy.httpVersionMajor = request.httpVersionMajor;
  copy.httpVersionMinor = request.httpVersionMinor;
  copy.httpVersion = request.httpVersion;
  copy.headers = { ...request.headers, host: target.host };
  delete copy.headers['transfer-encoding'];
  if (copy.method === 'POST') copy.headers['content-length'] = String(body.length);
  Object.assign(copy, { baseUrl: target.mountPath });
  // Without this, Node takes the end of the copy for a broken connection and cuts the socket.
  copy.complete = true;
  copy.push(body.length > 0 ? body : null);
  if (body.length > 0) copy.push(null);
  return copy;
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

export function sendError(response: ServerResponse, status: number, error: string, description?: string): void {
  sendJson(response, status, description === undefined ? { error } : { error, error_description: description });
}

export function sendEmpty(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 });
  response.end();
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'content-length': 0 });
  response.end();
}
