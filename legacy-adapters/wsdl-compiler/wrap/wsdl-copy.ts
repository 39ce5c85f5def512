import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decodeXml } from '#legacy-adapters/kit/charset.ts';
import { Diagnostics } from '../schema/diagnostics.ts';
import { load } from '../schema/loader.ts';

export interface WsdlCopy {
  /** The WSDL in the adapter's folder. */
  readonly file: string;
  readonly written: readonly string[];
  /** Why it could not be copied with all that it imports. */
  readonly problem?: string;
}

/** What generated code knows by itself, as SOAP's encoding, may be imported by an address; node-soap would go there. */
const remote = /<(?:[\w.-]+:)?(?:import|include)\b[^>]*\b(?:schemaLocation|location)\s*=\s*["'](?:https?|ftp):/;

/** Puts a WSDL and what it imports into `wsdl/` of its adapter, where the simulator and `npm run check` read it. */
export function copyWsdl(given: string, locations: ReadonlyMap<string, string>, adapter: string): WsdlCopy {
  const from = path.dirname(path.resolve(given));
  const folder = path.join(adapter, 'wsdl');
  const file = path.join(folder, path.basename(given));
  const { files } = load(given, { locations }, new Diagnostics());
  const outside = files.filter((each) => path.relative(from, each).startsWith('..') || path.isAbsolute(path.relative(from, each)));
  const [first] = outside;
  if (locations.size > 0)
    return { file, written: [], problem: 'the simulator reads the WSDL without --map; give its imports relative locations in a copy' };
  if (first !== undefined) return { file, written: [], problem: `${first} is not below the WSDL's folder; put them all into ${folder}` };
  const asking = files.find((each) => remote.test(decodeXml(readFileSync(each), '')));
  if (asking !== undefined)
    return {
      file,
      written: [],
      problem: `${asking} imports from the network, which the simulator's server would ask; take that location away in a copy`,
    };
  if (path.resolve(given) === file) return { file, written: [] };
  const written: string[] = [];
  for (const each of files) {
    const target = path.join(folder, path.relative(from, each));
    const bytes = readFileSync(each);
    if (existsSync(target) && readFileSync(target).equals(bytes)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    written.push(target);
  }
  return { file, written };
}
