import fc from 'fast-check';
import type { ElementUse, SimpleType, TypeRef, Wildcard } from '../schema/model.ts';
import { translatePattern } from './pattern.ts';
import { mixedElements, type Plan, type PlannedType } from './plan.ts';
import type { Field } from './shape.ts';

type Any = fc.Arbitrary<unknown>;

const text = fc.string({ unit: fc.constantFrom('a', 'Ж', ' ', '&', '<', '>', ']', '"', "'", '\n', '\t', '\r', '😀', '7'), maxLength: 12 });
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{0,${length}}$`));
const signed = (length: number) => fc.tuple(fc.constantFrom('', '-'), digits(length)).map(([sign, value]) => sign + value);
const two = (max: number) => fc.integer({ min: 1, max }).map((value) => String(value).padStart(2, '0'));
const date = fc.tuple(fc.integer({ min: 1000, max: 9999 }), two(12), two(28)).map((parts) => parts.join('-'));
const name = fc.stringMatching(/^[a-zА-Я_][\w.-]{0,8}$/u);
const bytes = fc.uint8Array({ maxLength: 20 }).map((value) => new Uint8Array(value));

const builtins: Readonly<Record<string, Any>> = {
  string: text,
  token: name,
  NMTOKENS: fc.array(name, { minLength: 1, maxLength: 3 }),
  language: fc.constantFrom('uk', 'en-GB'),
  decimal: fc.tuple(signed(20), fc.stringMatching(/^(?:\.\d{1,10})?$/)).map(([whole, fraction]) => whole + fraction),
  integer: signed(35),
  long: signed(17),
  unsignedLong: digits(18),
  int: fc.integer(),
  double: fc.double(),
  boolean: fc.boolean(),
  date,
  dateTime: fc.tuple(date, fc.constantFrom('', 'Z', '+02:00')).map(([day, zone]) => `${day}T10:20:30.5${zone}`),
  duration: fc.constantFrom('P1D', '-PT1.5S'),
  base64Binary: bytes,
  hexBinary: bytes,
  QName: fc.tuple(fc.constantFrom('', 'urn:q'), name).map(([namespace, local]) => `{${namespace}}${local}`),
};

/** Values of everything in a plan, as generated code types them. */
export class Values {
  private readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  element(element: ElementUse, depth = 0): Any {
    const value = element.fixed === undefined ? this.reference(element.type, element.name, depth) : fc.constant(element.fixed);
    // An empty text would be read as the default value.
    const whole = element.default === undefined ? value : value.map((given) => (given === '' ? element.default : given));
    return element.nillable ? fc.option(whole, { nil: null }) : whole;
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
      const value = use.fixed === undefined ? this.simple(use.type) : fc.constant(use.fixed);
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
    // Two texts side by side would be read as one.
    return fc
      .array(
        fc.tuple(
          text.filter((value) => value !== ''),
          fc.oneof(...parts),
        ),
        { maxLength: 4 },
      )
      .map((pairs) => pairs.flat());
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
    switch (type.kind) {
      case 'builtin': {
        const known = builtins[type.name];
        if (known === undefined) throw new Error(`no values of xs:${type.name} are made yet`);
        return known;
      }
      case 'named':
        return this.simple(this.plan.model.simpleTypes.get(type.name)?.definition ?? { kind: 'builtin', name: 'string' });
      case 'list':
        return fc.array(this.simple(type.item), { maxLength: 4 });
      case 'union':
        return fc.oneof(...type.members.map((member) => this.simple(member)));
      case 'restriction': {
        const { enumeration, patterns, fractionDigits } = type.facets;
        if (enumeration !== undefined)
          return fc.constantFrom(...enumeration).map((value) => (this.plan.simple.root(type) === 'int' ? Number(value) : value));
        const pattern = patterns?.[0]?.[0];
        if (pattern !== undefined) return fc.stringMatching(new RegExp(translatePattern(pattern)?.replaceAll('\\p{Nd}', '\\d') ?? '', 'u'));
        return fractionDigits === undefined ? this.simple(type.base) : fc.tuple(digits(14), two(99)).map((parts) => parts.join('.'));
      }
    }
  }
}
