import type { ElementUse } from '../schema/model.ts';
import { member, quoted } from './identifiers.ts';
import { Lines } from './lines.ts';
import { mixedElements, type Plan, type PlannedType } from './plan.ts';
import type { Field } from './shape.ts';

/** An encoder for each type: it writes attributes, the end of the start tag and the content of an element that is begun. */
export function encodersSource(plan: Plan): string {
  const source = new Encoders(plan);
  for (const planned of plan.types) source.type(planned);
  return source.lines.toString();
}

/** Statements that write an element with `value` in it. */
export function writeElement(plan: Plan, element: ElementUse, value: string): string[] {
  const { type, nillable, place } = element;
  const tag = quoted(plan.tag(element.name));
  const write = () => {
    if (type.kind === 'any') return [`w.treeAs(${quoted(element.name)}, ${value});`];
    if (type.kind === 'complex') return [`w.start(${tag});`, `encode${plan.referred(type.key)}(w, ${value});`, `w.end(${tag});`];
    if (plan.simple.isQName(type.type)) return [`w.qname(${tag}, ${value});`];
    const scalar = plan.simple.scalar(type.type, place, 'x.');
    const fixed = element.fixed === undefined ? [] : [`w.fixed(${tag}, ${scalar}, ${value}, ${quoted(element.fixed)});`];
    return [...fixed, `w.scalar(${tag}, ${scalar}, ${value});`];
  };
  if (!nillable) return write();
  return [`if (${value} === null) w.nilElement(${tag});`, 'else {', ...write().map((line) => `  ${line}`), '}'];
}

class Encoders {
  readonly lines = new Lines();
  private readonly plan: Plan;
  private locals = 0;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  type(planned: PlannedType): void {
    const { lines } = this;
    const { identifier, type } = planned;
    this.locals = 0;
    lines.add('');
    lines.block(`export function encode${identifier}(w: DocumentWriter, value: t.${identifier}): void`, () => {
      lines.add(`w.${type.content.kind === 'array' ? 'array' : 'object'}(${quoted(identifier)}, value);`);
      this.attributes(planned);
      if (type.content.kind === 'array') this.array(planned);
      else if (type.content.kind === 'simple' && this.plan.simple.isQName(type.content.type)) lines.add('w.qnameContent(value.value);');
      else {
        lines.add('w.content();');
        this.content(planned);
      }
    });
    if (planned.concrete.length > 0) this.polymorphic(planned);
  }

  private attributes({ attributes, type }: PlannedType): void {
    const { lines, plan } = this;
    for (const { use, property } of attributes) {
      const value = member('value', property);
      const there = use.required || use.default !== undefined || use.fixed !== undefined;
      const tag = quoted(plan.tag(use.name));
      const isName = plan.simple.isQName(use.type);
      const scalar = isName ? '' : plan.simple.scalar(use.type, use.place, 'x.');
      const write = isName ? `w.qnameAttribute(${tag}, ${value});` : `w.scalarAttribute(${tag}, ${scalar}, ${value});`;
      if (use.fixed !== undefined && !isName) lines.add(`w.fixed(${tag}, ${scalar}, ${value}, ${quoted(use.fixed)});`);
      lines.add(there ? write : `if (${value} !== undefined) ${write}`);
    }
    if (type.anyAttribute === undefined) return;
    lines.add('w.otherAttributes(value.anyAttributes);');
  }

  private content(planned: PlannedType): void {
    const { lines, plan } = this;
    const { content, place } = planned.type;
    if (content.kind === 'simple') {
      lines.add(`w.scalarText(${quoted(planned.identifier)}, ${plan.simple.scalar(content.type, place, 'x.')}, value.value);`);
    } else if (content.kind === 'mixed') this.mixed(planned);
    else for (const field of planned.fields) this.field(field, member('value', field.property));
  }

  private field(field: Field, value: string): void {
    const { lines } = this;
    if (field.max > 1) {
      const item = this.local();
      const max = Number.isFinite(field.max) ? field.max : 'Number.POSITIVE_INFINITY';
      lines.add(`w.count(${quoted(field.property)}, ${value}, ${field.min}, ${max});`);
      lines.block(`for (const ${item} of ${value})`, () => this.one(field, item));
    } else if (field.min === 0) lines.block(`if (${value} !== undefined)`, () => this.one(field, value));
    else this.one(field, value);
  }

  private one(field: Field, value: string): void {
    const { lines, plan } = this;
    switch (field.kind) {
      case 'element':
        lines.add(...writeElement(plan, field.element, value));
        break;
      case 'any':
        lines.add(`w.tree(${value});`);
        break;
      case 'group':
        lines.add(`w.object(${quoted(field.property)}, ${value});`);
        for (const inner of field.fields) this.field(inner, member(value, inner.property));
        break;
      case 'choice':
        lines.add(`w.object(${quoted(field.property)}, ${value});`);
        lines.block(`switch (${value}.kind)`, () => {
          for (const branch of field.branches) {
            lines.block(`case ${quoted(branch.label)}:`, () => {
              this.field(branch.field, `${value}.value`);
              lines.add('break;');
            });
          }
          lines.add('default:', `  throw w.wrong(${quoted(field.property)});`);
        });
    }
  }

  private mixed(planned: PlannedType): void {
    const { lines, plan } = this;
    const { elements, wildcards } = mixedElements(planned.fields);
    lines.add("w.array('content', value.content);");
    lines.block('for (const part of value.content)', () => {
      lines.block("if (typeof part === 'string')", () => lines.add('w.text(part);', 'continue;'));
      lines.add("w.object('content', part);");
      for (const [index, element] of elements.entries()) {
        lines.block(`${index === 0 ? '' : 'else '}if (part.kind === ${quoted(element.name)})`, () =>
          lines.add(...writeElement(plan, element, 'part.value')),
        );
      }
      const otherwise = elements.length === 0 ? '' : 'else ';
      if (wildcards.length > 0) lines.add(`${otherwise}if (part.kind === 'any') w.tree(part.value);`);
      lines.add(`${otherwise === '' && wildcards.length === 0 ? '' : 'else '}throw w.wrong('content');`);
    });
  }

  private array({ type }: PlannedType): void {
    const { lines, plan } = this;
    if (type.content.kind !== 'array') return;
    const { item, itemName } = type.content;
    const itemType =
      item.kind === 'complex'
        ? plan.planned(item.key).type.name
        : arrayItemName(item.kind === 'simple' ? plan.simple.root(item.type) : undefined);
    lines.add(
      `w.attribute('${plan.tag('{http://schemas.xmlsoap.org/soap/encoding/}arrayType')}', \`${plan.tag(itemType ?? '{}item')}[\${value.length}]\`);`,
      'w.content();',
    );
    lines.block('for (const item of value)', () => {
      lines.add(...writeElement(plan, { name: itemName, type: item, nillable: false, place: type.place }, 'item'));
    });
  }

  private polymorphic({ identifier, type, concrete }: PlannedType): void {
    const { lines, plan } = this;
    lines.add('');
    lines.block(`export function encodeAny${identifier}(w: DocumentWriter, value: t.Any${identifier}): void`, () => {
      lines.add(`w.object(${quoted(identifier)}, value);`);
      lines.block('switch (value.$type)', () => {
        for (const one of concrete) {
          lines.add(`case ${quoted(one.identifier)}:`);
          if (one.type !== type) lines.add(`  w.attribute('xsi:type', ${quoted(plan.tag(one.type.name ?? ''))});`);
          lines.add(`  encode${one.identifier}(w, value);`, '  break;');
        }
        lines.add('default:', `  throw w.wrong(${quoted(identifier)});`);
      });
    });
  }

  private local(): string {
    this.locals += 1;
    return `v${this.locals}`;
  }
}

function arrayItemName(builtin: string | undefined): string {
  return `{http://www.w3.org/2001/XMLSchema}${builtin ?? 'anyType'}`;
}
