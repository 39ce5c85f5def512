import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../legacy-adapters/soap/compiler/compile.ts';
import { changesBetween } from './wrap/changes.ts';

/**
 * `npm run wrap -- path/to/Service.wsdl --name core-banking [--out DIR] [--map LOCATION=FILE]... [--check]`
 *
 * Compiles a WSDL or a schema into `legacy-adapters/<name>/generated/`, or into `--out`. Ends with 0 when it is compiled (and,
 * with `--check`, nothing there differs), with 1 otherwise. The last line is one JSON object.
 */
const root = path.resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    out: { type: 'string' },
    map: { type: 'string', multiple: true, default: [] },
    check: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (file === undefined || (values.name === undefined && values.out === undefined)) {
  console.error('usage: npm run wrap -- path/to/Service.wsdl --name core-banking [--out DIR] [--map LOCATION=FILE] [--check]');
  process.exit(1);
}
if (values.name !== undefined && !/^[a-z][a-z\d-]{0,62}$/.test(values.name)) {
  console.error('a name is in kebab-case, as core-banking');
  process.exit(1);
}
const out = values.out === undefined ? path.join(root, 'legacy-adapters', values.name ?? '', 'generated') : path.resolve(values.out);
const locations = new Map(
  values.map.map((pair): [string, string] => {
    const at = pair.lastIndexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  }),
);

console.log(`reading ${file}`);
const { files, types, operations, diagnostics } = compile({ file, locations, out });
for (const { severity, file: at, line, message, wayOut } of diagnostics) {
  console.error(`${path.relative(process.cwd(), at)}:${line} ${severity}: ${message}; ${wayOut}`);
}
const failed = diagnostics.some(({ severity }) => severity === 'error');
let changed = 0;
for (const [name, text] of files) {
  const target = path.join(out, name);
  const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  if (before === text) continue;
  changed += 1;
  console.log(`${values.check ? 'would write' : 'writes'} ${path.relative(process.cwd(), target)}`);
  if (before !== undefined) for (const change of changesBetween(before, text)) console.log(`  ${change}`);
  if (values.check) continue;
  mkdirSync(out, { recursive: true });
  writeFileSync(target, text);
}
if (!failed) console.log(changed === 0 ? 'nothing has changed' : `${changed} files`);
console.log(JSON.stringify({ types, operations, diagnostics }));
process.exitCode = failed || (values.check && changed > 0) ? 1 : 0;
