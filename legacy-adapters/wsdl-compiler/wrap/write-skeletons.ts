import { existsSync } from 'node:fs';
import path from 'node:path';
import { skeletonsOf } from '../skeletons/skeletons.ts';
import { writeMissing } from '../skeletons/write.ts';
import type { WrapArguments } from './arguments.ts';
import { copyWsdl } from './wsdl-copy.ts';

/** Puts the WSDL into its adapter, and around it what a person goes on from. Answers with the skeletons that were written. */
export async function writeSkeletons(root: string, given: WrapArguments, say: (line: string) => void): Promise<readonly string[]> {
  const { adapter: name, file, locations, signIn, skeletons: wanted } = given;
  if (name === undefined) return [];
  const folder = path.join(root, 'legacy-adapters', name);
  const shown = (target: string) => path.relative(process.cwd(), target);
  const copy = copyWsdl(file, locations, folder);
  for (const target of copy.written) say(`copies ${shown(target)}`);
  const port = path.join(folder, 'port.ts');
  if (existsSync(port) && wanted === undefined) say(`keeps ${shown(port)} and all beside it; --skeletons writes what is missing there`);
  if (wanted === false || (existsSync(port) && wanted === undefined)) return [];
  const skeletons = copy.problem ?? (await skeletonsOf({ root, name, file: copy.file, signIn }).catch(reasonOf));
  if (typeof skeletons === 'string') {
    say(`no skeletons: ${skeletons}`);
    return [];
  }
  const { written, kept, faults } = writeMissing(root, skeletons.files);
  for (const target of written) say(`writes ${shown(path.join(root, target))}`);
  for (const target of kept) say(`keeps ${shown(path.join(root, target))}`);
  if (faults !== undefined) say(`npm run check will say of them:\n${faults}`);
  for (const note of skeletons.notes) say(`left out: ${note}`);
  for (const line of skeletons.wiring) say(line);
  return written;
}

/** Generated code is there whatever becomes of the rest. */
function reasonOf(error: unknown): string {
  return `this WSDL is too much for them (${error instanceof Error ? error.message : error})`;
}
