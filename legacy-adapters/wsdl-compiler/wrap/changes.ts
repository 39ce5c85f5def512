const shownMax = 100;

/** The declarations on the top level of generated code, and the members of the tables, by their first lines. */
function declarations(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const block of source.split(/\n(?=export |const |\/\*\*| {2}[\w'$]+: \{$)/)) {
    const head = /^(?:\/\*\*.*\*\/\n)?(?:export )?(interface|type|function|const) ([\p{ID_Continue}$]+)/u.exec(block);
    const entry = /^ {2}('[^']*'|[\p{ID_Continue}$]+): \{$/mu.exec(block);
    if (head !== null) found.set(`${head[1]} ${head[2]}`, block);
    else if (entry !== null) found.set(`${/\n {4}actions:/.test(block) ? 'operation' : 'element'} ${entry[1]}`, block);
  }
  return found;
}

/** What a new version of a generated file adds, takes away and changes: `+ operation GetCards`, `~ interface Card`. */
export function changesBetween(before: string, after: string): string[] {
  const old = declarations(before);
  const now = declarations(after);
  const changes = [
    ...[...now.keys()].filter((name) => !old.has(name)).map((name) => `+ ${name}`),
    ...[...old.keys()].filter((name) => !now.has(name)).map((name) => `- ${name}`),
    ...[...now].filter(([name, text]) => old.has(name) && old.get(name) !== text).map(([name]) => `~ ${name}`),
  ];
  return changes.length > shownMax ? [...changes.slice(0, shownMax), `and ${changes.length - shownMax} more`] : changes;
}
