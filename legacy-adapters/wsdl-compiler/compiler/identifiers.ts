/** Names of the language and of the kit that a generated type must not hide. */
const takenTypes = [
  'Array',
  'Decimal',
  'Known',
  'Number',
  'Object',
  'Promise',
  'ReadonlyArray',
  'Reader',
  'Record',
  'String',
  'Uint8Array',
  'XmlTree',
];

/** `Hyphen-Name` to `HyphenName`, `42` to `_42`. */
export function typeIdentifier(label: string): string {
  const words = label.split(/[^\p{ID_Continue}$]+/u).filter((word) => word !== '');
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  return /^[\p{ID_Start}_$]/u.test(name) ? name : `_${name}`;
}

/** Gives each type and function a name that no other has. */
export class Identifiers {
  private readonly taken = new Set(takenTypes);

  take(wanted: string): string {
    let name = wanted;
    for (let number = 2; formsOf(name).some((form) => this.taken.has(form)); number += 1) name = `${wanted}${number}`;
    for (const form of formsOf(name)) this.taken.add(form);
    return name;
  }
}

/** `AnyCard` is the union of cards, and `decodeCardSlowly` reads one: neither may be another type's. */
function formsOf(name: string): string[] {
  return [name, `Any${name}`, `${name}Slowly`, `Any${name}Slowly`];
}

/** A property keeps the name that the schema gives it, whatever characters are in it, unless it is taken. */
export function uniqueProperty(wanted: string, taken: Set<string>): string {
  // An object literal with this key would set the prototype.
  const first = wanted === '__proto__' ? '__proto' : wanted;
  let name = first;
  for (let number = 2; taken.has(name); number += 1) name = `${first}${number}`;
  taken.add(name);
  return name;
}

/** A property's name where an object is written. */
export function key(property: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(property) ? property : quoted(property);
}

/** Access to a property. */
export function member(object: string, property: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(property) ? `${object}.${property}` : `${object}[${quoted(property)}]`;
}

/** A string literal of TypeScript, in single quotes. */
export function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** `*` + `/` must not end the comment that it stands in. */
export function commented(text: string): string {
  return text.replaceAll('*/', '* /').replace(/\s+/g, ' ').trim();
}
