import type { ServerResponse } from 'node:http';

/** Sends a whole answer. When the request's body was not read to its end, the connection can't be used again. */
export function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: Buffer): void {
  if (response.destroyed || response.writableEnded) return;
  if (!response.req.complete) response.setHeader('connection', 'close');
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(body);
}
