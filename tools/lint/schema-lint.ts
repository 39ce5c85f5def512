import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type EntityOwners, nullableBoundaries, ownedEntities } from './schema-lint/boundaries.ts';
import { relayConnections } from './schema-lint/connections.ts';
import { elementRules } from './schema-lint/elements.ts';
import { mutationInputs, mutationResults } from './schema-lint/mutations.ts';
import { type Finding, parseSdl, type Report, type SchemaFile, type Sdl } from './schema-lint/sdl.ts';

export type { Finding, SchemaFile } from './schema-lint/sdl.ts';

/** Which subgraph owns each entity that more than one of them knows. */
const entityOwners: EntityOwners = { Customer: 'customers', Account: 'accounts', Card: 'cards', Payee: 'payees' };

const rules: Readonly<Record<string, (sdl: Sdl, report: Report, owners: EntityOwners) => void>> = {
  ...elementRules,
  'relay-connections': relayConnections,
  'mutation-inputs': mutationInputs,
  'mutation-results': mutationResults,
  'nullable-boundaries': nullableBoundaries,
};

export const ruleNames: readonly string[] = [...Object.keys(rules), 'owned-entities'];

/** Holds the contract to the rules of graph design that a tool can hold. */
export function lintSchema(files: readonly SchemaFile[], owners: EntityOwners = entityOwners): Finding[] {
  const findings: Finding[] = [];
  const all = files.map(parseSdl);
  const reportFor =
    (rule: string) =>
    (sdl: Sdl): Report =>
    (at, message) => {
      findings.push({ file: sdl.path, line: at.loc?.startToken.line ?? 0, rule, message });
    };
  for (const sdl of all) for (const [name, rule] of Object.entries(rules)) rule(sdl, reportFor(name)(sdl), owners);
  ownedEntities(all, owners, reportFor('owned-entities'));
  return findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** The contract that clients see and each subgraph's own; the supergraph is made from these. */
function contractFiles(root: string): SchemaFile[] {
  const paths = ['schema/api.graphql', ...globSync('schema/subgraphs/*.graphql', { cwd: root }).sort()];
  const missing = paths.length === 1 ? 'schema/subgraphs/*.graphql' : paths.find((file) => !existsSync(path.join(root, file)));
  if (missing !== undefined) throw new Error(`${missing} is missing; \`npm run compose\` writes it`);
  return paths.map((file) => ({ path: file.split(path.sep).join('/'), text: readFileSync(path.join(root, file), 'utf8') }));
}

if (import.meta.main) {
  const files = contractFiles(path.resolve(import.meta.dirname, '../..'));
  const findings = lintSchema(files);
  for (const { file, line, rule, message } of findings) console.error(`${file}:${line} ${rule} ${message}`);
  console.log(`${files.length} files, ${findings.length} findings`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
