import { type Decimal, decimalDigitsMax } from '#platform/decimal.ts';
import { Cursor } from '../cursor.ts';
import { END } from '../names.ts';
import { endOfDigits, endOfPlainDateTime, isPlainDate } from './dates.ts';
import { collapse, isSpelt, type Scalar } from './scalar.ts';
import * as scalars from './scalars.ts';

/** Which namespaces a wildcard takes. */
export type Accepts = (namespace: string) => boolean;

/** The names that may stand somewhere in one type's content; any other one is passed over and counted. */
export interface Known {
  readonly ids: ReadonlySet<number>;
  readonly wildcards: readonly Accepts[];
}

export function known(ids: readonly number[], wildcards: readonly Accepts[] = []): Known {
  return { ids: new Set(ids), wildcards };
}

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** How long a decoder of many rows keeps the event loop at a time. */
const breathMsMax = 4;

/** What generated decoders call. An element is open when one of the value methods is called, and passed when it answers. */
export class Reader extends Cursor {
  private lastBreathAt = performance.now();

  /** Lets others have the event loop, when it has been ours for long; slow decoders call it between rows. */
  async breathe(): Promise<void> {
    if (performance.now() - this.lastBreathAt < breathMsMax) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.lastBreathAt = performance.now();
  }

  // Content

  /** Passes over what the type does not know; answers with the name of what stands then. */
  pass(names: Known): number {
    while (this.name !== END && !names.ids.has(this.name) && !this.taken(names)) {
      this.skipUnknown();
      this.next();
    }
    return this.name;
  }

  expect(id: number, names: Known, label: string): void {
    if (this.pass(names) !== id) throw this.missing(label);
  }

  /** At the end of a type's content. */
  close(names: Known): void {
    if (this.pass(names) !== END) throw this.malformed('an element out of its order, or once too often');
  }

  takes(names: Known, accepts: Accepts): boolean {
    this.pass(names);
    return this.name !== END && !names.ids.has(this.name) && accepts(this.element().namespace);
  }

  missing(label: string): Error {
    return this.name === END
      ? this.malformed(`${label} is missing before the end of an element`)
      : this.malformed(`${label} is missing before`);
  }

  repeated(): Error {
    return this.malformed('an element once too often');
  }

  // Attributes and instance attributes

  requiredAttribute<Value>(id: number, scalar: Scalar<Value>): Value {
    return this.optionalAttribute(id, scalar) ?? this.refuseAttribute(scalar);
  }

  optionalAttribute<Value>(id: number, scalar: Scalar<Value>): Value | undefined {
    const text = this.attribute(id);
    return text === undefined ? undefined : (scalar.parse(text) ?? this.refuseAttribute(scalar));
  }

  requiredQName(id: number): string {
    return this.optionalQName(id) ?? this.refuseAttribute(scalars.QName);
  }

  /** An attribute of xs:QName, as `{namespace}local`; without a prefix it is of the default namespace, as an element is. */
  optionalQName(id: number): string | undefined {
    const text = this.attribute(id);
    if (text === undefined) return undefined;
    const name = this.scope.element(collapse(text));
    return name === undefined ? this.refuseAttribute(scalars.QName) : `{${name.namespace}}${name.local}`;
  }

  /** An attribute with a default value, which a fixed one also is. */
  defaultAttribute<Value>(id: number, scalar: Scalar<Value>, initial: string, fixed: boolean): Value {
    const text = this.attribute(id) ?? initial;
    const value = scalar.parse(text) ?? this.refuseAttribute(scalar);
    if (fixed && !isSpelt(scalar, value, initial)) throw this.malformed('an attribute without its fixed value');
    return value;
  }

  /** The attributes that the type does not declare, by their expanded names. */
  otherAttributes(ids: readonly number[], accepts: Accepts): Record<string, string> {
    const found: Record<string, string> = {};
    for (const { name, value } of this.attributes()) {
      const isInstance = name.namespace === 'http://www.w3.org/2001/XMLSchema-instance';
      if (!isInstance && !ids.includes(name.id) && accepts(name.namespace)) found[`{${name.namespace}}${name.local}`] = value;
    }
    return found;
  }

  /** For an element that may be neither nil nor of another type than `type`. */
  exact(type: string): void {
    if (this.isNil()) throw this.malformed('nil where a value must stand');
    const given = this.instanceType();
    if (given !== undefined && given !== type) throw this.malformed('xsi:type names a type that may not stand here');
  }

  wrongType(): Error {
    return this.malformed('xsi:type names no type that may stand here');
  }

  /** Reads an element that is nil, which must be empty. */
  nil(): null {
    if (this.string() !== '') throw this.malformed('nil, and yet a value');
    return null;
  }

  // Values

  scalar<Value>(scalar: Scalar<Value>): Value {
    return scalar.parse(this.plainString()) ?? this.refuse(scalar);
  }

  /** An element with a default value, which stands for an empty one; `fixed` allows no other. */
  defaulted<Value>(scalar: Scalar<Value>, initial: string, fixed: boolean): Value {
    const text = this.plainString();
    const value = scalar.parse(text === '' ? initial : text) ?? this.refuse(scalar);
    if (fixed && !isSpelt(scalar, value, initial)) throw this.malformed(`${this.last.raw} has not its fixed value in`);
    return value;
  }

  plainString(): string {
    if (this.hasAttributes() && this.isNil()) throw this.malformed('nil where a value must stand');
    return this.string();
  }

  // The four that follow read the plain form of their type straight from the document; every other form goes the long way.

  long(): string {
    const { source, position } = this;
    const begin = source.charCodeAt(position) === MINUS ? position + 1 : position;
    const end = endOfDigits(source, begin);
    // Up to 18 digits are within the range.
    const isPlain = end > begin && end - begin <= 18 && (source.charCodeAt(begin) !== ZERO || end - position === 1);
    return isPlain && !this.hasAttributes() && this.endsAt(end) ? source.slice(position, end) : this.scalar(scalars.long);
  }

  decimal(): Decimal {
    const { source, position } = this;
    const begin = source.charCodeAt(position) === MINUS ? position + 1 : position;
    const point = endOfDigits(source, begin);
    const hasFraction = source.charCodeAt(point) === POINT;
    const end = hasFraction ? endOfDigits(source, point + 1) : point;
    // What begins with a zero may be a negative one; so many characters are digits and a point.
    const isPlain = point > begin && source.charCodeAt(begin) !== ZERO && end - begin <= decimalDigitsMax;
    const isFraction = !hasFraction || end > point + 1;
    if (isPlain && isFraction && !this.hasAttributes() && this.endsAt(end)) return source.slice(position, end) as Decimal;
    return this.scalar(scalars.decimal);
  }

  date(): string {
    const { source, position } = this;
    const isPlain = isPlainDate(source, position) && !this.hasAttributes();
    return isPlain && this.endsAt(position + 10) ? source.slice(position, position + 10) : this.scalar(scalars.date);
  }

  dateTime(): string {
    const { source, position } = this;
    const end = endOfPlainDateTime(source, position);
    return end !== -1 && !this.hasAttributes() && this.endsAt(end) ? source.slice(position, end) : this.scalar(scalars.dateTime);
  }

  /** xs:QName as `{namespace}local`. */
  qname(): string {
    const { scope } = this;
    const text = collapse(this.plainString());
    const name = scope.element(text);
    if (name === undefined) throw this.refusal(scalars.QName);
    return `{${name.namespace}}${name.local}`;
  }

  /** Refuses the element that was read last. */
  private refuse(scalar: { readonly name: string }): never {
    throw this.refusal(scalar);
  }

  private refuseAttribute(scalar: { readonly name: string }): never {
    throw this.malformed(`an attribute is missing, or is no ${scalar.name},`);
  }

  private refusal(scalar: { readonly name: string }): Error {
    return this.malformed(`${this.last.raw} is no ${scalar.name}`);
  }

  private taken(names: Known): boolean {
    return names.wildcards.length > 0 && names.wildcards.some((accepts) => accepts(this.element().namespace));
  }
}
