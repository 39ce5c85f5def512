import type { ServerResponse } from 'node:http';
import { CallerLeft } from '../deadline.ts';

/** Aborts, with a CallerLeft, once a connection is closed on which the answer has not been sent to its end. */
export function callerLeftSignal(response: ServerResponse): AbortSignal {
  const left = new AbortController();
  const leave = () => {
    if (!response.writableFinished) left.abort(new CallerLeft('the caller closed the connection'));
  };
  if (response.closed) leave();
  else response.once('close', leave);
  return left.signal;
}
