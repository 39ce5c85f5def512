/**
 * JSON with one way to write each value: keys sorted, no white space, as RFC 8785 has it. For hashes of requests and entries.
 * Throws at what JSON cannot tell: a function, a number that is none, a bigint.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > depthMax) throw new Error(`a value nested more than ${depthMax} deep has no hash`);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null, depth + 1)).join(',')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item, depth + 1)}`).join(',')}}`;
  }
  throw new Error(`a ${typeof value} has no place in JSON`);
}

const depthMax = 50;
