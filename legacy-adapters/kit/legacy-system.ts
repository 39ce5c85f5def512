import { createDeadline } from '#platform/deadline.ts';
import {
  AuthExpired,
  LegacyFailure,
  LegacyRefused,
  LegacyUnreachable,
  OutcomeUnknown,
  SignInFailed,
  type UnreachableCode,
} from '#platform/errors.ts';
import type { MetricsRegistry } from '#platform/telemetry/metrics.ts';
import { inSpan } from '#platform/telemetry/tracing.ts';
import type { Call, OperationCall, OperationPolicy } from './call.ts';
import { type CallOutcome, legacyMetricsIn, outcomeOf } from './legacy-metrics.ts';
import { createBulkhead } from './resilience/bulkhead.ts';
import { createCircuit } from './resilience/circuit.ts';
import { type Policies, usualPolicies } from './resilience/policies.ts';
import { createRetries } from './resilience/retries.ts';
import type { Credentials, SignIn } from './sign-in/sign-in.ts';
import { createTransport, type Transport, type TransportBounds } from './transport.ts';

export interface LegacySystemOptions {
  /** Its name in our own words, for errors, logs and metrics: `core-banking`. */
  readonly name: string;
  readonly endpoint: string;
  /** The longest that one call may take, with its sign-in, its retries and its waiting, in milliseconds. */
  readonly deadlineMs: number;
  readonly signIn: SignIn;
  readonly transport?: Partial<TransportBounds>;
  readonly policies?: Partial<Policies>;
  /** Where calls are counted; nowhere unless given. */
  readonly metrics?: MetricsRegistry | undefined;
}

/** One legacy system: transport, sign-in and policies, shared by everything that is asked of it. */
export interface LegacySystem {
  readonly name: string;
  readonly transport: Transport;
  /**
   * One call through all layers; `attempt` sends the request once and reads its answer. Throws a LegacyFailure for whatever the
   * system did, never AUTH_EXPIRED; and OutcomeUnknown for any end of a change but its answer or a refusal.
   */
  run<Result>(
    operation: string,
    policy: OperationPolicy,
    call: Call,
    attempt: (credentials: Credentials, operationCall: OperationCall) => Promise<Result>,
  ): Promise<Result>;
  /** Signs out and lets every connection go. */
  close(): Promise<void>;
}

/**
 * Puts the layers on one another, here and nowhere else: outcome(bulkhead(retries(circuit(sign-in(attempt))))).
 *
 * - The outcome, which is also what metrics count, is outermost: it alone sees whether any attempt may have arrived.
 * - The bulkhead is around the retries, so that a call keeps its one place while it pauses, and a system in trouble turns new
 *   calls away sooner instead of letting retries queue behind them.
 * - The circuit is inside the retries, so that each attempt counts, and an open circuit ends the retries at once.
 * - The sign-in is inside the circuit, since a log-in is a call of the same system; it makes the one replay after an expired
 *   session itself, without a pause and without a retry from the budget.
 */
export function createLegacySystem(options: LegacySystemOptions): LegacySystem {
  const { name, signIn } = options;
  const transport = createTransport({ system: name, endpoint: options.endpoint, tls: signIn.tls, ...options.transport });
  const policies = { ...usualPolicies, ...options.policies };
  const bulkhead = createBulkhead(name, policies);
  const circuit = createCircuit(name, policies);
  const metrics = legacyMetricsIn(options.metrics);
  const retries = createRetries(policies, ({ operation }) => metrics.retried(name, operation));
  const hide = metrics.show({ system: name, circuit, bulkhead, tallies: signIn.tallies ?? [] });

  async function run<Result>(
    operation: string,
    policy: OperationPolicy,
    call: Call,
    attempt: (credentials: Credentials, operationCall: OperationCall) => Promise<Result>,
  ): Promise<Result> {
    const operationCall: OperationCall = {
      operation,
      policy,
      trace: call.trace,
      deadline: createDeadline(options.deadlineMs, call.deadline),
    };
    let mayHaveArrived = false;
    async function once(credentials: Credentials): Promise<Result> {
      try {
        return await traced(name, operationCall, (spanned) => attempt(credentials, spanned));
      } catch (error) {
        if (!(error instanceof LegacyFailure) || error.mayHaveArrived) mayHaveArrived = true;
        throw error;
      }
    }
    async function signedIn(): Promise<Result> {
      try {
        return await signIn.run(operationCall, once);
      } catch (error) {
        throw mayHaveArrived ? error : asNotSent(error);
      }
    }
    const startedAt = performance.now();
    // A system is not blamed for a caller who disconnected: people who close their pages must not switch it off for all others.
    const callerLeft = () => call.deadline.signal.aborted && performance.now() - startedAt < options.deadlineMs / 2;
    const count = (outcome: CallOutcome) => metrics.called(name, operation, outcome, performance.now() - startedAt);
    try {
      const result = await bulkhead.run(operationCall, () => retries.run(operationCall, () => circuit.run(signedIn, callerLeft)));
      count('OK');
      return result;
    } catch (thrown) {
      const error = endOf(name, operationCall, thrown, mayHaveArrived);
      count(outcomeOf(error));
      throw error;
    }
  }

  return {
    name,
    transport,
    run,
    async close() {
      hide();
      await signIn.close();
      await transport.close();
    },
  };
}

/** One attempt, which is a span of its own: what the system is sent says that it belongs to it. */
export function traced<Result>(
  system: string,
  operationCall: OperationCall,
  attempt: (operationCall: OperationCall) => Promise<Result>,
): Promise<Result> {
  const { operation } = operationCall;
  const attributes = { 'portico.legacy.system': system, 'portico.legacy.operation': operation };
  return inSpan(operationCall.trace, `${system} ${operation}`, 'client', attributes, (trace) => attempt({ ...operationCall, trace }));
}

/** A failure of the sign-in's own calls says nothing of the operation: that was not sent. */
function asNotSent(error: unknown): unknown {
  if (!(error instanceof LegacyFailure) || error instanceof SignInFailed || !error.mayHaveArrived) return error;
  if (!(error instanceof LegacyUnreachable)) return new SignInFailed(error.system, detailOf(error), { cause: error });
  return new LegacyUnreachable(error.system, error.code as UnreachableCode, detailOf(error), { cause: error, mayHaveArrived: false });
}

/** What the caller is told in the end. */
function endOf(system: string, operationCall: OperationCall, error: unknown, mayHaveArrived: boolean): unknown {
  if (error instanceof LegacyRefused) return error;
  if (operationCall.policy === 'change' && mayHaveArrived) {
    const why = error instanceof LegacyFailure ? detailOf(error) : `${operationCall.operation}: a fault of ours after it was sent`;
    return new OutcomeUnknown(system, why, { cause: error });
  }
  if (error instanceof AuthExpired) return new SignInFailed(system, detailOf(error), { cause: error });
  return error;
}

/** Its message without the system's name, which the next one puts there again. */
function detailOf({ message, system }: LegacyFailure): string {
  return message.startsWith(`${system}: `) ? message.slice(system.length + 2) : message;
}
