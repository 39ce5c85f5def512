import { schemaNamespace } from './node.ts';

/** XML Schema 1.0 part 2, section 3. What is not listed does not exist. */
export const builtinNames = [
  'string',
  'normalizedString',
  'token',
  'language',
  'Name',
  'NCName',
  'NMTOKEN',
  'NMTOKENS',
  'ID',
  'IDREF',
  'IDREFS',
  'ENTITY',
  'ENTITIES',
  'anyURI',
  'QName',
  'NOTATION',
  'anySimpleType',
  'boolean',
  'decimal',
  'integer',
  'nonPositiveInteger',
  'negativeInteger',
  'nonNegativeInteger',
  'positiveInteger',
  'long',
  'int',
  'short',
  'byte',
  'unsignedLong',
  'unsignedInt',
  'unsignedShort',
  'unsignedByte',
  'float',
  'double',
  'date',
  'dateTime',
  'time',
  'gYear',
  'gYearMonth',
  'gMonth',
  'gMonthDay',
  'gDay',
  'duration',
  'base64Binary',
  'hexBinary',
] as const;
export type BuiltinName = (typeof builtinNames)[number];

const known: ReadonlySet<string> = new Set(builtinNames);
export const soapEncoding = 'http://schemas.xmlsoap.org/soap/encoding/';

/** The built-in that an expanded name stands for: XML Schema's own, or SOAP encoding's type of the same name (SOAP 1.1, 5.2). */
export function builtinOf(namespace: string, local: string): BuiltinName | undefined {
  if (namespace !== schemaNamespace && namespace !== soapEncoding) return undefined;
  if (namespace === soapEncoding && local === 'base64') return 'base64Binary';
  return known.has(local) ? (local as BuiltinName) : undefined;
}
