import { DocumentWriter } from './codec/document-writer.ts';
import type { OperationCodec, SchemaCodec } from './codec/element.ts';
import { Reader } from './codec/reader.ts';
import { readFault } from './fault.ts';
import type { XmlLimits } from './xml/limits.ts';
import { END, soapNames } from './xml/names.ts';

/** SOAP 1.1 section 3 and SOAP 1.2 part 1 section 5: the namespace names the version. */
export const envelopeNamespaces = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
} as const;
export type SoapVersion = keyof typeof envelopeNamespaces;

/** A request of one operation; `header` is the XML of its header blocks. Throws XmlUnwritable. */
export function writeEnvelope<Input>(
  schema: SchemaCodec,
  version: SoapVersion,
  operation: OperationCodec<Input, unknown>,
  input: Input,
  header: string,
): string {
  const writer = new DocumentWriter();
  operation.input?.write(writer, input);
  const encoding = operation.encoded ? ' soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"' : '';
  return (
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${envelopeNamespaces[version]}"${schema.declarations}>` +
    `${header === '' ? '' : `<soap:Header>${header}</soap:Header>`}<soap:Body${encoding}>${writer}</soap:Body></soap:Envelope>`
  );
}

export interface EnvelopeOptions {
  readonly limits?: Partial<XmlLimits>;
  readonly charactersChecked?: boolean;
}

/** Reads an answer: the Envelope first, then a Fault, then the schema. Throws XmlMalformed, or SoapFault for a Fault. */
export function readEnvelope<Output>(
  schema: SchemaCodec,
  version: SoapVersion,
  operation: OperationCodec<never, Output>,
  source: string,
  options: EnvelopeOptions = {},
): Output {
  const names = soapNames[version];
  const reader = new Reader(source, schema.names, options);
  if (reader.next() !== names.envelope) throw reader.malformed(`no SOAP ${version} envelope`);
  let name = reader.next();
  if (name === names.header) {
    reader.skip();
    name = reader.next();
  }
  if (name !== names.body) throw reader.malformed('an envelope without a body');
  const first = reader.next();
  const fault = first === names.fault ? readFault(reader, operation.faults) : undefined;
  const output = fault === undefined ? readBody(reader, operation, first) : undefined;
  if (first !== END && reader.next() !== END) throw reader.malformed('a body with more than one element');
  if (reader.next() !== END) throw reader.malformed('something after the body');
  reader.finish();
  if (fault !== undefined) throw fault;
  return output as Output;
}

function readBody<Output>(reader: Reader, operation: OperationCodec<never, Output>, first: number): Output | undefined {
  if (operation.output === undefined) {
    if (first !== END) throw reader.malformed('an answer where none was expected');
    return undefined;
  }
  if (first !== operation.output.id) throw reader.malformed('another answer than this operation has');
  return operation.output.read(reader);
}
