import type { ElementUse, Wildcard } from '../schema/model.ts';
import { quoted } from './identifiers.ts';
import type { Plan } from './plan.ts';

/** Types that the reader reads without a scalar between. */
const direct: ReadonlySet<string> = new Set(['long', 'decimal', 'date', 'dateTime']);

/** What reads the element that is open. */
export function readElement(plan: Plan, element: ElementUse, slowly = false): string {
  const { type, default: initial, fixed, nillable, place } = element;
  const value = () => {
    if (type.kind === 'any') return 'readTree(c)';
    if (type.kind === 'complex')
      return slowly && plan.isLong(type.key) ? `await decode${plan.referred(type.key)}Slowly(c)` : `decode${plan.referred(type.key)}(c)`;
    if (plan.simple.isQName(type.type)) return 'c.qname()';
    const builtin = plan.simple.builtin(type.type);
    const scalar = plan.simple.scalar(type.type, place, 'x.');
    const text = fixed ?? initial;
    if (text !== undefined) {
      const literal = fixed !== undefined && plan.isLiteral(type) ? ` as ${quoted(fixed)}` : '';
      return `c.defaulted(${scalar}, ${quoted(text)}, ${fixed !== undefined})${literal}`;
    }
    if (builtin === 'string' || builtin === 'anySimpleType') return 'c.plainString()';
    if (builtin !== undefined && direct.has(builtin)) return `c.${builtin}()`;
    return `c.scalar(${scalar})`;
  };
  return nillable ? `(c.isNil() ? c.nil() : ${value()})` : value();
}

export function acceptsSource({ namespaces }: Wildcard): string {
  if (namespaces === 'any') return '() => true';
  if (!Array.isArray(namespaces)) {
    const { except } = namespaces as { readonly except: string };
    return except === '' ? "(namespace) => namespace !== ''" : `(namespace) => namespace !== ${quoted(except)} && namespace !== ''`;
  }
  return `(namespace) => ${namespaces.map((namespace) => `namespace === ${quoted(namespace)}`).join(' || ')}`;
}
