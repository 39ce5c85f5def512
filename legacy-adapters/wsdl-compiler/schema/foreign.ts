import type { ExpandedName } from '#legacy-adapters/xml/names.ts';
import { soapEncoding } from './builtins.ts';
import { schemaNamespace } from './node.ts';

/** Where the schemas of the W3C, of SOAP and of OASIS stand: WSDLs import them without a file that anyone could open. */
const publicNamespaces = /^(?:https?:\/\/(?:www\.w3\.org|schemas\.xmlsoap\.org|docs\.oasis-open\.org|ws-i\.org)\/|urn:oasis:)/;

/** Whether `namespace` belongs to a public standard, so that what it holds can be kept as a tree when its schema is not there. */
export function isPublicStandard(namespace: string): boolean {
  return namespace !== schemaNamespace && publicNamespaces.test(namespace);
}

/** A schema inside an answer, as .NET's DataSet sends one. */
export const schemaElement: ExpandedName = `{${schemaNamespace}}schema`;
export const xmlAttributes = '{http://www.w3.org/XML/1998/namespace}specialAttrs';
/** What may stand on any element of SOAP encoding, and says nothing of its value. */
export const encodingAttributes = `{${soapEncoding}}commonAttributes`;
