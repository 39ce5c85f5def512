import { DocumentWriter } from './codec/document-writer.ts';
import type { OperationCodec, SchemaCodec } from './codec/element.ts';
import { Reader } from './codec/reader.ts';
import type { ReadOptions } from './limits.ts';

/** XML over HTTP POST (WSDL 1.1, sections 4 and 5): the document is the whole body, with no Envelope around it. */

/** A request of one operation; empty for an operation without a request document. Throws XmlUnwritable. */
export function writeRequestDocument<Input>(schema: SchemaCodec, operation: OperationCodec<Input, unknown>, input: Input): string {
  if (operation.input === undefined) return '';
  const writer = new DocumentWriter();
  operation.input.write(writer, input);
  const document = writer.toString().replace(/^<[^\s/>]+/, (start) => start + schema.declarations);
  return `<?xml version="1.0" encoding="utf-8"?>${document}`;
}

/** Reads an answer, whose root must be the operation's output. Throws XmlMalformed. */
export function readAnswerDocument<Output>(
  schema: SchemaCodec,
  operation: OperationCodec<never, Output>,
  source: string,
  options: ReadOptions = {},
): Output {
  const reader = new Reader(source, schema.names, options);
  openRoot(reader, operation);
  const output = operation.output?.read(reader);
  reader.finish();
  return output as Output;
}

/** The same for a long answer: others have the event loop between its rows, where the schema has rows. */
export async function readAnswerDocumentSlowly<Output>(
  schema: SchemaCodec,
  operation: OperationCodec<never, Output>,
  source: string,
  options: ReadOptions = {},
): Promise<Output> {
  const reader = new Reader(source, schema.names, options);
  openRoot(reader, operation);
  const read = operation.output?.readSlowly ?? operation.output?.read;
  const output = await read?.(reader);
  reader.finish();
  return output as Output;
}

function openRoot(reader: Reader, { output }: OperationCodec<never, unknown>): void {
  if (output === undefined) throw reader.malformed('an answer where none was expected');
  if (reader.next() !== output.id) throw reader.malformed('another answer than this operation has');
}
