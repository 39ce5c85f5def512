import type { IncomingMessage, ServerResponse } from 'node:http';

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** Throws BodyTooLarge once more than `bytesMax` have come; the rest is not read. */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > bytesMax) throw new BodyTooLarge(`over ${bytesMax} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Sends a whole answer. When the request's body was not read to its end, the connection can't be used again. */
export function send(response: ServerResponse, status: number, contentType: string, body: Buffer): void {
  if (response.destroyed || response.writableEnded) return;
  if (!response.req.complete) response.setHeader('connection', 'close');
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.length });
  response.end(body);
}
