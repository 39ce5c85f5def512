import type { XmlUnwritable } from '../escape.ts';
import { Writer } from '../writer.ts';
import { isSpelt, type Scalar } from './scalar.ts';

/** What generated encoders call. */
export class DocumentWriter extends Writer {
  scalar<Value>(tag: string, scalar: Scalar<Value>, value: Value): void {
    this.leaf(tag, this.formatted(tag, scalar, value));
  }

  scalarAttribute<Value>(tag: string, scalar: Scalar<Value>, value: Value): void {
    this.attribute(tag, this.formatted(tag, scalar, value));
  }

  scalarText<Value>(tag: string, scalar: Scalar<Value>, value: Value): void {
    this.text(this.formatted(tag, scalar, value));
  }

  /** Before a value that may only be the one that the schema fixes. */
  fixed<Value>(tag: string, scalar: Scalar<Value>, value: Value, literal: string): void {
    this.formatted(tag, scalar, value);
    if (!isSpelt(scalar, value, literal)) throw this.unwritable('another value than the fixed one', tag);
  }

  qname(tag: string, value: string): void {
    this.start(tag);
    this.qnameContent(value);
    this.end(tag);
  }

  /** The end of a start tag and a QName for its content. */
  qnameContent(value: string): void {
    const [namespace, local] = this.expanded(value);
    if (namespace !== '') this.attribute('xmlns:q', namespace);
    this.content();
    this.text(namespace === '' ? local : `q:${local}`);
  }

  /** The declaration is named after the attribute, of which an element has one. */
  qnameAttribute(tag: string, value: string): void {
    const [namespace, local] = this.expanded(value);
    const prefix = `q${tag.replace(':', '-')}`;
    if (namespace !== '') this.attribute(`xmlns:${prefix}`, namespace);
    this.attribute(tag, namespace === '' ? local : `${prefix}:${local}`);
  }

  nilElement(tag: string): void {
    this.start(tag);
    this.nil();
  }

  /** Occurrences of a repeated element or group. */
  count(label: string, values: readonly unknown[], min: number, max: number): void {
    this.array(label, values);
    if (values.length < min || values.length > max) throw this.unwritable(`${label}: ${values.length} where ${min} to ${max} are allowed`);
  }

  wrong(label: string): XmlUnwritable {
    return this.unwritable(`${label} is missing, or is none of what may stand there`);
  }

  private formatted<Value>(tag: string, scalar: Scalar<Value>, value: Value): string {
    const text = scalar.format(value);
    if (text === undefined) throw this.unwritable(`a value that is missing, or is no ${scalar.name},`, tag);
    return text;
  }
}
