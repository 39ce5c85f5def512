import type { Plan, PlannedType } from '../compiler/plan.ts';
import type { Place } from '../schema/diagnostics.ts';
import type { SimpleType } from '../schema/model.ts';
import type { Documentation } from './documentation.ts';
import { derivationOf } from './facets.ts';
import { localOf } from './names.ts';
import type { Service } from './service.ts';

/** Descriptions: what the schema says of a thing or of its type, else what is to be said there. */
export class GraphWords {
  private readonly plan: Plan;
  private readonly service: Service;
  private readonly documentation: Documentation;

  constructor(plan: Plan, service: Service, documentation: Documentation) {
    this.plan = plan;
    this.service = service;
    this.documentation = documentation;
  }

  /** `type` is the simple type of what is called `label` there, if it has one. */
  field(
    { label, place }: { readonly label: string; readonly place: Place },
    type: SimpleType | undefined,
    atMost: number | undefined,
  ): string {
    const own = this.documentation.of(place, label) ?? (type === undefined ? undefined : this.ofSimpleType(type));
    const text = own ?? `As \`${label}\` in the ${this.service.title}; say what it is, with unit and example.`;
    return atMost === undefined ? text : `${text} At most ${atMost}.`;
  }

  type({ type, identifier }: PlannedType): string {
    const about = type.name === undefined ? undefined : this.documentation.of(type.place, localOf(type.name));
    return about ?? `As \`${identifier}\` in the ${this.service.title}.`;
  }

  private ofSimpleType(type: SimpleType): string | undefined {
    const { name } = derivationOf(type, this.plan.model);
    const place = name === undefined ? undefined : this.plan.model.simpleTypes.get(name)?.place;
    return name === undefined || place === undefined ? undefined : this.documentation.of(place, localOf(name));
  }
}
