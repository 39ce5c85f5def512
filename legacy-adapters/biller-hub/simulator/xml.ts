import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element as the simulator reads it: attributes by `@name`, children by name and always in a list, text by `#text`. */
export type XmlNode = Readonly<Record<string, unknown>>;

export interface XmlDocument {
  readonly root: string;
  readonly node: XmlNode;
}

const namespace = 'urn:portico:biller-hub:v1';
const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  alwaysCreateTextNode: true,
  ignoreDeclaration: true,
  processEntities: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** `undefined` for what is no document of the hub's namespace. */
export function readXml(xml: string): XmlDocument | undefined {
  if (xml.includes('<!DOCTYPE') || XMLValidator.validate(xml) !== true) return undefined;
  const [, prefix, attributes = ''] = /^\s*(?:<\?xml[^>]*\?>)?\s*<(?:([\w.-]+):)?[\w.-]+((?:\s[^>]*)?)>/.exec(xml) ?? [];
  const declared = new RegExp(`\\sxmlns${prefix === undefined ? '' : `:${prefix}`}=["']${namespace}["']`);
  if (!declared.test(attributes)) return undefined;
  const [[root, nodes] = []] = Object.entries(parsed(xml)).filter(([name]) => name !== '#text');
  const node = nodes?.[0];
  return root === undefined || node === undefined ? undefined : { root, node };
}

/** The parser throws at names that every object has, such as `constructor`. */
function parsed(xml: string): Readonly<Record<string, readonly XmlNode[]>> {
  try {
    return parser.parse(xml) as Record<string, XmlNode[]>;
  } catch {
    return {};
  }
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  const children = node?.[name];
  return Array.isArray(children) ? (children as XmlNode[]) : [];
}

/** The text of an element that occurs once. */
export function textOf(node: XmlNode | undefined, name: string): string | undefined {
  const [child, ...more] = childrenOf(node, name);
  return child === undefined || more.length > 0 ? undefined : contentOf(child);
}

export function contentOf(node: XmlNode): string {
  return unescaped(node['#text']);
}

export function attributeOf(node: XmlNode | undefined, name: string): string | undefined {
  const value = node?.[`@${name}`];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: unknown): string {
  return String(text ?? '').replaceAll(/&(?:(\w+)|#(\d+)|#x([\da-f]+));/gi, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return entities.get(name) ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  });
}

/** An element to write: its attributes without those that are undefined, then text or children. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${written.join('')}>${content.join('')}</${name}>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function documentOf(root: string, ...content: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>${element(root, { xmlns: namespace }, ...content)}`;
}
