import type { IncomingHttpHeaders } from 'node:http';

/** One request to a simulated system, its body whole. */
export interface ProtocolRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface ProtocolAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A request that names an operation: it counts as a call, and the switches hold for it before it is answered. */
export interface ProtocolCall {
  readonly operation: string;
  answer(): Promise<ProtocolAnswer>;
}

/** What a simulated system speaks on its one path: everything about a message but the connection that it comes by. */
export interface Protocol {
  readonly path: string;
  readonly operations: readonly string[];
  start(): Promise<void>;
  /** What the request asks for, or the answer to one that asks for nothing. */
  read(request: ProtocolRequest): ProtocolCall | { readonly refused: ProtocolAnswer };
  /** How the system answers when it breaks inside; `internals` is what it shows of itself. */
  failure(internals: string): ProtocolAnswer;
  /** Its contract, for `?wsdl`. */
  readonly wsdl: string;
}

export function textAnswer(status: number, text: string, headers: Readonly<Record<string, string>> = {}): ProtocolAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: Buffer.from(`${text}\n`) };
}
