import type { Plan } from '../compiler/plan.ts';
import type { Place } from '../schema/diagnostics.ts';
import type { SimpleType } from '../schema/model.ts';
import type { Documentation } from './documentation.ts';
import { derivationOf } from './facets.ts';
import type { GraphEnum } from './graph-model.ts';
import type { GraphNames } from './graph-names.ts';
import { constantCase, kebabCase, localOf } from './names.ts';
import type { Service } from './service.ts';

const valuesMax = 60;
const wordsMax = 3;
const codeLengthMax = 2;
const enumName = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** Makes enumerations, each once. */
export class GraphEnums {
  readonly all: GraphEnum[] = [];
  private readonly plan: Plan;
  private readonly service: Service;
  private readonly names: GraphNames;
  private readonly documentation: Documentation;
  private readonly known = new Map<string, GraphEnum | undefined>();

  constructor(plan: Plan, service: Service, names: GraphNames, documentation: Documentation) {
    this.plan = plan;
    this.service = service;
    this.names = names;
    this.documentation = documentation;
  }

  /** `undefined` for what is none, or has values that GraphQL has no names for. */
  of(type: SimpleType, label: string, place: Place): GraphEnum | undefined {
    const { name } = derivationOf(type, this.plan.model);
    const key = name ?? `${label} ${place.file}:${place.line}`;
    if (!this.known.has(key)) this.known.set(key, this.make(type, name === undefined ? label : localOf(name), name, place));
    return this.known.get(key);
  }

  private make(type: SimpleType, label: string, name: string | undefined, usedAt: Place): GraphEnum | undefined {
    const { bottom, facets } = derivationOf(type, this.plan.model);
    const enumeration = facets.find((step) => step.enumeration !== undefined)?.enumeration;
    if (enumeration === undefined || enumeration.length > valuesMax || bottom.kind !== 'builtin') return undefined;
    if (this.plan.simple.type({ kind: 'builtin', name: bottom.name }, '') !== 'string') return undefined;
    const place = name === undefined ? usedAt : (this.plan.model.simpleTypes.get(name)?.place ?? usedAt);
    const wires = [...new Set(enumeration)];
    const told = wires.map((wire) => this.documentation.ofValue(place, wire));
    const names = namesOf(wires, told);
    if (names === undefined) return undefined;
    const values = wires.map((wire, index) => ({
      name: names[index] ?? '',
      wire,
      description: told[index] ?? `As \`${wire}\` in the ${this.service.title}; say what it means.`,
    }));
    const graphName = this.names.type(label);
    const about = name === undefined ? undefined : this.documentation.of(place, label);
    const made: GraphEnum = {
      kind: 'enum',
      name: graphName,
      file: kebabCase(graphName),
      description: `${about ?? `As \`${label}\` in the ${this.service.title}.`} More may come.`,
      values,
    };
    this.all.push(made);
    return made;
  }
}

/** Codes of a letter or a digit are called by what the schema says of them, if it says it of all in a word or two. */
function namesOf(wires: readonly string[], told: readonly (string | undefined)[]): string[] | undefined {
  const plain = wires.map(constantCase);
  const meant = told.map((text) => constantCase((text ?? '').replace(/^(?:An?|The) /, '').replace(/\.$/, '')));
  const short = meant.every((name) => name.split('_').length <= wordsMax);
  const codes = wires.every((wire) => wire.length <= codeLengthMax);
  return [...(codes && short ? [meant] : []), plain, ...(short ? [meant] : [])].find(
    (names) => names.every((name) => enumName.test(name)) && new Set(names).size === names.length,
  );
}
