import { SaxesParser } from 'saxes';
import { Cursor } from './cursor.ts';
import type { CursorOptions } from './markup.ts';
import { NameTable } from './names.ts';
import { readTree, type XmlTree } from './tree.ts';

const noNames = new NameTable([]);

/** The whole document as a tree. */
export function parse(source: string, options?: CursorOptions): XmlTree {
  const cursor = new Cursor(source, noNames, options);
  cursor.next();
  const tree = readTree(cursor);
  cursor.finish();
  return tree;
}

/** The same by saxes, or `undefined` where it finds the document wrong. */
export function parseBySaxes(source: string): XmlTree | undefined {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const children: (string | XmlTree)[] = [];
  const stack: { name: string; attributes: Record<string, string>; children: (string | XmlTree)[] }[] = [];
  let wrong = false;
  const text = (piece: string) => {
    const into = stack.at(-1)?.children;
    if (into === undefined) return;
    const before = into.at(-1);
    if (typeof before === 'string') into[into.length - 1] = before + piece;
    else if (piece !== '') into.push(piece);
  };
  parser.on('error', () => {
    wrong = true;
  });
  parser.on('doctype', () => {
    wrong = true;
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    for (const { prefix, local, uri, value } of Object.values(tag.attributes)) {
      if (prefix !== 'xmlns' && !(prefix === '' && local === 'xmlns')) attributes[`{${uri}}${local}`] = value;
    }
    stack.push({ name: `{${tag.uri}}${tag.local}`, attributes, children: [] });
  });
  parser.on('closetag', () => {
    const done = stack.pop();
    if (done !== undefined) (stack.at(-1)?.children ?? children).push(done);
  });
  try {
    parser.write(source).close();
  } catch {
    return undefined;
  }
  const [root] = children;
  return wrong || typeof root !== 'object' ? undefined : root;
}
