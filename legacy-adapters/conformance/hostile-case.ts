import type { Delivery, HonestAnswer, Reply } from './reply.ts';

/** What may come of a read: the right value, or one member of the taxonomy by its public code. */
export type Expected = 'VALUE' | 'UPSTREAM_MALFORMED' | 'UPSTREAM_UNAVAILABLE' | 'UPSTREAM_TIMEOUT' | 'UPSTREAM_REFUSED';

export interface HostileCase {
  readonly name: string;
  /** Made when it is needed: some are large. */
  readonly reply: () => Reply;
  /** Cases of one series differ in a position or a draw alone, so that a sample of them says nearly as much as all. */
  readonly series?: string;
  /** Anything else is a fault of the adapter. An operation that moves money answers OUTCOME_UNKNOWN for all but VALUE. */
  readonly expected: readonly Expected[];
  /** The answer is what was asked for in all but its bytes, so a reader that takes it is right to. */
  readonly anyValue?: boolean;
  /** It proves that nothing was carried out, so an operation that moves money may end as a read does, and be tried anew. */
  readonly notCarriedOut?: boolean;
  /** The event loop's longest run is measured for these. */
  readonly heavy?: boolean;
}

export interface Contract {
  /** The namespace of what stands in the body. */
  readonly namespace: string;
  /** Absent for XML without an envelope. */
  readonly soap?: '1.1' | '1.2';
  /** Headers that a core gives with these bytes, as a signature. */
  readonly sign?: (body: Uint8Array) => Readonly<Record<string, string>>;
}

/** Must be seen by nobody: what a core in trouble tells of itself. */
export const internals = 'ORA-00600 at CORE_APP.ACCT_PKG line 118, coredb01:1521, user CORE_APP, password tiger-9';

export const envelopes = { '1.1': 'http://schemas.xmlsoap.org/soap/envelope/', '1.2': 'http://www.w3.org/2003/05/soap-envelope' };

export const malformed: readonly Expected[] = ['UPSTREAM_MALFORMED'];
export const unavailable: readonly Expected[] = ['UPSTREAM_UNAVAILABLE'];
export const timeout: readonly Expected[] = ['UPSTREAM_TIMEOUT'];
export const value: readonly Expected[] = ['VALUE'];
export const valueOrMalformed: readonly Expected[] = ['VALUE', 'UPSTREAM_MALFORMED'];
/** A proxy's page: whether the system is unavailable or speaks nonsense depends on who looks. */
export const unavailableOrMalformed: readonly Expected[] = ['UPSTREAM_UNAVAILABLE', 'UPSTREAM_MALFORMED'];

export type Make = (
  body: Uint8Array | string,
  change?: { status?: number; headers?: Record<string, string>; delivery?: Delivery },
) => Reply;

export function replies(answer: HonestAnswer, contract: Contract): Make {
  const { 'content-length': _length, 'content-encoding': _encoding, ...headers } = answer.headers;
  return (body, change = {}) => {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    return {
      status: change.status ?? answer.status,
      headers: { ...headers, ...contract.sign?.(bytes), ...change.headers },
      body: bytes,
      delivery: change.delivery ?? { kind: 'whole' },
    };
  };
}

/** `<name>text</name>` with its prefix, if any. */
export const leaf = /<([\w:-]+)>([^<>&]+)<\/\1>/g;

/** Bytes inside the first value. */
export function spliced(body: Uint8Array, given: Uint8Array): Uint8Array {
  const text = Buffer.from(body).toString('latin1');
  const first = text.search(leaf);
  const at = text.indexOf('>', first) + 1;
  return Buffer.concat([body.subarray(0, at), given, body.subarray(at)]);
}
