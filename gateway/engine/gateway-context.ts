import type { Deadline } from '#platform/deadline.ts';
import type { Principal } from '#platform/principal/principal.ts';
import type { Span } from '#platform/telemetry/tracing.ts';
import type { Language } from '../http/language.ts';

/** What the gateway knows of a request once it is let in. */
export interface GatewayContext {
  readonly principal: Principal;
  readonly deadline: Deadline;
  /** The operation's span. */
  readonly trace: Span;
  readonly language: Language;
}
