import { AuthExpired, LegacyFailure, LegacyRefused, LegacyUnreachable } from '#platform/errors.ts';
import { redactCode } from '#platform/telemetry/redact.ts';
import type { Call, OperationCall, OperationPolicy } from '../kit/call.ts';
import { type LegacySystem, traced } from '../kit/legacy-system.ts';
import type { Credentials } from '../kit/sign-in/sign-in.ts';
import { postSigned, unavailableStatuses } from '../kit/signed-post.ts';
import { decodeAnswer, type RawAnswer } from '../kit/transport.ts';
import type { OperationCodec, SchemaCodec } from '../xml/codec/element.ts';
import type { XmlLimits } from '../xml/limits.ts';
import { XmlMalformed } from '../xml/malformed.ts';
import { readEnvelope, readEnvelopeSlowly, type SoapVersion, writeEnvelope } from './envelope.ts';
import { SoapFault } from './fault.ts';

export interface SoapClientOptions<Operations extends string> {
  readonly system: LegacySystem;
  readonly version: SoapVersion;
  /** The schema that the compiler made. */
  readonly schema: SchemaCodec;
  /** The table of operations that the compiler made, and what each of them does. */
  readonly operations: Readonly<Record<Operations, OperationCodec<never, unknown>>>;
  readonly policies: Readonly<Record<Operations, OperationPolicy>>;
  /**
   * What the system's own Faults mean: LegacyRefused, AuthExpired or LegacyUnreachable; `undefined` leaves one to the kit, which
   * knows WS-Security's faults, and takes the caller's faults for a refusal where nothing was to be changed.
   */
  readonly faultOf?: (fault: SoapFault, operation: string) => LegacyFailure | undefined;
  /** What an answer may be made of. */
  readonly limits?: Partial<XmlLimits>;
}

export interface SoapClient {
  /**
   * Calls one operation through all layers of its system. `take` checks what the answer itself says of the outcome and puts it
   * into the port's terms; what it throws is treated as the answer's own failure, so it belongs here and not behind the call.
   * Throws a LegacyFailure for whatever the system did, and XmlUnwritable for an input that the schema does not allow.
   */
  call<Input, Output, Result = Output>(
    operation: OperationCodec<Input, Output>,
    input: Input,
    call: Call,
    take?: (answer: Output) => Result,
  ): Promise<Result>;
  /** One attempt past sign-in and policies: for the sign-in's own operations. Throws as `call`, and AuthExpired. */
  attempt<Input, Output>(operation: OperationCodec<Input, Output>, input: Input, call: Call, credentials?: Credentials): Promise<Output>;
}

/** UTF-16 units that are read in one go, which takes some milliseconds. */
const quickLengthMax = 1_000_000;
/**
 * What an answer may be made of. The widest honest one, 500 pages of a statement, has some 50,000 elements at depth 6; a text
 * beyond 10,000 characters is no name, no description and no amount.
 */
const usualLimits = { text: 10_000, elements: 100_000, depth: 32 };

/** Faults of WSS: SOAP Message Security 1.1, section 12: the security header was not accepted, so the Body was not looked at. */
const securityFaults: ReadonlySet<string> = new Set([
  'FailedAuthentication',
  'InvalidSecurityToken',
  'SecurityTokenUnavailable',
  'InvalidSecurity',
  'FailedCheck',
  'MessageExpired',
]);

/** A client for one compiled WSDL: generated code writes and reads the XML, the system's layers carry it. */
export function createSoapClient<Operations extends string>(options: SoapClientOptions<Operations>): SoapClient {
  const { system, version, schema } = options;
  const names = Object.keys(options.operations) as Operations[];
  const policies = new Map<unknown, OperationPolicy>(names.map((name) => [options.operations[name], options.policies[name]]));
  const limits = { ...usualLimits, ...options.limits };

  function headersFor(action: string): Record<string, string> {
    const accept = 'application/soap+xml, text/xml';
    if (version === '1.1') return { accept, 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"` };
    const parameter = action === '' ? '' : `; action="${action}"`;
    return { accept, 'content-type': `application/soap+xml; charset=utf-8${parameter}` };
  }

  async function send<Input, Output>(
    operation: OperationCodec<Input, Output>,
    input: Input,
    operationCall: OperationCall,
    credentials: Credentials,
  ): Promise<Output> {
    const action = operation.actions[version];
    if (action === undefined) throw new Error(`${system.name}: ${operation.name} has no SOAP ${version} binding`);
    const document = writeEnvelope(schema, version, operation, input, credentials.soapHeader ?? '');
    const headers = headersFor(action);
    const answer = await postSigned(system, credentials, operationCall, { headers, document });
    return read(operation, answer, operationCall.policy, credentials.secrets);
  }

  async function read<Output>(
    operation: OperationCodec<never, Output>,
    answer: RawAnswer,
    policy: OperationPolicy,
    secrets: readonly string[] = [],
  ): Promise<Output> {
    const { status } = answer;
    const { text, charactersChecked } = decodeAnswer(system.name, operation.name, answer);
    try {
      const readWhole = text.length > quickLengthMax ? readEnvelopeSlowly : readEnvelope;
      const output = await readWhole(schema, version, operation, text, { limits, charactersChecked });
      if (status >= 200 && status < 300) return output;
    } catch (error) {
      if (error instanceof SoapFault) throw failureOf(error, operation.name, policy, secrets);
      if (!(error instanceof XmlMalformed)) throw error;
      throw unread(operation.name, status, redactCode(error.message, secrets));
    }
    throw new LegacyUnreachable(system.name, 'UPSTREAM_MALFORMED', `${operation.name}: an answer that is no Fault, with HTTP ${status}`);
  }

  function failureOf(fault: SoapFault, operation: string, policy: OperationPolicy, secrets: readonly string[]): LegacyFailure {
    const known = options.faultOf?.(fault, operation);
    if (known !== undefined) return known;
    const code = redactCode(fault.subcode === undefined ? fault.code : `${fault.code}/${fault.subcode}`, secrets);
    const detail = `${operation}: Fault ${code}`;
    if (securityFaults.has(fault.subcode ?? fault.code)) {
      return new AuthExpired(system.name, `${detail}: check the credentials and the clock`, { mayHaveArrived: false });
    }
    // That a change was not made is believed only of a Fault that the adapter knows.
    if (policy === 'read' && /^(?:Client|Sender)\b/.test(fault.code)) return new LegacyRefused(system.name, code, { detail });
    return new LegacyUnreachable(system.name, 'UPSTREAM_UNAVAILABLE', detail);
  }

  /** No envelope: what the HTTP status says counts. */
  function unread(operation: string, status: number, why: string): LegacyFailure {
    const detail = `${operation}: HTTP ${status}: ${why}`;
    return new LegacyUnreachable(system.name, unavailableStatuses.has(status) ? 'UPSTREAM_UNAVAILABLE' : 'UPSTREAM_MALFORMED', detail);
  }

  return {
    async call(operation, input, call, take) {
      const policy = policies.get(operation);
      if (policy === undefined) throw new Error(`${system.name}: ${operation.name} is none of the client's operations`);
      return system.run(operation.name, policy, call, async (credentials, operationCall) => {
        const answer = await send(operation, input, operationCall, credentials);
        return take === undefined ? (answer as never) : take(answer);
      });
    },
    attempt: (operation, input, call, credentials = {}) =>
      traced(system.name, { ...call, operation: operation.name, policy: 'read' }, (operationCall) =>
        send(operation, input, operationCall, credentials),
      ),
  };
}
