import { describe, expect, it } from 'vitest';
import type { Decimal } from '#platform/decimal.ts';
import { callOf, closing, serve } from '../kit/server.testkit.ts';
import { type CoreBanking, createCoreBanking } from './index.ts';

const namespace = 'urn:portico:core-banking:v1';
const outcome = (code = 0) => `<outcome><resultCode>${code}</resultCode><resultText>ok</resultText></outcome>`;
const envelope = (root: string, inner: string) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><${root} xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${inner}</${root}></s:Body></s:Envelope>`;

/** A core that signs everybody in and answers one operation with what the test wants. */
async function coreThat(root: string, answer: string): Promise<CoreBanking> {
  const server = await serve(({ headers }) => ({
    body: String(headers.soapaction).includes('/Log')
      ? envelope('LoginResponse', `${outcome()}<sessionId>s</sessionId><idleSeconds>300</idleSeconds>`)
      : envelope(root, answer),
  }));
  return closing(await createCoreBanking({ endpoint: server.url, user: 'u', password: 'p', deadlineMs: 5_000 }));
}

const customer = (id: string, phone: string | null, taxNumber: string | null) =>
  `<customer><customerId>${id}</customerId><lastName>К</lastName><firstName>О</firstName><middleName xsi:nil="true"/>${nillable('phone', phone)}${nillable('taxNumber', taxNumber)}<birthDate>1990-01-31</birthDate><languageCode>uk</languageCode></customer>`;
const nillable = (tag: string, text: string | null) => (text === null ? `<${tag} xsi:nil="true"/>` : `<${tag}>${text}</${tag}>`);

describe('a customer in a well-formed answer', () => {
  const phone = '+380671234501';
  const tax = '1234567890';
  it('is found by phone and by tax number', async () => {
    const byPhone = await coreThat('FindCustomerByPhoneResponse', outcome() + customer('7', phone, tax));
    expect(await byPhone.findCustomerByPhone(phone, callOf())).toMatchObject({ customerNumber: '7' });
    const byTax = await coreThat('FindCustomerByTaxNumberResponse', outcome() + customer('7', phone, tax));
    expect(await byTax.findCustomerByTaxNumber(tax, callOf())).toMatchObject({ customerNumber: '7' });
    const nobody = await coreThat('FindCustomerByPhoneResponse', outcome(120));
    expect(await nobody.findCustomerByPhone(phone, callOf())).toBeUndefined();
  });

  it.each([
    ['has another phone', 'FindCustomerByPhoneResponse', outcome() + customer('7', '+380671234502', tax)],
    ['has no phone', 'FindCustomerByPhoneResponse', outcome() + customer('7', null, tax)],
    ['was not found, and is there', 'FindCustomerByPhoneResponse', outcome(120) + customer('7', phone, tax)],
    ['has another tax number', 'FindCustomerByTaxNumberResponse', outcome() + customer('7', phone, '1234567891')],
    ['has no tax number', 'FindCustomerByTaxNumberResponse', outcome() + customer('7', phone, null)],
    ['was not found, and is there by tax number', 'FindCustomerByTaxNumberResponse', outcome(120) + customer('7', phone, tax)],
  ])('who %s is nobody whom we asked for', async (_case, root, answer) => {
    const core = await coreThat(root, answer);
    const found = root.includes('Phone') ? core.findCustomerByPhone(phone, callOf()) : core.findCustomerByTaxNumber(tax, callOf());
    await expect(found).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });

  it('with a number that was not asked for is not believed', async () => {
    const core = await coreThat('GetCustomersResponse', outcome() + customer('8', phone, tax));
    await expect(core.findCustomers(['7'], callOf())).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });
});

describe('a page of a statement in a well-formed answer', () => {
  const booked = '<balanceAfter>1.00</balanceAfter>|B|5411|414949******2216';
  const entry = (id: string, postedOn: string, amount: string, rest = booked) => {
    const [balance, status, mcc, pan] = rest.split('|');
    return `<entry><entryId>${id}</entryId><postedOn>${postedOn}</postedOn><bookedAt>${postedOn}T10:00:00Z</bookedAt><amount>${amount}</amount><currency>UAH</currency>${balance}<description>d</description><counterparty xsi:nil="true"/><status>${status}</status><typeCode>NEW</typeCode><mcc>${mcc}</mcc><merchantName xsi:nil="true"/><maskedPan>${pan}</maskedPan></entry>`;
  };
  const page = (...entries: string[]) => `${outcome()}<page><accountId>7</accountId>${entries.join('')}<hasMore>false</hasMore></page>`;
  const ask = async (answer: string) => {
    const core = await coreThat('GetStatementsResponse', answer);
    const filter = { postedFrom: '2026-01-01', postedTo: '2026-01-31', amountFrom: '-100' as Decimal, amountTo: '100' as Decimal };
    return core.findStatements([{ accountNumber: '7', filter, pageSize: 2 }], callOf());
  };

  it('that is what was asked for is read', async () => {
    const [found] = await ask(page(entry('2', '2026-01-31', '100.00'), entry('1', '2026-01-01', '-100')));
    expect(found?.entries.map(({ entryNumber }) => entryNumber)).toEqual(['2', '1']);
  });

  it.each([
    ['earlier than was asked for', page(entry('1', '2025-12-31', '1.00'))],
    ['later than was asked for', page(entry('1', '2026-02-01', '1.00'))],
    ['of less than was asked for', page(entry('1', '2026-01-05', '-100.01'))],
    ['of more than was asked for', page(entry('1', '2026-01-05', '100.01'))],
    ['more than fit a page', page(entry('3', '2026-01-05', '1'), entry('2', '2026-01-05', '1'), entry('1', '2026-01-05', '1'))],
    ['a hold with a balance after it', page(entry('1', '2026-01-05', '1', booked.replace('|B|', '|H|')))],
    [
      'booked without a balance after it',
      page(entry('1', '2026-01-05', '1', booked.replace(/^.*?[|]/, '<balanceAfter xsi:nil="true"/>|'))),
    ],
    ['with a merchant category of five digits', page(entry('1', '2026-01-05', '1', booked.replace('5411', '54110')))],
    ['with a whole card number', page(entry('1', '2026-01-05', '1', booked.replace('******', '111111')))],
    ['the same twice', page(entry('1', '2026-01-05', '1'), entry('1', '2026-01-05', '1'))],
  ])('with entries %s is not believed', async (_case, answer) => {
    await expect(ask(answer)).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });
});
