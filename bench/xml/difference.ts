/** Where two values of JSON differ first, and how; `undefined` when they are equal. */
export function differenceOf(sent: unknown, read: unknown, place: string): string | undefined {
  if (Object.is(sent, read)) return undefined;
  if (!isObject(sent) || !isObject(read)) return `${place} is ${shown(read)} where ${shown(sent)} was sent`;
  for (const key of new Set([...Object.keys(sent), ...Object.keys(read)])) {
    const inner = Array.isArray(sent) ? `${place}[${key}]` : `${place}.${key}`;
    const difference = differenceOf(sent[key], read[key], inner);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}
