import { collapse } from './characters.ts';
import type { Cursor } from './cursor.ts';
import { END, schemaInstance } from './names.ts';

/** A checked piece of XML that no schema describes: what `xs:any` and `xs:anyType` become. */
export interface XmlTree {
  /** `{namespace}local` */
  readonly name: string;
  /** By `{namespace}local`, without those of XML Schema's instance namespace but xsi:type and xsi:nil. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts and elements in their order; blanks between elements are kept. */
  readonly children: readonly (string | XmlTree)[];
}

/** Reads the open element whole. */
export function readTree(cursor: Cursor): XmlTree {
  const { namespace, local } = cursor.element();
  const attributes: Record<string, string> = {};
  for (const { name, value } of cursor.attributes()) {
    // The prefix in xsi:type means nothing outside its document.
    const isType = name.namespace === schemaInstance && name.local === 'type';
    attributes[`{${name.namespace}}${name.local}`] = isType ? cursor.expand(collapse(value)) : value;
  }
  const children: (string | XmlTree)[] = [];
  for (;;) {
    const { text, name } = cursor.mixed();
    if (text !== '') children.push(text);
    if (name === END) return { name: `{${namespace}}${local}`, attributes, children };
    children.push(readTree(cursor));
  }
}
