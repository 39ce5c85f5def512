import path from 'node:path';
import { parseArgs } from 'node:util';
import { isSignInKind, type SignInKind, signInKinds } from '../skeletons/sign-ins.ts';

export interface WrapArguments {
  readonly file: string;
  readonly out: string;
  readonly locations: ReadonlyMap<string, string>;
  readonly check: boolean;
  /** The adapter's name; absent where the generated files go elsewhere, which makes no adapter. */
  readonly adapter: string | undefined;
  readonly signIn: SignInKind;
  /** Whether skeletons are wanted; where nothing is said, for a system that has no adapter yet. */
  readonly skeletons: boolean | undefined;
}

export const usage =
  'usage: npm run wrap -- path/to/Service.wsdl --name core-banking [--out DIR] [--map LOCATION=FILE]... [--check] ' +
  `[--sign-in ${signInKinds.join('|')}] [--no-skeletons | --skeletons]`;

const options = {
  name: { type: 'string' },
  out: { type: 'string' },
  map: { type: 'string', multiple: true, default: [] as string[] },
  check: { type: 'boolean', default: false },
  skeletons: { type: 'boolean' },
  'no-skeletons': { type: 'boolean' },
  'sign-in': { type: 'string', default: 'basic' },
} as const;

/** The arguments of `wrap`, or what is wrong with them. */
export function readArguments(args: readonly string[], root: string): WrapArguments | string {
  const parsed = parsedOf(args);
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  const [file] = positionals;
  if (file === undefined) return 'no WSDL was given';
  if (positionals.length > 1) return `one WSDL at a time, and ${positionals.length} were given`;
  if (values.name === undefined && values.out === undefined) return 'neither --name nor --out was given';
  if (values.name !== undefined && !/^[a-z][a-z\d-]{0,62}$/.test(values.name)) return 'a name is in kebab-case, as core-banking';
  const wrong = values.map.find((pair) => !/^.+=.+$/.test(pair));
  if (wrong !== undefined) return `--map ${wrong} is no LOCATION=FILE`;
  const locations = new Map(values.map.map((pair): [string, string] => splitAtLast(pair)));
  const out = values.out === undefined ? path.join(root, 'legacy-adapters', values.name ?? '', 'generated') : path.resolve(values.out);
  const signIn = values['sign-in'];
  if (!isSignInKind(signIn)) return `--sign-in is one of ${signInKinds.join(', ')}`;
  const skeletons = values['no-skeletons'] ? false : values.skeletons;
  const adapter = values.out === undefined ? values.name : undefined;
  return { file, out, locations, check: values.check, adapter, signIn, skeletons };
}

function parsedOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'wrong arguments';
  }
}

/** Locations may hold an equals sign, names of files seldom do. */
function splitAtLast(pair: string): [string, string] {
  const at = pair.lastIndexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}
