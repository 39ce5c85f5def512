import type { LegacyAdapter } from '#legacy-adapters/legacy-adapter.ts';
import type { Part } from '#platform/composition/part.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import { EnvironmentError } from '#platform/environment.ts';
import type { SubgraphDescriptor } from '#subgraphs/kit/descriptor.ts';
import type { Settings } from './environment.ts';
import { parts as everyPart, subgraphs as everySubgraph, legacyAdapters, simulatorPart, subgraphPart } from './lists.ts';

/** Which parts run in this process. */
export interface Parts {
  readonly gateway: boolean;
  readonly subgraphs: readonly SubgraphDescriptor[];
  /** The legacy systems that are simulated here. */
  readonly simulated: readonly LegacyAdapter[];
  /** Pages, bots, the identity stand-in; those for development first, since the others use them. */
  readonly parts: readonly Part[];
  /** Whether a part runs here, by its name in PORTICO_PARTS. */
  has(name: string): boolean;
}

const simulators = legacyAdapters.map(simulatorPart);
const forDevelopment = [...simulators, ...namesOf(everyPart.filter((part) => part.isForDevelopment))];
const always = ['subgraphs', 'gateway', ...namesOf(everyPart.filter((part) => !part.isForDevelopment))];

function namesOf(parts: readonly Part[]): string[] {
  return [...new Set(parts.map(({ part }) => part))];
}

/** The names that PORTICO_PARTS may have, besides `all`. */
export function partNames(mode: Settings['PORTICO_MODE']): string[] {
  const named = mode === 'production' ? always : ['simulators', ...forDevelopment, ...always];
  return [...named, ...everySubgraph.map(subgraphPart)];
}

/** Reads PORTICO_PARTS: `all`, or names with commas between them; `simulators` stands for every simulator. Throws an EnvironmentError that names what is allowed. */
export function readParts(settings: Settings): Parts {
  const isProduction = settings.PORTICO_MODE === 'production';
  const unwanted = isProduction ? everyPart.filter((part) => part.isWanted?.(valuesOf(part.settings, settings.given)) === false) : [];
  const everything = (isProduction ? always : [...forDevelopment, ...always]).filter((name) => !unwanted.some(({ part }) => part === name));
  const named = settings.PORTICO_PARTS === 'all' ? everything : settings.PORTICO_PARTS.split(',');
  const allowed = partNames(settings.PORTICO_MODE);
  const wrong = named.filter((name) => !allowed.includes(name));
  if (wrong.length > 0) {
    const why = wrong.some((name) => name === 'simulators' || forDevelopment.includes(name))
      ? ' Simulators, emulators and the identity stand-in never run in production.'
      : '';
    throw new EnvironmentError(`PORTICO_PARTS: there is no ${wrong.join(', ')} here; there are all, ${allowed.join(', ')}.${why}`);
  }
  const has = (name: string) => named.includes(name) || (simulators.includes(name) && named.includes('simulators'));
  return {
    gateway: has('gateway'),
    subgraphs: everySubgraph.filter((each) => has('subgraphs') || has(subgraphPart(each))),
    simulated: legacyAdapters.filter((each) => has(simulatorPart(each))),
    parts: everyPart.filter(({ part }) => has(part)).toSorted((a, b) => Number(b.isForDevelopment) - Number(a.isForDevelopment)),
    has,
  };
}
