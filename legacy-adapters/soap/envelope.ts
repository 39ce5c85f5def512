import { DocumentWriter } from '../xml/codec/document-writer.ts';
import type { OperationCodec, SchemaCodec } from '../xml/codec/element.ts';
import { Reader } from '../xml/codec/reader.ts';
import type { ReadOptions } from '../xml/limits.ts';
import { END, soapNames, UNKNOWN } from '../xml/names.ts';
import { readFault } from './fault.ts';

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

/** Reads an answer: the Envelope first, then a Fault, then the schema. Throws XmlMalformed, or SoapFault for a Fault. */
export function readEnvelope<Output>(
  schema: SchemaCodec,
  version: SoapVersion,
  operation: OperationCodec<never, Output>,
  source: string,
  options: ReadOptions = {},
): Output {
  const reader = new Reader(source, schema.names, options);
  const first = openBody(reader, version);
  if (first === soapNames[version].fault) throw wholeFault(reader, operation);
  const output = hasOutput(reader, operation, first) ? operation.output?.read(reader) : undefined;
  closeBody(reader, first);
  return output as Output;
}

/** The same for a long answer: others have the event loop between its rows, where the schema has rows. */
export async function readEnvelopeSlowly<Output>(
  schema: SchemaCodec,
  version: SoapVersion,
  operation: OperationCodec<never, Output>,
  source: string,
  options: ReadOptions = {},
): Promise<Output> {
  const reader = new Reader(source, schema.names, options);
  const first = openBody(reader, version);
  if (first === soapNames[version].fault) throw wholeFault(reader, operation);
  const read = operation.output?.readSlowly ?? operation.output?.read;
  const output = hasOutput(reader, operation, first) ? await read?.(reader) : undefined;
  closeBody(reader, first);
  return output as Output;
}

/** Goes to what stands in the Body; END when that is empty. */
function openBody(reader: Reader, version: SoapVersion): number {
  const names = soapNames[version];
  if (reader.next() !== names.envelope) throw reader.malformed(`no SOAP ${version} envelope`);
  let name = reader.next();
  if (name === names.header) {
    reader.skip();
    name = reader.next();
  }
  if (name !== names.body) throw reader.malformed('an envelope without a body');
  return reader.next();
}

function closeBody(reader: Reader, first: number): void {
  if (first !== END && reader.next() !== END) throw reader.malformed('a body with more than one element');
  if (reader.next() !== END) throw reader.malformed('something after the body');
  reader.finish();
}

/** A Fault counts only when the document is whole. */
function wholeFault(reader: Reader, operation: OperationCodec<never, unknown>): Error {
  const fault = readFault(reader, operation.faults);
  closeBody(reader, UNKNOWN);
  return fault;
}

function hasOutput(reader: Reader, { output }: OperationCodec<never, unknown>, first: number): boolean {
  if (first === (output?.id ?? END)) return output !== undefined;
  throw reader.malformed(output === undefined ? 'an answer where none was expected' : 'another answer than this operation has');
}
