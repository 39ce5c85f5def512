import { quoted } from '../compiler/identifiers.ts';
import type { Plan, PlannedType } from '../compiler/plan.ts';
import type { Field } from '../compiler/shape.ts';
import type { ElementUse, TypeRef } from '../schema/model.ts';
import { localOf } from './names.ts';
import { type Made, nameIn, Parts, type Sample, tree } from './sample-parts.ts';
import { simpleSample, spelt } from './simple-sample.ts';
import { SoapChildren, unwritable } from './soap-object.ts';

const depthMax = 6;
const leavesMax = 60;

/** Makes one value a message: what is optional is there, lists have one item, of a choice the first branch is taken. */
export class Samples {
  private readonly plan: Plan;
  private readonly within: string[] = [];
  private leaves = 0;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  message(use: ElementUse): Sample {
    this.leaves = 0;
    return this.element(use);
  }

  private element(use: ElementUse): Sample {
    this.leaves += 1;
    if (use.type.kind !== 'simple') return this.referred(use.type, use.name);
    const { text, value, source } =
      use.fixed === undefined ? simpleSample(use.type.type, this.plan.model) : spelt(use.type.type, use.fixed, this.plan.model);
    return { value, source, soap: text ?? unwritable };
  }

  private referred(type: TypeRef, elementName: string): Sample {
    if (type.kind === 'simple') {
      const { text, value, source } = simpleSample(type.type, this.plan.model);
      return { value, source, soap: text ?? unwritable };
    }
    if (type.kind === 'any') return tree(elementName);
    const planned = this.plan.planned(type.key);
    const [first = planned] = planned.concrete;
    this.within.push(type.key);
    const made = this.complex(first);
    this.within.pop();
    // Which of the types it is would have to stand in xsi:type.
    return planned.concrete.length > 0 ? { ...made, soap: unwritable } : made;
  }

  private complex(planned: PlannedType): Sample {
    const { content, anyAttribute } = planned.type;
    if (content.kind === 'array') {
      const item = this.referred(content.item, content.itemName);
      return { value: [item.value], source: `[${item.source}]`, soap: unwritable };
    }
    const parts = new Parts();
    const children = new SoapChildren();
    if (planned.tagged) parts.add('$type', { value: planned.identifier, source: quoted(planned.identifier) });
    for (const { use, property } of planned.attributes) {
      const sample = use.fixed === undefined ? simpleSample(use.type, this.plan.model) : spelt(use.type, use.fixed, this.plan.model);
      parts.add(property, sample);
      // An attribute of a namespace would need its prefix.
      children.attribute(localOf(use.name), use.name.startsWith('{}') ? sample.text : undefined);
    }
    if (anyAttribute !== undefined) parts.add('anyAttributes', { value: {}, source: '{}' });
    if (content.kind === 'simple') {
      const sample = simpleSample(content.type, this.plan.model);
      parts.add('value', sample);
      children.text(sample.text);
    } else if (content.kind === 'mixed') {
      parts.add('content', { value: ['Зразок'], source: "['Зразок']" });
      children.text('Зразок');
    } else this.fields(planned.fields, parts, children);
    return { ...parts.made(), soap: children.object() };
  }

  private fields(fields: readonly Field[], parts: Parts, children: SoapChildren): void {
    for (const field of fields) {
      const made = this.field(field, children);
      if (made !== undefined) parts.add(field.property, made);
    }
  }

  private field(field: Field, children: SoapChildren): Made | undefined {
    const leftOut = field.min === 0 && (this.leaves > leavesMax || this.within.length > depthMax || this.leadsBack(field));
    if (field.max <= 1) return leftOut ? undefined : this.one(field, children);
    const items = Array.from({ length: leftOut ? 0 : Math.max(1, field.min) }, () => this.one(field, children));
    return { value: items.map(({ value }) => value), source: `[${items.map(({ source }) => source).join(', ')}]` };
  }

  private one(field: Field, children: SoapChildren): Made {
    switch (field.kind) {
      case 'element': {
        const sample = this.element(field.element);
        children.element(localOf(field.element.name), sample.soap, field.max > 1);
        return sample;
      }
      case 'any':
        children.element('any', unwritable, false);
        return tree(nameIn(field.wildcard));
      case 'group': {
        const parts = new Parts();
        this.fields(field.fields, parts, children);
        return parts.made();
      }
      case 'choice': {
        const branch = field.branches.find(({ field: inner }) => !this.leadsBack(inner)) ?? field.branches[0];
        if (branch === undefined) return { value: undefined, source: 'undefined' };
        const made = this.field({ ...branch.field, min: Math.max(1, branch.field.min) }, children);
        const parts = new Parts();
        parts.add('kind', { value: branch.label, source: quoted(branch.label) });
        if (made !== undefined) parts.add('value', made);
        return parts.made();
      }
    }
  }

  /** A type that holds itself would have no end. */
  private leadsBack(field: Field): boolean {
    if (field.kind === 'element') return field.element.type.kind === 'complex' && this.within.includes(field.element.type.key);
    if (field.kind === 'group') return field.fields.some((inner) => inner.min > 0 && this.leadsBack(inner));
    return field.kind === 'choice' && field.branches.every((branch) => this.leadsBack(branch.field));
  }
}
