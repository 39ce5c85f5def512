/**
 * The four kinds of tests, told apart by where a file is and what it is called: `unit` is whatever the other three are not.
 * Each line of `files` is a pattern from the root.
 */
export const projects = [
  { name: 'browser', files: ['**/*.browser.test.ts'] },
  { name: 'e2e', files: ['e2e/**/*.test.ts'] },
  { name: 'wire', files: ['**/*.wire.test.ts', 'legacy-adapters/**/contract.test.ts', 'legacy-adapters/**/conformance.test.ts'] },
  { name: 'unit', files: ['**/*.test.ts'] },
] as const;

/** A file is of the first project that names it. */
export function filesOf(name: (typeof projects)[number]['name']): { include: string[]; exclude: string[] } {
  const at = projects.findIndex((project) => project.name === name);
  return { include: [...(projects[at]?.files ?? [])], exclude: projects.slice(0, at).flatMap(({ files }) => [...files]) };
}
