import { describe, expect, it } from 'vitest';
import { elements, operations, schema } from '../wsdl-compiler/fixtures/wsdl-soap11/generated/operations.ts';
import { XmlMalformed } from '../xml/malformed.ts';
import { readEnvelope, writeEnvelope } from './envelope.ts';
import { SoapFault } from './fault.ts';

const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const soap12 = 'http://www.w3.org/2003/05/soap-envelope';
const envelope = (body: string, namespace = soap11) =>
  `<s:Envelope xmlns:s="${namespace}"><s:Header><a/></s:Header><s:Body>${body}</s:Body></s:Envelope>`;
const answer = '<AskResponse xmlns="urn:f"><sum>1.00</sum></AskResponse>';
const read = (text: string, version: '1.1' | '1.2' = '1.1') => readEnvelope(schema, version, operations.Ask, text);
const faultOf = (body: string, version: '1.1' | '1.2', faults: readonly unknown[] = []): unknown => {
  const operation = { ...operations.Ask, faults: faults as (typeof operations.Ask)['faults'] };
  try {
    return readEnvelope(schema, version, operation, envelope(body, version === '1.1' ? soap11 : soap12));
  } catch (error) {
    return error;
  }
};

describe('the envelope of an answer', () => {
  it.each(['', '<?xml version="1.0" encoding="windows-1251"?>\n', '<!-- made by the core -->\n', '\uFEFF'])(
    'is known behind %j',
    (before) => {
      expect(read(before + envelope(answer))).toEqual({ sum: '1.00' });
    },
  );

  it.each([
    ['an empty body', ''],
    ['blanks', ' \n '],
    ['a page', '<html><body>502</body></html>'],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${envelope(answer)}`],
    ['the other version', envelope(answer, soap12)],
    ['JSON', '{"Envelope":{}}'],
    ['an answer of another namespace', envelope(answer.replace('urn:f', 'urn:g'))],
    ['the answer of another operation', envelope('<Ask xmlns="urn:f"><id>1</id></Ask>')],
    ['two answers', envelope(answer + answer)],
    ['no answer', envelope('')],
    ['something after the body', envelope(answer).replace('</s:Envelope>', '<s:Body/></s:Envelope>')],
    ['something after the envelope', `${envelope(answer)}<a/>`],
  ])('is not %s', (_case, text) => {
    expect(() => read(text)).toThrow(XmlMalformed);
  });
});

describe('a Fault', () => {
  it('is read by its codes, in either version', () => {
    const old = '<s:Fault><faultcode>s:Client.SessionExpired</faultcode><faultstring>x</faultstring><detail>ORA-1<b/></detail></s:Fault>';
    expect(faultOf(old, '1.1')).toMatchObject({ name: 'SoapFault', code: 'Client.SessionExpired', subcode: undefined, detail: undefined });
    const modern =
      '<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value xmlns:q="urn:q">q:Replay</s:Value></s:Subcode></s:Code>' +
      '<s:Reason><s:Text xml:lang="en">x</s:Text></s:Reason></s:Fault>';
    expect(faultOf(modern, '1.2')).toMatchObject({ code: 'Sender', subcode: 'Replay' });
  });

  it('hands over the detail that the WSDL declares', () => {
    const fault = faultOf(`<s:Fault><faultcode>s:Client</faultcode><detail> <x/>${answer}</detail></s:Fault>`, '1.1', [
      elements.AskResponse,
    ]);
    expect(fault).toBeInstanceOf(SoapFault);
    expect((fault as SoapFault).detailOf(elements.AskResponse)).toEqual({ sum: '1.00' });
    expect((fault as SoapFault).detailOf(elements.Ask)).toBeUndefined();
  });

  it('without a code, or cut off, is no Fault', () => {
    expect(faultOf('<s:Fault><faultstring>x</faultstring></s:Fault>', '1.1')).toBeInstanceOf(XmlMalformed);
    expect(faultOf('<s:Fault><faultcode>s:Client</faultcode>', '1.1')).toBeInstanceOf(XmlMalformed);
  });
});

describe('the envelope of a request', () => {
  it('carries its header and its body, everything escaped', () => {
    const xml = writeEnvelope(schema, '1.1', operations.Ask, { id: '9007199254740993' }, '<h/>');
    expect(xml).toMatch(
      /^<\?xml.*<soap:Header><h\/><\/soap:Header><soap:Body><n0:Ask><n0:id>9007199254740993<\/n0:id><\/n0:Ask><\/soap:Body><\/soap:Envelope>$/,
    );
  });
});
