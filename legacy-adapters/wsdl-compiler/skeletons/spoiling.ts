import { isDeepStrictEqual } from 'node:util';
import { namespaces } from '#legacy-adapters/conformance/cases/namespaces.ts';
import { values } from '#legacy-adapters/conformance/cases/values.ts';
import { leaf, replies } from '#legacy-adapters/conformance/hostile-case.ts';

/**
 * Whether the schema alone tells the hostile core's spoilt answers from an honest one. An answer of nothing but free text can be
 * changed into another that is as good; that needs what the port promises of its values.
 */
export function standsSpoiling(xml: string, namespace: string, soap: '1.1' | '1.2', read: (xml: string) => unknown): boolean {
  if (!new RegExp(leaf.source).test(xml)) return false;
  const contract = { namespace, soap };
  const honest = { status: 200, headers: {}, body: Buffer.from(xml) };
  const make = replies(honest, contract);
  const right = read(xml);
  return [...values(honest, make), ...namespaces(honest, make, contract)].every(({ reply, expected, anyValue }) => {
    let value: unknown;
    try {
      value = read(Buffer.from(reply().body).toString('utf8'));
    } catch {
      return expected.includes('UPSTREAM_MALFORMED');
    }
    return expected.includes('VALUE') && (anyValue === true || isDeepStrictEqual(value, right));
  });
}
