import { ComplexTypes } from './complex.ts';
import { Components } from './components.ts';
import type { Diagnostics } from './diagnostics.ts';
import { checkExtensions } from './extensions.ts';
import { type LoadOptions, load } from './loader.ts';
import type { Model } from './model.ts';
import { WsdlReader } from './wsdl.ts';
import { Definitions } from './wsdl-messages.ts';

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
  const definitions = new Definitions(sources.definitions, components, types);
  const [root] = sources.definitions;
  checkExtensions(sources.definitions, diagnostics);
  const operations = root === undefined ? [] : new WsdlReader(definitions).operations(root);
  const elements = new Set(definitions.elements);
  // Types that nothing names yet may come by xsi:type.
  for (const component of components.all('type')) types.define(component);
  for (const component of components.all('element')) {
    const use = types.particles.global(component);
    if (component.node.attributes.get('abstract') !== 'true') elements.add(use);
  }
  types.finish();
  return { model: { elements: [...elements], complexTypes: types.all, simpleTypes: types.simple.named, operations }, files: sources.files };
}
