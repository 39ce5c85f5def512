import { key, quoted } from '../compiler/identifiers.ts';
import type { Wildcard } from '../schema/model.ts';
import { unwritable } from './soap-object.ts';

/** One value of an element, the same at each run. */
export interface Sample {
  /** As generated code has it. */
  readonly value: unknown;
  /** The same as TypeScript, with `decimal('1.50')` for amounts. */
  readonly source: string;
  /** As node-soap's server writes it, or `unwritable`. */
  readonly soap: unknown;
}

export type Made = Pick<Sample, 'value' | 'source'>;

/** An object in the making, as a value and as TypeScript. */
export class Parts {
  private readonly entries: [property: string, made: Made][] = [];

  add(property: string, made: Made): void {
    this.entries.push([property, made]);
  }

  made(): Made {
    return {
      value: Object.fromEntries(this.entries.map(([property, { value }]) => [property, value])),
      source: `{ ${this.entries.map(([property, { source }]) => `${key(property)}: ${source}`).join(', ')} }`,
    };
  }
}

/** Of xs:any and xs:anyType. */
export function tree(elementName: string): Sample {
  const value = { name: elementName, attributes: {}, children: ['Зразок'] };
  return { value, source: `{ name: ${quoted(elementName)}, attributes: {}, children: ['Зразок'] }`, soap: unwritable };
}

/** A name that a wildcard allows. */
export function nameIn({ namespaces }: Wildcard): string {
  const [listed = 'urn:sample'] = Array.isArray(namespaces) ? (namespaces as readonly string[]) : ['urn:sample'];
  return `{${listed}}sample`;
}
