import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../compiler/compile.ts';
import { Diagnostics } from '../schema/diagnostics.ts';
import { readModel } from '../schema/read-model.ts';
import { supportedPage } from './supported.ts';

/**
 * Everything that is generated from a WSDL or a schema of this project: the adapters' codecs, the fixtures' codecs and
 * docs/wrapping/supported.md. With `--check` nothing is written, and it ends with 1 when something is not up to date.
 */
const root = path.resolve(import.meta.dirname, '../../..');
const check = process.argv.includes('--check');
const sources = globSync(['legacy-adapters/*/wsdl/*.wsdl', 'legacy-adapters/wsdl-compiler/fixtures/*/{schema.xsd,service.wsdl}'], {
  cwd: root,
}).sort();
const wanted = new Map<string, string>();
let failed = false;

/** Those that another WSDL beside them imports are parts of it, and no systems of their own. */
const imported = new Set(
  sources.flatMap((source) => {
    const file = path.join(root, source);
    return readModel(file, { locations: new Map() }, new Diagnostics()).files.filter((each) => each !== file);
  }),
);

for (const source of sources.filter((each) => !imported.has(path.join(root, each)))) {
  const folder = path.dirname(source);
  const out = path.join(root, path.basename(folder) === 'wsdl' ? path.dirname(folder) : folder, 'generated');
  const { files, diagnostics } = compile({ file: path.join(root, source), out });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  for (const { file, line, message } of errors) console.error(`${path.relative(root, file)}:${line} ${message}`);
  if (errors.length > 0) failed = true;
  for (const [name, text] of files) wanted.set(path.join(out, name), text);
}
wanted.set(path.join(root, 'docs/wrapping/supported.md'), supportedPage(root));

let stale = 0;
for (const [file, text] of wanted) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale += 1;
  console.log(`${check ? 'not up to date: ' : 'written: '}${path.relative(root, file)}`);
  if (check) continue;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${sources.length} sources, ${wanted.size} files, ${stale} ${check ? 'not up to date' : 'written'}`);
process.exitCode = failed || sources.length === 0 || (check && stale > 0) ? 1 : 0;
