import { LegacyUnreachable } from '../../platform/errors.ts';
import type { Call } from './call.ts';
import type { OperationCodec, SchemaCodec } from './codec/element.ts';
import { readEnvelope, readEnvelopeSlowly, type SoapVersion, writeEnvelope } from './envelope.ts';
import type { Transport } from './transport.ts';
import { XmlMalformed } from './xml/malformed.ts';

export interface SoapClientOptions {
  readonly system: string;
  readonly version: SoapVersion;
  readonly transport: Transport;
  /** The schema that the compiler made. */
  readonly schema: SchemaCodec;
}

export interface SoapClient {
  /**
   * Calls one operation; `header` is the XML of the SOAP header blocks. Throws SoapFault for a Fault, LegacyUnreachable for
   * anything that is no answer, and XmlUnwritable for an input that the schema does not allow.
   */
  call<Input, Output>(operation: OperationCodec<Input, Output>, input: Input, call: Call, header?: string): Promise<Output>;
}

/** UTF-16 units that are read in one go, which takes some milliseconds. */
const quickLengthMax = 1_000_000;
/**
 * What an answer may be made of. The widest honest one, 500 pages of a statement, has some 50,000 elements at depth 6; a text
 * beyond 10,000 characters is no name, no description and no amount.
 */
const limits = { text: 10_000, elements: 100_000, depth: 32 };

/** A client for one compiled WSDL: generated code writes and reads the XML, our transport carries it. */
export function createSoapClient(options: SoapClientOptions): SoapClient {
  const { system, version, transport, schema } = options;

  function headersFor(action: string): Record<string, string> {
    const accept = 'application/soap+xml, text/xml';
    if (version === '1.1') return { accept, 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"` };
    const parameter = action === '' ? '' : `; action="${action}"`;
    return { accept, 'content-type': `application/soap+xml; charset=utf-8${parameter}` };
  }

  return {
    async call(operation, input, call, header = '') {
      const action = operation.actions[version];
      if (action === undefined) throw new Error(`${system}: ${operation.name} has no SOAP ${version} binding`);
      const body = writeEnvelope(schema, version, operation, input, header);
      const { status, text, charactersChecked } = await transport.post(operation.name, body, headersFor(action), call.deadline);
      try {
        const read = text.length > quickLengthMax ? readEnvelopeSlowly : readEnvelope;
        const output = await read(schema, version, operation, text, { limits, charactersChecked });
        if (status >= 200 && status < 300) return output;
      } catch (error) {
        if (!(error instanceof XmlMalformed)) throw error;
        throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', `${operation.name}: HTTP ${status}: ${error.message}`);
      }
      throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', `${operation.name}: an answer that is no Fault, with HTTP ${status}`);
    },
  };
}
