import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type Charset, encodeXml } from './charsets.ts';
import { type Protocol, type ProtocolAnswer, type ProtocolRequest, textAnswer } from './protocol.ts';
import { createSoapEndpoint, type SoapAnswer, type SoapEndpoint, type SoapEndpointOptions } from './soap-endpoint.ts';
import { faultMessage } from './soap-fault.ts';

export interface SoapProtocolOptions extends SoapEndpointOptions {
  readonly charset: Charset;
  /** The SOAP actions of operations whose action does not end with a slash and their name. */
  readonly actions?: Readonly<Record<string, string>>;
  /** Looks at the HTTP headers of a call before its operation runs; answers in its place when they are not right. */
  readonly admit?: (headers: IncomingHttpHeaders) => Promise<ProtocolAnswer | undefined>;
  readonly logger: Logger;
}

const contentTypes = { '1.1': 'text/xml', '1.2': 'application/soap+xml' } as const;

/** SOAP over HTTP, by node-soap's server. */
export function createSoapProtocol(options: SoapProtocolOptions): Protocol {
  const { version, charset, wsdl, path, admit } = options;
  const contentType = `${contentTypes[version]}; charset=${charset}`;
  let endpoint: SoapEndpoint | undefined;

  function read({ headers, body }: ProtocolRequest): ReturnType<Protocol['read']> {
    if (endpoint === undefined) throw new Error('the simulator has not started');
    const soap = endpoint;
    const wrongMedia = checkMedia(headers);
    if (wrongMedia !== undefined) return { refused: textAnswer(415, wrongMedia) };
    const xml = decodeUtf8(body);
    if (xml === undefined) return { refused: textAnswer(400, 'The request is not utf-8.') };
    const recognised = soap.recognise(xml);
    if ('fault' in recognised) return { refused: refusal(recognised.fault) };
    const { operation } = recognised;
    if (!hasRightAction(headers, operation)) return { refused: refusal('the SOAPAction is not the one of the operation') };
    return { operation, answer: async () => (await admit?.(headers)) ?? toAnswer(await soap.answer(xml)) };
  }

  function checkMedia(headers: IncomingHttpHeaders): string | undefined {
    const [media = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
    if (media.trim() !== contentTypes[version]) return `SOAP ${version} comes as ${contentTypes[version]}.`;
    const given = parameters.find((parameter) => parameter.trim().startsWith('charset='));
    if (given !== undefined && given.replaceAll(/[\s"]/g, '') !== 'charset=utf-8') return 'A request comes in utf-8.';
    return headers['content-encoding'] === undefined ? undefined : 'A request comes uncompressed.';
  }

  /** SOAP 1.1 section 6.1.1 demands the header; in SOAP 1.2 the action is optional. */
  function hasRightAction(headers: IncomingHttpHeaders, operation: string): boolean {
    if (version === '1.2') return true;
    const action = headers.soapaction;
    if (typeof action !== 'string') return false;
    const given = action.replaceAll('"', '');
    const wanted = options.actions?.[operation];
    return wanted === undefined ? given.endsWith(`/${operation}`) : given === wanted;
  }

  function refusal(text: string): ProtocolAnswer {
    return toAnswer({ status: version === '1.1' ? 500 : 400, xml: faultMessage(version, 'caller', text) });
  }

  function toAnswer({ status, xml }: SoapAnswer): ProtocolAnswer {
    return { status, headers: { 'content-type': contentType }, body: encodeXml(xml, charset) };
  }

  return {
    path,
    wsdl,
    operations: Object.keys(options.operations),
    async start() {
      endpoint = await createSoapEndpoint(options);
    },
    read,
    failure: (internals) => toAnswer({ status: 500, xml: faultMessage(version, 'server', internals) }),
  };
}

/** `undefined` for bytes that are not utf-8. */
export function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
