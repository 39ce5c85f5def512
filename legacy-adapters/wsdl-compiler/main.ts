import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Compiled, compile } from './compiler/compile.ts';
import { readArguments, usage, type WrapArguments } from './wrap/arguments.ts';
import { changesBetween } from './wrap/changes.ts';
import { createProgress } from './wrap/progress.ts';
import { writeSkeletons } from './wrap/write-skeletons.ts';

/**
 * `npm run wrap -- path/to/Service.wsdl --name core-banking [--sign-in basic] [--out DIR] [--map LOCATION=FILE]... [--check]`
 *
 * Compiles a WSDL or a schema into `legacy-adapters/<name>/generated/`, or into `--out`. For a system that has no adapter yet
 * it writes skeletons of one and of a subgraph as well; `--no-skeletons` leaves them out, `--skeletons` writes what an adapter
 * lacks. Nothing that is there is written again but generated code. Ends with 0 when it is compiled (and, with `--check`,
 * nothing there differs), with 1 otherwise. The last line is one JSON object, whatever happens.
 */
const root = path.resolve(import.meta.dirname, '../..');
interface Wrapped extends Pick<Compiled, 'types' | 'operations' | 'diagnostics'> {
  /** The skeletons that were written, by their paths from the root. */
  readonly skeletons: readonly string[];
}

const nothing: Wrapped = { types: 0, operations: 0, diagnostics: [], skeletons: [] };

async function wrap(given: WrapArguments): Promise<Wrapped> {
  console.log(`reading ${given.file}`);
  const compiled = compile({ file: given.file, locations: given.locations, out: given.out, onProgress: createProgress(console.log) });
  for (const { severity, file: at, line, message, wayOut } of compiled.diagnostics) {
    console.error(`${path.relative(process.cwd(), at)}:${line} ${severity}: ${message}; ${wayOut}`);
  }
  const failed = compiled.files.size === 0;
  const changed = [...compiled.files].filter(([name, text]) => isWritten(path.join(given.out, name), text, given.check)).length;
  if (!failed) console.log(changed === 0 ? 'nothing has changed' : `${changed} files`);
  process.exitCode = failed || (given.check && changed > 0) ? 1 : 0;
  const { types, operations, diagnostics } = compiled;
  const skeletons = failed || given.check ? [] : await writeSkeletons(root, given, console.log);
  return { types, operations, diagnostics, skeletons };
}

/** Writes a file that is not as it should be, and tells what changes. */
function isWritten(target: string, text: string, check: boolean): boolean {
  const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  if (before === text) return false;
  console.log(`${check ? 'would write' : 'writes'} ${path.relative(process.cwd(), target)}`);
  if (before !== undefined) for (const change of changesBetween(before, text)) console.log(`  ${change}`);
  if (check) return true;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  return true;
}

function failure(message: string, wayOut: string, file = ''): Wrapped {
  console.error(`${message}; ${wayOut}`);
  process.exitCode = 1;
  return { ...nothing, diagnostics: [{ severity: 'error', file, line: 1, message, wayOut }] };
}

async function run(): Promise<Wrapped> {
  const given = readArguments(process.argv.slice(2), root);
  if (typeof given === 'string') return failure(given, usage);
  try {
    return await wrap(given);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // What the operating system refuses has a code; whatever else comes here is our own fault.
    const isRefused = error instanceof Error && 'code' in error;
    if (isRefused) return failure(reason, 'look at the folder that --name or --out names', given.out);
    return failure(`wrap itself failed: ${reason}`, 'report it with the file that it failed on', given.file);
  }
}

console.log(JSON.stringify(await run()));
