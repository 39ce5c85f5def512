const escapes: Readonly<Record<string, string>> = {
  i: '[\\p{L}_:]',
  I: '[^\\p{L}_:]',
  c: '[\\p{L}\\p{Nd}\\p{M}\\-._:\\u00b7]',
  C: '[^\\p{L}\\p{Nd}\\p{M}\\-._:\\u00b7]',
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  s: '[ \\t\\n\\r]',
  S: '[^ \\t\\n\\r]',
  w: '[^\\p{P}\\p{Z}\\p{C}]',
  W: '[\\p{P}\\p{Z}\\p{C}]',
};
/** The same inside a class, where only what is no complement can stand. */
const inClass: Readonly<Record<string, string>> = {
  i: '\\p{L}_:',
  c: '\\p{L}\\p{Nd}\\p{M}\\-._:\\u00b7',
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  s: ' \\t\\n\\r',
};

/**
 * A regular expression of XML Schema (part 2, appendix F) as one of JavaScript with the flag `u`, or `undefined` when it uses
 * what JavaScript has not: class subtraction, blocks such as \p{IsCyrillic}, complements inside a class.
 */
export function translatePattern(pattern: string): string | undefined {
  let result = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? '';
    if (character === '\\') {
      at += 1;
      const next = pattern[at] ?? '';
      if (next === 'p' || next === 'P') {
        const property = /^\{([A-Z][a-z]?)\}/.exec(pattern.slice(at + 1));
        if (property === null) return undefined;
        result += `\\${next}${property[0]}`;
        at += property[0].length;
      } else if (/[a-zA-Z]/.test(next) && !/[nrt]/.test(next)) {
        const translated = depth > 0 ? inClass[next] : escapes[next];
        if (translated === undefined) return undefined;
        result += translated;
      } else result += next === '-' && depth === 0 ? '-' : `\\${next}`;
    } else if (character === '[') {
      if (depth > 0) return undefined;
      depth += 1;
      result += character;
    } else if (character === ']') {
      if (depth === 0) return undefined;
      depth -= 1;
      result += character;
    } else if ((character === '^' && !(depth > 0 && result.endsWith('['))) || (character === '$' && depth === 0))
      result += `\\${character}`;
    else if (character === '.' && depth === 0) result += '[^\\n\\r]';
    else if (character === '/') result += '\\/';
    else if (character === '-' && depth > 0 && (/^\\[dDsciw]/.test(pattern.slice(at - 2, at)) || /^-\\[dDsciw]/.test(pattern.slice(at))))
      result += '\\-';
    else result += character;
  }
  return isExpression(`^(?:${result})$`) ? `^(?:${result})$` : undefined;
}

function isExpression(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
