/** Every code a client may meet in `extensions.code`; the list is part of the graph's contract and only grows. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'LIMITED',
  'OVERLOADED',
  'UPSTREAM_REFUSED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_MALFORMED',
  'OUTCOME_UNKNOWN',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<string> = new Set(errorCodes);

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && known.has(value);
}

/**
 * An error whose `code` and `publicMessage` may leave the process. Its `message` and `cause` are for our own log only.
 */
export class BankError extends Error {
  readonly code: ErrorCode;
  readonly publicMessage: string;

  constructor(code: ErrorCode, publicMessage: string, options: { cause?: unknown; detail?: string } = {}) {
    super(options.detail ?? publicMessage, options.cause === undefined ? {} : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.publicMessage = publicMessage;
  }
}

const unavailableMessage = "One of the bank's systems is unavailable. Try again in a minute.";

/**
 * What can go wrong with a call to a legacy system, and what a client is told of it. This table is the only place that says so:
 * codes, messages and the classes below follow from it.
 *
 * | kind | what happened | retried by the kit |
 * | --- | --- | --- |
 * | AUTH_EXPIRED | a session, a token or a time stamp has expired | once, after a new sign-in, unless a change may have been made |
 * | REFUSED | it answered and said no | never |
 * | UNAVAILABLE | no connection, a failure inside, or its circuit is open | reads only, or where nothing was sent |
 * | TIMEOUT | no whole answer in time | reads only, while there is time left |
 * | MALFORMED | an answer that cannot be read or is not trusted | never |
 * | OUTCOME_UNKNOWN | any of these but REFUSED for a change that may have arrived | never |
 */
const legacyFailures = {
  AUTH_EXPIRED: { code: 'UPSTREAM_UNAVAILABLE', message: unavailableMessage },
  REFUSED: { code: 'UPSTREAM_REFUSED', message: 'The bank refused this request.' },
  UNAVAILABLE: { code: 'UPSTREAM_UNAVAILABLE', message: unavailableMessage },
  TIMEOUT: { code: 'UPSTREAM_TIMEOUT', message: "One of the bank's systems did not respond in time. Try again in a minute." },
  MALFORMED: { code: 'UPSTREAM_MALFORMED', message: "One of the bank's systems sent an invalid response." },
  OUTCOME_UNKNOWN: { code: 'OUTCOME_UNKNOWN', message: 'The outcome of this request is unknown. Check its status before trying again.' },
} as const satisfies Record<string, { code: ErrorCode; message: string }>;
export type LegacyFailureKind = keyof typeof legacyFailures;

/** For an answer that contradicts another one of the same system. `detail` is for our own log. */
export function malformedAnswer(detail: string): BankError {
  const { code, message } = legacyFailures.MALFORMED;
  return new BankError(code, message, { detail });
}

export interface LegacyFailureOptions {
  readonly cause?: unknown;
  /** False only where the request provably never left, or where the answer proves that it was not carried out. Else true. */
  readonly mayHaveArrived?: boolean;
}

/**
 * A legacy system did not do what it was asked. `message` is for our own log: our words, the operation's name and the
 * system's codes, never its text, XML or credentials.
 */
export class LegacyFailure extends BankError {
  readonly kind: LegacyFailureKind;
  readonly system: string;
  readonly mayHaveArrived: boolean;

  constructor(kind: LegacyFailureKind, system: string, detail: string, options: LegacyFailureOptions = {}) {
    const { code, message } = legacyFailures[kind];
    super(code, message, { detail: `${system}: ${detail}`, cause: options.cause });
    this.kind = kind;
    this.system = system;
    this.mayHaveArrived = options.mayHaveArrived ?? true;
  }
}

/** A legacy system answered and said no: asking again changes nothing. `reason` is that system's own code. */
export class LegacyRefused extends LegacyFailure {
  readonly reason: string;

  constructor(system: string, reason: string, options: { cause?: unknown; detail?: string } = {}) {
    super('REFUSED', system, options.detail ?? `refused: ${reason}`, { cause: options.cause, mayHaveArrived: false });
    this.reason = reason;
  }
}

type UnreachableKind = 'UNAVAILABLE' | 'TIMEOUT' | 'MALFORMED';
export type UnreachableCode = (typeof legacyFailures)[UnreachableKind]['code'];

function unreachableKindOf(code: UnreachableCode): UnreachableKind {
  const kinds: readonly UnreachableKind[] = ['TIMEOUT', 'MALFORMED'];
  return kinds.find((kind) => legacyFailures[kind].code === code) ?? 'UNAVAILABLE';
}

/** No usable answer came from a legacy system. */
export class LegacyUnreachable extends LegacyFailure {
  constructor(system: string, code: UnreachableCode, detail: string, options: LegacyFailureOptions = {}) {
    super(unreachableKindOf(code), system, detail, options);
  }
}

/**
 * A legacy system says, without a doubt, that it does not know us: the only failure that ends a session. Set `mayHaveArrived`
 * to false where that also proves that the operation was not carried out.
 */
export class AuthExpired extends LegacyFailure {
  constructor(system: string, detail: string, options: LegacyFailureOptions = {}) {
    super('AUTH_EXPIRED', system, detail, options);
  }
}

/** We could not sign in, so the operation was not sent. Says nothing of the legacy system's own health. */
export class SignInFailed extends LegacyUnreachable {
  constructor(system: string, detail: string, options: { cause?: unknown } = {}) {
    super(system, 'UPSTREAM_UNAVAILABLE', detail, { ...options, mayHaveArrived: false });
  }
}

/** Something was to be changed, and nobody knows whether it was. It is never sent again. */
export class OutcomeUnknown extends LegacyFailure {
  constructor(system: string, detail: string, options: { cause?: unknown } = {}) {
    super('OUTCOME_UNKNOWN', system, detail, options);
  }
}
