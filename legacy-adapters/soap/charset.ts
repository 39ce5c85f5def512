/**
 * Decodes an XML entity by the order of RFC 7303 section 3: byte order mark, then the HTTP charset, then the XML
 * declaration, then UTF-8. Throws a RangeError for an unknown charset and a TypeError for a byte that does not fit it:
 * a replacement character in a customer's name or in an amount is a wrong answer, not a readable one.
 */
export function decodeXml(bytes: Uint8Array, contentType: string): string {
  return new TextDecoder(charsetOf(bytes, contentType), { fatal: true }).decode(bytes);
}

function charsetOf(bytes: Uint8Array, contentType: string): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // A declaration in UTF-16 without a byte order mark (XML 1.0, appendix F.1).
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[2] === 0x3f && bytes[3] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0 && bytes[3] === 0x3f) return 'utf-16be';
  const fromHttp = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1];
  if (fromHttp !== undefined) return fromHttp;
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 200)).toString('latin1');
  return /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1] ?? 'utf-8';
}
