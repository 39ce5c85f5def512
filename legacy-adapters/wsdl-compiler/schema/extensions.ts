import type { Diagnostics } from './diagnostics.ts';
import { wsdlNamespace } from './loader.ts';
import { type SchemaNode, schemaNamespace } from './node.ts';

const known: ReadonlySet<string> = new Set([
  wsdlNamespace,
  schemaNamespace,
  'http://schemas.xmlsoap.org/wsdl/soap/',
  'http://schemas.xmlsoap.org/wsdl/soap12/',
  'http://schemas.xmlsoap.org/wsdl/http/',
  'http://schemas.xmlsoap.org/wsdl/mime/',
]);
const policy = /\/policy$|\/ws-policy$/;

/** Tells of what toolkits add to a WSDL (WSDL 1.1, 2.1.3): each kind once, and as an error where the service insists on it. */
export function checkExtensions(definitions: readonly SchemaNode[], diagnostics: Diagnostics): void {
  const told = new Set<string>();
  for (const root of definitions) visit(root);

  function visit(node: SchemaNode): void {
    for (const child of node.children) {
      if (child.namespace === wsdlNamespace && child.local === 'types') continue;
      if (known.has(child.namespace)) visit(child);
      else tell(child);
    }
  }

  function tell(node: SchemaNode): void {
    const name = `{${node.namespace}}${node.local}`;
    const required = node.attributes.get(`{${wsdlNamespace}}required`)?.trim();
    if (required === 'true' || required === '1')
      diagnostics.error(
        node,
        `the service requires the extension ${name}, which is not known`,
        'take it out of a copy, if calls work without it',
      );
    else if (!told.has(name)) {
      told.add(name);
      if (policy.test(node.namespace))
        diagnostics.warn(
          node,
          `${name} is not read: it says how messages are secured, not what they hold`,
          'give the client the sign-in that it asks for',
        );
      else diagnostics.warn(node, `the extension ${name} is passed over`, 'nothing is to be done, if calls work without it');
    }
  }
}
