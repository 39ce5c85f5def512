/** node-soap's objects have no form for it. */
export const unwritable = Symbol('unwritable');

export function isWritable(soap: unknown): boolean {
  return soap !== unwritable;
}

/** Keys that node-soap takes for something else than an element. */
const taken = new Set(['attributes', '$value', '$xml', '_xml', 'targetNSAlias', 'targetNamespace']);

/** What stands in one element, as node-soap's server takes it: `{ attributes: { Ccy: 'UAH' }, $value: '1.50' }`. */
export class SoapChildren {
  private readonly attributes: Record<string, string> = {};
  private readonly children: Record<string, unknown> = {};
  private value: string | undefined;
  private whole = true;

  attribute(name: string, text: string | undefined): void {
    if (text === undefined) this.whole = false;
    else this.attributes[name] = text;
  }

  text(text: string | undefined): void {
    if (text === undefined) this.whole = false;
    else this.value = text;
  }

  element(name: string, soap: unknown, repeats: boolean): void {
    const before = this.children[name];
    if (!isWritable(soap) || taken.has(name) || (before !== undefined && !Array.isArray(before))) this.whole = false;
    else if (Array.isArray(before)) before.push(soap);
    else this.children[name] = repeats ? [soap] : soap;
  }

  object(): unknown {
    if (!this.whole) return unwritable;
    const attributes = Object.keys(this.attributes).length > 0 ? { attributes: this.attributes } : {};
    if (this.value === undefined) return { ...attributes, ...this.children };
    return 'attributes' in attributes ? { ...attributes, $value: this.value } : this.value;
  }
}
