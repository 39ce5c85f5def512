import { EXCLAMATION, firstForbidden, GREATER_THAN, isSpace, LESS_THAN, QUESTION } from './characters.ts';
import { expandReferences } from './entities.ts';
import { defaultLimits, type XmlLimits } from './limits.ts';
import { XmlMalformed } from './malformed.ts';
import type { Name, NameTable, Scope } from './names.ts';
import { endOfDeclaration, endOfDoctype } from './prolog.ts';

export interface CursorOptions {
  readonly limits?: Partial<XmlLimits>;
  /** `skip` is for schema files from disk only: it is passed over, and nothing that it declares exists. */
  readonly doctype?: 'refuse' | 'skip';
  /** True when whoever decoded the bytes has looked for forbidden characters already. */
  readonly charactersChecked?: boolean;
}

export const nameLengthMax = 512;
/** A place that no document reaches. */
const NOWHERE = 0x7fffffff;

/** What stands between tags: text, references, comments, instructions, CDATA, and what comes before the root. */
export abstract class Markup {
  readonly source: string;
  protected readonly limits: XmlLimits;
  protected position = 0;
  /** The element that is open, or a stand-in for the document. */
  protected open: Name;
  /** The element that was opened last; it may have been closed since. */
  protected last: Name;
  protected depth = 0;
  protected readonly openNames: Name[] = [];
  private nextAmpersand: number;
  private nextReturn: number;
  private nextBracket: number;

  constructor(source: string, table: NameTable, options: CursorOptions = {}) {
    this.source = source;
    this.limits = options.limits === undefined ? defaultLimits : { ...defaultLimits, ...options.limits };
    const document = table.scope().element('document');
    if (document === undefined) throw new Error('a scope without names');
    this.open = document;
    this.last = document;
    if (source.length > this.limits.characters) throw this.malformed(`the document is over ${this.limits.characters} characters`);
    if (options.charactersChecked !== true && firstForbidden(source) !== -1) throw this.malformed('a character that XML forbids');
    this.nextAmpersand = this.find('&', 0);
    this.nextReturn = this.find('\r', 0);
    this.nextBracket = this.find(']]>', 0);
    this.prolog(options.doctype ?? 'refuse');
  }

  /** The declarations in force inside the open element. */
  protected get scope(): Scope {
    return this.open.scope;
  }

  /** An error at the open element. */
  malformed(why: string): XmlMalformed {
    const path = this.depth === 0 ? [] : [...this.openNames.slice(1, this.depth), this.open];
    return new XmlMalformed(why, pathOf(path), this.position);
  }

  /** No reference, no carriage return and no `]]>` between the two places. Each search goes on where the last one stopped. */
  protected isPlain(from: number, to: number): boolean {
    if (this.nextBracket < from) this.nextBracket = this.find(']]>', from);
    return this.isPlainValue(from, to) && this.nextBracket >= to;
  }

  protected isPlainValue(from: number, to: number): boolean {
    if (this.nextAmpersand < from) this.nextAmpersand = this.find('&', from);
    if (this.nextReturn < from) this.nextReturn = this.find('\r', from);
    return this.nextAmpersand >= to && this.nextReturn >= to;
  }

  protected plain(from: number, to: number): string {
    const text = this.source.slice(from, to);
    if (this.isPlain(from, to)) return text;
    if (this.nextBracket < to) throw this.malformed(']]> in text');
    return this.expanded(normalised(text));
  }

  protected expanded(text: string): string {
    const expanded = expandReferences(text);
    if (expanded === undefined) throw this.malformed('a reference that XML itself does not declare');
    return expanded;
  }

  protected checkText(length: number): void {
    if (length > this.limits.text) throw this.malformed(`a text over ${this.limits.text} characters`);
  }

  /** Passes a comment or an instruction, or a CDATA section where `cdata` says that text may stand: its text is the answer. */
  protected skipMarkup(cdata: boolean): string {
    const { source, position } = this;
    if (source.charCodeAt(position + 1) === QUESTION) {
      this.skipInstruction();
      return '';
    }
    if (source.startsWith('<!--', position)) {
      const end = source.indexOf('--', position + 4);
      if (end === -1 || source.charCodeAt(end + 2) !== GREATER_THAN) throw this.malformed('a comment that does not end as comments do');
      this.position = end + 3;
      return '';
    }
    if (cdata && source.startsWith('<![CDATA[', position)) {
      const end = source.indexOf(']]>', position + 9);
      if (end === -1) throw this.malformed('a CDATA section without an end');
      this.position = end + 3;
      return normalised(source.slice(position + 9, end));
    }
    throw this.malformed(source.startsWith('<!DOCTYPE', position) ? 'a DOCTYPE' : 'markup that may not stand here');
  }

  /** True at a comment, an instruction, a CDATA section or a declaration, false at a tag and at anything else. */
  protected atMarkup(): boolean {
    const after = this.source.charCodeAt(this.position + 1);
    return this.source.charCodeAt(this.position) === LESS_THAN && (after === EXCLAMATION || after === QUESTION);
  }

  protected skipSpace(): void {
    while (isSpace(this.source.charCodeAt(this.position))) this.position += 1;
  }

  private find(what: string, from: number): number {
    const at = this.source.indexOf(what, from);
    return at === -1 ? NOWHERE : at;
  }

  private skipInstruction(): void {
    const begin = this.position + 2;
    const end = this.source.indexOf('?>', begin);
    if (end === -1) throw this.malformed('an instruction without an end');
    const target = /^[^ \t\r\n?]*/.exec(this.source.slice(begin, Math.min(end, begin + nameLengthMax)))?.[0] ?? '';
    const wrong = /^xml$/i.test(target) || target.includes(':') || this.scope.attribute(target) === undefined;
    if (wrong) throw this.malformed('an instruction with a wrong name');
    this.position = end + 2;
  }

  private prolog(doctype: 'refuse' | 'skip'): void {
    if (this.source.charCodeAt(0) === 0xfeff) this.position = 1;
    const declared = endOfDeclaration(this.source, this.position);
    if (declared === undefined) throw this.malformed('an XML declaration that is none of XML 1.0');
    this.position = declared;
    let mayDeclare = doctype === 'skip';
    for (this.skipSpace(); this.atMarkup(); this.skipSpace()) {
      if (!this.source.startsWith('<!DOCTYPE', this.position)) this.skipMarkup(false);
      else {
        if (!mayDeclare) throw this.malformed('a DOCTYPE');
        mayDeclare = false;
        this.position = endOfDoctype(this.source, this.position);
        if (this.position === -1) throw this.malformed('a DOCTYPE without an end');
      }
    }
  }
}

export function pathOf(names: readonly Name[]): string {
  const shown = names.slice(0, 32).map((name) => name.raw.slice(0, 64));
  return shown.join('/');
}

/** Line ends (XML 1.0, 2.11). */
export function normalised(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}
