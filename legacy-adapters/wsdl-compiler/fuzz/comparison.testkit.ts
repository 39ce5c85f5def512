import type { XmlTree } from '#legacy-adapters/xml/tree.ts';
import type { Plan } from '../compiler/plan.ts';
import { contentOf } from '../compiler/shape.ts';
import type { ElementUse } from '../schema/model.ts';

const instance = '{http://www.w3.org/2001/XMLSchema-instance}';

/** What the comparison has to know of a schema, by names alone. */
export interface Declared {
  /** The names that may stand in an element, by its name and the type that its xsi:type names; any other one is passed over. */
  readonly children: ReadonlyMap<string, ReadonlySet<string>>;
  /** Values that an element or attribute without one has. */
  readonly defaults: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of elements whose text is kept to the last blank. */
  readonly preserved: ReadonlySet<string>;
  /** Names of elements that are read into the nearest double. */
  readonly doubles: ReadonlySet<string>;
}

export function declaredIn(plan: Plan): Declared {
  const children = new Map<string, Set<string>>();
  const defaults = new Map<string, Set<string>>();
  const preserved = new Map<string, boolean>();
  const doubles = new Set<string>();
  const add = (map: Map<string, Set<string>>, name: string, value: string) => map.set(name, (map.get(name) ?? new Set()).add(value));
  const element = ({ name, type, default: initial, fixed }: ElementUse) => {
    if (initial !== undefined) add(defaults, name, initial);
    if (fixed !== undefined) add(defaults, name, fixed);
    const isString = type.kind === 'simple' && type.type.kind === 'builtin' && ['string', 'anySimpleType'].includes(type.type.name);
    preserved.set(name, isString && preserved.get(name) !== false);
    if (type.kind === 'simple' && ['float', 'double'].includes(plan.simple.root(type.type) ?? '')) doubles.add(name);
    if (type.kind !== 'complex') return;
    const planned = plan.planned(type.key);
    for (const inner of contentOf(planned.fields).elements) add(children, `${name} `, inner.name);
    for (const one of planned.concrete)
      for (const inner of contentOf(one.fields).elements) add(children, `${name} ${one.type.name?.split('}')[1]}`, inner.name);
  };
  for (const one of plan.model.elements) element(one);
  for (const { fields, attributes } of plan.types) {
    for (const one of contentOf(fields).elements) element(one);
    for (const { use } of attributes) for (const value of [use.default, use.fixed]) if (value !== undefined) add(defaults, use.name, value);
  }
  return { children, defaults, doubles, preserved: new Set([...preserved].flatMap(([name, kept]) => (kept ? [name] : []))) };
}

/**
 * What is wrong where `read`, written again, does not say what the document says; `undefined` where it does. Both trees are by
 * saxes, which shares nothing with the reader. Values may be spelt in another way; what the schema does not know may be missing.
 */
export function differenceOf(document: XmlTree, read: XmlTree, declared: Declared): string | undefined {
  if (document.name !== read.name) return `${read.name} for ${document.name}`;
  const nil = (tree: XmlTree) => ['true', '1'].includes(collapsed(tree.attributes[`${instance}nil`] ?? ''));
  if (nil(document) !== nil(read)) return `${read.name}: nil`;
  const type = (tree: XmlTree) => localOf(tree.attributes[`${instance}type`] ?? '');
  if (type(read) !== '' && type(document) !== type(read)) return `${read.name}: of type ${type(read)}`;
  // A default QName is kept expanded.
  const initials = (name: string) => [...(declared.defaults.get(name) ?? [])].map((initial) => initial.replace(/^\{.*\}/, 'p:'));
  for (const [name, value] of Object.entries(read.attributes)) {
    if (name.startsWith(instance) || name.endsWith('arrayType')) continue;
    const given = document.attributes[name];
    const isThere = given === undefined ? initials(name).some((initial) => isSame(initial, value, false)) : isSame(given, value, false);
    if (!isThere) return `${read.name}: attribute ${name}`;
  }
  const isArray = Object.keys(read.attributes).some((name) => name.endsWith('arrayType'));
  return isArray ? undefined : contentDifference(document, read, declared, initials(read.name));
}

function contentDifference(document: XmlTree, read: XmlTree, declared: Declared, initials: readonly string[]): string | undefined {
  const [given, ours] = [elementsOf(document), elementsOf(read)];
  const [text, written] = [textOf(document), textOf(read)];
  if (ours.length === 0 && given.length === 0) {
    const isDouble = declared.doubles.has(read.name) && Number(collapsed(text)) === Number(written);
    const isThere =
      isDouble ||
      isSame(text, written, declared.preserved.has(read.name)) ||
      (text === '' && initials.some((one) => isSame(one, written, false)));
    return isThere ? undefined : `${read.name}: ${JSON.stringify(written)} for ${JSON.stringify(text)}`;
  }
  if (collapsed(text) !== collapsed(written)) return `${read.name}: text between elements`;
  const waiting = [...given];
  for (const child of ours) {
    const index = waiting.findIndex(({ name }) => name === child.name);
    const [found] = index === -1 ? [] : waiting.splice(index, 1);
    const difference = found === undefined ? `${read.name}: ${child.name} is made up` : differenceOf(found, child, declared);
    if (difference !== undefined) return difference;
  }
  const known = declared.children.get(`${read.name} ${localOf(read.attributes[`${instance}type`] ?? '')}`);
  const dropped = waiting.find(({ name }) => known?.has(name));
  return dropped === undefined ? undefined : `${read.name}: ${dropped.name} is lost`;
}

/** Whether two spellings are of one value. It knows the lexical spaces of XML Schema by itself. */
function isSame(one: string, other: string, exactly: boolean): boolean {
  if (one === other) return true;
  if (exactly) return false;
  const [a, b] = [collapsed(one), collapsed(other)];
  if (a === b) return true;
  if (a.includes(' ') || b.includes(' ')) {
    const [left, right] = [a.split(' '), b.split(' ')];
    if (left.length === right.length && left.every((item, index) => isSame(item, right[index] ?? '', false))) return true;
  }
  const truth = (text: string) => ({ true: '1', false: '0' })[text] ?? text;
  if (truth(a) === truth(b) && /^[01]$/.test(truth(a))) return true;
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(a) && plainNumber(a) === plainNumber(b)) return true;
  const dense = (text: string) => text.replaceAll(' ', '');
  if (dense(a) === dense(b) || dense(a).toUpperCase() === dense(b).toUpperCase()) return /^[0-9A-Za-z+/= ]+$/.test(a);
  // A QName under another prefix.
  return /^(?:[\w.-]+:)?[\w.-]+$/u.test(a) && a.includes(':') !== b.includes(':')
    ? localOf(a) === localOf(b)
    : a.includes(':') && localOf(a) === localOf(b);
}

function plainNumber(text: string): string {
  const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === '' && fraction === '') return `none ${text}`;
  let end = fraction.length;
  while (fraction[end - 1] === '0') end -= 1;
  const digits = `${whole.replace(/^0+/, '') || '0'}.${fraction.slice(0, end)}`;
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

const localOf = (name: string) => name.trim().slice(name.trim().lastIndexOf(':') + 1);
const collapsed = (text: string) => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
const elementsOf = ({ children }: XmlTree) => children.filter((child) => typeof child !== 'string');
const textOf = ({ children }: XmlTree) => children.filter((child) => typeof child === 'string').join('');
