import { type Client, createClientAsync, type IHttpClient } from 'soap';
import { LegacyUnreachable } from '../../platform/errors.ts';
import type { Call } from './call.ts';
import { envelopeNamespaces, readEnvelope, type SoapVersion } from './envelope.ts';
import { readFault, SoapFault } from './fault.ts';
import type { Transport } from './transport.ts';

export interface SoapClientOptions {
  readonly system: string;
  readonly wsdlPath: string;
  readonly endpoint: string;
  readonly version: SoapVersion;
  readonly transport: Transport;
  /** The XML of the SOAP header blocks of one call, made anew for each; `session` is what the call was given. */
  readonly header?: (session: string | undefined) => string;
}

export interface SoapClient {
  /**
   * Calls one operation. The answer's leaves are text as sent (`null` where nil), its repeated elements arrays; the caller
   * checks it against its own shape. Throws SoapFault for a Fault, LegacyUnreachable for anything that is no answer.
   */
  call(operation: string, input: object, call: Call, session?: string): Promise<unknown>;
}

/** What node-soap hands through from a call to our transport. */
interface Carried {
  readonly call: Call;
  readonly operation: string;
}

/** Elements whose text has been read: node-soap hands over each piece of a broken text by itself, and keeps the last one only. */
const read = new WeakSet<object>();

function asText(text: string, element: object): string {
  if (read.has(element)) throw new Error('a value in pieces');
  read.add(element);
  return text;
}

/** node-soap guesses numbers and dates and loses digits; text is exact, and the adapter's shapes read it. */
const everythingAsText = Object.fromEntries(
  ['long', 'int', 'integer', 'short', 'decimal', 'double', 'float', 'boolean', 'bool', 'date', 'dateTime'].map((type) => [type, asText]),
);

/** A client for one WSDL: node-soap writes and reads the XML, our transport carries it. The WSDL is read from disk only. */
export async function createSoapClient(options: SoapClientOptions): Promise<SoapClient> {
  const { system, transport, version } = options;
  const callOf = new WeakMap<object, { call: Call; session: string | undefined }>();

  const httpClient: Pick<IHttpClient, 'request'> = {
    request(_url, body, callback, headers, carried) {
      const sent = { accept: 'application/soap+xml, text/xml', ...(headers as Record<string, string>) };
      const { call, operation } = carried as Carried;
      const answer = transport.post(operation, String(body), sent, call.deadline);
      answer.then(
        (received) => {
          let xml: string;
          try {
            xml = readEnvelope(system, operation, version, received);
          } catch (error) {
            callback(error);
            return;
          }
          callback(null, { status: received.status, headers: {} }, xml);
        },
        (error: unknown) => callback(error),
      );
      return answer as unknown as ReturnType<IHttpClient['request']>;
    },
  };

  const client: Client = await createClientAsync(
    options.wsdlPath,
    {
      disableCache: true,
      endpoint: options.endpoint,
      httpClient: httpClient as IHttpClient,
      customDeserializer: everythingAsText,
      handleNilAsNull: true,
      forceSoap12Headers: version === '1.2',
      envelopeSoapUrl: envelopeNamespaces[version],
    },
    options.endpoint,
  );
  const { header } = options;
  if (header !== undefined) {
    client.addSoapHeader((_method: unknown, _location: unknown, _action: unknown, input: object) => header(callOf.get(input)?.session));
  }

  function call(operation: string, input: object, call: Call, session?: string): Promise<unknown> {
    const own = { ...input };
    callOf.set(own, { call, session });
    const method: unknown = client[operation];
    if (typeof method !== 'function') throw new Error(`${system}: the WSDL has no operation ${operation}`);
    return new Promise((resolve, reject) => {
      const done = (error: unknown, result: unknown) => (error ? reject(asOurs(operation, error)) : resolve(result));
      method(own, done, { call, operation } satisfies Carried);
    });
  }

  function asOurs(operation: string, error: unknown): Error {
    if (error instanceof LegacyUnreachable) return error;
    const root = typeof error === 'object' && error !== null && 'root' in error ? error.root : undefined;
    const fault = readFault((root as { Envelope?: { Body?: { Fault?: unknown } } } | undefined)?.Envelope?.Body?.Fault);
    return (
      fault ?? new LegacyUnreachable(system, 'LEGACY_MALFORMED', `${operation}: the answer is not XML of this WSDL: ${firstLineOf(error)}`)
    );
  }

  return { call };
}

/** node-soap's errors carry the whole answer with them; only the first line of what they say is kept. */
function firstLineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : 'unreadable';
  return message.split('\n', 1)[0]?.slice(0, 120) ?? '';
}

export { SoapFault };
