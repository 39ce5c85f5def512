import type { Deadline } from '#platform/deadline.ts';
import type { Language } from '#platform/language.ts';
import type { Principal } from '#platform/principal/principal.ts';
import type { Span } from '#platform/telemetry/tracing.ts';

/** What the gateway knows of a request once it is let in. */
export interface GatewayContext {
  readonly principal: Principal;
  readonly deadline: Deadline;
  /** Aborts when the caller closes the connection before the answer is sent. */
  readonly callerLeft: AbortSignal;
  /** The operation's span. */
  readonly trace: Span;
  readonly language: Language;
}
