import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../legacy-adapters/soap/compiler/compile.ts';
import { changesBetween } from './wrap/changes.ts';
import { isSignInKind, signInKinds } from './wrap/skeleton/sign-ins.ts';
import { skeletonsOf } from './wrap/skeleton/skeletons.ts';
import { writeMissing } from './wrap/skeleton/write.ts';
import { copyWsdl } from './wrap/wsdl-copy.ts';

/**
 * `npm run wrap -- path/to/Service.wsdl --name core-banking [--sign-in basic] [--out DIR] [--map LOCATION=FILE]... [--check]`
 *
 * Compiles a WSDL or a schema into `legacy-adapters/<name>/generated/`, or into `--out`. For a system that has no adapter yet
 * it writes skeletons of one and of a subgraph as well; `--no-skeletons` leaves them out, `--skeletons` puts those beside an
 * adapter that it lacks. What is there already is never written again, but for generated code. Ends with 0 when it is compiled
 * (and, with `--check`, nothing there differs), with 1 otherwise. The last line is one JSON object.
 */
const root = path.resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    name: { type: 'string' },
    out: { type: 'string' },
    map: { type: 'string', multiple: true, default: [] },
    check: { type: 'boolean', default: false },
    skeletons: { type: 'boolean' },
    'sign-in': { type: 'string', default: 'basic' },
  },
});
const [given] = positionals;
const { name, check, 'sign-in': signIn } = values;
if (given === undefined || (name === undefined && values.out === undefined)) {
  console.error(
    `usage: npm run wrap -- path/to/Service.wsdl --name core-banking [--sign-in ${signInKinds.join('|')}] [--no-skeletons] [--out DIR] [--map LOCATION=FILE] [--check]`,
  );
  process.exit(1);
}
if (name !== undefined && !/^[a-z][a-z\d-]{0,62}$/.test(name)) {
  console.error('a name is in kebab-case, as core-banking');
  process.exit(1);
}
if (!isSignInKind(signIn)) {
  console.error(`--sign-in is one of ${signInKinds.join(', ')}`);
  process.exit(1);
}
const adapter = values.out === undefined && name !== undefined ? path.join(root, 'legacy-adapters', name) : undefined;
const out = adapter === undefined ? path.resolve(values.out ?? '') : path.join(adapter, 'generated');
const locations = new Map(
  values.map.map((pair): [string, string] => {
    const at = pair.lastIndexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  }),
);
const shown = (file: string) => path.relative(process.cwd(), file);

console.log(`reading ${given}`);
const { files, types, operations, diagnostics } = compile({ file: given, locations, out });
for (const { severity, file: at, line, message, wayOut } of diagnostics) {
  console.error(`${shown(at)}:${line} ${severity}: ${message}; ${wayOut}`);
}
const failed = diagnostics.some(({ severity }) => severity === 'error');
let changed = 0;
for (const [local, text] of files) {
  const target = path.join(out, local);
  const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  if (before === text) continue;
  changed += 1;
  console.log(`${check ? 'would write' : 'writes'} ${shown(target)}`);
  if (before !== undefined) for (const change of changesBetween(before, text)) console.log(`  ${change}`);
  if (check) continue;
  mkdirSync(out, { recursive: true });
  writeFileSync(target, text);
}
if (!failed) console.log(changed === 0 ? 'nothing has changed' : `${changed} files`);

let written: readonly string[] = [];
if (!failed && !check && adapter !== undefined && name !== undefined) {
  const copy = copyWsdl(given, locations, adapter);
  for (const file of copy.written) console.log(`copies ${shown(file)}`);
  if (copy.problem !== undefined) console.log(`no skeletons: ${copy.problem}`);
  else if (values.skeletons ?? true) written = await writeSkeletons(adapter, name, copy.file);
}
console.log(JSON.stringify({ types, operations, diagnostics, skeletons: written }));
process.exitCode = failed || (check && changed > 0) ? 1 : 0;

async function writeSkeletons(folder: string, system: string, wsdl: string): Promise<readonly string[]> {
  if (!isSignInKind(signIn)) return [];
  if (existsSync(path.join(folder, 'port.ts')) && values.skeletons !== true) {
    console.log(`keeps ${shown(path.join(folder, 'port.ts'))} and all beside it; --skeletons writes what is missing there`);
    return [];
  }
  const skeletons = await skeletonsOf({ root, name: system, file: wsdl, signIn });
  if (typeof skeletons === 'string') {
    console.log(`no skeletons: ${skeletons}`);
    return [];
  }
  const result = writeMissing(root, skeletons.files);
  for (const file of result.written) console.log(`writes ${shown(path.join(root, file))}`);
  for (const file of result.kept) console.log(`keeps ${shown(path.join(root, file))}`);
  if (result.faults !== undefined) console.error(`npm run check will say of them:\n${result.faults}`);
  for (const note of skeletons.notes) console.log(`left out: ${note}`);
  for (const line of skeletons.wiring) console.log(line);
  return result.written;
}
