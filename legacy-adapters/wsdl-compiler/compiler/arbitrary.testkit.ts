import fc from 'fast-check';
import type { ElementUse, SimpleType, TypeRef, Wildcard } from '../schema/model.ts';
import { mixedElements, type Plan, type PlannedType } from './plan.ts';
import type { Field } from './shape.ts';
import { name, SimpleValues, text } from './simple-values.testkit.ts';

type Any = fc.Arbitrary<unknown>;

/** Values of everything in a plan, as generated code types them. */
export class Values {
  private readonly plan: Plan;
  private readonly simpleValues: SimpleValues;

  constructor(plan: Plan) {
    this.plan = plan;
    this.simpleValues = new SimpleValues(plan.model);
  }

  element(element: ElementUse, depth = 0): Any {
    const value = element.fixed === undefined ? this.reference(element.type, element.name, depth) : this.fixed(element);
    // An empty text would be read as the default value.
    const whole = element.default === undefined ? value : value.map((given) => (given === '' ? element.default : given));
    return element.nillable ? fc.option(whole, { nil: null }) : whole;
  }

  private fixed({ type, fixed = '' }: ElementUse): Any {
    return fc.constant(type.kind === 'simple' ? this.simpleValues.parse(type.type, fixed) : fixed);
  }

  private reference(ref: TypeRef, elementName: string, depth: number): Any {
    if (ref.kind === 'simple') return this.simple(ref.type);
    if (ref.kind === 'any') return this.tree(elementName);
    const { concrete } = this.plan.planned(ref.key);
    const types = concrete.length > 0 ? concrete : [this.plan.planned(ref.key)];
    return fc.oneof(...types.map((type) => this.type(type, depth)));
  }

  private type(planned: PlannedType, depth: number): Any {
    const { content } = planned.type;
    if (content.kind === 'array') return fc.array(this.reference(content.item, content.itemName, depth + 1), { maxLength: 3 });
    const parts: Record<string, Any> = planned.tagged ? { $type: fc.constant(planned.identifier) } : {};
    for (const { use, property } of planned.attributes) {
      const value = use.fixed === undefined ? this.simple(use.type) : fc.constant(this.simpleValues.parse(use.type, use.fixed));
      parts[property] = use.required || use.default !== undefined || use.fixed !== undefined ? value : fc.option(value, { nil: undefined });
    }
    if (planned.type.anyAttribute !== undefined)
      parts.anyAttributes = fc.dictionary(
        name.map((local) => `{urn:else}${local}`),
        text,
        { maxKeys: 2 },
      );
    if (content.kind === 'simple') parts.value = this.simple(content.type);
    else if (content.kind === 'mixed') parts.content = this.mixed(planned, depth);
    else for (const field of planned.fields) parts[field.property] = this.field(field, depth);
    return fc.record(parts);
  }

  private field(field: Field, depth: number): Any {
    const one = fc.constant(null).chain(() => this.one(field, depth + 1));
    if (field.max > 1)
      return fc.array(one, { minLength: field.min, maxLength: depth > 3 ? field.min : Math.min(field.max, field.min + 3) });
    if (field.min > 0) return one;
    return depth > 3 ? fc.constant(undefined) : fc.option(one, { nil: undefined });
  }

  private one(field: Field, depth: number): Any {
    switch (field.kind) {
      case 'element':
        return this.element(field.element, depth);
      case 'any':
        return this.wildcard(field.wildcard);
      case 'group':
        return fc.record(Object.fromEntries(field.fields.map((inner) => [inner.property, this.field(inner, depth)])));
      case 'choice':
        return fc.oneof(
          ...field.branches.map((branch) => fc.record({ kind: fc.constant(branch.label), value: this.field(branch.field, depth) })),
        );
    }
  }

  private mixed(planned: PlannedType, depth: number): Any {
    const { elements } = mixedElements(planned.fields);
    const parts = elements.map((element) => fc.record({ kind: fc.constant(element.name), value: this.element(element, depth + 1) }));
    const filled = text.filter((value) => value !== '');
    if (parts.length === 0) return fc.array(filled, { maxLength: 1 });
    // Two texts side by side would be read as one.
    return fc.array(fc.tuple(filled, fc.oneof(...parts)), { maxLength: 4 }).map((pairs) => pairs.flat());
  }

  private wildcard({ namespaces }: Wildcard): Any {
    const [listed] = Array.isArray(namespaces) ? (namespaces as readonly string[]) : ['urn:else'];
    return name.chain((local) => this.tree(`{${listed}}${local}`));
  }

  private tree(elementName: string): Any {
    const filled = text.filter((value) => value !== '');
    return fc.record({
      name: fc.constant(elementName),
      attributes: fc.dictionary(
        name.map((local) => `{}${local}`),
        text,
        { maxKeys: 2 },
      ),
      children: fc.array(filled, { maxLength: 1 }),
    });
  }

  private simple(type: SimpleType): Any {
    return this.simpleValues.of(type);
  }
}
