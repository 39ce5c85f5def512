import { collapse, DOUBLE_QUOTE, EQUALS, GREATER_THAN, isNcName, isSpace, SINGLE_QUOTE, SLASH } from './characters.ts';
import { Markup, nameLengthMax, normalised } from './markup.ts';
import { END, type Name, type Scope, XSI_NIL, XSI_TYPE } from './names.ts';

/** ` xsi:nil="true">`, or the declarations of an envelope. */
const tailLengthMax = 256;

/** Start and end tags, the stack of open elements, and the attributes of the element that was opened last. */
export abstract class Tags extends Markup {
  /** The number of the element that was opened last, UNKNOWN, or END where `next` found its parent's end. */
  name = END;
  /** The open element was written as `<a/>`. */
  protected closed = false;
  private elements = 0;
  private attributeCount = 0;
  private readonly attributeRaws: string[] = [];
  private readonly attributeValues: string[] = [];
  private readonly attributeNames: Name[] = [];

  /** The open element's attributes, which must be asked for before its content is read. */
  attribute(id: number): string | undefined {
    for (let index = 0; index < this.attributeCount; index += 1) {
      if (this.attributeNames[index]?.id === id) return this.attributeValues[index];
    }
    return undefined;
  }

  hasAttributes(): boolean {
    return this.attributeCount > 0;
  }

  attributes(): { readonly name: Name; readonly value: string }[] {
    return this.attributeNames.slice(0, this.attributeCount).map((name, index) => ({ name, value: this.attributeValues[index] ?? '' }));
  }

  /** xsi:nil (XML Schema part 1, 2.6.2). */
  isNil(): boolean {
    if (this.attributeCount === 0) return false;
    const given = this.attribute(XSI_NIL);
    if (given === undefined) return false;
    const value = collapse(given);
    if (value === 'false' || value === '0') return false;
    if (value !== 'true' && value !== '1') throw this.malformed('xsi:nil is no boolean');
    return true;
  }

  /** xsi:type as an expanded name; `undefined` when there is none. */
  instanceType(): string | undefined {
    if (this.attributeCount === 0) return undefined;
    const value = this.attribute(XSI_TYPE);
    return value === undefined ? undefined : this.expand(collapse(value));
  }

  /** A QName in the document's content, by the declarations in force, as `{namespace}local`. */
  expand(qualified: string): string {
    const name = this.scope.element(qualified);
    if (name === undefined) throw this.malformed('a QName whose prefix is not declared');
    return `{${name.namespace}}${name.local}`;
  }

  /** The open element's own name. */
  element(): Name {
    return this.open;
  }

  protected startTag(): void {
    const { source, last } = this;
    const begin = this.position + 1;
    if (++this.elements > this.limits.elements) throw this.malformed(`over ${this.limits.elements} elements`);
    const guess = last.next;
    if (guess?.standsAt(source, begin) && this.repeatTag(guess, begin + guess.raw.length)) return;
    const end = this.endOfName(begin);
    const raw = source.slice(begin, end);
    this.position = end;
    const inner = this.readAttributes();
    const name = inner.element(raw);
    if (name === undefined) throw this.malformed('a wrong element name, or a prefix that is not declared');
    last.next = name;
    const isShort = this.position - end <= tailLengthMax && source.charCodeAt(end) !== GREATER_THAN;
    if (isShort && name.tail === undefined) this.keepTail(name, source.slice(end, this.position));
    this.push(name);
  }

  private keepTail(name: Name, text: string): void {
    const count = this.attributeCount;
    const attributes = { names: this.attributeNames.slice(0, count), values: this.attributeValues.slice(0, count) };
    name.keepTail({ text, outer: this.open.scope, closed: this.closed, ...attributes });
  }

  /** Takes a tag that is letter for letter what stood at such a place before; false when it goes on otherwise. */
  private repeatTag(guess: Name, end: number): boolean {
    const { source } = this;
    if (source.charCodeAt(end) === GREATER_THAN) {
      if (guess.scope !== this.open.scope) return false;
      this.attributeCount = 0;
      this.position = end + 1;
      this.push(guess);
      return true;
    }
    const { tail } = guess;
    if (tail === undefined || tail.outer !== this.open.scope || !source.startsWith(tail.text, end)) return false;
    this.attributeCount = tail.names.length;
    for (let index = 0; index < tail.names.length; index += 1) {
      this.attributeNames[index] = tail.names[index] ?? guess;
      this.attributeValues[index] = tail.values[index] ?? '';
    }
    this.closed = tail.closed;
    this.position = end + tail.text.length;
    this.push(guess);
    return true;
  }

  protected endTag(): void {
    const { source } = this;
    const { open } = this;
    const begin = this.position + 2;
    if (this.depth === 0 || !open.standsAt(source, begin)) throw this.malformed('an end tag that closes nothing');
    let end = begin + open.raw.length;
    while (isSpace(source.charCodeAt(end))) end += 1;
    if (source.charCodeAt(end) !== GREATER_THAN) throw this.malformed('an end tag of another element, or cut off');
    this.position = end + 1;
  }

  protected pop(): void {
    this.depth -= 1;
    this.open = this.openNames[this.depth] ?? this.open;
  }

  private push(name: Name): void {
    const { depth } = this;
    if (depth >= this.limits.depth) throw this.malformed(`over ${this.limits.depth} levels`);
    this.openNames[depth] = this.open;
    this.depth = depth + 1;
    this.open = name;
    this.last = name;
    this.name = name.id;
  }

  private endOfName(begin: number): number {
    const { source } = this;
    let end = begin;
    for (;;) {
      const code = source.charCodeAt(end);
      if (code === GREATER_THAN || code === SLASH || code === EQUALS || isSpace(code)) break;
      if (end - begin > nameLengthMax || end >= source.length) throw this.malformed('a name without an end');
      end += 1;
    }
    if (end === begin) throw this.malformed('a tag without a name');
    return end;
  }

  /** Reads up to the end of the start tag, and answers with the scope of the namespaces that it declares. */
  private readAttributes(): Scope {
    const { source } = this;
    const declarations: [string, string][] = [];
    let count = 0;
    for (;;) {
      const before = this.position;
      this.skipSpace();
      const code = source.charCodeAt(this.position);
      if (code === GREATER_THAN) break;
      if (code === SLASH) {
        if (source.charCodeAt(this.position + 1) !== GREATER_THAN) throw this.malformed('a slash inside a tag');
        this.position += 1;
        this.closed = true;
        break;
      }
      if (this.position === before) throw this.malformed('attributes without a blank between them');
      const begin = this.position;
      this.position = this.endOfName(begin);
      const raw = source.slice(begin, this.position);
      const value = this.attributeValue();
      if (count + declarations.length >= this.limits.attributes) throw this.malformed(`over ${this.limits.attributes} attributes`);
      if (raw === 'xmlns') this.declare(declarations, '', value);
      else if (raw.startsWith('xmlns:')) this.declare(declarations, raw.slice(6) || ':', value);
      else {
        this.attributeRaws[count] = raw;
        this.attributeValues[count] = value;
        count += 1;
      }
    }
    this.position += 1;
    return this.resolveAttributes(count, declarations);
  }

  private declare(declarations: [string, string][], prefix: string, namespace: string): void {
    if (prefix !== '' && !isNcName(prefix)) throw this.malformed('a wrong prefix');
    if (declarations.some(([other]) => other === prefix)) throw this.malformed('a prefix declared twice');
    declarations.push([prefix, namespace]);
  }

  private attributeValue(): string {
    const { source } = this;
    this.skipSpace();
    if (source.charCodeAt(this.position) !== EQUALS) throw this.malformed('an attribute without a value');
    this.position += 1;
    this.skipSpace();
    const quote = source.charCodeAt(this.position);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw this.malformed('an attribute without quotes');
    const from = this.position + 1;
    const to = source.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", from);
    if (to === -1) throw this.malformed('an attribute without an end');
    this.checkText(to - from);
    this.position = to + 1;
    let value = source.slice(from, to);
    if (value.includes('<')) throw this.malformed('< in an attribute');
    const plain = this.isPlainValue(from, to);
    // Attribute-value normalization (XML 1.0, 3.3.3): a blank that a reference stands for is kept.
    if (/[\t\n\r]/.test(value)) value = normalised(value).replace(/[\t\n]/g, ' ');
    return plain ? value : this.expanded(value);
  }

  private resolveAttributes(count: number, declarations: readonly [string, string][]): Scope {
    const scope = declarations.length === 0 ? this.scope : this.scope.with(declarations);
    if (scope === undefined) throw this.malformed('a namespace declaration that is forbidden');
    this.attributeCount = count;
    for (let index = 0; index < count; index += 1) {
      const name = scope.attribute(this.attributeRaws[index] ?? '');
      if (name === undefined) throw this.malformed('a wrong attribute name, or a prefix that is not declared');
      for (let other = 0; other < index; other += 1) {
        const seen = this.attributeNames[other];
        if (seen?.local === name.local && seen.namespace === name.namespace) throw this.malformed('an attribute given twice');
      }
      this.attributeNames[index] = name;
    }
    return scope;
  }
}
