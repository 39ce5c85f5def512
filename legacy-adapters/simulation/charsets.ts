import iconv from 'iconv-lite';

export type Charset = 'utf-8' | 'windows-1251';

const upperHalf = iconv.decode(Buffer.from(Array.from({ length: 128 }, (_, index) => 128 + index)), 'windows-1251');
const outsideWindows1251 = new RegExp(`[^\\u0000-\\u007f${upperHalf.replaceAll('\ufffd', '')}]`, 'gu');

/** The bytes of an XML document whose declaration says utf-8, in `charset`; what the charset lacks becomes a character reference. */
export function encodeXml(xml: string, charset: Charset): Buffer {
  if (charset === 'utf-8') return Buffer.from(xml);
  const declared = xml.replace('encoding="utf-8"', `encoding="${charset}"`);
  const representable = declared.replace(outsideWindows1251, (character) => `&#${character.codePointAt(0)};`);
  return iconv.encode(representable, charset);
}
