import { isXmlCharacter } from './characters.ts';

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** `&#x10FFFF;` without its ampersand, with room for leading zeros. */
const referenceLengthMax = 12;

/**
 * Replaces the five entities that XML itself declares (4.6) and character references (4.1). `undefined` when the text holds
 * any other reference or a bare ampersand: nothing is declared anywhere else, so no entity can grow.
 */
export function expandReferences(text: string): string | undefined {
  let result = '';
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    if (end === -1 || end - at > referenceLengthMax) return undefined;
    const character = characterOf(text.slice(at + 1, end));
    if (character === undefined) return undefined;
    result += text.slice(from, at) + character;
    from = end + 1;
  }
  return result + text.slice(from);
}

function characterOf(reference: string): string | undefined {
  const known = named.get(reference);
  if (known !== undefined) return known;
  const digits = /^#(?:x([\dA-Fa-f]+)|(\d+))$/.exec(reference);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined;
}
