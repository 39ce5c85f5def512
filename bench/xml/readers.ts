import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { operations, schema } from '../../legacy-adapters/core-banking/generated/operations.ts';
import { decodeAndCheckXml } from '../../legacy-adapters/kit/charset.ts';
import { readEnvelope } from '../../legacy-adapters/soap/envelope.ts';
import { createSaxesReader } from './saxes-reader.ts';

/** One way to read an answer. */
export interface Measured {
  /** Bytes in, objects out. This alone is measured. */
  readonly read: (bytes: Buffer) => unknown;
  /** What was read, as the statement is written down, for the comparison before measuring. */
  readonly statement: (read: never) => unknown;
}

// The peers stand in bench's own package, so no check of the project depends on their being installed.
const require = createRequire(import.meta.url);
const wsdl = fileURLToPath(new URL('../../legacy-adapters/core-banking/wsdl/core-banking.wsdl', import.meta.url));
const repeated = new Set(['page', 'entry']);

/** Peers hand over text; what they leave to their callers is done here, unmeasured. */
function typed(given: unknown): unknown {
  const read = given as { outcome: { resultCode: string }; page: { hasMore: string }[] };
  const page = [read.page]
    .flat()
    .map((one) => ({ ...one, entry: [(one as { entry?: object[] }).entry ?? []].flat(), hasMore: String(one.hasMore) === 'true' }));
  return { outcome: { ...read.outcome, resultCode: Number(read.outcome.resultCode) }, page };
}

export const readers: Readonly<Record<string, () => Promise<Measured>>> = {
  portico: async () => ({
    read: (bytes) => {
      const { text, charactersChecked } = decodeAndCheckXml(bytes, '');
      return readEnvelope(schema, '1.1', operations.GetStatements, text, { limits: { text: 10_000 }, charactersChecked });
    },
    statement: (read) => read,
  }),

  'json-parse': async () => ({ read: (bytes) => JSON.parse(bytes.toString('utf8')), statement: (read) => read }),

  'node-soap': async () => {
    const { createClientAsync } = require('soap');
    const asText = (text: string) => text;
    const types = ['long', 'int', 'integer', 'decimal', 'boolean', 'date', 'dateTime'];
    const customDeserializer = Object.fromEntries(types.map((type) => [type, asText]));
    const client = await createClientAsync(wsdl, { disableCache: true, customDeserializer, handleNilAsNull: true });
    return {
      read: (bytes) => client.wsdl.xmlToObject(bytes.toString('utf8')),
      statement: (read: { Body: { GetStatementsResponse: object } }) => typed(read.Body.GetStatementsResponse),
    };
  },

  'fast-xml-parser': async () => {
    const { XMLParser } = require('fast-xml-parser');
    const parser = new XMLParser({
      ignoreAttributes: false,
      removeNSPrefix: true,
      parseTagValue: false,
      parseAttributeValue: false,
      isArray: (name: string) => repeated.has(name),
    });
    const nil = (_key: string, value: unknown) => (typeof value === 'object' && value !== null && '@_nil' in value ? null : value);
    return {
      read: (bytes) => parser.parse(bytes.toString('utf8')),
      statement: (read: { Envelope: { Body: { GetStatementsResponse: object } } }) => {
        const { '@_xsi': _xsi, '@_xmlns': _xmlns, ...answer } = JSON.parse(JSON.stringify(read.Envelope.Body.GetStatementsResponse, nil));
        return typed(withoutDeclarations(answer));
      },
    };
  },

  saxes: async () => ({ read: createSaxesReader(require('saxes').SaxesParser, repeated), statement: (read) => typed(read) }),

  'strong-soap': async () => {
    const { soap } = require('strong-soap');
    const { wsdl: compiled } = await new Promise<StrongClient>((resolve, reject) => {
      soap.createClient(wsdl, {}, (error: unknown, made: StrongClient) => (error ? reject(error) : resolve(made)));
    });
    const [service] = Object.values(compiled.services);
    const [port] = Object.values(service?.ports ?? {});
    const descriptor = port?.binding.operations.GetStatements?.describe(compiled).outputEnvelope;
    const handler = new soap.XMLHandler(compiled.schemas, {});
    return {
      read: (bytes) => handler.xmlToJson(null, bytes.toString('utf8'), descriptor),
      statement: (answer: { Body: { GetStatementsResponse: object } }) => typed(answer.Body.GetStatementsResponse),
    };
  },
};

interface StrongClient {
  readonly wsdl: {
    readonly schemas: unknown;
    readonly services: Record<string, { ports: Record<string, { binding: { operations: Record<string, StrongOperation> } }> }>;
  };
}

interface StrongOperation {
  describe(compiled: unknown): { outputEnvelope: unknown };
}

function withoutDeclarations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDeclarations);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith('@_'))
      .map(([name, inner]) => [name, withoutDeclarations(inner)]),
  );
}
