/** Every code a client may meet in `extensions.code`; the list is part of the graph's contract and only grows. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'LIMITED',
  'OVERLOADED',
  'LEGACY_REFUSED',
  'LEGACY_UNAVAILABLE',
  'LEGACY_TIMEOUT',
  'LEGACY_MALFORMED',
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

/** A legacy system answered and said no: asking again changes nothing. `reason` is that system's own code. */
export class LegacyRefused extends BankError {
  readonly system: string;
  readonly reason: string;

  constructor(system: string, reason: string, options: { cause?: unknown; detail?: string } = {}) {
    super('LEGACY_REFUSED', 'The bank refused this request.', { detail: `${system} refused: ${reason}`, ...options });
    this.system = system;
    this.reason = reason;
  }
}

export type UnreachableCode = 'LEGACY_UNAVAILABLE' | 'LEGACY_TIMEOUT' | 'LEGACY_MALFORMED';

const unreachableMessages: Record<UnreachableCode, string> = {
  LEGACY_UNAVAILABLE: 'A system of the bank is not available now. Try again in a minute.',
  LEGACY_TIMEOUT: 'A system of the bank did not answer in time. Try again in a minute.',
  LEGACY_MALFORMED: 'A system of the bank gave an answer that could not be read.',
};

/** No usable answer came from a legacy system. Reads may be tried again; a movement of money must not be. */
export class LegacyUnreachable extends BankError {
  readonly system: string;
  /** False only where the request provably never left: then even a change may be tried again. */
  readonly mayHaveArrived: boolean;

  constructor(system: string, code: UnreachableCode, detail: string, options: { cause?: unknown; mayHaveArrived?: boolean } = {}) {
    super(code, unreachableMessages[code], { detail: `${system}: ${detail}`, ...options });
    this.system = system;
    this.mayHaveArrived = options.mayHaveArrived ?? true;
  }
}
