import { isQName } from './characters.ts';

export const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/** What `Cursor.name` says where the parent ended, and for a name that the schema does not know. */
export const END = -1;
export const UNKNOWN = 0;
/** Known to every table. */
export const XSI_NIL = 1;
export const XSI_TYPE = 2;
const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const soap12 = 'http://www.w3.org/2003/05/soap-envelope';
const reserved = [
  `{${schemaInstance}}nil`,
  `{${schemaInstance}}type`,
  ...[soap11, soap12].flatMap((namespace) => ['Envelope', 'Header', 'Body', 'Fault'].map((local) => `{${namespace}}${local}`)),
];
/** The numbers of SOAP's own names. */
export const soapNames = {
  '1.1': { envelope: 3, header: 4, body: 5, fault: 6 },
  '1.2': { envelope: 7, header: 8, body: 9, fault: 10 },
} as const;
/** The number of the first name that a table is given. */
export const FIRST_NAME = reserved.length + 1;

/** `{namespace}local`, as James Clark writes expanded names; `{}local` where there is no namespace. */
export type ExpandedName = string;

/** A document with ever new names must not fill memory: past this many, the table forgets what it has seen. */
const keptMax = 20_000;
/** Nor must long ones: what is longer than this, in UTF-16 units, is resolved anew each time. */
const keptLengthMax = 1_024;

/** The names of one schema, each with a small number by which generated code compares them. */
export class NameTable {
  readonly ids: ReadonlyMap<ExpandedName, number>;
  private root: Scope | undefined;
  private kept = 0;

  /** `names` get the numbers from FIRST_NAME on, in their order. */
  constructor(names: readonly ExpandedName[]) {
    this.ids = new Map([...reserved, ...names].map((name, index) => [name, index + 1]));
  }

  /** The scope of a document's root. It is shared by documents, so that names are resolved once in a process. */
  scope(): Scope {
    if (this.root === undefined || this.kept > keptMax) {
      this.kept = 0;
      const initial = [['', ''] as const, ['xml', xmlNamespace] as const];
      this.root = new Scope(this, new Map(initial));
    }
    return this.root;
  }

  /** Keeps a value for the documents that follow, within bounds. */
  keep<Value>(map: Map<string, Value>, key: string, value: Value): Value {
    if (key.length > keptLengthMax) return value;
    this.kept += 1;
    if (this.kept <= keptMax) map.set(own(key), value);
    return value;
  }
}

/** What followed a name in a start tag, up to and with its `>`, and the attributes that it says. */
export interface Tail {
  readonly text: string;
  /** The scope around the element; declarations in the text make the element's own one of it. */
  readonly outer: Scope;
  readonly names: readonly Name[];
  readonly values: readonly string[];
  readonly closed: boolean;
}

/** A name as it is spelt in one scope, resolved once. */
export class Name {
  readonly raw: string;
  readonly namespace: string;
  readonly local: string;
  readonly id: number;
  readonly scope: Scope;
  /** `raw` by its UTF-16 units. */
  private readonly units: Uint16Array;
  /** What followed it the last time: answers repeat themselves, so the next tag is guessed right nearly always. */
  next: Name | undefined = undefined;
  /** The first short tail that it had; most names have no other one, or none at all. */
  tail: Tail | undefined = undefined;

  constructor(raw: string, namespace: string, local: string, id: number, scope: Scope) {
    this.raw = raw;
    this.namespace = namespace;
    this.local = local;
    this.id = id;
    this.scope = scope;
    this.units = Uint16Array.from({ length: raw.length }, (_, index) => raw.charCodeAt(index));
  }

  keepTail(tail: Tail): void {
    this.tail = { ...tail, text: own(tail.text), values: tail.values.map(own) };
  }

  /** Whether `source` has this very spelling there. A loop over few units is quicker than String's startsWith. */
  standsAt(source: string, from: number): boolean {
    const { units } = this;
    for (let index = 0; index < units.length; index += 1) if (source.charCodeAt(from + index) !== units[index]) return false;
    return true;
  }
}

/** The namespace declarations in force at one place; equal declarations inside equal ones share a scope, and so its names. */
export class Scope {
  private readonly table: NameTable;
  private readonly prefixes: ReadonlyMap<string, string>;
  private readonly elements = new Map<string, Name>();
  private readonly attributes = new Map<string, Name>();
  private readonly inner = new Map<string, Scope>();

  constructor(table: NameTable, prefixes: ReadonlyMap<string, string>) {
    this.table = table;
    this.prefixes = prefixes;
  }

  /** The scope inside `declarations`, pairs of prefix and namespace; `undefined` when one of them is forbidden. */
  with(declarations: readonly (readonly [string, string])[]): Scope | undefined {
    // A namespace may hold any character; its length says where it ends, and no prefix holds a `=`.
    const key = declarations.map(([prefix, namespace]) => `${prefix}=${namespace.length}:${namespace}`).join('');
    const known = this.inner.get(key);
    if (known !== undefined) return known;
    const prefixes = new Map(this.prefixes);
    for (const [prefix, namespace] of declarations) {
      if (!isDeclarable(prefix, namespace)) return undefined;
      prefixes.set(own(prefix), own(namespace));
    }
    return this.table.keep(this.inner, key, new Scope(this.table, prefixes));
  }

  namespaceOf(prefix: string): string | undefined {
    return this.prefixes.get(prefix);
  }

  /** Prefixes in force, for what keeps a piece of XML as it was. */
  declarations(): ReadonlyMap<string, string> {
    return this.prefixes;
  }

  element(raw: string): Name | undefined {
    return this.elements.get(raw) ?? this.resolve(raw, this.elements, true);
  }

  /** An attribute without a prefix is in no namespace (Namespaces in XML, 6.2). */
  attribute(raw: string): Name | undefined {
    return this.attributes.get(raw) ?? this.resolve(raw, this.attributes, false);
  }

  private resolve(spelt: string, kept: Map<string, Name>, defaulted: boolean): Name | undefined {
    if (!isQName(spelt)) return undefined;
    const raw = own(spelt);
    const colon = raw.indexOf(':');
    const prefix = colon === -1 ? '' : raw.slice(0, colon);
    const namespace = colon === -1 && !defaulted ? '' : this.prefixes.get(prefix);
    if (namespace === undefined) return undefined;
    const local = raw.slice(colon + 1);
    return this.table.keep(kept, raw, new Name(raw, namespace, local, this.table.ids.get(`{${namespace}}${local}`) ?? UNKNOWN, this));
  }
}

/** V8 keeps the whole document alive for a part that was cut out of it; what outlives the document must be a copy. */
function own(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function isDeclarable(prefix: string, namespace: string): boolean {
  if (prefix === 'xmlns' || namespace === xmlnsNamespace) return false;
  if (prefix === 'xml' || namespace === xmlNamespace) return prefix === 'xml' && namespace === xmlNamespace;
  return prefix === '' || namespace !== '';
}
