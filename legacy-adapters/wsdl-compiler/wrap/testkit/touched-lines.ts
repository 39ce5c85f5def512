/** What differs between two states of the project, file by file, beyond new files. */
export interface Touched {
  /** Lines that were added or taken away, by file; files that a command writes are left out. */
  readonly byHand: Readonly<Record<string, number>>;
  readonly newFiles: readonly string[];
}

type Snapshot = ReadonlyMap<string, string>;

/** What `npm run compose` and `npm run docs` write is nobody's work: schema/, the two realms, and marked blocks of other files. */
function withoutGenerated(file: string, text: string): string {
  if (file.startsWith('schema/') || /^identity\/realm\/(?:development|production)\.json$/.test(file)) return '';
  if (file.endsWith('.md')) return text.replace(/(<!-- ([\w ]+): written by `npm run docs`.*? -->)[\s\S]*?(<!-- \/\2 -->)/g, '$1$3');
  return /^deploy\/[^/]+\.(?:yaml|env)$/.test(file)
    ? text.replace(/^( *# ([\w ]+): written by `npm run docs`.*\n)[\s\S]*?(^ *# \/\2$)/gm, '$1$3')
    : text;
}

export function touchedLines(before: Snapshot, after: Snapshot): Touched {
  const byHand: Record<string, number> = {};
  for (const [file, was] of before) {
    const is = after.get(file) ?? '';
    if (was === is) continue;
    const count = differingLines(withoutGenerated(file, was), withoutGenerated(file, is));
    if (count > 0) byHand[file] = count;
  }
  return { byHand, newFiles: [...after.keys()].filter((file) => !before.has(file)) };
}

/** Lines of the one that the other lacks, both ways. */
function differingLines(was: string, is: string): number {
  const lacking = (some: readonly string[], others: readonly string[]) => {
    const left = new Map<string, number>();
    for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
    return some.filter((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count <= 0;
    }).length;
  };
  const [before, after] = [was.split('\n'), is.split('\n')];
  return lacking(before, after) + lacking(after, before);
}
