import { Cursor } from '#legacy-adapters/xml/cursor.ts';
import { escapeAttribute } from '#legacy-adapters/xml/escape.ts';
import { END, NameTable, soapNames } from '#legacy-adapters/xml/names.ts';
import { wss } from './wss.ts';

/** Where everything of a signed answer stands, by our own tokenizer. */
export interface SignatureParts {
  /** The namespace of the Envelope. */
  readonly envelope: string;
  /** The id of the one Body. */
  readonly bodyId: string;
  /** The one Signature in the Security headers, as a document of its own. */
  readonly signature: string;
  /** The certificate that came with it, in base64, where one did. */
  readonly certificate: string | undefined;
}

export const xmlSignature = 'http://www.w3.org/2000/09/xmldsig#';
const names = new NameTable([]);
/** Tags in a Signature, in which xml-crypto goes through the whole document for each Reference before it believes a single one. */
const tagsMax = 300;
/** An honest security header has some 40 elements at depth 8; xml-crypto's parser is never given more than our own has passed. */
const limits = { depth: 64, elements: 200_000, attributes: 32 };

/** A cursor that tells where it is. */
class Places extends Cursor {
  get at(): number {
    return this.position;
  }

  get declarations(): ReadonlyMap<string, string> {
    return this.scope.declarations();
  }

  /** Where the tag of the element that was just opened begins: no attribute holds a `<`. */
  get startOfTag(): number {
    return this.source.lastIndexOf('<', this.position - 1);
  }

  get fullName(): string {
    const { namespace, local } = this.element();
    return `{${namespace}}${local}`;
  }
}

/** Finds the parts of a signed envelope. Throws XmlMalformed where one is missing or there are two of it. */
export function findSignatureParts(text: string): SignatureParts {
  const cursor = new Places(text, names, { limits });
  const root = cursor.next();
  const version = root === soapNames['1.1'].envelope ? soapNames['1.1'] : root === soapNames['1.2'].envelope ? soapNames['1.2'] : undefined;
  if (version === undefined) throw cursor.malformed('no SOAP envelope');
  const envelope = cursor.element().namespace;
  let security: Signed | undefined;
  let hasHeader = false;
  let bodyId: string | undefined;
  for (let name = cursor.next(); name !== END; name = cursor.next()) {
    if (name === version.header && !hasHeader && bodyId === undefined) {
      hasHeader = true;
      security = readHeader(cursor);
    } else if (name === version.body && bodyId === undefined) {
      bodyId = readId(cursor);
      cursor.skip();
    } else {
      throw cursor.malformed('something that has no place in an envelope');
    }
  }
  cursor.finish();
  if (security === undefined || bodyId === undefined) throw cursor.malformed('no signature');
  return { envelope, bodyId, ...security };
}

type Signed = Pick<SignatureParts, 'signature' | 'certificate'>;

/** A Security header without a signature, which some stacks add for a Timestamp, says nothing and is passed over. */
function readHeader(cursor: Places): Signed | undefined {
  let found: Signed | undefined;
  while (cursor.next() !== END) {
    if (cursor.fullName !== `{${wss.extension}}Security`) {
      cursor.skip();
      continue;
    }
    const signed = readSecurity(cursor);
    if (found !== undefined && signed !== undefined) throw cursor.malformed('two signatures');
    found ??= signed;
  }
  return found;
}

function readSecurity(cursor: Places): Signed | undefined {
  const outer = cursor.declarations;
  let signature: string | undefined;
  let certificate: string | undefined;
  while (cursor.next() !== END) {
    if (cursor.fullName === `{${xmlSignature}}Signature`) {
      if (signature !== undefined) throw cursor.malformed('two signatures');
      signature = cutOut(cursor, outer);
      if (signature.split('<').length > tagsMax) throw cursor.malformed('a signature of too many parts');
    } else if (cursor.fullName === `{${wss.extension}}BinarySecurityToken`) {
      if (certificate !== undefined) throw cursor.malformed('two certificates');
      certificate = cursor.string().replaceAll(/\s/g, '');
    } else {
      cursor.skip();
    }
  }
  return signature === undefined ? undefined : { signature, certificate };
}

/** The open element as a document of its own, with the declarations in force around it, and passes it. */
function cutOut(cursor: Places, outer: ReadonlyMap<string, string>): string {
  const begin = cursor.startOfTag;
  const tag = cursor.source.slice(begin, cursor.at);
  const { raw } = cursor.element();
  cursor.skip();
  const missing = [...outer].filter(([prefix, namespace]) => prefix !== 'xml' && namespace !== '' && !isDeclared(tag, prefix));
  const declarations = missing.map(([prefix, namespace]) => ` ${attributeOf(prefix)}="${escapeAttribute(namespace)}"`).join('');
  return `<${raw}${declarations}${cursor.source.slice(begin + 1 + raw.length, cursor.at)}`;
}

const attributeOf = (prefix: string) => (prefix === '' ? 'xmlns' : `xmlns:${prefix}`);

function isDeclared(tag: string, prefix: string): boolean {
  return tag.split(/[\s=]/).includes(attributeOf(prefix));
}

/** By any spelling that xml-crypto goes by; two of them could mean two things. */
function readId(cursor: Places): string {
  const ids = cursor.attributes().filter(({ name }) => ['Id', 'ID', 'id'].includes(name.local));
  const [id] = ids;
  if (id === undefined || ids.length > 1 || !/^[\w.-]{1,200}$/.test(id.value)) throw cursor.malformed('a Body without one plain id');
  return id.value;
}
