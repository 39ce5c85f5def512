/** Section numbers are those of XML 1.0, fifth edition. */

export const LESS_THAN = 0x3c;
export const GREATER_THAN = 0x3e;
export const SLASH = 0x2f;
export const AMPERSAND = 0x26;
export const EXCLAMATION = 0x21;
export const QUESTION = 0x3f;
export const EQUALS = 0x3d;
export const DOUBLE_QUOTE = 0x22;
export const SINGLE_QUOTE = 0x27;

/** S (2.3). */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** White space as XML Schema's `collapse` has it: none around, one blank between. Only XML's own; U+00A0 and U+FEFF are characters. */
export function collapse(text: string): string {
  return /[\t\n\r]|^ | $| {2}/.test(text) ? text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '') : text;
}

/** Char (2.2), for a whole code point. */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

const nameStart =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const namePart = `${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040`;
const ncName = new RegExp(`^[${nameStart}][${namePart}]*$`, 'u');
const qName = new RegExp(`^[${nameStart}][${namePart}]*(?::[${nameStart}][${namePart}]*)?$`, 'u');

/** NCName of Namespaces in XML, section 3. */
export function isNcName(text: string): boolean {
  return ncName.test(text);
}

/** QName of Namespaces in XML, section 4. */
export function isQName(text: string): boolean {
  return qName.test(text);
}

/** The place of the first UTF-16 unit that may not stand in a document (2.2), or -1. */
export function firstForbidden(text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x20 && code < 0xd800) continue;
    if (code < 0x20) {
      if (code === 0x0a || code === 0x0d || code === 0x09) continue;
      return index;
    }
    if (code < 0xdc00) {
      const low = text.charCodeAt(index + 1);
      if (!(low >= 0xdc00 && low <= 0xdfff)) return index;
      index += 1;
      continue;
    }
    if (code < 0xe000 || code > 0xfffd) return index;
  }
  return -1;
}
