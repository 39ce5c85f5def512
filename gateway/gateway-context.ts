import type { Deadline } from '../platform/deadline.ts';
import type { Principal } from '../platform/principal.ts';
import type { Language } from './language.ts';

/** What the gateway knows of a request once it is let in. */
export interface GatewayContext {
  readonly principal: Principal;
  readonly deadline: Deadline;
  readonly traceId: string;
  readonly language: Language;
}
