import { isNcName } from './characters.ts';
import { escapeAttribute, escapeText, XmlUnwritable } from './escape.ts';
import { schemaInstance, xmlNamespace } from './names.ts';
import type { XmlTree } from './tree.ts';

/**
 * Writes one document or a part of one. Tags are names that the compiler made and are written as they are; every value is
 * escaped, and one that has no place in XML is refused with XmlUnwritable. The prefix `xsi` must be declared around it.
 */
export class Writer {
  private readonly charactersMax: number;
  private written = '';

  constructor(charactersMax = 16 * 1024 * 1024) {
    this.charactersMax = charactersMax;
  }

  /** `<tag`, to be followed by attributes and `content` or `empty`. */
  start(tag: string): void {
    this.written += `<${tag}`;
  }

  attribute(tag: string, value: string): void {
    this.written += ` ${tag}="${escapeAttribute(value)}"`;
  }

  content(): void {
    this.written += '>';
  }

  text(text: string): void {
    this.written += escapeText(text);
  }

  end(tag: string): void {
    this.written += `</${tag}>`;
    if (this.written.length > this.charactersMax) throw new XmlUnwritable(`a document over ${this.charactersMax} characters`);
  }

  /** A whole element with nothing but text in it. */
  leaf(tag: string, text: string): void {
    this.written += `<${tag}>${escapeText(text)}</${tag}>`;
  }

  /** xsi:nil (XML Schema part 1, 2.6.2), after `start` and attributes. */
  nil(): void {
    this.written += ' xsi:nil="true"/>';
  }

  /** An element of any kind, with declarations of its own. */
  tree(tree: XmlTree): void {
    const [namespace, local] = expanded(tree.name);
    // `p` is declared on each element anew: a tree stands in documents whose prefixes it does not know.
    const tag = namespace === '' ? local : `p:${local}`;
    this.written += `<${tag}${namespace === '' ? ' xmlns=""' : ` xmlns:p="${escapeAttribute(namespace)}"`}`;
    this.otherAttributes(tree.attributes);
    this.content();
    for (const child of tree.children) {
      if (typeof child === 'string') this.text(child);
      else this.tree(child);
    }
    this.end(tag);
  }

  /** Attributes that the compiler did not know, each with a declaration of its own. */
  otherAttributes(attributes: Readonly<Record<string, string>>): void {
    Object.entries(attributes).forEach(([name, value], index) => {
      this.otherAttribute(name, value, `a${index}`);
    });
  }

  private otherAttribute(name: string, value: string, prefix: string): void {
    const [namespace, local] = expanded(name);
    if (namespace === '') this.attribute(local, value);
    else if (namespace === xmlNamespace) this.attribute(`xml:${local}`, value);
    else if (namespace === schemaInstance && local === 'type') this.qualified(`xsi:${local}`, value, `${prefix}t`);
    else {
      this.attribute(`xmlns:${prefix}`, namespace);
      this.attribute(`${prefix}:${local}`, value);
    }
  }

  /** An attribute whose value is a QName, given as `{namespace}local`. */
  private qualified(tag: string, value: string, prefix: string): void {
    const [namespace, local] = expanded(value);
    if (namespace !== '') this.attribute(`xmlns:${prefix}`, namespace);
    this.attribute(tag, namespace === '' ? local : `${prefix}:${local}`);
  }

  toString(): string {
    return this.written;
  }
}

/** The namespace and the local part of `{namespace}local`. */
export function expanded(name: string): [string, string] {
  const end = name.lastIndexOf('}');
  const local = name.slice(end + 1);
  if (!name.startsWith('{') || end === -1 || !isNcName(local)) throw new XmlUnwritable('a name that is no {namespace}local');
  return [name.slice(1, end), local];
}
