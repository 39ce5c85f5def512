import type { IncomingMessage, ServerResponse } from 'node:http';
import { respondJson } from './respond-json.ts';

/**
 * Answers `/health/live` (the process is there) and `/health/ready` (200: requests are taken, 503: not, or not any more). Says no
 * more than that, since whoever asks may be a stranger. Tells whether the request was one of these.
 */
export function answerHealth(request: IncomingMessage, response: ServerResponse, isReady: () => Promise<boolean>): boolean {
  const [path] = (request.url ?? '').split('?', 1);
  if (path !== '/health/live' && path !== '/health/ready') return false;
  request.resume();
  if (request.method !== 'GET' && request.method !== 'HEAD') respondJson(response, 405, { status: 'only GET' }, { allow: 'GET, HEAD' });
  else if (path === '/health/live') respondJson(response, 200, { status: 'live' });
  else
    isReady().then(
      (ready) => respondJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' }),
      () => respondJson(response, 503, { status: 'not ready' }),
    );
  return true;
}
