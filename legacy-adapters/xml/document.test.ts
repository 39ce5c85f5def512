import { expect, it } from 'vitest';
import { operations, schema } from '../wsdl-compiler/fixtures/wsdl-http-post/generated/operations.ts';
import { readAnswerDocument, readAnswerDocumentSlowly, writeRequestDocument } from './document.ts';
import { XmlMalformed } from './malformed.ts';

const answer = '<a:DebtAnswer xmlns:a="urn:f"><a:code>0</a:code><a:amount>120.50</a:amount></a:DebtAnswer>';

it('an operation of XML over HTTP POST has a location and no SOAP action', () => {
  expect(operations.Debt).toMatchObject({ location: '/debt', actions: {} });
  expect(operations.DebtAgain).toMatchObject({ location: '/debt/again', actions: {} });
});

it('a request is the document alone', () => {
  expect(writeRequestDocument(schema, operations.Debt, { account: '<7>' })).toBe(
    '<?xml version="1.0" encoding="utf-8"?><n0:DebtRequest xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:n0="urn:f">' +
      '<n0:account>&lt;7&gt;</n0:account></n0:DebtRequest>',
  );
});

it('an answer is the document alone', async () => {
  expect(readAnswerDocument(schema, operations.Debt, answer)).toEqual({ code: 0, amount: '120.50' });
  expect(await readAnswerDocumentSlowly(schema, operations.Debt, answer)).toEqual({ code: 0, amount: '120.50' });
});

it('an answer with another root, in an envelope, cut, or followed by something is refused', () => {
  const wrong = [
    '',
    answer.slice(0, -1),
    `${answer}<more/>`,
    answer.replace('"urn:f"', '"urn:other"'),
    answer.replaceAll('DebtAnswer', 'DebtRequest'),
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${answer}</s:Body></s:Envelope>`,
  ];
  for (const source of wrong) expect(() => readAnswerDocument(schema, operations.Debt, source), source).toThrow(XmlMalformed);
});
