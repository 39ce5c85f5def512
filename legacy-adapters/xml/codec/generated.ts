/** Everything that generated code imports. */
export type { Decimal } from '#platform/decimal.ts';
export { END, NameTable } from '../names.ts';
export { linearPattern } from '../pattern/automaton.ts';
export { readTree, type XmlTree } from '../tree.ts';
export { DocumentWriter } from './document-writer.ts';
export type { ElementCodec, OperationCodec, SchemaCodec } from './element.ts';
export { restricted } from './facets.ts';
export { type Accepts, known, Reader } from './reader.ts';
export type { Scalar } from './scalar.ts';
export * as s from './scalars.ts';
