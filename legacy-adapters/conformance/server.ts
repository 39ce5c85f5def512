import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { Armed, FromServer, HonestAnswer, Reply, ToServer } from './reply.ts';

/**
 * The worker's side of the hostile core: it stands between an adapter and an honest simulator. In a thread of its own, so that
 * the event loop that is measured is the adapter's alone.
 */
const upstream = new URL(String(workerData));
const port = parentPort;
if (port === null) throw new Error('the hostile core runs in a worker');

let armed: Armed | 'honest' = 'honest';
/** Requests that met an armed answer since it was armed. */
let arrivals = 0;
/** The newest honest answers, newest first, each with the request that it answers. */
let answers: { readonly request: string; readonly answer: HonestAnswer }[] = [];
const answersMax = 50;

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    if (armed !== 'honest' && concerns(body.toString('utf8'), armed.operation)) {
      arrivals += 1;
      deliver(armed.reply, response);
    } else forward(request, body, response);
  });
});
server.on('connection', (socket) => socket.setNoDelay(true));
server.on('clientError', (_error, socket) => socket.destroy());

/** `<GetCards>`, `<ns1:GetCards/>` and so on. */
function concerns(request: string, operation: string): boolean {
  return new RegExp(`[<:]${operation}[\\s/>]`).test(request);
}

function forward(request: http.IncomingMessage, body: Buffer, response: http.ServerResponse): void {
  const { method, headers, url } = request;
  const outgoing = http.request({ host: upstream.hostname, port: upstream.port, path: url, method, headers }, (incoming) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { connection: _connection, 'keep-alive': _keepAlive, 'transfer-encoding': _transfer, ...kept } = incoming.headers;
      const answer = { status: incoming.statusCode ?? 500, headers: kept as Record<string, string>, body: Buffer.concat(chunks) };
      answers = [{ request: body.toString('utf8'), answer }, ...answers].slice(0, answersMax);
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    incoming.on('error', () => response.destroy());
  });
  outgoing.on('error', () => response.destroy());
  outgoing.end(body);
}

function deliver({ status, headers, body, delivery }: Reply, response: http.ServerResponse): void {
  const { socket } = response;
  if (socket === null) return;
  const declared = { ...headers, 'content-length': String(body.length) };
  switch (delivery.kind) {
    case 'whole':
      response.writeHead(status, status === 204 ? headers : declared).end(status === 204 ? undefined : body);
      return;
    case 'short':
      response.writeHead(status, declared);
      response.write(body.subarray(0, delivery.sent), () => socket.end());
      if (delivery.sent === 0) response.flushHeaders();
      return;
    case 'reset':
      if (delivery.sent < 0) {
        socket.resetAndDestroy();
        return;
      }
      response.writeHead(status, declared);
      response.write(body.subarray(0, Math.max(1, delivery.sent)), () => socket.resetAndDestroy());
      return;
    case 'hang':
      if (delivery.sent < 0) return;
      response.writeHead(status, declared);
      response.flushHeaders();
      if (delivery.sent > 0) response.write(body.subarray(0, delivery.sent));
      return;
    case 'drip':
      response.writeHead(status, declared);
      drip(response, body, delivery.everyMs);
      return;
    case 'endless':
      response.writeHead(status, headers);
      pourInto(response, body);
      return;
    case 'raw':
      socket.end(body);
  }
}

function drip(response: http.ServerResponse, body: Uint8Array, everyMs: number, from = 0): void {
  if (response.destroyed || from >= body.length) return void response.end();
  response.write(body.subarray(from, from + 1));
  const next = () => drip(response, body, everyMs, from + 1);
  if (everyMs === 0) setImmediate(next);
  else setTimeout(next, everyMs);
}

function pourInto(response: http.ServerResponse, body: Uint8Array): void {
  while (!response.destroyed) if (!response.write(body)) return void response.once('drain', () => pourInto(response, body));
}

function say(message: FromServer): void {
  port?.postMessage(message);
}

port.on('message', (message: ToServer) => {
  if ('recall' in message) {
    const recalled = answers.find(({ request }) => concerns(request, message.recall))?.answer;
    return say({ id: message.id, recalled });
  }
  say({ id: message.id, arrivals });
  armed = message.arm;
  arrivals = 0;
});

server.listen(0, '127.0.0.1', () => say({ listening: (server.address() as AddressInfo).port }));
