import type { ChildProcess } from 'node:child_process';
import http from 'node:http';

export type Outcome =
  /** `isLast`: the answer said that its connection closes. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: string; readonly isLast: boolean }
  | { readonly kind: 'not accepted' }
  | { readonly kind: 'lost'; readonly why: string };

/** One request, the same again and again. */
export interface Asked {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Made anew for each request. */
  readonly body?: () => string;
}

/** One request on a kept connection. A refused connection was never accepted; anything else that is no answer is a loss. */
function ask({ url, method = 'GET', headers = {}, body }: Asked, agent: http.Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = http.request(url, { method, agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('end', () =>
        resolve({ kind: 'answered', status: response.statusCode ?? 0, body: text, isLast: response.headers.connection === 'close' }),
      );
      response.once('error', (error) => resolve({ kind: 'lost', why: error.message }));
    });
    request.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? { kind: 'not accepted' } : { kind: 'lost', why: `${error.code} ${error.message}` }),
    );
    request.end(body?.());
  });
}

const clientsAtOnce = 20;
const requestsMax = 500;
const answeredBeforeTheEnd = 40;

/**
 * Twenty clients ask at once; when each has been answered, and forty requests in all, the process gets SIGTERM. A client goes on until it is refused, or, with
 * `leavesWhenTold`, until an answer says that the connection closes, as a load balancer does.
 */
export async function endUnderLoad(
  child: ChildProcess,
  asked: Asked,
  { leavesWhenTold = false }: { readonly leavesWhenTold?: boolean } = {},
): Promise<Outcome[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clientsAtOnce });
  const outcomes: Outcome[] = [];
  const answeredOnce = new Set<number>();
  let stopSent = false;
  const client = async (_: unknown, number: number) => {
    for (let requests = 0; requests < requestsMax; requests += 1) {
      const outcome = await ask(asked, agent);
      outcomes.push(outcome);
      if (outcome.kind === 'not accepted') return;
      if (leavesWhenTold && stopSent && outcome.kind === 'answered' && outcome.isLast) return;
      answeredOnce.add(number);
      if (stopSent || answeredOnce.size < clientsAtOnce || outcomes.length < answeredBeforeTheEnd) continue;
      stopSent = true;
      child.kill('SIGTERM');
    }
  };
  await Promise.all(Array.from({ length: clientsAtOnce }, client));
  agent.destroy();
  return outcomes;
}
