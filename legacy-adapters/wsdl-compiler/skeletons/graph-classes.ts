import type { Plan, PlannedType } from '../compiler/plan.ts';
import type { Field } from '../compiler/shape.ts';
import type { Place } from '../schema/diagnostics.ts';
import type { SimpleType, TypeRef } from '../schema/model.ts';
import type { GraphEnums } from './graph-enums.ts';
import { type GraphClass, type GraphField, type GraphType, scalarNamed } from './graph-model.ts';
import { fieldName, type GraphNames } from './graph-names.ts';
import { scalarOf } from './graph-scalar.ts';
import type { GraphWords } from './graph-words.ts';
import { kebabCase, localOf } from './names.ts';

export const itemsMax = 500;
const classesMax = 40;

/** What a field is called and where it stands, before it is known what it is. */
interface Candidate {
  readonly name: string;
  readonly label: string;
  readonly place: Place;
  readonly nullable: boolean;
}

/** Makes a class of a complex type, each once; what GraphQL has no form for is left out, and said in the class. */
export class GraphClasses {
  readonly all: GraphClass[] = [];
  private readonly plan: Plan;
  private readonly names: GraphNames;
  private readonly enums: GraphEnums;
  private readonly words: GraphWords;
  private readonly known = new Map<string, GraphClass | string>();
  private readonly open: string[] = [];

  constructor(plan: Plan, names: GraphNames, enums: GraphEnums, words: GraphWords) {
    this.plan = plan;
    this.names = names;
    this.enums = enums;
    this.words = words;
  }

  /** A class, or why there is none. */
  of(typeKey: string): GraphClass | string {
    const known = this.known.get(typeKey);
    // Two modules that need each other are not allowed; one that needs itself is.
    if (this.open.includes(typeKey) && this.open.at(-1) !== typeKey) return 'it leads back to what it is a part of';
    if (known !== undefined) return known;
    const planned = this.plan.planned(typeKey);
    if (planned.concrete.length > 0) return 'values of several types may stand there: make it an interface or a union';
    const { kind } = planned.type.content;
    if (kind === 'array' || kind === 'mixed') return kind === 'array' ? 'a SOAP array' : 'text with elements in it';
    if (this.all.length + this.open.length >= classesMax) return `more than ${classesMax} classes`;
    const name = this.names.type(planned.identifier);
    const fields: GraphField[] = [];
    const leftOut: string[] = [];
    const made: GraphClass = {
      kind: 'class',
      name,
      file: kebabCase(name),
      record: planned.identifier,
      description: this.words.type(planned),
      fields,
      leftOut,
    };
    this.known.set(typeKey, made);
    this.open.push(typeKey);
    this.fill(planned, fields, leftOut);
    this.open.pop();
    if (fields.length > 0) {
      this.all.push(made);
      return made;
    }
    const why = 'nothing of it has a form in GraphQL';
    this.known.set(typeKey, why);
    return why;
  }

  /** One element as a field of the graph, or why it is none. */
  field(field: Field, taken: Set<string>): GraphField | string {
    if (field.kind === 'choice') return 'a choice: make it a union, or fields of which one is there';
    if (field.kind === 'group') return 'a group that may be absent or repeated';
    if (field.kind === 'any') return 'whatever XML';
    const { element } = field;
    const list = field.max > 1;
    if (list && element.nillable) return 'a list with items that are null';
    const name = fieldName(field.property, taken);
    if (name === undefined) return 'its name has no Latin letters';
    const nullable = !list && (field.min === 0 || element.nillable);
    const candidate = { name, label: localOf(element.name), place: element.place, nullable };
    const type = this.typeOf(element.type, candidate);
    if (typeof type === 'string') return type;
    const atMost = list ? Math.min(field.max, itemsMax) : undefined;
    return {
      name,
      property: field.property,
      type,
      nullable,
      atMost,
      description: this.words.field(candidate, element.type.kind === 'simple' ? element.type.type : undefined, atMost),
    };
  }

  simple(type: SimpleType, candidate: Candidate): GraphType | string {
    const found = this.enums.of(type, candidate.label, candidate.place);
    if (found !== undefined) return found;
    const scalar = scalarOf(type, this.plan.model);
    return typeof scalar === 'string' ? scalar : scalarNamed(scalar, candidate.name, candidate.nullable);
  }

  private typeOf(type: TypeRef, candidate: Candidate): GraphType | string {
    if (type.kind === 'any') return 'whatever XML';
    return type.kind === 'complex' ? this.of(type.key) : this.simple(type.type, candidate);
  }

  private fill(planned: PlannedType, fields: GraphField[], leftOut: string[]): void {
    const taken = new Set<string>();
    const add = (property: string, made: GraphField | string) => {
      if (typeof made === 'string') leftOut.push(`\`${property}\`: ${made}`);
      else fields.push(made);
    };
    const { content } = planned.type;
    if (content.kind === 'simple') add('value', this.plain('value', content.type, planned.type.place, false, taken));
    for (const field of planned.fields) add(field.property, this.field(field, taken));
    for (const { use, property } of planned.attributes) {
      const nullable = !use.required && use.default === undefined && use.fixed === undefined;
      add(property, this.plain(property, use.type, use.place, nullable, taken));
    }
  }

  private plain(property: string, type: SimpleType, place: Place, nullable: boolean, taken: Set<string>): GraphField | string {
    const name = fieldName(property, taken);
    if (name === undefined) return 'its name has no Latin letters';
    const made = this.simple(type, { name, label: property, place, nullable });
    if (typeof made === 'string') return made;
    return {
      name,
      property,
      type: made,
      nullable,
      atMost: undefined,
      description: this.words.field({ label: property, place }, type, undefined),
    };
  }
}
