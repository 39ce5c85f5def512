import { firstForbidden } from './characters.ts';

/** A value that can't be written: it has no place in XML, or does not fit its schema. The message never carries the value. */
export class XmlUnwritable extends Error {
  override readonly name = 'XmlUnwritable';
  /** The elements around it, outermost first, as they would have been written: `n1:GetCards/n1:cardToken`. */
  readonly path: string;

  constructor(why: string, path = '') {
    super(path === '' ? why : `${why} at ${path}`);
    this.path = path;
  }
}

function checked(text: string): string {
  if (firstForbidden(text) !== -1) throw new XmlUnwritable('a character that XML forbids');
  return text;
}

/** For text between tags. `>` is escaped too, so that no `]]>` is ever written; a carriage return would be read as a line feed. */
export function escapeText(text: string): string {
  if (typeof text !== 'string') throw new XmlUnwritable('no text where one must stand');
  if (!/[^ !"#-%'-;=?-~\t\n\u00a0-\ud7ff]/.test(text)) return text;
  return checked(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** For an attribute's value between double quotes; tabs and line ends would be read as blanks. */
export function escapeAttribute(text: string): string {
  if (typeof text === 'string' && !/[^ !#-%'-;=?-~\u00a0-\ud7ff]/.test(text)) return text;
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}
