import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import ts from 'typescript';

export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export interface ImportLawResult {
  readonly modules: number;
  readonly dependencies: number;
  readonly breaches: readonly Breach[];
}

const projectRoot = path.resolve(import.meta.dirname, '../..');
const rooms = ['platform', 'legacy-adapters', 'subgraphs', 'gateway', 'identity', 'clients', 'bank', 'bench', 'e2e', 'tools'];
const law = createRequire(import.meta.url)(path.join(projectRoot, '.dependency-cruiser.cjs'));

function sourcesIn(root: string, places: readonly string[]): string[] {
  const files = globSync(
    places.map((place) => (existsSync(path.join(root, place, '.')) ? `${place}/**/*.{ts,tsx}` : place)),
    { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] },
  );
  return files.map((file) => file.split(path.sep).join('/')).filter((file) => !file.endsWith('.d.ts'));
}

/**
 * The cruiser passes in silence when it cannot parse a file. So every source must be among the modules it saw, each with the
 * very imports that TypeScript's own scanner finds in it.
 */
export function assertParsed(root: string, sources: readonly string[], modules: readonly IModule[]): void {
  const cruised = new Map(
    modules.map((module) => [module.source, new Set(module.dependencies.map((dependency) => dependency.module.replace(/^node:/, '')))]),
  );
  for (const source of sources) {
    const seen = cruised.get(source);
    if (seen === undefined) throw new Error(`dependency-cruiser did not look at ${source}`);
    const text = readFileSync(path.join(root, source), 'utf8');
    const missed = ts.preProcessFile(text, true, true).importedFiles.filter(({ fileName }) => !seen.has(fileName.replace(/^node:/, '')));
    if (missed.length > 0) throw new Error(`dependency-cruiser did not see the import of ${missed[0]?.fileName} in ${source}`);
  }
  if (sources.length === 0) throw new Error(`no TypeScript source was found in ${root}`);
  if (![...cruised.values()].some((imports) => imports.size > 0)) throw new Error('dependency-cruiser saw no import at all');
}

function breachesIn(result: ICruiseResult): Breach[] {
  return result.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    from: violation.from,
    to: violation.to,
    why:
      violation.cycle?.map((step) => step.name).join(' -> ') ??
      law.forbidden.find((rule: { name: string }) => rule.name === violation.rule.name).comment,
  }));
}

/** Holds a tree of rooms to the law in .dependency-cruiser.cjs. */
export async function checkImportLaw(root = projectRoot): Promise<ImportLawResult> {
  const places = [...rooms.filter((room) => existsSync(path.join(root, room))), ...globSync('*.ts', { cwd: root })];
  const { output } = await cruise(places, { ...law.options, ruleSet: { forbidden: law.forbidden }, validate: true, baseDir: root });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output.slice(0, 200)}`);
  assertParsed(root, sourcesIn(root, places), output.modules);
  return { modules: output.summary.totalCruised, dependencies: output.summary.totalDependenciesCruised ?? 0, breaches: breachesIn(output) };
}

if (import.meta.main) {
  const { modules, dependencies, breaches } = await checkImportLaw();
  for (const { rule, from, to, why } of breaches) console.error(`${from} -> ${to}\n  ${rule}: ${why}`);
  console.log(`${modules} modules, ${dependencies} imports, ${breaches.length} against the law`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
