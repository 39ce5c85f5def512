import type { ServerResponse } from 'node:http';

/** Sends a whole answer. When the request's body was not read to its end, the connection can't be used again. */
export function send(response: ServerResponse, status: number, contentType: string, body: Buffer): void {
  if (response.destroyed || response.writableEnded) return;
  if (!response.req.complete) response.setHeader('connection', 'close');
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.length });
  response.end(body);
}
