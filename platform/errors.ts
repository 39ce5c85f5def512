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

/**
 * What a legacy system can do to us. This table is the only place that says so.
 *
 * | kind | what happened | asked again by the kit | code in the graph |
 * | --- | --- | --- | --- |
 * | AUTH_EXPIRED | it does not know us any more: a session, a token or a time stamp has expired | once, after a new sign-in, unless a change may have been made | never; it becomes UPSTREAM_UNAVAILABLE |
 * | REFUSED | it answered and said no; asking again changes nothing | never | UPSTREAM_REFUSED |
 * | UNAVAILABLE | no connection, a failure inside, or it is being left alone because it was failing | reads only, or where nothing was sent | UPSTREAM_UNAVAILABLE |
 * | TIMEOUT | no whole answer in time | reads only, while there is time left | UPSTREAM_TIMEOUT |
 * | MALFORMED | an answer that cannot be read or is not believed | never | UPSTREAM_MALFORMED |
 * | OUTCOME_UNKNOWN | any of these but REFUSED for an operation that changes something and may have arrived | never | OUTCOME_UNKNOWN |
 */
export const legacyFailureKinds = ['AUTH_EXPIRED', 'REFUSED', 'UNAVAILABLE', 'TIMEOUT', 'MALFORMED', 'OUTCOME_UNKNOWN'] as const;
export type LegacyFailureKind = (typeof legacyFailureKinds)[number];

const legacyCodes = {
  AUTH_EXPIRED: 'UPSTREAM_UNAVAILABLE',
  REFUSED: 'UPSTREAM_REFUSED',
  UNAVAILABLE: 'UPSTREAM_UNAVAILABLE',
  TIMEOUT: 'UPSTREAM_TIMEOUT',
  MALFORMED: 'UPSTREAM_MALFORMED',
  OUTCOME_UNKNOWN: 'OUTCOME_UNKNOWN',
} as const satisfies Record<LegacyFailureKind, ErrorCode>;

const legacyMessages: Record<(typeof legacyCodes)[LegacyFailureKind], string> = {
  UPSTREAM_REFUSED: 'The bank refused this request.',
  UPSTREAM_UNAVAILABLE: 'A system of the bank is not available now. Try again in a minute.',
  UPSTREAM_TIMEOUT: 'A system of the bank did not answer in time. Try again in a minute.',
  UPSTREAM_MALFORMED: 'A system of the bank gave an answer that could not be read.',
  OUTCOME_UNKNOWN: 'It is not known whether this was done. Ask for its status before you try again.',
};

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
    const code = legacyCodes[kind];
    super(code, legacyMessages[code], { detail: `${system}: ${detail}`, cause: options.cause });
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

export type UnreachableCode = 'UPSTREAM_UNAVAILABLE' | 'UPSTREAM_TIMEOUT' | 'UPSTREAM_MALFORMED';

const unreachableKinds = { UPSTREAM_UNAVAILABLE: 'UNAVAILABLE', UPSTREAM_TIMEOUT: 'TIMEOUT', UPSTREAM_MALFORMED: 'MALFORMED' } as const;

/** No usable answer came from a legacy system. */
export class LegacyUnreachable extends LegacyFailure {
  constructor(system: string, code: UnreachableCode, detail: string, options: LegacyFailureOptions = {}) {
    super(unreachableKinds[code], system, detail, options);
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
