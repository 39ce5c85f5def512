/** `GetVATCode_v2` to `Get VAT Code v2`. */
export function wordsOf(name: string): string[] {
  const split = name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2');
  return split.split(/[^\p{L}\d]+/u).filter((word) => word !== '');
}

/** `VAT code` to `VatCode`. */
export function pascalCase(name: string): string {
  const joined = wordsOf(name)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
  return /^\d/.test(joined) ? `_${joined}` : joined;
}

export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.slice(0, 1).toLowerCase() + pascal.slice(1);
}

export function constantCase(name: string): string {
  return wordsOf(name).join('_').toUpperCase();
}

export function kebabCase(name: string): string {
  return wordsOf(name).join('-').toLowerCase();
}

/** A name that none before it has. */
export function unused(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}

export function localOf(expanded: string): string {
  return expanded.slice(expanded.lastIndexOf('}') + 1);
}
