import fc from 'fast-check';

const triesMax = 60;
const seed = 1;

/** Classes of XML Schema's expressions by characters that everybody can read. */
const plain: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'A-Za-z0-9',
  i: 'A-Za-z_',
  c: 'A-Za-z0-9',
  s: ' ',
  D: 'A-Z',
  W: '\\-',
  I: '0-9',
  C: ' ',
  S: 'A-Za-z0-9',
};

/** Texts that a pattern of XML Schema matches, the shortest first; they are to be checked, since its classes are narrowed here. */
export function textsMatching(pattern: string): string[] {
  try {
    const arbitrary = fc.stringMatching(new RegExp(`^(?:${narrowed(pattern)})$`), { size: 'xsmall' });
    const found = fc.sample(arbitrary, { seed, numRuns: triesMax });
    return [...new Set(found)].filter((text) => text !== '').sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  } catch {
    return [];
  }
}

function narrowed(pattern: string): string {
  let inClass = false;
  const inBrackets = (characters: string) => (inClass ? characters : `[${characters}]`);
  return pattern.replace(/\\[pP]\{[^}]*\}|\\.|[[\].^$/]/gs, (token) => {
    if (token === '[' || token === ']') {
      inClass = token === '[';
      return token;
    }
    if (token === '.') return inClass ? token : '[a-z0-9]';
    if (token === '^' || token === '$') return inClass ? token : `\\${token}`;
    if (token === '/') return '\\/';
    if (/^\\[pP]/.test(token)) return inBrackets(property(token));
    const known = plain[token.slice(1)];
    return known === undefined ? token : inBrackets(known);
  });
}

function property(token: string): string {
  if (token.includes('Cyrillic')) return 'А-Я';
  if (token.startsWith('\\P')) return 'A-Z0-9';
  const kind = token.slice(3, -1);
  if (kind === 'Ll') return 'a-z';
  if (kind.startsWith('L')) return 'A-Z';
  if (kind.startsWith('N')) return '0-9';
  return kind.startsWith('Z') ? ' ' : '\\-';
}
