import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { xmlNamespace } from '#legacy-adapters/xml/names.ts';
import { soapEncoding } from './builtins.ts';
import type { Diagnostics } from './diagnostics.ts';
import { isPublicStandard } from './foreign.ts';
import { readNode, type SchemaNode, schemaNamespace } from './node.ts';

export const wsdlNamespace = 'http://schemas.xmlsoap.org/wsdl/';

/** One `xs:schema`, with the namespace that it has where it is used: an included schema without one takes its includer's. */
export interface SchemaDocument {
  readonly root: SchemaNode;
  readonly targetNamespace: string;
  /** The schema has no namespace of its own, so its references without a prefix go to `targetNamespace`. */
  readonly chameleon: boolean;
}

export interface Sources {
  readonly schemas: readonly SchemaDocument[];
  readonly definitions: readonly SchemaNode[];
  readonly files: readonly string[];
}

export interface LoadOptions {
  /** Files that stand for locations, as the WSDL spells them. */
  readonly locations: ReadonlyMap<string, string>;
  readonly onProgress?: (stage: string) => void;
}

const filesMax = 2_000;
/** Namespaces whose content the compiler knows itself. */
const ownNamespaces: ReadonlySet<string> = new Set([xmlNamespace, soapEncoding, schemaNamespace, wsdlNamespace]);

/** Reads a WSDL or an XSD with all that it imports and includes: from disk only, whatever the locations say. */
export function load(file: string, options: LoadOptions, diagnostics: Diagnostics): Sources {
  const roots = new Map<string, SchemaNode | undefined>();
  const seen = new Set<string>();
  const unlocated: { readonly node: SchemaNode; readonly message: string; readonly wayOut: string }[] = [];
  const schemas: SchemaDocument[] = [];
  const definitions: SchemaNode[] = [];

  function root(name: string, from: SchemaNode | undefined): SchemaNode | undefined {
    const known = roots.get(name);
    if (known !== undefined || roots.has(name)) return known;
    if (roots.size >= filesMax) {
      diagnostics.error(from ?? { file: name, line: 1 }, `more than ${filesMax} files`, 'split the service');
      return undefined;
    }
    if (from !== undefined && !isFile(name)) {
      unlocated.push({
        node: from,
        message: `there is no file ${name}`,
        wayOut: 'put a copy of it there, or say where it is with --map LOCATION=FILE',
      });
      roots.set(name, undefined);
      return undefined;
    }
    const read = readNode(name, diagnostics);
    roots.set(name, read);
    options.onProgress?.(`${path.basename(name)} is read`);
    return read;
  }

  function locate(location: string, node: SchemaNode): string | undefined {
    const mapped = options.locations.get(location);
    if (mapped !== undefined) return path.resolve(mapped);
    if (location.startsWith('file:///')) return fileURLToPath(location);
    if (/^(?!file:(?!\/))[A-Za-z][A-Za-z\d+.-]+:/.test(location)) {
      unlocated.push({
        node,
        message: `${location} is on the network, which is never asked`,
        wayOut: 'save a copy and give --map LOCATION=FILE',
      });
      return undefined;
    }
    return path.resolve(path.dirname(node.file), location.replace(/^file:/, '').replaceAll('\\', '/'));
  }

  function schema(node: SchemaNode, includer: string | undefined): void {
    const own = node.attributes.get('targetNamespace');
    const targetNamespace = own ?? includer ?? '';
    const key = `${node.id} ${targetNamespace}`;
    if (seen.has(key)) return;
    seen.add(key);
    schemas.push({ root: node, targetNamespace, chameleon: own === undefined && targetNamespace !== '' });
    for (const child of node.children) {
      if (child.namespace !== schemaNamespace || !['import', 'include', 'redefine'].includes(child.local)) continue;
      if (child.local === 'redefine')
        diagnostics.error(child, 'xs:redefine is not supported', 'write the changed types into the schema itself');
      follow(child, targetNamespace);
    }
  }

  function follow(node: SchemaNode, targetNamespace: string): void {
    const location = node.attributes.get('schemaLocation');
    const namespace = node.attributes.get('namespace') ?? '';
    if (location === undefined || (node.local === 'import' && ownNamespaces.has(namespace))) return;
    const name = locate(location, node);
    const found = name === undefined ? undefined : root(name, node);
    if (found === undefined) return;
    if (found.namespace === wsdlNamespace) {
      wsdl(found);
      return;
    }
    if (found.namespace !== schemaNamespace || found.local !== 'schema') {
      diagnostics.error(node, `${location} is no XML Schema`, 'correct the location');
      return;
    }
    const theirs = found.attributes.get('targetNamespace') ?? '';
    const right = node.local === 'import' ? theirs === namespace : theirs === '' || theirs === targetNamespace;
    if (!right) {
      diagnostics.error(node, `${location} is of namespace "${theirs}"`, 'correct the namespace of the import or include');
      return;
    }
    schema(found, node.local === 'import' ? undefined : targetNamespace);
  }

  function wsdl(node: SchemaNode): void {
    if (seen.has(node.file)) return;
    seen.add(node.file);
    definitions.push(node);
    for (const child of node.children) {
      if (child.namespace !== wsdlNamespace) continue;
      if (child.local === 'types') for (const inner of child.children) types(inner);
      if (child.local !== 'import') continue;
      const location = child.attributes.get('location');
      const name = location === undefined ? undefined : locate(location, child);
      const found = name === undefined ? undefined : root(name, child);
      if (found?.namespace === wsdlNamespace) wsdl(found);
      else if (found?.namespace === schemaNamespace) schema(found, undefined);
      else if (found !== undefined) diagnostics.error(child, `${location} is neither a WSDL nor a schema`, 'correct the location');
    }
  }

  function types(node: SchemaNode): void {
    if (node.namespace === schemaNamespace) schema(node, undefined);
    else if (/^http:\/\/www\.w3\.org\/(?:1999|2000\/10)\/XMLSchema$/.test(node.namespace))
      diagnostics.error(node, `a draft of XML Schema, ${node.namespace}, is not supported`, `write the schema anew in ${schemaNamespace}`);
    else if (node.namespace !== wsdlNamespace)
      diagnostics.warn(
        node,
        `{${node.namespace}}${node.local} among the types is passed over`,
        'nothing is to be done, if no message needs it',
      );
  }

  /** An import says where a schema may be found; that matters only when it is not found anywhere else. */
  function settle(): void {
    const namespaces = new Set(schemas.map(({ targetNamespace }) => targetNamespace));
    for (const { node, message, wayOut } of unlocated) {
      const namespace =
        node.namespace === schemaNamespace && node.local === 'import' ? (node.attributes.get('namespace') ?? '') : undefined;
      if (namespace === undefined) diagnostics.error(node, message, wayOut);
      else if (namespaces.has(namespace))
        diagnostics.warn(node, `${message}; the schema of ${namespace} that is there stands for it`, wayOut);
      else if (isPublicStandard(namespace)) diagnostics.warn(node, `${message}; what is named of ${namespace} is kept as trees`, wayOut);
      else diagnostics.error(node, message, wayOut);
    }
  }

  const start = root(path.resolve(file), undefined);
  if (start?.namespace === wsdlNamespace && start.local === 'definitions') wsdl(start);
  else if (start?.namespace === schemaNamespace && start.local === 'schema') schema(start, undefined);
  else if (start?.namespace === 'http://www.w3.org/ns/wsdl')
    diagnostics.error(start, 'WSDL 2.0 is not supported', 'ask for the WSDL 1.1 of the service, which toolkits give beside it');
  else if (start !== undefined)
    diagnostics.error(start, `{${start.namespace}}${start.local} is neither WSDL 1.1 nor XML Schema`, 'give a WSDL 1.1 file, or an XSD');
  settle();
  return { schemas, definitions, files: [...roots.keys()] };
}

function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() === true;
}
