import { AsyncLocalStorage } from 'node:async_hooks';
import { XMLValidator } from 'fast-xml-parser';
import { type IServerOptions, listen, type Server } from 'soap';
import type { Logger } from '#platform/telemetry/logger.ts';
import { envelopeMessage, envelopeNamespaces, SoapFault, type SoapVersion, soap11Fault, soap12Fault } from './soap-fault.ts';

/**
 * One operation: the body's element and the header, as node-soap reads them with every leaf as text, to the answer's
 * element. The answer's keys must stand in the order of the WSDL. Throws SoapFault to refuse. A string is the answer's whole
 * element as XML, for what node-soap has no objects for.
 */
export type Operation = (input: unknown, header: unknown) => object | string;

export interface SoapEndpointOptions {
  readonly wsdl: string;
  readonly version: SoapVersion;
  readonly path: string;
  readonly service: string;
  readonly port: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** The WSDL's file, where it imports other files. */
  readonly wsdlFile?: string;
  /** Local names of the elements that stand in the Body, of operations whose element is not called as they are. */
  readonly elements?: Readonly<Record<string, string>>;
  readonly logger: Logger;
}

export interface SoapAnswer {
  readonly status: number;
  readonly xml: string;
}

export interface SoapEndpoint {
  readonly version: SoapVersion;
  readonly wsdl: string;
  readonly operations: readonly string[];
  /** The operation that a request asks for, or why it can't be read. */
  recognise(xml: string): { readonly operation: string } | { readonly fault: string };
  answer(xml: string): Promise<SoapAnswer>;
}

const schemaInstance = { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' };
const asText = (text: string) => text;
const firstInBody = /<(?:[\w.-]+:)?Body(?:\s[^>]*)?>(?:\s|<!--[\s\S]*?-->)*<(?:[\w.-]+:)?([\w.-]+)/;

/** node-soap's server side over one WSDL, without its HTTP part: the simulator keeps requests and answers in its own hands. */
export async function createSoapEndpoint(options: SoapEndpointOptions): Promise<SoapEndpoint> {
  const { version, operations, logger } = options;
  const names = Object.keys(operations);
  const byElement = new Map(names.map((name) => [options.elements?.[name] ?? name, name]));

  const underWay = new AsyncLocalStorage<{ written?: string }>();

  const handlers = Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name,
      async (input: unknown, _callback: unknown, header: unknown) => {
        try {
          const answer = operation(input, header);
          if (typeof answer !== 'string') return { attributes: schemaInstance, ...answer };
          const call = underWay.getStore();
          if (call !== undefined) call.written = answer;
          return {};
        } catch (error) {
          if (error instanceof SoapFault) throw error;
          logger.error({ err: error, operation: name }, 'an operation failed');
          throw version === '1.1' ? soap11Fault('server', 'internal error') : soap12Fault('server', 'internal error');
        }
      },
    ]),
  );
  const server = await listenWithoutHttp({
    path: options.path,
    xml: options.wsdl,
    uri: options.wsdlFile ?? '',
    services: { [options.service]: { [options.port]: handlers } },
    forceSoap12Headers: version === '1.2',
    // node-soap would turn an 18-digit id into the nearest double.
    customDeserializer: { long: asText, int: asText, decimal: asText, date: asText, dateTime: asText, boolean: asText },
  });

  function recognise(xml: string): { readonly operation: string } | { readonly fault: string } {
    if (xml.includes('<!DOCTYPE')) return { fault: 'a SOAP message has no DOCTYPE' };
    if (XMLValidator.validate(xml) !== true) return { fault: 'the request is not well-formed XML' };
    if (!xml.includes(envelopeNamespaces[version])) return { fault: `this endpoint speaks SOAP ${version}` };
    const operation = byElement.get(firstInBody.exec(xml)?.[1] ?? '');
    return operation !== undefined ? { operation } : { fault: 'there is no such operation' };
  }

  return {
    version,
    wsdl: options.wsdl,
    operations: names,
    recognise,
    async answer(xml) {
      const call: { written?: string } = {};
      const { statusCode, body } = await underWay.run(call, () => server.processRequest(xml));
      if (call.written !== undefined) return { status: 200, xml: envelopeMessage(version, call.written) };
      return { status: statusCode, xml: body };
    },
  };
}

function listenWithoutHttp(options: IServerOptions & { customDeserializer: object }): Promise<Server> {
  return new Promise((resolve, reject) => {
    const callback = (error: unknown, server: Server) => (error ? reject(error) : resolve(server));
    // Its types lack `null`, which its own createServerless passes for "no HTTP server".
    listen(null as unknown as Parameters<typeof listen>[0], { ...options, callback });
  });
}
