import { ComplexTypes } from './complex.ts';
import { Components } from './components.ts';
import type { Diagnostics } from './diagnostics.ts';
import { type LoadOptions, load } from './loader.ts';
import type { Model } from './model.ts';
import { WsdlReader } from './wsdl.ts';

export interface ReadModel {
  readonly model: Model;
  readonly files: readonly string[];
}

/**
 * Reads a WSDL 1.1 or an XML Schema 1.0 with all that it leads to, from disk only. Everything that is wrong or not supported
 * goes to the diagnostics; the model is then whole, but does not say what the schema says.
 */
export function readModel(file: string, options: LoadOptions, diagnostics: Diagnostics): ReadModel {
  const sources = load(file, options, diagnostics);
  const components = new Components(sources.schemas, diagnostics);
  const types = new ComplexTypes(components);
  const wsdl = new WsdlReader(sources.definitions, components, types);
  const operations = sources.definitions.length === 0 ? [] : wsdl.operations();
  const elements = new Map(wsdl.elements);
  // Types that nothing names yet may come by xsi:type.
  for (const component of components.all('type')) types.define(component);
  for (const component of components.all('element')) {
    const use = types.particles.global(component);
    if (component.node.attributes.get('abstract') !== 'true') elements.set(component.name, use);
  }
  types.finish();
  return { model: { elements, complexTypes: types.all, simpleTypes: types.simple.named, operations }, files: sources.files };
}
