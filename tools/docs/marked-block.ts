/** Puts text between two marks of a Markdown page, which stay. Throws where the page has no such marks. */
export function replaceMarked(page: string, name: string, content: string): string {
  const begin = new RegExp(`<!-- ${name}: .*? -->\\n`).exec(page);
  const end = page.indexOf(`<!-- /${name} -->`);
  if (begin === null || end < begin.index) throw new Error(`there is no place for ${name}: <!-- ${name}: … --> and <!-- /${name} -->`);
  return `${page.slice(0, begin.index + begin[0].length)}\n${content.trim()}\n\n${page.slice(end)}`;
}
