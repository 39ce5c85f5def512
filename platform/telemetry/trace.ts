import { randomBytes } from 'node:crypto';

const traceparent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const none = '0'.repeat(32);

/** The trace id of a W3C Trace Context header (`traceparent`), or a new one where there is none or it is not valid. */
export function traceIdFrom(header: string | string[] | undefined): string {
  const traceId = typeof header === 'string' ? traceparent.exec(header)?.[1] : undefined;
  return traceId === undefined || traceId === none ? randomBytes(16).toString('hex') : traceId;
}

export function traceparentOf(traceId: string): string {
  return `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
}
