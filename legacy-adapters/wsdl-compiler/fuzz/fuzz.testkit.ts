import { isDeepStrictEqual } from 'node:util';
import { readAnswer } from '#legacy-adapters/biller-hub/answers.ts';
import { readEnvelope } from '#legacy-adapters/soap/envelope.ts';
import { SoapFault } from '#legacy-adapters/soap/fault.ts';
import { readDocument, writeDocument } from '#legacy-adapters/xml/codec/element.ts';
import { XmlMalformed } from '#legacy-adapters/xml/malformed.ts';
import type { XmlTree } from '#legacy-adapters/xml/tree.ts';
import { parseBySaxes } from '#legacy-adapters/xml/xml.testkit.ts';
import { differenceOf } from './comparison.testkit.ts';
import { mutated, respelt } from './mutations.testkit.ts';
import { Random } from './random.testkit.ts';
import type { Subject } from './subjects.testkit.ts';

export interface FuzzResult {
  readonly cases: number;
  /** Documents that were read although they were changed: these are what is compared. */
  readonly read: number;
  readonly slowestMs: number;
  readonly failures: readonly string[];
}

/** The longest that reading one document may take, in this thread's own time: others are at work on the machine beside us. */
const caseMsMax = 200;
const failuresMax = 20;
const soapNamespaces = { '1.1': 'http://schemas.xmlsoap.org/soap/envelope/', '1.2': 'http://www.w3.org/2003/05/soap-envelope' } as const;
type Version = keyof typeof soapNamespaces;

/** One way to read documents of a subject. */
interface Reading {
  /** It refuses what is only written unusually: comments, instructions, forms of a value that the hub never writes. */
  readonly strict?: true;
  wrap(xml: string): string;
  read(source: string): unknown;
  /** The subject's element in the tree of the whole document. */
  find(tree: XmlTree): XmlTree | undefined;
}

/** Spoils documents of the subjects in turn, and holds what is read of them against saxes; the same seed gives the same cases. */
export function fuzz(subjects: readonly Subject[], cases: number, seed: number, onProgress: (done: number) => void = () => {}): FuzzResult {
  const random = new Random(seed);
  const readings = subjects.map(readingsOf);
  const failures: string[] = [];
  let read = 0;
  let slowestMs = 0;
  for (let number = 0; number < cases && failures.length < failuresMax; number += 1) {
    const index = number % subjects.length;
    const subject = subjects[index];
    const reading = random.one(readings[index] ?? []);
    if (subject === undefined) break;
    const sample = random.one(subject.documents);
    const harmless = random.below(10) === 0;
    const source = reading.wrap(sample.xml);
    const document = harmless ? respelt(source, random) : mutated(source, random);
    const outcome = tried(reading, document);
    slowestMs = Math.max(slowestMs, outcome.ms);
    if ('value' in outcome) read += 1;
    const told =
      harmless && !subject.regroups && reading.strict !== true
        ? changedValue(outcome, sample.value)
        : wrongValue(subject, reading, document, outcome);
    if (told !== undefined) failures.push(`case ${number} of ${subject.name}: ${told}\n${document.slice(0, 2_000)}`);
    if (number % 1_000 === 0) onProgress(number);
  }
  return { cases, read, slowestMs, failures };
}

type Outcome = { readonly ms: number } & ({ readonly value: unknown } | { readonly error: unknown });

/** The quickest of three readings where the first one was slow, as where memory was being cleared up. */
function tried(reading: Reading, document: string): Outcome {
  let best = once(reading, document);
  for (let time = 0; time < 2 && best.ms > caseMsMax; time += 1) {
    const again = once(reading, document);
    if (again.ms < best.ms) best = again;
  }
  return best;
}

function once(reading: Reading, document: string): Outcome {
  const before = process.threadCpuUsage();
  const ms = () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };
  try {
    const value = reading.read(document);
    return { value, ms: ms() };
  } catch (error) {
    return { error, ms: ms() };
  }
}

function changedValue(outcome: Outcome, expected: unknown): string | undefined {
  if (outcome.ms > caseMsMax) return `${outcome.ms} ms`;
  if ('error' in outcome) return `what changes no value is refused: ${String(outcome.error)}`;
  return isDeepStrictEqual(plain(outcome.value), plain(expected)) ? undefined : 'another value of the same document';
}

/** Without properties that are undefined, which are the same as none. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, plain(inner)]])));
}

function wrongValue(subject: Subject, reading: Reading, document: string, outcome: Outcome): string | undefined {
  if (outcome.ms > caseMsMax) return `${outcome.ms} ms`;
  if ('error' in outcome) {
    const known = outcome.error instanceof XmlMalformed || outcome.error instanceof SoapFault;
    return known
      ? undefined
      : `an error outside the taxonomy: ${outcome.error instanceof Error ? outcome.error.stack : String(outcome.error)}`;
  }
  const tree = parseBySaxes(document);
  if (saxesIsWrong(document)) return undefined;
  if (tree === undefined) return 'read, and saxes finds it wrong';
  const given = reading.find(tree);
  if (given === undefined) return 'read, and there is no such element';
  let written: string;
  try {
    written = writeDocument(subject.generated.schema, subject.element, outcome.value);
  } catch (error) {
    return `read, and cannot be written: ${String(error)}`;
  }
  const back = parseBySaxes(written);
  return back === undefined ? 'written, and no XML' : differenceOf(given, back, subject.declared);
}

/** It takes blanks off a namespace and off xmlns="", and refuses namespaces and names that XML allows, or knows XML 1.0's fourth edition only. */
function saxesIsWrong(source: string): boolean {
  return /xmlns[^=]*=\s*("[^"]*[\s&][^"]*"|'[^']*[\s&][^']*')/.test(source) || /[</ ][^\s:<>]+:[-.\d]/.test(source);
}

function readingsOf({ generated, element, name }: Subject): Reading[] {
  const { schema } = generated;
  const whole: Reading = { wrap: (xml) => xml, read: (source) => readDocument(schema, element, source), find: (tree) => tree };
  const operation = Object.values(generated.operations).find(({ output }) => output === element);
  const versions = Object.keys(operation?.actions ?? {}) as Version[];
  const envelopes = versions.map((version): Reading => {
    const namespace = soapNamespaces[version];
    return {
      wrap: (xml) => `<s:Envelope xmlns:s="${namespace}"><s:Header/><s:Body>${xml}</s:Body></s:Envelope>`,
      read: (source) => readEnvelope(schema, version, operation as never, source),
      find: (tree) => childOf(childOf(tree, `{${namespace}}Body`), element.name),
    };
  });
  const hub = /^biller-hub .*\}(Billers|Debt|Pay|PayStatus)Ans$/.exec(name)?.[1];
  return hub === undefined ? [whole, ...envelopes] : [whole, hubReading(hub as keyof typeof readAnswer)];
}

/** The hub's own reader, by fast-xml-parser: no prefixes, as the hub writes. */
function hubReading(operation: keyof typeof readAnswer): Reading {
  return {
    strict: true,
    wrap: (xml) =>
      xml
        .replaceAll(/(<\/?)n\d:/g, '$1')
        .replaceAll(/ xmlns:n\d=/g, ' xmlns=')
        .replace(/ xmlns:xsi="[^"]*"/, ''),
    read: (source) => readAnswer[operation](source),
    find: (tree) => tree,
  };
}

function childOf(tree: XmlTree | undefined, name: string): XmlTree | undefined {
  return tree?.children.find((child): child is XmlTree => typeof child !== 'string' && child.name === name);
}
