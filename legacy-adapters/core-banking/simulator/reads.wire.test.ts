import { expect, test } from 'vitest';
import { postRaw, valuesOf } from '#legacy-adapters/simulation/raw-request.ts';
import { knownAccounts, people } from '#legacy-adapters/simulation/world.ts';
import { runCore } from './simulator.testkit.ts';

const ids = (element: string, values: readonly string[]) => values.map((value) => `<c:${element}>${value}</c:${element}>`).join('');

test('the answer is windows-1251 in its bytes, its Content-Type and its declaration', async () => {
  const core = await runCore();
  const answer = await core.ask('GetCustomers', ids('customerId', [people.mykola.customerId]), await core.signIn());
  expect(answer.contentType).toBe('text/xml; charset=windows-1251');
  expect(answer.bytes.toString('latin1')).toMatch(/^<\?xml version="1\.0" encoding="windows-1251"\?>/);
  // Ґалаґан Євгенович: Ґ A5, ґ B4, Є AA in windows-1251.
  expect(answer.bytes.includes(Buffer.from([0xa5, 0xe0, 0xeb, 0xe0, 0xb4, 0xe0, 0xed]))).toBe(true);
  expect(answer.bytes.includes(Buffer.from([0xaa, 0xe2, 0xe3]))).toBe(true);
  expect(answer.text).toContain('<lastName>Ґалаґан</lastName>');
});

test('a character that windows-1251 lacks comes as a reference', async () => {
  const core = await runCore();
  core.simulator.ledger.appendAgainstClearing({
    accountId: knownAccounts.olenaMain,
    amount: core.simulator.ledger.balance(knownAccounts.iryna),
    description: 'Кешбек ₴ & <€>',
    counterparty: null,
  });
  const query = `<c:query><c:accountId>${knownAccounts.olenaMain}</c:accountId><c:pageSize>1</c:pageSize></c:query>`;
  const { text } = await core.ask('GetStatements', query, await core.signIn());
  expect(valuesOf(text, 'description')).toEqual(['Кешбек &#8372; &amp; &lt;€&gt;']);
});

test('neighbouring 18-digit ids are not taken for each other', async () => {
  const core = await runCore();
  const asked = ['100000000000000701', '100000000000000702', '100000000000000703'];
  const { text } = await core.ask('GetCustomers', ids('customerId', asked), await core.signIn());
  expect(valuesOf(text, 'customerId').toSorted()).toEqual(asked);
});

test('a batch leaves out unknown ids, answers each once, and not in the order of the request', async () => {
  const core = await runCore();
  const asked = [people.olena.customerId, '100000000000000118', people.taras.customerId, people.olena.customerId];
  const { text } = await core.ask('GetCustomers', ids('customerId', asked), await core.signIn());
  expect(valuesOf(text, 'customerId')).toEqual([people.taras.customerId, people.olena.customerId]);
});

test('an empty batch is answered by an empty one', async () => {
  const core = await runCore();
  const { text } = await core.ask('GetAccounts', '', await core.signIn());
  expect(valuesOf(text, 'resultCode')).toEqual(['0']);
  expect(valuesOf(text, 'accountId')).toEqual([]);
});

test.each([
  ['letters', ['12abc']],
  ['a fraction', ['1.0']],
  ['nothing', ['']],
  ['more than xs:long holds', ['9223372036854775808']],
  ['501 ids', Array.from({ length: 501 }, (_, index) => String(index + 1))],
])('a batch with %s is refused by code 101', async (_case, values) => {
  const core = await runCore();
  const answer = await core.ask('GetAccounts', ids('accountId', values), await core.signIn());
  expect(answer.status).toBe(200);
  expect(valuesOf(answer.text, 'resultCode')).toEqual(['101']);
  expect(valuesOf(answer.text, 'accountId')).toEqual([]);
});

test('amounts keep every digit, and what is available is less by what is held', async () => {
  const core = await runCore();
  const { text } = await core.ask('GetBalances', ids('accountId', [knownAccounts.bohdan]), await core.signIn());
  expect(text).toContain(
    `<accountId>${knownAccounts.bohdan}</accountId><booked>12345678901234567.89</booked><available>12345678901234567.88</available>` +
      '<currency>UAH</currency><asOf>2026-07-01T09:00:00.000Z</asOf>',
  );
});

test('an unknown field of a customer is nil, and the elements stand in the order of the WSDL', async () => {
  const core = await runCore();
  const { text } = await core.ask('GetCustomers', ids('customerId', [people.bohdan.customerId]), await core.signIn());
  expect(text).toContain('xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"');
  expect(text).toContain(
    '<middleName>Всеволодович</middleName><phone xsi:nil="true"></phone><taxNumber>2362406772</taxNumber><birthDate>1964-09-05</birthDate>',
  );
});

test.each([
  ['FindCustomerByPhone', '<c:phone>+380671234501</c:phone>', '0', [people.olena.customerId]],
  ['FindCustomerByPhone', '<c:phone>+380671234599</c:phone>', '120', []],
  ['FindCustomerByPhone', '', '101', []],
  ['FindCustomerByTaxNumber', '<c:taxNumber>3305404564</c:taxNumber>', '0', [people.iryna.customerId]],
  ['FindCustomerByTaxNumber', '<c:taxNumber>0000000000</c:taxNumber>', '120', []],
])('%s %s answers %s', async (operation, inner, code, found) => {
  const core = await runCore();
  const { text } = await core.ask(operation, inner, await core.signIn());
  expect(valuesOf(text, 'resultCode')).toEqual([code]);
  expect(valuesOf(text, 'customerId')).toEqual(found);
});

test('accounts come by customer: none of taras, 40 of mykola', async () => {
  const core = await runCore();
  const session = await core.signIn();
  const accountsOf = async (customerId: string) =>
    valuesOf((await core.ask('GetAccountsByCustomers', ids('customerId', [customerId]), session)).text, 'accountId');
  expect(await accountsOf(people.taras.customerId)).toEqual([]);
  expect(new Set(await accountsOf(people.mykola.customerId)).size).toBe(40);
});

test('requisites name the bank, the recipient and an IBAN with right check digits', async () => {
  const core = await runCore();
  const { text } = await core.ask('GetRequisites', ids('accountId', [knownAccounts.olenaDollars]), await core.signIn());
  const [iban = ''] = valuesOf(text, 'iban');
  expect(iban).toMatch(/^UA\d{27}$/);
  expect(BigInt(`${iban.slice(4)}3010${iban.slice(2, 4)}`) % 97n).toBe(1n);
  expect(valuesOf(text, 'bankName')).toEqual(['АТ «Портіко Банк»']);
  expect(valuesOf(text, 'recipientName')).toEqual(['Коваленко Олена Ігорівна']);
});

test.each([
  ['XML that breaks off', 'text/xml', '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>', 'soap:Client'],
  [
    'a DOCTYPE',
    'text/xml',
    '<!DOCTYPE e:Envelope><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body/></e:Envelope>',
    'soap:Client',
  ],
  [
    'an operation that is not there',
    'text/xml',
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><DropTables/></e:Body></e:Envelope>',
    'soap:Client',
  ],
  [
    'an envelope of SOAP 1.2',
    'text/xml',
    '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><Login/></e:Body></e:Envelope>',
    'soap:Client',
  ],
])('%s is a fault of the caller', async (_case, contentType, body, code) => {
  const core = await runCore();
  const answer = await postRaw(core.simulator.url, { 'content-type': contentType }, body);
  expect(answer.status).toBe(500);
  expect(valuesOf(answer.text, 'faultcode')).toEqual([code]);
  expect(core.simulator.calls.total()).toBe(0);
});

test('a request in another media type, another charset or over a megabyte is refused', async () => {
  const core = await runCore();
  const statusOf = async (contentType: string, body: string | Uint8Array<ArrayBuffer>) =>
    (await postRaw(core.simulator.url, { 'content-type': contentType }, body)).status;
  expect(await statusOf('application/json', '{}')).toBe(415);
  expect(await statusOf('text/xml; charset=windows-1251', '<a/>')).toBe(415);
  expect(await statusOf('text/xml', new Uint8Array([0x3c, 0xff, 0x3e]))).toBe(400);
  expect(await statusOf('text/xml', ' '.repeat(1_000_001))).toBe(413);
});

test('a SOAPAction of another operation is refused', async () => {
  const core = await runCore();
  const body =
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><GetCustomers xmlns="urn:portico:core-banking:v1"/></e:Body></e:Envelope>';
  const answer = await postRaw(core.simulator.url, { 'content-type': 'text/xml', soapaction: '"urn:portico:core-banking:v1/Login"' }, body);
  expect(valuesOf(answer.text, 'faultcode')).toEqual(['soap:Client']);
});

test('?wsdl answers the contract with the address that it runs at', async () => {
  const core = await runCore();
  const wsdl = await (await fetch(`${core.simulator.url}?wsdl`)).text();
  expect(wsdl).toContain(`<soap:address location="${core.simulator.url}"/>`);
  expect(wsdl).toContain('<xs:element name="GetStatements">');
});
