import type { ElementUse, Wildcard } from '../schema/model.ts';
import { acceptsSource, readElement } from './element-source.ts';
import { key, quoted } from './identifiers.ts';
import { Lines } from './lines.ts';
import { mixedElements, type Plan, type PlannedType } from './plan.ts';
import { contentOf, type Field, firstOf } from './shape.ts';
import { mixedType } from './types-source.ts';

/** A decoder for each type: `c` stands inside the open element, and has passed it when the decoder answers. */
export function decodersSource(plan: Plan): string {
  const source = new Decoders(plan);
  for (const planned of plan.types) {
    source.type(planned);
    if (plan.isLong(planned.type.key)) source.slowType(planned);
  }
  return source.lines.toString();
}

class Decoders {
  readonly lines = new Lines();
  private readonly plan: Plan;
  private locals = 0;
  /** The constants of the type that is being written. */
  private names = '';
  private wildcards = new Map<Wildcard, string>();
  /** The code that is being written lets others have the event loop between rows. */
  private slowly = false;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  type(planned: PlannedType): void {
    this.names = `known${planned.identifier}`;
    this.lines.add('');
    this.constants(planned);
    this.body(planned);
  }

  /** The same for answers of many rows. */
  slowType(planned: PlannedType): void {
    this.slowly = true;
    this.lines.add('');
    this.body(planned);
    this.slowly = false;
  }

  private body(planned: PlannedType): void {
    const { lines } = this;
    const { identifier, type, concrete } = planned;
    this.locals = 0;
    lines.block(this.head(identifier, `t.${identifier}`), () => {
      if (type.content.kind !== 'array') lines.add(`if (c.hasAttributes()) c.exact(${quoted(type.name ?? '')});`);
      const parts = [...(planned.tagged ? [`$type: ${quoted(identifier)}`] : []), ...this.attributes(planned)];
      if (type.content.kind === 'array') this.array(planned);
      else lines.add(`return { ${[...parts, ...this.content(planned)].join(', ')} };`);
    });
    if (concrete.length > 0) this.polymorphic(planned);
  }

  private head(identifier: string, type: string): string {
    return this.slowly
      ? `export async function decode${identifier}Slowly(c: Reader): Promise<${type}>`
      : `export function decode${identifier}(c: Reader): ${type}`;
  }

  private element(element: ElementUse): string {
    return readElement(this.plan, element, this.slowly);
  }

  private constants(planned: PlannedType): void {
    const { elements, wildcards } = contentOf(planned.fields);
    this.wildcards = new Map();
    wildcards.forEach((wildcard, index) => {
      const name = `accepts${planned.identifier}_${index + 1}`;
      this.wildcards.set(wildcard, name);
      this.lines.add(`const ${name}: Accepts = ${acceptsSource(wildcard)};`);
    });
    const ids = [...new Set(elements.map(({ name }) => this.plan.id(name)))];
    const { kind } = planned.type.content;
    if (kind !== 'elements' && kind !== 'mixed') return;
    this.lines.add(
      `const ${this.names} = known([${ids.join(', ')}]${wildcards.length > 0 ? `, [${[...this.wildcards.values()].join(', ')}]` : ''});`,
    );
  }

  private attributes(planned: PlannedType): string[] {
    const { lines, plan } = this;
    const parts = planned.attributes.map(({ use, property }) => {
      const id = plan.id(use.name);
      const isName = plan.simple.isQName(use.type);
      const scalar = isName ? 's.QName' : plan.simple.scalar(use.type, use.place, 'x.');
      const initial = use.fixed ?? use.default;
      const local = this.local();
      const literal =
        use.fixed !== undefined && !isName && plan.isLiteral({ kind: 'simple', type: use.type }) ? ` as ${quoted(use.fixed)}` : '';
      if (isName && use.required) lines.add(`const ${local} = c.requiredQName(${id});`);
      else if (isName) lines.add(`const ${local} = c.optionalQName(${id})${initial === undefined ? '' : ` ?? ${quoted(initial)}`};`);
      else if (use.required && use.fixed === undefined) lines.add(`const ${local} = c.requiredAttribute(${id}, ${scalar});`);
      else if (initial === undefined) lines.add(`const ${local} = c.optionalAttribute(${id}, ${scalar});`);
      else lines.add(`const ${local} = c.defaultAttribute(${id}, ${scalar}, ${quoted(initial)}, ${use.fixed !== undefined})${literal};`);
      return `${key(property)}: ${local}`;
    });
    const { anyAttribute } = planned.type;
    if (anyAttribute === undefined) return parts;
    const ids = planned.attributes.map(({ use }) => plan.id(use.name));
    const local = this.local();
    lines.add(`const ${local} = c.otherAttributes([${ids.join(', ')}], ${acceptsSource(anyAttribute)});`);
    return [...parts, `anyAttributes: ${local}`];
  }

  private content(planned: PlannedType): string[] {
    const { lines } = this;
    const { content } = planned.type;
    if (content.kind === 'simple') {
      const value = { name: '', type: { kind: 'simple' as const, type: content.type }, nillable: false, place: planned.type.place };
      return [`value: ${this.element(value)}`];
    }
    if (content.kind === 'mixed') return [this.mixed(planned)];
    lines.add('c.next();');
    const isAll = content.kind === 'elements' && content.particle?.kind === 'all';
    const parts = isAll ? this.all(planned.fields) : planned.fields.map((field) => `${key(field.property)}: ${this.field(field)}`);
    if (!isAll) lines.add(`if (c.name !== END) c.close(${this.names});`);
    return parts;
  }

  /** Writes what reads a field, and answers with the local variable that then holds it. */
  private field(field: Field): string {
    const local = this.local();
    if (field.max > 1) this.repeated(field, local);
    else if (field.kind === 'choice') this.choice(field, local);
    else if (field.min === 0) {
      this.lines.add(`let ${local}: ${this.plan.fieldType(field, 't.')} | undefined;`);
      this.lines.block(`if (${this.begins(field)})`, () => this.one(field, (value) => `${local} = ${value};`));
    } else if (field.kind === 'element') {
      const id = this.plan.id(field.element.name);
      this.lines.add(`if (c.name !== ${id}) c.expect(${id}, ${this.names}, ${quoted(field.property)});`);
      this.one(field, (value) => `const ${local} = ${value};`);
    } else {
      if (!firstOf(field).emptiable) this.lines.add(`if (!(${this.begins(field)})) throw c.missing(${quoted(field.property)});`);
      this.one(field, (value) => `const ${local} = ${value};`);
    }
    return local;
  }

  /** Writes what reads one occurrence, which is known to be there, and goes on to what follows. */
  private one(field: Field, use: (value: string) => string): void {
    const { lines } = this;
    if (field.kind === 'element') lines.add(use(this.element(field.element)), 'c.next();');
    else if (field.kind === 'any') lines.add(use('readTree(c)'), 'c.next();');
    else if (field.kind === 'group') {
      const parts = field.fields.map((inner) => `${key(inner.property)}: ${this.field(inner)}`);
      lines.add(use(`{ ${parts.join(', ')} }`));
    }
  }

  private repeated(field: Field, local: string): void {
    const { lines, plan } = this;
    const one = plan.fieldType({ ...field, min: 1, max: 1 }, 't.');
    lines.add(`const ${local}: (${one})[] = [];`);
    const bound = Number.isFinite(field.max) ? ` && ${local}.length < ${field.max}` : '';
    lines.block(`while ((${this.begins(field)})${bound})`, () => {
      if (field.kind !== 'choice') this.one(field, (value) => `${local}.push(${value});`);
      else {
        const inner = this.local();
        this.choice({ ...field, min: 1, max: 1 }, inner);
        lines.add(`${local}.push(${inner});`);
      }
      if (this.slowly) lines.add(`if (${local}.length % 128 === 0) await c.breathe();`);
    });
    if (field.min > 0 && !firstOf({ ...field, min: 1 }).emptiable) {
      lines.add(`if (${local}.length < ${field.min}) throw c.missing(${quoted(field.property)});`);
    }
  }

  private choice(field: Field & { readonly kind: 'choice' }, local: string): void {
    const { lines, plan } = this;
    lines.add(`let ${local}: ${plan.fieldType(field, 't.')} | undefined;`);
    lines.add(`c.pass(${this.names});`);
    field.branches.forEach((branch, index) => {
      lines.block(`${index === 0 ? '' : 'else '}if (${this.begins(branch.field)})`, () => {
        if (branch.field.max > 1) lines.add(`${local} = { kind: ${quoted(branch.label)}, value: ${this.field(branch.field)} };`);
        else if (branch.field.kind === 'choice') {
          lines.add(`${local} = { kind: ${quoted(branch.label)}, value: ${this.field({ ...branch.field, min: 1 })} };`);
        } else this.one(branch.field, (value) => `${local} = { kind: ${quoted(branch.label)}, value: ${value} };`);
      });
    });
    if (field.min > 0) {
      const labels = field.branches.map(({ label }) => label).slice(0, 8);
      lines.add(`if (${local} === undefined) throw c.missing(${quoted(`one of ${labels.join(', ')}`)});`);
    }
  }

  /** What is true where the field begins. */
  private begins(field: Field): string {
    const { elements, wildcards } = firstOf(field);
    const ids = elements.map(({ name }) => this.plan.id(name));
    const [only] = ids;
    if (ids.length === 1 && wildcards.length === 0) return `c.name === ${only} || c.pass(${this.names}) === ${only}`;
    const tests = ids.map((id, index) => `${index === 0 ? `c.pass(${this.names})` : 'c.name'} === ${id}`);
    return [...tests, ...wildcards.map((wildcard) => `c.takes(${this.names}, ${this.wildcards.get(wildcard)})`)].join(' || ') || 'false';
  }

  private all(fields: readonly Field[]): string[] {
    const { lines, plan } = this;
    const members = fields.flatMap((field) => (field.kind === 'element' ? [{ field, element: field.element, local: this.local() }] : []));
    for (const { field, local } of members) lines.add(`let ${local}: ${plan.fieldType(field, 't.')} | undefined;`);
    lines.block('for (; c.name !== END; c.next())', () => {
      lines.block('switch (c.name)', () => {
        for (const { element, local } of members) {
          lines.add(
            `case ${plan.id(element.name)}:`,
            `  if (${local} !== undefined) throw c.repeated();`,
            `  ${local} = ${this.element(element)};`,
            '  break;',
          );
        }
        lines.add('default:', '  c.skipUnknown();');
      });
    });
    for (const { field, local } of members) {
      if (field.min > 0) lines.add(`if (${local} === undefined) throw c.missing(${quoted(field.property)});`);
    }
    return members.map(({ field, local }) => `${key(field.property)}: ${local}`);
  }

  private mixed(planned: PlannedType): string {
    const { lines, plan } = this;
    const { elements, wildcards } = mixedElements(planned.fields);
    const local = this.local();
    lines.add(`const ${local}: (${mixedType(plan, planned, 't.')})[] = [];`);
    lines.block('for (;;)', () => {
      lines.add('const { text } = c.mixed();', `if (text !== '') ${local}.push(text);`, 'if (c.name === END) break;');
      const tests = elements.map((element) => {
        return `if (c.name === ${plan.id(element.name)}) ${local}.push({ kind: ${quoted(element.name)}, value: ${this.element(element)} });`;
      });
      const taken = [...this.wildcards.values()].map((accepts) => `c.takes(${this.names}, ${accepts})`);
      if (wildcards.length > 0) tests.push(`if (${taken.join(' || ')}) ${local}.push({ kind: 'any', value: readTree(c) });`);
      lines.add(
        ...tests.map((test, index) => `${index === 0 ? '' : 'else '}${test}`),
        `${tests.length === 0 ? '' : 'else '}c.skipUnknown();`,
      );
    });
    return `content: ${local}`;
  }

  /** Items have whatever name the sender gave them (SOAP 1.1, 5.4.2). */
  private array({ type }: PlannedType): void {
    const { lines, plan } = this;
    if (type.content.kind !== 'array') return;
    const { item, itemName } = type.content;
    const element = { name: itemName, type: item, nillable: false, place: type.place };
    lines.add(
      `if (c.isNil() || c.attribute(${plan.id('{}href')}) !== undefined) throw c.malformed('a SOAP array that stands elsewhere, or nil,');`,
    );
    lines.add(`const items: (${plan.typeOf(item, 't.')})[] = [];`);
    lines.add(`for (c.next(); c.name !== END; c.next()) items.push(${this.element(element)});`, 'return items;');
  }

  private polymorphic(planned: PlannedType): void {
    const { identifier, type, concrete } = planned;
    const { lines } = this;
    lines.add('');
    lines.block(this.head(`Any${identifier}`, `t.Any${identifier}`), () => {
      lines.block('switch (c.instanceType())', () => {
        const call = (one: PlannedType) => `decode${one.identifier}${this.slowly && this.plan.isLong(one.type.key) ? 'Slowly' : ''}(c)`;
        if (!type.abstract) lines.add('case undefined:', `  return ${call(planned)};`);
        for (const member of concrete) {
          lines.add(`case ${quoted(member.type.name ?? '')}:`, `  return ${call(member)};`);
        }
        lines.add('default:', '  throw c.wrongType();');
      });
    });
  }

  private local(): string {
    this.locals += 1;
    return `v${this.locals}`;
  }
}
