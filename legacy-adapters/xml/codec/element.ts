import type { CursorOptions } from '../markup.ts';
import type { NameTable } from '../names.ts';
import { DocumentWriter } from './document-writer.ts';
import { Reader } from './reader.ts';

/** How one global element of a schema is read. */
export interface ElementReader<Value> {
  /** `{namespace}local` */
  readonly name: string;
  /** Its number in the schema's table of names. */
  readonly id: number;
  /** Reads the element, which is open, and passes it. */
  readonly read: (reader: Reader) => Value;
  /** The same, with pauses in which others have the event loop; only where there may be many rows. */
  readonly readSlowly?: (reader: Reader) => Promise<Value>;
}

export interface ElementWriter<Value> {
  readonly write: (writer: DocumentWriter, value: Value) => void;
}

export interface ElementCodec<Value> extends ElementReader<Value>, ElementWriter<Value> {}

/** What the elements of one compiled schema share. */
export interface SchemaCodec {
  readonly names: NameTable;
  /** The namespace declarations that everything written needs around it, as attributes. */
  readonly declarations: string;
}

export interface OperationCodec<Input, Output> {
  readonly name: string;
  /** The SOAP actions, by the versions that the WSDL binds; none for an operation of XML over HTTP alone. */
  readonly actions: { readonly '1.1'?: string; readonly '1.2'?: string };
  /** Where XML over HTTP POST goes, after the port's address; only for an operation with such a binding. */
  readonly location?: string;
  /** `undefined` where the Body is empty. */
  readonly input: ElementWriter<Input> | undefined;
  readonly output: ElementReader<Output> | undefined;
  readonly headers: readonly ElementReader<unknown>[];
  readonly faults: readonly ElementReader<unknown>[];
  /** SOAP 1.1 section 5 encoding. */
  readonly encoded: boolean;
}

/** Reads a whole document whose root is this element. Throws XmlMalformed. */
export function readDocument<Value>(schema: SchemaCodec, element: ElementCodec<Value>, source: string, options?: CursorOptions): Value {
  const reader = new Reader(source, schema.names, options);
  if (reader.next() !== element.id) throw reader.malformed('another element than expected');
  const value = element.read(reader);
  reader.finish();
  return value;
}

/** Writes a whole document whose root is this element. Throws XmlUnwritable. */
export function writeDocument<Value>(schema: SchemaCodec, element: ElementCodec<Value>, value: Value): string {
  const writer = new DocumentWriter();
  element.write(writer, value);
  return writer.toString().replace(/^<[^\s/>]+/, (start) => start + schema.declarations);
}
