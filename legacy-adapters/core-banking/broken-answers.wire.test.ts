import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { createHttpServer } from '#platform/http/http-server.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { type CoreBanking, createCoreBanking } from './index.ts';

/** A core that signs everybody in and then answers with whatever the test wants. */
let answer = { status: 200, body: '' };
const envelope = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
const outcome = '<outcome><resultCode>0</resultCode><resultText>ok</resultText></outcome>';
const login = `<LoginResponse xmlns="urn:portico:core-banking:v1">${outcome}<sessionId>s</sessionId><idleSeconds>300</idleSeconds></LoginResponse>`;
const balance = (booked: string, currency = 'UAH', id = '200000000000000119') =>
  `<balance><accountId>${id}</accountId><booked>${booked}</booked><available>1.00</available><currency>${currency}</currency><asOf>2026-06-30T10:00:00Z</asOf></balance>`;
const balances = (...items: string[]) =>
  `<GetBalancesResponse xmlns="urn:portico:core-banking:v1">${outcome}${items.join('')}</GetBalancesResponse>`;

const server = createHttpServer({
  name: 'broken core',
  host: '127.0.0.1',
  port: 0,
  handle: (request, response) => {
    const isLogin = String(request.headers.soapaction).includes('/Login');
    const { status, body } = isLogin ? { status: 200, body: envelope(login) } : answer;
    request.resume();
    response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' }).end(body);
  },
});

let core: CoreBanking;
beforeAll(async () => {
  await server.start();
  core = await createCoreBanking({ endpoint: `${server.url}/core-banking`, user: 'u', password: 'p', deadlineMs: 10_000 });
});
afterAll(async () => {
  await core.close();
  await server.stop();
});

async function booked(body: string, status = 200): Promise<string | undefined> {
  answer = { status, body };
  const [found] = await core.findBalances(['200000000000000119'], { deadline: createDeadline(10_000), trace: unrecorded() });
  return found?.booked.amount;
}

describe('an amount that the core writes in a legal but unusual way', () => {
  it.each([
    '228828.44',
    '22882<!-- -->8.44',
    '<![CDATA[22882]]>8.44',
    '22882<?x y?>8.44',
    ' 228828.44\n',
    '2288&#50;8.44',
    '<![CDATA[228828.44]]>',
  ])('is read whole: %j', async (text) => {
    expect(await booked(envelope(balances(balance(text))))).toBe('228828.44');
  });
});

describe('an answer that contradicts itself or fits nothing is not believed', () => {
  it.each([
    ['two balances of one account', envelope(balances(balance('1.00'), balance('999999.99')))],
    ['a balance in another namespace', envelope(balances(balance('1.00')).replace('urn:portico:core-banking:v1', 'urn:evil'))],
    ['an amount twice', envelope(balances(balance('1.00</booked><booked>2.00')))],
    ['an amount with an element inside', envelope(balances(balance('1<b>2</b>.00')))],
    ['an amount in words', envelope(balances(balance('a lot')))],
    ['an amount with an exponent', envelope(balances(balance('1e3')))],
    ['an amount with a comma', envelope(balances(balance('1,00')))],
    ['no amount', envelope(balances(balance('')))],
    ['an id of two words', envelope(balances(balance('1.00', 'UAH', '1 2')))],
    ['a currency of two letters', envelope(balances(balance('1.00', 'UA')))],
    ['the answer of another operation', envelope(login)],
    ['two bodies', envelope(`${balances(balance('1.00'))}</s:Body><s:Body>`)],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "1">]>${envelope(balances(balance('&a;')))}`],
    ['an unknown entity', envelope(balances(balance('&a;')))],
    ['40 levels', envelope(balances(`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`))],
    ['an HTML page', '<html><body>502 Bad Gateway</body></html>'],
    ['nothing', ''],
  ])('%s', async (_case, body) => {
    await expect(booked(body)).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });

  it.each([302, 404, 500, 503])('an answer with HTTP %i', async (status) => {
    await expect(booked(envelope(balances(balance('1.00'))), status)).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });

  it('an answer cut at any byte', async () => {
    const whole = envelope(balances(balance('228828.44')));
    for (let length = 1; length < whole.length; length += 3) {
      await expect(booked(whole.slice(0, length)), `${length} of ${whole.length}`).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
    }
  });
});
