/**
 * Decodes an XML entity by the order of RFC 7303 section 3: byte order mark, then the HTTP charset, then the XML
 * declaration, then UTF-8. Throws a RangeError for an unknown charset and a TypeError for a byte that does not fit it: a
 * replacement character in a customer's name or in an amount is a wrong answer, not a readable one. Unlike the RFC, HTTP and
 * the declaration may not name two charsets where the difference shows.
 */
export function decodeXml(bytes: Uint8Array, contentType: string): string {
  return decoded(bytes, charsetOf(bytes, contentType));
}

/**
 * By the Encoding Standard, but for bytes to which a code page gives no character: 0x98 of windows-1251 becomes U+0098 there and a
 * byte over 0x7f of US-ASCII one of windows-1252, and a name or a text would silently be another one.
 */
function decoded(bytes: Uint8Array, charset: string): string {
  const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
  if (/^(?:windows-(?:125\d|874)|cp125\d)$/i.test(charset) && /[\u0080-\u009f]/.test(text))
    throw new TypeError('a byte without a character');
  if (/^(?:us-)?ascii$/i.test(charset) && bytes.some((byte) => byte > 0x7f)) throw new TypeError('a byte that is not ASCII');
  if (/^x-user-defined$/i.test(charset)) throw new RangeError('a charset that is no charset');
  return text;
}

export interface DecodedXml {
  readonly text: string;
  /** True when it is known that no character is in it that XML forbids; false when nobody has looked. */
  readonly charactersChecked: boolean;
}

/** Charsets in which a control character, and nothing else, is a byte below 0x20, and which have no surrogates of their own. */
const bytewise = /^(?:utf-?8|windows-125\d|iso-8859-\d{1,2}|koi8-[ru]|us-ascii)$/i;

/** As decodeXml; it also looks for forbidden characters where that is quick, which is in bytes. */
export function decodeAndCheckXml(bytes: Uint8Array, contentType: string): DecodedXml {
  const charset = charsetOf(bytes, contentType);
  const text = decoded(bytes, charset);
  const clean = bytewise.test(charset) && !hasControl(bytes) && !text.includes('\uFFFE') && !text.includes('\uFFFF');
  return { text, charactersChecked: clean };
}

/** A byte below 0x20 that is neither a tab nor a line end: four bytes at once by the "haszero" of Bit Twiddling Hacks. */
function hasControl(bytes: Uint8Array): boolean {
  const aligned = Math.min(bytes.length, (4 - (bytes.byteOffset % 4)) % 4);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + aligned, (bytes.length - aligned) >> 2);
  const end = aligned + words.length * 4;
  if (hasControlIn(bytes, 0, aligned) || hasControlIn(bytes, end, bytes.length)) return true;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? 0;
    if (((word - 0x20202020) & ~word & 0x80808080) !== 0 && hasControlIn(bytes, aligned + index * 4, aligned + index * 4 + 4)) return true;
  }
  return false;
}

function hasControlIn(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0x20;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return true;
  }
  return false;
}

function charsetOf(bytes: Uint8Array, contentType: string): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // A declaration in UTF-16 without a byte order mark (XML 1.0, appendix F.1).
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[2] === 0x3f && bytes[3] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0 && bytes[3] === 0x3f) return 'utf-16be';
  const fromHttp = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1];
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 200)).toString('latin1');
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1];
  if (fromHttp !== undefined && declared !== undefined && contradict(fromHttp, declared) && bytes.some((byte) => byte > 0x7f)) {
    throw new TypeError(`the charset is ${fromHttp} by HTTP and ${declared} by the XML declaration`);
  }
  return fromHttp ?? declared ?? 'utf-8';
}

/** Servers are seen that give every answer one charset in HTTP whatever is in it; read by the wrong one, names are other names. */
function contradict(one: string, other: string): boolean {
  return one.toLowerCase() !== other.toLowerCase() && new TextDecoder(one).encoding !== new TextDecoder(other).encoding;
}
