import { commented, key, quoted } from './identifiers.ts';
import { Lines } from './lines.ts';
import { mixedElements, type Plan, type PlannedType } from './plan.ts';

/** The interfaces of all types. */
export function typesSource(plan: Plan): string {
  const lines = new Lines();
  for (const planned of plan.types) {
    lines.add('', `/** ${commented(planned.type.name ?? `in ${planned.type.label}`)} */`);
    if (planned.concrete.length > 0) {
      lines.add(`export type Any${planned.identifier} = ${planned.concrete.map(({ identifier }) => identifier).join(' | ')};`, '');
    }
    declare(plan, planned, lines);
  }
  lines.add('', ...plan.simple.typeDeclarations.flatMap((declaration) => ['', ...declaration.split('\n')]).slice(1));
  return lines.toString();
}

function declare(plan: Plan, planned: PlannedType, lines: Lines): void {
  const { content } = planned.type;
  if (content.kind === 'array') {
    const item = plan.typeOf(content.item, '');
    lines.add(`export type ${planned.identifier} = readonly ${/[|&]/.test(item) ? `(${item})` : item}[];`);
    return;
  }
  lines.block(`export interface ${planned.identifier}`, () => {
    if (planned.tagged) lines.add(`readonly $type: ${quoted(planned.identifier)};`);
    for (const { use, property } of planned.attributes) {
      const there = use.required || use.default !== undefined || use.fixed !== undefined;
      const type = plan.simple.type(use.type, '');
      const literal = use.fixed !== undefined && plan.isLiteral({ kind: 'simple', type: use.type }) ? quoted(use.fixed) : type;
      lines.add(`readonly ${key(property)}${there ? '' : '?'}: ${literal}${there ? '' : ' | undefined'};`);
    }
    if (planned.type.anyAttribute !== undefined)
      lines.add('/** By `{namespace}local`. */', 'readonly anyAttributes: Readonly<Record<string, string>>;');
    if (content.kind === 'simple') lines.add(`readonly value: ${plan.simple.type(content.type, '')};`);
    else if (content.kind === 'mixed') lines.add(`readonly content: readonly (${mixedType(plan, planned, '')})[];`);
    else lines.add(...plan.properties(planned.fields, ''));
  });
}

export function mixedType(plan: Plan, planned: PlannedType, prefix: string): string {
  const { elements, wildcards } = mixedElements(planned.fields);
  const kinds = elements.map(
    (element) => `{ readonly kind: ${quoted(element.name)}; readonly value: ${plan.elementType(element, prefix)} }`,
  );
  if (wildcards.length > 0) kinds.push("{ readonly kind: 'any'; readonly value: XmlTree }");
  return ['string', ...kinds].join(' | ');
}
