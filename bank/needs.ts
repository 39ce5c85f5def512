import { gatewayPart } from '#gateway/part.ts';
import type { LegacyAdapter } from '#legacy-adapters/legacy-adapter.ts';
import type { Need, Needs } from '#platform/composition/need.ts';
import { legacyAdapters, simulatorPart, subgraphPart } from './lists.ts';
import type { Parts } from './parts.ts';

/** The legacy systems that the subgraphs of this process ask. */
export function neededAdapters(parts: Parts): LegacyAdapter[] {
  const names = new Set(parts.subgraphs.flatMap(({ needs }) => Object.values(needs).map(({ name }) => name)));
  return legacyAdapters.filter(({ port }) => names.has(port.name));
}

/** Whoever runs in this process, by the names of the parts, with what each of them needs. */
function needsHere(parts: Parts): [name: string, needs: Needs][] {
  return [
    ...parts.subgraphs.map((each): [string, Needs] => [subgraphPart(each), each.needs]),
    ...neededAdapters(parts).map((each): [string, Needs] => [each.name, each.needs]),
    ...parts.simulated.map((each): [string, Needs] => [simulatorPart(each), each.needs]),
    ...parts.parts.map((each): [string, Needs] => [each.part, each.needs]),
    ...(parts.gateway ? [[gatewayPart.name, gatewayPart.needs] satisfies [string, Needs]] : []),
  ];
}

/** The parts of this process that cannot do without something, each once. */
export function whoNeeds(parts: Parts, need: Need): string[] {
  const users = needsHere(parts).filter(([, needs]) =>
    Object.values(needs).some(({ name, isOptional }) => name === need.name && !isOptional),
  );
  return [...new Set(users.map(([name]) => name))];
}

/** Those that cannot do without one of several things. */
export function whoNeedsAny(parts: Parts, needs: readonly Need[]): string[] {
  return [...new Set(needs.flatMap((need) => whoNeeds(parts, need)))];
}
