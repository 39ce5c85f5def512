import type { Diagnostics, Place } from '../schema/diagnostics.ts';
import type { ElementUse, Particle, Wildcard } from '../schema/model.ts';
import { uniqueProperty } from './identifiers.ts';

/** How a content model looks in TypeScript: properties of an object, some of them unions or objects themselves. */
export type Field = {
  readonly property: string;
  readonly min: number;
  readonly max: number;
  readonly place: Place;
} & (
  | { readonly kind: 'element'; readonly element: ElementUse }
  | { readonly kind: 'choice'; readonly branches: readonly Branch[] }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  | { readonly kind: 'any'; readonly wildcard: Wildcard }
);

export interface Branch {
  /** The value of the union's `kind`. */
  readonly label: string;
  readonly field: Field;
}

export interface First {
  readonly elements: readonly ElementUse[];
  readonly wildcards: readonly Wildcard[];
  /** It may hold nothing at all. */
  readonly emptiable: boolean;
}

const localOf = (name: string) => name.slice(name.lastIndexOf('}') + 1);

/** Puts a content model in the form that code is made from; what code cannot tell apart goes to the diagnostics. */
export class Shapes {
  private readonly diagnostics: Diagnostics;

  constructor(diagnostics: Diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The fields of a type or of a group, whose properties are told apart by `taken`. */
  fields(particle: Particle | undefined, taken: Set<string>): Field[] {
    const members = particle === undefined ? [] : this.members(particle);
    const fields = members.flatMap((member) => this.field(member, taken) ?? []);
    for (let index = 0; index < fields.length; index += 1) this.checkNext(fields, index);
    return fields;
  }

  /** Sequences in sequences, as far as they occur once, are one sequence. */
  private members(particle: Particle): Particle[] {
    if (particle.kind === 'all') return particle.particles.filter((member) => this.mayStandInAll(member));
    if (particle.kind === 'sequence' && particle.min === 1 && particle.max === 1) {
      return particle.particles.flatMap((member) => this.members(member));
    }
    return [particle];
  }

  private mayStandInAll({ kind, max, place }: Particle): boolean {
    if (kind === 'element' && max === 1) return true;
    this.diagnostics.error(
      place,
      `xs:all with ${kind === 'element' ? 'a repeated element' : kind}`,
      'XML Schema 1.0 allows single elements only',
    );
    return false;
  }

  private field(particle: Particle, taken: Set<string>): Field | undefined {
    const { min, max, place } = particle;
    const occurs = { min, max, place };
    switch (particle.kind) {
      case 'element':
        return { kind: 'element', property: uniqueProperty(localOf(particle.element.name), taken), element: particle.element, ...occurs };
      case 'any':
        return { kind: 'any', property: uniqueProperty('any', taken), wildcard: particle.wildcard, ...occurs };
      case 'choice':
        return this.choice(particle, taken, occurs);
      case 'all':
      case 'sequence':
        return this.group(particle, taken, occurs);
    }
  }

  private group(
    particle: Particle & { particles: readonly Particle[]; label?: string },
    taken: Set<string>,
    occurs: Occurs,
  ): Field | undefined {
    const [only] = particle.particles;
    if (only === undefined) return undefined;
    if (particle.particles.length === 1 && (isOnce(only) || isOnce(particle))) {
      const min = only.min * particle.min;
      return this.field({ ...only, min, max: times(only.max, particle.max) }, taken);
    }
    const property = uniqueProperty(particle.label ?? 'group', taken);
    if (particle.kind === 'all')
      this.diagnostics.error(particle.place, 'xs:all inside another group', 'XML Schema 1.0 allows it on top of a type only');
    const fields = this.fields({ ...particle, min: 1, max: 1 }, new Set());
    const group: Field = { kind: 'group', property, fields, ...occurs };
    if (occurs.max > 1) this.checkRepeated(fields, group);
    return group;
  }

  private choice(
    particle: Particle & { particles: readonly Particle[]; label?: string },
    taken: Set<string>,
    occurs: Occurs,
  ): Field | undefined {
    const members = particle.particles.flatMap((member) => (member.kind === 'choice' && isOnce(member) ? member.particles : [member]));
    const [only] = members;
    if (only === undefined) return undefined;
    const flat = members.length === 1 && (isOnce(only) || isOnce(particle));
    if (flat) return this.field({ ...only, min: only.min * particle.min, max: times(only.max, particle.max) }, taken);
    const property = uniqueProperty(particle.label ?? 'choice', taken);
    const labels = new Set<string>();
    let emptiable = false;
    const branches = members.flatMap((given) => {
      if (given.min === 0) emptiable = true;
      // One of an unbounded choice, many times, is the choice many times.
      const isOneByOne = occurs.max === Number.POSITIVE_INFINITY && given.kind === 'element' && given.min <= 1;
      const member = isOneByOne ? { ...given, min: 1, max: 1 } : given;
      const field = this.field({ ...member, min: Math.max(member.min, 1) }, new Set());
      if (field === undefined) {
        emptiable = true;
        return [];
      }
      if (firstOf(field).emptiable) emptiable = true;
      const first = field.kind === 'group' ? field.fields[0]?.property : undefined;
      return [{ label: uniqueProperty(first ?? field.property, labels), field: { ...field, property: 'value' } }];
    });
    this.checkBranches(branches);
    const choice: Field = { kind: 'choice', property, branches, ...occurs, min: emptiable ? 0 : occurs.min };
    if (occurs.max > 1) for (const { field } of branches) this.checkRepeated([field], choice);
    return choice;
  }

  /** Unique particle attribution (XML Schema part 1, 3.8.6): the next element alone must say where it belongs. */
  private checkBranches(branches: readonly Branch[]): void {
    const seen = new Set<string>();
    for (const { field } of branches) {
      for (const { name } of firstOf(field).elements) {
        if (seen.has(name))
          this.diagnostics.error(field.place, `${name} begins two branches of a choice`, 'put what the branches share before the choice');
        seen.add(name);
      }
    }
  }

  /** Where a group may go on, or end and begin anew, by the same element. */
  private checkRepeated(fields: readonly Field[], whole: Field): void {
    const begins = new Set(firstOf(whole).elements.map(({ name }) => name));
    for (const field of fields.toReversed()) {
      const varies = field.min !== field.max || firstOf(field).emptiable;
      const shared = varies ? firstOf(field).elements.find(({ name }) => begins.has(name)) : undefined;
      if (shared !== undefined) {
        // What is read is the same elements in the same order, put into as few groups as they fit into.
        this.diagnostics.warn(
          field.place,
          `${shared.name} may go on with a group or begin it anew; it goes on`,
          'nothing is to be done, unless the bounds of the groups say something',
        );
      }
      if (!firstOf(field).emptiable) return;
    }
  }

  private checkNext(fields: readonly Field[], index: number): void {
    const field = fields[index];
    if (field === undefined || (field.min === field.max && !firstOf(field).emptiable)) return;
    const own = new Set(firstOf(field).elements.map(({ name }) => name));
    for (const next of fields.slice(index + 1)) {
      const first = firstOf(next);
      const shared = first.elements.find(({ name }) => own.has(name));
      if (shared !== undefined) {
        this.diagnostics.error(
          next.place,
          `${shared.name} may belong to two places of a sequence`,
          'make the first of the two occur a fixed number of times',
        );
      }
      if (!first.emptiable && next.min > 0) return;
    }
  }
}

interface Occurs {
  readonly min: number;
  readonly max: number;
  readonly place: Place;
}

export function firstOf(field: Field): First {
  const emptiable = field.min === 0;
  switch (field.kind) {
    case 'element':
      return { elements: [field.element], wildcards: [], emptiable };
    case 'any':
      return { elements: [], wildcards: [field.wildcard], emptiable };
    case 'choice': {
      const firsts = field.branches.map((branch) => firstOf(branch.field));
      return {
        elements: firsts.flatMap((first) => first.elements),
        wildcards: firsts.flatMap((first) => first.wildcards),
        emptiable,
      };
    }
    case 'group': {
      const first = firstOfAll(field.fields);
      return { ...first, emptiable: emptiable || first.emptiable };
    }
  }
}

function firstOfAll(fields: readonly Field[]): First {
  const elements: ElementUse[] = [];
  const wildcards: Wildcard[] = [];
  for (const field of fields) {
    const first = firstOf(field);
    elements.push(...first.elements);
    wildcards.push(...first.wildcards);
    if (!first.emptiable) return { elements, wildcards, emptiable: false };
  }
  return { elements, wildcards, emptiable: true };
}

function isOnce({ min, max }: { min: number; max: number }): boolean {
  return min === 1 && max === 1;
}

function times(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other;
}

/** All elements and wildcards of fields, however deep in groups. */
export function contentOf(fields: readonly Field[]): { elements: ElementUse[]; wildcards: Wildcard[] } {
  const elements: ElementUse[] = [];
  const wildcards: Wildcard[] = [];
  for (const field of fields) {
    if (field.kind === 'element') elements.push(field.element);
    else if (field.kind === 'any') wildcards.push(field.wildcard);
    else {
      const inner = contentOf(field.kind === 'group' ? field.fields : field.branches.map((branch) => branch.field));
      elements.push(...inner.elements);
      wildcards.push(...inner.wildcards);
    }
  }
  return { elements, wildcards };
}
