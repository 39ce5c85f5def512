import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { expect, it } from 'vitest';
import { logIn, startBankProcess } from './testkit/bank-process.ts';
import { homeDocument } from './testkit/documents.ts';

type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'not accepted' }
  | { readonly kind: 'lost'; readonly why: string };

/** One request on a kept connection. A refused connection was never accepted; anything else that is no answer is a loss. */
function ask(url: string, token: string, agent: http.Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = http.request(
      `${url}/graphql`,
      { method: 'POST', agent, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          body += chunk;
        });
        response.once('end', () => resolve({ kind: 'answered', status: response.statusCode ?? 0, body }));
        response.once('error', (error) => resolve({ kind: 'lost', why: error.message }));
      },
    );
    request.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? { kind: 'not accepted' } : { kind: 'lost', why: `${error.code} ${error.message}` }),
    );
    request.end(JSON.stringify({ query: homeDocument }));
  });
}

it('SIGTERM under load: every accepted request is answered, whole, and the process ends by itself', async () => {
  const bank = await startBankProcess();
  const token = await logIn(bank.url, 'olena');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 20 });
  const outcomes: Outcome[] = [];
  let answeredBefore = 0;
  let stopSent = false;

  const client = async () => {
    for (let requests = 0; requests < 500; requests += 1) {
      const outcome = await ask(bank.url, token, agent);
      outcomes.push(outcome);
      if (outcome.kind === 'not accepted') return;
      if (!stopSent && ++answeredBefore === 40) {
        stopSent = true;
        bank.child.kill('SIGTERM');
      }
    }
  };
  await Promise.all(Array.from({ length: 20 }, client));
  agent.destroy();

  expect(await bank.exited).toBe(0);
  expect(outcomes.filter((outcome) => outcome.kind === 'lost')).toEqual([]);
  const answered = outcomes.filter((outcome) => outcome.kind === 'answered');
  expect(answered.length).toBeGreaterThanOrEqual(40);
  for (const { status, body } of answered) {
    expect(status).toBe(200);
    expect(JSON.parse(body)).not.toHaveProperty('errors');
  }
  expect(outcomes.filter((outcome) => outcome.kind === 'not accepted').length).toBe(20);
});

it('SIGTERM is not held up by somebody who sends a request forever', async () => {
  const bank = await startBankProcess();
  const socket = net.connect(Number(new URL(bank.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{');
  await once(socket, 'connect');
  const drip = setInterval(() => socket.write(' '), 200);
  bank.child.kill('SIGTERM');
  expect(await bank.exited).toBe(0);
  clearInterval(drip);
  socket.destroy();
});

it('SIGINT, as Ctrl-C sends it, ends the bank cleanly as well', async () => {
  const bank = await startBankProcess();
  bank.child.kill('SIGINT');
  expect(await bank.exited).toBe(0);
});
