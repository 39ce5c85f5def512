import { XMLValidator } from 'fast-xml-parser';
import { type IServerOptions, listen, type Server } from 'soap';
import type { Logger } from '../../platform/logger.ts';
import { envelopeNamespaces, SoapFault, type SoapVersion, soap11Fault, soap12Fault } from './soap-fault.ts';

/**
 * One operation: the body's element and the header, as node-soap reads them with every leaf as text, to the answer's
 * element. The answer's keys must stand in the order of the WSDL. Throws SoapFault to refuse.
 */
export type Operation = (input: unknown, header: unknown) => object;

export interface SoapEndpointOptions {
  readonly wsdl: string;
  readonly version: SoapVersion;
  readonly path: string;
  readonly service: string;
  readonly port: string;
  readonly operations: Readonly<Record<string, Operation>>;
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

  const handlers = Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name,
      async (input: unknown, _callback: unknown, header: unknown) => {
        try {
          return { attributes: schemaInstance, ...operation(input, header) };
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
    uri: '',
    services: { [options.service]: { [options.port]: handlers } },
    forceSoap12Headers: version === '1.2',
    // node-soap would turn an 18-digit id into the nearest double.
    customDeserializer: { long: asText, int: asText, decimal: asText, date: asText, dateTime: asText, boolean: asText },
  });

  function recognise(xml: string): { readonly operation: string } | { readonly fault: string } {
    if (xml.includes('<!DOCTYPE')) return { fault: 'a SOAP message has no DOCTYPE' };
    if (XMLValidator.validate(xml) !== true) return { fault: 'the request is not well-formed XML' };
    if (!xml.includes(envelopeNamespaces[version])) return { fault: `this endpoint speaks SOAP ${version}` };
    const operation = firstInBody.exec(xml)?.[1];
    return operation !== undefined && names.includes(operation) ? { operation } : { fault: 'there is no such operation' };
  }

  return {
    version,
    wsdl: options.wsdl,
    operations: names,
    recognise,
    async answer(xml) {
      const { statusCode, body } = await server.processRequest(xml);
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
