import { isNcName } from '../characters.ts';
import { collapse, identityOf, type Scalar, textual } from './scalar.ts';

/** The built-in simple types of XML Schema 1.0 part 2, under their own names. */
export * from './dates.ts';
export * from './numbers.ts';

export const string = textual('xs:string', (text) => text, 'preserve');
export const anySimpleType = textual('xs:anySimpleType', (text) => text, 'preserve');
export const normalizedString = textual('xs:normalizedString', (text) => text.replace(/[\t\n\r]/g, ' '), 'replace');
export const token = textual('xs:token', collapse);
export const anyURI = textual('xs:anyURI', collapse);

const matched = (name: string, fits: (text: string) => boolean) =>
  textual(`xs:${name}`, (text) => (fits(collapse(text)) ? collapse(text) : undefined));
const isName = (text: string) => isNcName(text.replace(/^:/, '_').replaceAll(':', '-'));
const isNameToken = (text: string) => text !== '' && isName(`_${text}`);

export const language = matched('language', (text) => /^[A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*$/.test(text));
export const Name = matched('Name', isName);
export const NCName = matched('NCName', isNcName);
export const NMTOKEN = matched('NMTOKEN', isNameToken);
export const ID = matched('ID', isNcName);
export const IDREF = matched('IDREF', isNcName);
export const ENTITY = matched('ENTITY', isNcName);
export const NOTATION = matched('NOTATION', (text) => text !== '');
/** `{namespace}local`; reading and writing one needs the declarations around it, which Reader and Writer have. */
export const QName = matched('QName', (text) => isNcName(text.slice(text.indexOf('}') + 1)));

export const boolean: Scalar<boolean> = {
  name: 'xs:boolean',
  parse: (text) => {
    const value = collapse(text);
    if (value === 'true' || value === '1') return true;
    return value === 'false' || value === '0' ? false : undefined;
  },
  format: (value) => (typeof value === 'boolean' ? String(value) : undefined),
};

/** The bits that stand for no byte are zero (3.2.16), so that the same bytes are one text. */
const base64End = /(?:^|[^=])(?:[AQgw]==|[AEIMQUYcgkosw048]=|[A-Za-z\d+/])$/;

function isBase64(dense: string): boolean {
  return dense === '' || (dense.length % 4 === 0 && /^[A-Za-z\d+/]+={0,2}$/.test(dense) && base64End.test(dense.slice(-4)));
}

export const base64Binary: Scalar<Uint8Array> = {
  name: 'xs:base64Binary',
  parse: (text) => {
    const dense = text.replace(/[ \t\n\r]+/g, '');
    return isBase64(dense) ? new Uint8Array(Buffer.from(dense, 'base64')) : undefined;
  },
  format: (value) => (value instanceof Uint8Array ? bufferOf(value).toString('base64') : undefined),
};

export const hexBinary: Scalar<Uint8Array> = {
  name: 'xs:hexBinary',
  parse: (text) => {
    const dense = collapse(text);
    return /^(?:[\dA-Fa-f]{2})*$/.test(dense) ? new Uint8Array(Buffer.from(dense, 'hex')) : undefined;
  },
  format: (value) => (value instanceof Uint8Array ? bufferOf(value).toString('hex').toUpperCase() : undefined),
};

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const listLengthMax = 100_000;

/** xs:list: values between blanks (3.2 of part 2, 2.5.1.2). */
export function list<Item>(name: string, item: Scalar<Item>): Scalar<readonly Item[]> {
  return {
    name,
    parse: (text) => all(collapse(text) === '' ? [] : collapse(text).split(' '), item.parse),
    format: (values) => {
      if (!Array.isArray(values)) return undefined;
      const texts = all(values, item.format);
      return texts?.every((text) => text !== '' && !/[ \t\n\r]/.test(text)) === true ? texts.join(' ') : undefined;
    },
    identity: (values) => all(values, (value) => identityOf(item, value))?.join(' '),
  };
}

function all<From, To>(values: readonly From[], map: (value: From) => To | undefined): readonly To[] | undefined {
  if (values.length > listLengthMax) return undefined;
  const mapped: To[] = [];
  for (const value of values) {
    const to = map(value);
    if (to === undefined) return undefined;
    mapped.push(to);
  }
  return mapped;
}

/** The built-in lists hold one item at the least (3.3.5). */
function filled<Item>(items: Scalar<readonly Item[]>): Scalar<readonly Item[]> {
  const { parse, format } = items;
  return {
    ...items,
    parse: (text) => {
      const values = parse(text);
      return values?.length === 0 ? undefined : values;
    },
    format: (values) => format(values) || undefined,
  };
}

export const NMTOKENS = filled(list('xs:NMTOKENS', NMTOKEN));
export const IDREFS = filled(list('xs:IDREFS', IDREF));
export const ENTITIES = filled(list('xs:ENTITIES', ENTITY));

/** xs:union: the first member that a text or a value fits. */
export function union<Value>(name: string, members: readonly Scalar<Value>[]): Scalar<Value> {
  const first = <To>(pick: (member: Scalar<Value>) => To | undefined) => {
    for (const member of members) {
      const found = pick(member);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    name,
    whiteSpace: 'preserve',
    parse: (text) => first((member) => member.parse(text)),
    format: (value) => first((member) => member.format(value)),
    identity: (value) => first((member) => (member.format(value) === undefined ? undefined : identityOf(member, value))),
  };
}
