import { isNcName } from './characters.ts';
import { escapeAttribute, escapeText, XmlUnwritable } from './escape.ts';
import { defaultLimits } from './limits.ts';
import { schemaInstance, xmlNamespace } from './names.ts';
import type { XmlTree } from './tree.ts';

/**
 * Writes one document or a part of one. Tags are names that the compiler made and are written as they are; every value is
 * escaped, and one that has no place in XML is refused with XmlUnwritable. The prefix `xsi` must be declared around it.
 */
export class Writer {
  private readonly charactersMax: number;
  private written = '';
  /** The tags of the elements that are open. */
  private readonly open: string[] = [];

  constructor(charactersMax = 16 * 1024 * 1024) {
    this.charactersMax = charactersMax;
  }

  /** `<tag`, to be followed by attributes and `content` or `empty`. */
  start(tag: string): void {
    this.open.push(tag);
    // A deeper one would not be read; a value that holds itself has no end.
    if (this.open.length > defaultLimits.depth) throw this.unwritable(`over ${defaultLimits.depth} levels`);
    this.written += `<${tag}`;
  }

  attribute(tag: string, value: string): void {
    this.written += ` ${tag}="${this.escaped(escapeAttribute, value, `@${tag}`)}"`;
  }

  content(): void {
    this.written += '>';
  }

  text(text: string): void {
    this.written += this.escaped(escapeText, text);
  }

  end(tag: string): void {
    this.written += `</${tag}>`;
    if (this.written.length > this.charactersMax) throw this.unwritable(`a document over ${this.charactersMax} characters`);
    this.open.pop();
  }

  /** A whole element with nothing but text in it. */
  leaf(tag: string, text: string): void {
    this.written += `<${tag}>${this.escaped(escapeText, text, tag)}</${tag}>`;
  }

  /** xsi:nil (XML Schema part 1, 2.6.2), after `start` and attributes. */
  nil(): void {
    this.written += ' xsi:nil="true"/>';
    this.open.pop();
  }

  /** An element of any kind, with declarations of its own. */
  tree(tree: XmlTree): void {
    this.object('a tree', tree);
    const [namespace, local] = this.expanded(tree.name);
    this.array('a tree', tree.children);
    // `p` is declared on each element anew: a tree stands in documents whose prefixes it does not know.
    const tag = namespace === '' ? local : `p:${local}`;
    this.start(tag);
    if (namespace === '') this.written += ' xmlns=""';
    else this.attribute('xmlns:p', namespace);
    this.otherAttributes(tree.attributes);
    this.content();
    for (const child of tree.children) {
      if (typeof child === 'string') this.text(child);
      else this.tree(child);
    }
    this.end(tag);
  }

  /** A tree under another name than its own, where the schema names the element. */
  treeAs(name: string, tree: XmlTree): void {
    this.object('a tree', tree);
    this.tree({ ...tree, name });
  }

  /** Attributes that the compiler did not know, each with a declaration of its own. */
  otherAttributes(attributes: Readonly<Record<string, string>>): void {
    this.object('attributes', attributes);
    Object.entries(attributes).forEach(([name, value], index) => {
      this.otherAttribute(name, value, `a${index}`);
    });
  }

  private otherAttribute(name: string, value: string, prefix: string): void {
    const [namespace, local] = this.expanded(name);
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
    const [namespace, local] = this.expanded(value);
    if (namespace !== '') this.attribute(`xmlns:${prefix}`, namespace);
    this.attribute(tag, namespace === '' ? local : `${prefix}:${local}`);
  }

  /** Refuses what is no object, whatever TypeScript was told. */
  object(label: string, value: unknown): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.unwritable(`${label} is missing, or is no object`);
  }

  array(label: string, value: unknown): void {
    if (!Array.isArray(value)) throw this.unwritable(`${label} is missing, or is no array`);
  }

  /** An error at the element that is open, or at `inner` within it. */
  unwritable(why: string, inner?: string): XmlUnwritable {
    return new XmlUnwritable(why, [...this.open.slice(0, 32), ...(inner === undefined ? [] : [inner])].join('/'));
  }

  /** The namespace and the local part of `{namespace}local`. */
  protected expanded(name: string): [string, string] {
    const end = typeof name === 'string' ? name.lastIndexOf('}') : -1;
    const local = end === -1 ? '' : name.slice(end + 1);
    if (!isNcName(local) || !name.startsWith('{')) throw this.unwritable('a name that is no {namespace}local');
    return [name.slice(1, end), local];
  }

  private escaped(replace: (text: string) => string, text: string, inner?: string): string {
    try {
      return replace(text);
    } catch (error) {
      throw error instanceof XmlUnwritable ? this.unwritable(error.message, inner) : error;
    }
  }

  toString(): string {
    return this.written;
  }
}
