import { readFileSync } from 'node:fs';
import { decodeXml } from '#legacy-adapters/kit/charset.ts';
import { Cursor } from '#legacy-adapters/xml/cursor.ts';
import { END, NameTable, type Scope } from '#legacy-adapters/xml/names.ts';
import type { Diagnostics, Place } from './diagnostics.ts';

/** An element of a schema or a WSDL, with the place it stands at and the namespaces in force there. */
export interface SchemaNode extends Place {
  /** No other node of this process has it: two may stand on one line. */
  readonly id: number;
  readonly namespace: string;
  readonly local: string;
  /** Those without a namespace by their local name, the others as `{namespace}local`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SchemaNode[];
  readonly scope: Scope;
}

export const schemaNamespace = 'http://www.w3.org/2001/XMLSchema';
const noNames = new NameTable([]);
let nodes = 0;
const limits = { depth: 256, characters: 64 * 1024 * 1024, elements: 4_000_000 };

class NodeCursor extends Cursor {
  get offset(): number {
    return this.position;
  }

  get namespaces(): Scope {
    return this.scope;
  }
}

/** Reads a file of XML from disk; what is wrong with it goes to the diagnostics. */
export function readNode(file: string, diagnostics: Diagnostics): SchemaNode | undefined {
  let source: string;
  try {
    source = decodeXml(readFileSync(file), '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'the file does not exist',
      EISDIR: 'that is a folder',
      EACCES: 'the file may not be read',
    };
    const reason = reasons[code];
    if (reason !== undefined) diagnostics.error({ file, line: 1 }, reason, 'put it there, or map its location with --map LOCATION=FILE');
    else diagnostics.error({ file, line: 1 }, 'the file is not in the charset that it names', 'save it anew in UTF-8');
    return undefined;
  }
  try {
    return parseNode(source, file);
  } catch (error) {
    const offset = error instanceof Error && 'offset' in error ? Number(error.offset) : 0;
    const line = source.slice(0, offset).split('\n').length;
    diagnostics.error({ file, line }, `no well-formed XML: ${error instanceof Error ? error.message : ''}`, 'correct the file');
    return undefined;
  }
}

function parseNode(source: string, file: string): SchemaNode {
  // Well-known schemas of the W3C have a DOCTYPE; it is passed over, and no entity of it exists.
  const cursor = new NodeCursor(source, noNames, { limits, doctype: 'skip' });
  let line = 1;
  let nextBreak = source.indexOf('\n');
  const lineHere = () => {
    for (; nextBreak !== -1 && nextBreak < cursor.offset; nextBreak = source.indexOf('\n', nextBreak + 1)) line += 1;
    return line;
  };
  const read = (): SchemaNode => {
    const name = cursor.element();
    nodes += 1;
    const id = nodes;
    const here = lineHere();
    const scope = cursor.namespaces;
    const attributes = new Map(
      cursor
        .attributes()
        .map(({ name: attribute, value }) => [
          attribute.namespace === '' ? attribute.local : `{${attribute.namespace}}${attribute.local}`,
          value,
        ]),
    );
    const children: SchemaNode[] = [];
    while (cursor.mixed().name !== END) children.push(read());
    return { id, namespace: name.namespace, local: name.local, attributes, children, scope, file, line: here };
  };
  cursor.next();
  const root = read();
  cursor.finish();
  return root;
}

/** The children in the XML Schema namespace, but annotations. */
export function schemaChildren(node: SchemaNode): readonly SchemaNode[] {
  return node.children.filter((child) => child.namespace === schemaNamespace && child.local !== 'annotation');
}

export function childOf(node: SchemaNode, ...locals: readonly string[]): SchemaNode | undefined {
  return schemaChildren(node).find((child) => locals.includes(child.local));
}
