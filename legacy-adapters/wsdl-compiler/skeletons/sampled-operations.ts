import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { createSoapEndpoint, type SoapEndpoint } from '#legacy-adapters/simulation/soap-endpoint.ts';
import { readEnvelope, writeEnvelope } from '#legacy-adapters/soap/envelope.ts';
import { type ElementCodec, type OperationCodec, type SchemaCodec, writeDocument } from '#legacy-adapters/xml/codec/element.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import type { Samples } from './sample.ts';
import type { Sample } from './sample-parts.ts';
import type { Service, ServiceOperation } from './service.ts';
import { isWritable } from './soap-object.ts';
import { standsSpoiling } from './spoiling.ts';

/** One operation's question and answer, as they went over node-soap's server and came back. */
export interface SampledOperation extends ServiceOperation {
  readonly asked: Sample | undefined;
  readonly answered: Sample | undefined;
  /** What the simulator answers: in node-soap's form, or as XML. */
  readonly soap: object | string;
  /** Whether a spoilt answer can be told from an honest one. */
  readonly isConforming: boolean;
}

export interface SampledOperations {
  readonly operations: readonly SampledOperation[];
  readonly leftOut: readonly string[];
}

const patienceMs = 20_000;

interface Generated {
  readonly schema: SchemaCodec;
  readonly operations: Readonly<Record<string, OperationCodec<unknown, unknown>>>;
}

/**
 * Tries each operation before it gets into a skeleton: generated code writes the question, node-soap's server reads it and
 * writes the answer, generated code reads that. What does not come back as it was is left out, and said.
 */
export async function sampleOperations(
  service: Service,
  samples: Samples,
  generated: string,
  wsdlFile: string,
): Promise<SampledOperations> {
  const { schema, operations } = (await import(pathToFileURL(path.join(generated, 'operations.ts')).href)) as Generated;
  const answers = new Map<string, object | string>();
  const endpoint = await inTime(
    createSoapEndpoint({
      wsdl: readFileSync(wsdlFile, 'utf8'),
      wsdlFile,
      version: service.version,
      path: service.path,
      service: service.service,
      port: service.port,
      operations: Object.fromEntries(service.operations.map(({ name }) => [name, () => answers.get(name) ?? {}])),
      elements: Object.fromEntries(service.operations.map(({ name, element }) => [name, element])),
      logger: createLogger('wrap', 'silent'),
    }),
  );
  const found: SampledOperation[] = [];
  const leftOut: string[] = [];
  for (const each of service.operations) {
    const codec = operations[each.name];
    if (codec === undefined) throw new Error(`${each.name} was not compiled`);
    try {
      found.push(await sampleOne(each, codec));
    } catch (error) {
      leftOut.push(`${each.name}: no sample of it comes through node-soap's server (${error instanceof Error ? error.message : error})`);
    }
  }
  return { operations: found, leftOut };

  async function sampleOne(each: ServiceOperation, codec: OperationCodec<unknown, unknown>): Promise<SampledOperation> {
    const { input, output } = each.operation;
    if (output?.body === undefined) throw new Error('it has no answer');
    const asked = input.body && samples.message(input.body);
    const answered = samples.message(output.body);
    const request = writeEnvelope(schema, service.version, codec, asked?.value, '');
    const raw = () => writeDocument(schema, codec.output as ElementCodec<unknown>, answered.value);
    const forms = [...(isWritable(answered.soap) && isObject(answered.soap) ? [() => answered.soap as object] : []), raw];
    let why: unknown;
    for (const form of forms) {
      try {
        answers.set(each.name, form());
        const xml = await ask(endpoint, each.name, request);
        const read = (text: string) => readEnvelope(schema, service.version, codec, text);
        if (!isDeepStrictEqual(whole(read(xml)), whole(answered.value))) throw new Error('it comes back as something else');
        const namespace = output.body.name.slice(1, output.body.name.lastIndexOf('}'));
        return { ...each, asked, answered, soap: form(), isConforming: standsSpoiling(xml, namespace, service.version, read) };
      } catch (error) {
        why ??= error;
      }
    }
    throw why;
  }
}

async function ask(endpoint: SoapEndpoint, operation: string, request: string): Promise<string> {
  const recognised = endpoint.recognise(request);
  if ('fault' in recognised) throw new Error(recognised.fault);
  if (recognised.operation !== operation) throw new Error(`its request looks like that of ${recognised.operation}`);
  const { status, xml } = await inTime(endpoint.answer(request));
  if (status !== 200) throw new Error(`HTTP ${status}`);
  return xml;
}

/** node-soap may never come back from what it does not understand. */
function inTime<Value>(work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<Value>();
  const timer = setTimeout(() => reject(new Error('node-soap does not answer')), patienceMs);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

function isObject(soap: unknown): boolean {
  return typeof soap === 'object' && soap !== null;
}

/** Without properties that are there and undefined. */
function whole(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(whole);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, whole(inner)]])));
}
