import type { ChildProcess } from 'node:child_process';
import http from 'node:http';

export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
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
      response.once('end', () => resolve({ kind: 'answered', status: response.statusCode ?? 0, body: text }));
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

/** Twenty clients ask at once; after forty answers the process gets SIGTERM. Ends once every client has been refused. */
export async function endUnderLoad(child: ChildProcess, asked: Asked): Promise<Outcome[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clientsAtOnce });
  const outcomes: Outcome[] = [];
  let answeredBefore = 0;
  let stopSent = false;
  const client = async () => {
    for (let requests = 0; requests < requestsMax; requests += 1) {
      const outcome = await ask(asked, agent);
      outcomes.push(outcome);
      if (outcome.kind === 'not accepted') return;
      answeredBefore += 1;
      if (stopSent || answeredBefore < answeredBeforeTheEnd) continue;
      stopSent = true;
      child.kill('SIGTERM');
    }
  };
  await Promise.all(Array.from({ length: clientsAtOnce }, client));
  agent.destroy();
  return outcomes;
}
