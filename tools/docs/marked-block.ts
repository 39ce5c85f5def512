/** How a mark is written in a file of a kind. */
const marks = {
  '.md': { begin: (name: string) => `<!-- ${name}: .*? -->\\n`, end: (name: string) => `<!-- /${name} -->`, margin: '\n' },
  '.yaml': { begin: (name: string) => `# ${name}: .*\\n`, end: (name: string) => `# /${name}\n`, margin: '' },
  '.env': { begin: (name: string) => `# ${name}: .*\\n`, end: (name: string) => `# /${name}\n`, margin: '' },
} as const;

/**
 * Puts text between two marks of a file, which stay: of a Markdown page, or comments of a YAML or an environment file.
 * Throws where the file has no such marks.
 */
export function replaceMarked(file: string, text: string, name: string, content: string): string {
  const mark = Object.entries(marks).find(([extension]) => file.endsWith(extension))?.[1];
  if (mark === undefined) throw new Error(`${file} is of no kind that has marks`);
  const begin = new RegExp(mark.begin(name)).exec(text);
  const end = new RegExp(`[ ]*${mark.end(name)}`).exec(text);
  if (begin === null || end === null || end.index < begin.index) throw new Error(`${file} has no place for ${name}`);
  return `${text.slice(0, begin.index + begin[0].length)}${mark.margin}${content.replace(/^\n+|\s+$/g, '')}\n${mark.margin}${text.slice(end.index)}`;
}
