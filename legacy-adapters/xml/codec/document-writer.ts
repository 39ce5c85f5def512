import { XmlUnwritable } from '../escape.ts';
import { expanded, Writer } from '../writer.ts';
import type { Scalar } from './scalar.ts';

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

  qname(tag: string, value: string): void {
    this.start(tag);
    this.qnameContent(value);
    this.end(tag);
  }

  /** The end of a start tag and a QName for its content. */
  qnameContent(value: string): void {
    const [namespace, local] = expanded(value);
    if (namespace !== '') this.attribute('xmlns:q', namespace);
    this.content();
    this.text(namespace === '' ? local : `q:${local}`);
  }

  /** The declaration is named after the attribute, of which an element has one. */
  qnameAttribute(tag: string, value: string): void {
    const [namespace, local] = expanded(value);
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
    if (!Array.isArray(values)) throw new XmlUnwritable(`${label} is no array`);
    if (values.length < min || values.length > max)
      throw new XmlUnwritable(`${label}: ${values.length} where ${min} to ${max} are allowed`);
  }

  wrong(label: string): XmlUnwritable {
    return new XmlUnwritable(`${label} is missing, or is none of what may stand there`);
  }

  private formatted<Value>(tag: string, scalar: Scalar<Value>, value: Value): string {
    const text = scalar.format(value);
    if (text === undefined) throw new XmlUnwritable(`${tag} is missing, or is no ${scalar.name}`);
    return text;
  }
}
