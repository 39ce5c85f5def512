export type SoapVersion = '1.1' | '1.2';

/** SOAP 1.1 section 4.4.1 and SOAP 1.2 part 1 section 5.4.6: who is to blame. */
export type Blame = 'caller' | 'server';

export const envelopeNamespaces: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

const codes: Readonly<Record<SoapVersion, Readonly<Record<Blame, string>>>> = {
  '1.1': { caller: 'soap:Client', server: 'soap:Server' },
  '1.2': { caller: 'soap:Sender', server: 'soap:Receiver' },
};

/** An operation's Fault, in the form that node-soap's server writes out. */
export class SoapFault extends Error {
  override readonly name = 'SoapFault';
  readonly Fault: object;

  constructor(text: string, Fault: object) {
    super(text);
    this.Fault = Fault;
  }
}

/** `detailCode` follows the fault code after a dot: `Client.SessionExpired`. */
export function soap11Fault(blame: Blame, text: string, detailCode?: string): SoapFault {
  const code = codes['1.1'][blame];
  return new SoapFault(text, { faultcode: detailCode === undefined ? code : `${code}.${detailCode}`, faultstring: text, statusCode: 500 });
}

export interface Subcode {
  readonly prefix: string;
  readonly namespace: string;
  readonly name: string;
}

/** HTTP 400 for the caller's fault and 500 for the server's, by SOAP 1.2 part 2, 7.5.2.2. */
export function soap12Fault(blame: Blame, text: string, subcode?: Subcode, detail?: object): SoapFault {
  const { prefix = '', namespace = '', name = '' } = subcode ?? {};
  return new SoapFault(text, {
    Code: {
      Value: codes['1.2'][blame],
      ...(subcode && { Subcode: { Value: { attributes: { [`xmlns:${prefix}`]: namespace }, $value: `${prefix}:${name}` } } }),
    },
    Reason: { Text: { attributes: { 'xml:lang': 'en' }, $value: text } },
    ...(detail && { Detail: detail }),
    statusCode: blame === 'caller' ? 400 : 500,
  });
}

const securityNamespace = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const notAuthentic = 'The security token could not be authenticated or authorized';

/** WSS: SOAP Message Security 1.1, section 12: the same for every reason, so that a caller learns nothing from it. */
export function failedAuthentication(version: SoapVersion): SoapFault {
  const subcode = { prefix: 'wsse', namespace: securityNamespace, name: 'FailedAuthentication' };
  if (version === '1.2') return soap12Fault('caller', notAuthentic, subcode);
  const faultcode = { attributes: { 'xmlns:wsse': securityNamespace }, $value: 'wsse:FailedAuthentication' };
  return new SoapFault(notAuthentic, { faultcode, faultstring: notAuthentic, statusCode: 500 });
}

/** A whole message, with `inner` in its body. */
export function envelopeMessage(version: SoapVersion, inner: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${envelopeNamespaces[version]}"><soap:Body>${inner}</soap:Body></soap:Envelope>`;
}

/** A whole Fault message, for a request that never reaches an operation. */
export function faultMessage(version: SoapVersion, blame: Blame, text: string): string {
  const code = codes[version][blame];
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const fault =
    version === '1.1'
      ? `<faultcode>${code}</faultcode><faultstring>${escaped}</faultstring>`
      : `<soap:Code><soap:Value>${code}</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="en">${escaped}</soap:Text></soap:Reason>`;
  return envelopeMessage(version, `<soap:Fault>${fault}</soap:Fault>`);
}
