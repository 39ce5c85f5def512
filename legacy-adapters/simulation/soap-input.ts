/** Reads what node-soap made of a request: a leaf is text, or `{ attributes, $value }`, or null when it was empty. */
export function childOf(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[name] : undefined;
}

export function childrenOf(node: unknown, name: string): readonly unknown[] {
  const child = childOf(node, name);
  return Array.isArray(child) ? child : child === undefined ? [] : [child];
}

/** The text of a leaf that occurs once; `undefined` when it is absent, '' when it is empty. */
export function textOf(node: unknown, name: string): string | undefined {
  const child = childOf(node, name);
  return child === null ? '' : leafText(child);
}

export function attributeOf(node: unknown, name: string, attribute: string): string | undefined {
  return leafText(childOf(childOf(childOf(node, name), 'attributes'), attribute));
}

const longMax = 2n ** 63n - 1n;

/** One xs:long, exact, in its plain form; `undefined` when it is absent or is none. */
export function longOf(node: unknown, name: string): string | undefined {
  return toLong(leafText(childOf(node, name)));
}

/** Up to `countMax` different xs:long; `undefined` when one is none or there are too many. */
export function longsOf(node: unknown, name: string, countMax: number): readonly string[] | undefined {
  const values = childrenOf(node, name).map((child) => toLong(leafText(child)));
  if (values.length > countMax) return undefined;
  const longs = values.filter((value) => value !== undefined);
  return longs.length === values.length ? [...new Set(longs)] : undefined;
}

/** The plain form of an xs:long; `undefined` when the text is none. */
export function toLong(text: string | undefined): string | undefined {
  if (text === undefined || !/^[+-]?\d{1,19}$/.test(text)) return undefined;
  const value = BigInt(text.replace('+', ''));
  return value > longMax || value < -longMax - 1n ? undefined : String(value);
}

function leafText(node: unknown): string | undefined {
  if (typeof node === 'string') return node;
  const value = childOf(node, '$value');
  return typeof value === 'string' ? value : undefined;
}

/** The attribute `No` of an item, by which the answer to it is told; `undefined` when it is none. */
export function itemNumberOf(item: unknown): string | undefined {
  const number = leafText(childOf(childOf(item, 'attributes'), 'No'));
  return number !== undefined && /^[1-9]\d{0,8}$/.test(number) ? number : undefined;
}
