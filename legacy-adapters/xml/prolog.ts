import { DOUBLE_QUOTE, GREATER_THAN, SINGLE_QUOTE } from './characters.ts';

const declaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.0\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][\w.-]{0,39}\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\3)?[ \t\r\n]*\?>$/;
const declarationLengthMax = 256;

/** The place after the XML declaration (XML 1.0, 2.8), or `from` when there is none; `undefined` when it is a wrong one. */
export function endOfDeclaration(source: string, from: number): number | undefined {
  if (!/^<\?xml[ \t\r\n?]/.test(source.slice(from, from + 6))) return from;
  const text = source.slice(from, from + declarationLengthMax);
  const end = text.indexOf('?>');
  return end !== -1 && declaration.test(text.slice(0, end + 2)) ? from + end + 2 : undefined;
}

/** The place after a DOCTYPE with its internal subset, none of which is read; -1 when it does not end. */
export function endOfDoctype(source: string, from: number): number {
  let inSubset = false;
  for (let at = from; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      at = source.indexOf(String.fromCharCode(code), at + 1);
      if (at === -1) return -1;
    } else if (source.startsWith('<!--', at)) {
      at = source.indexOf('-->', at);
      if (at === -1) return -1;
      at += 2;
    } else if (code === 0x5b) inSubset = true;
    else if (code === 0x5d) inSubset = false;
    else if (code === GREATER_THAN && !inSubset) return at + 1;
  }
  return -1;
}
