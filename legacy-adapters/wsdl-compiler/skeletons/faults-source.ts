import { member } from '../compiler/identifiers.ts';
import type { Plan } from '../compiler/plan.ts';
import type { ElementUse } from '../schema/model.ts';
import { camelCase, localOf } from './names.ts';
import type { ServiceOperation } from './service.ts';
import { elementProperty } from './session.ts';

/** The function that says what declared Faults mean; `undefined` where none is declared. */
export function faultsSource(plan: Plan, operations: readonly ServiceOperation[]): { readonly body: string } | undefined {
  const faults = [...new Map(operations.flatMap(({ operation }) => operation.faults).map((fault) => [fault.name, fault])).values()];
  if (faults.length === 0) return undefined;
  const cases = faults.map((fault) => {
    const property = elementProperty(plan, fault);
    const variable = `${camelCase(property)}Detail`;
    return `  const ${variable} = fault.detailOf(${member('elements', property)});
  if (${variable} !== undefined) return new LegacyRefused(name, ${codeOf(plan, fault, variable)}, { cause: fault });`;
  });
  return {
    body: `
/** What the Faults that the WSDL declares mean. Those of a session that has ended are AuthExpired; a reason is a code, never a text. */
function faultOf(fault: SoapFault, operation: string): LegacyFailure | undefined {
  // Of a change, a refusal says that nothing was changed: take this line out once you know that these Faults prove it.
  if (policies[operation as keyof typeof policies] !== 'read') return undefined;
${cases.join('\n')}
  return undefined;
}
`,
  };
}

/** A member that looks like a code; the detail's own name where there is none. */
function codeOf(plan: Plan, fault: ElementUse, variable: string): string {
  const name = `'${localOf(fault.name)}'`;
  if (fault.type.kind !== 'complex') return name;
  const { fields, tagged } = plan.planned(fault.type.key);
  const code = fields.find(
    (field) =>
      field.kind === 'element' &&
      field.min === 1 &&
      field.max === 1 &&
      !field.element.nillable &&
      /(?:code|cd|id|reason)$/i.test(field.property),
  );
  if (tagged || code?.kind !== 'element' || code.element.type.kind !== 'simple') return name;
  return `String(${member(variable, code.property)})`;
}
