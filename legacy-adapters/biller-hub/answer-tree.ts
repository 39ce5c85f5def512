import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { collapse, firstForbidden } from '../xml/characters.ts';
import { Cursor } from '../xml/cursor.ts';
import { expandReferences } from '../xml/entities.ts';
import { XmlMalformed } from '../xml/malformed.ts';
import { NameTable } from '../xml/names.ts';

/** An element: its text by `#text`, attributes by `@name`, children by name; those that may be repeated always in a list. */
export interface AnswerNode {
  readonly [name: string]: string | AnswerNode | readonly AnswerNode[];
}

/** What fast-xml-parser makes of an element. */
type ParsedNode = { readonly [name: string]: string | ParsedNode | readonly ParsedNode[] };

const namespace = 'urn:portico:biller-hub:v1';
const repeated: ReadonlySet<string> = new Set(['Biller', 'Name', 'Fld', 'Lbl', 'Hint', 'Debt', 'Pay']);

const noNames = new NameTable([]);

/** Nothing is guessed: every value stays the text that it is, and whatever the parser would lose or merge is refused. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  alwaysCreateTextNode: true,
  ignoreDeclaration: true,
  processEntities: false,
  cdataPropName: '#cdata',
  maxNestedTags: 12,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && repeated.has(name),
});

/**
 * The tree of an answer whose root is `root`, in the hub's namespace. Throws XmlMalformed for what is not well-formed and for
 * what the hub never writes: a DOCTYPE, CDATA, processing instructions, prefixes, text between elements.
 *
 * fast-xml-parser reads a document that is cut off without a word, so its validator goes first; and its validator lets a second
 * root and a text after the root pass, so those are looked for here.
 */
export function readAnswerTree(text: string, root: string): AnswerNode {
  if (firstForbidden(text) !== -1) throw malformed('a character that XML forbids');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw malformed('a DOCTYPE');
  checkWellFormed(text);
  if (XMLValidator.validate(text) !== true) throw malformed('not well-formed');
  const entries = Object.entries(parsed(text)).filter(([name]) => name !== '#text');
  const [[name, node] = []] = entries;
  if (entries.length !== 1 || name !== root || !isNode(node)) throw malformed('another answer than this operation has');
  if (!/(?:<\/[\w.-]+\s*|\/)>\s*$/.test(text)) throw malformed('something after the answer');
  if (node['@xmlns'] !== namespace) throw malformed('an answer of another namespace');
  const { '@xmlns': _, ...content } = node;
  return checked(content, root);
}

/** The validator lets pass what is no XML: two hyphens in a comment, `<` or a stray `=` in a tag. Throws XmlMalformed. */
function checkWellFormed(text: string): void {
  const cursor = new Cursor(text, noNames);
  cursor.next();
  cursor.skip();
  cursor.finish();
}

function parsed(text: string): ParsedNode {
  try {
    return parser.parse(text) as ParsedNode;
  } catch {
    // Its own words may show the document.
    throw malformed('not readable');
  }
}

function checked(node: ParsedNode, path: string): AnswerNode {
  const children = Object.entries(node);
  const isLeaf = children.every(([name]) => name === '#text' || name.startsWith('@'));
  return Object.fromEntries(
    children.map(([name, value]) => {
      const at = `${path}/${name}`;
      if (/[:?]|^@xmlns|^#cdata/.test(name)) throw malformed('a prefix, a namespace, CDATA or a processing instruction', path);
      if (typeof value === 'string') {
        if (name === '#text' && !isLeaf && collapse(value) !== '') throw malformed('text between elements', path);
        return [name, expanded(value, at)];
      }
      if (isNode(value)) return [name, checked(value, at)];
      return [name, value.map((one) => checked(one, at))];
    }),
  );
}

/** The parser leaves references as they are, because it would take `]]>` and `&amp;lt;` for the same. */
function expanded(text: string, path: string): string {
  const whole = expandReferences(text);
  if (whole === undefined || text.includes(']]>')) throw malformed('a reference to nothing', path);
  return whole;
}

function isNode(value: ParsedNode[string] | undefined): value is ParsedNode {
  return typeof value === 'object' && !Array.isArray(value);
}

function malformed(why: string, path = ''): XmlMalformed {
  return new XmlMalformed(why, path, 0);
}
