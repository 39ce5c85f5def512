import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { type Answered, closing, serve } from '../kit/server.testkit.ts';
import { createCoreBanking } from './index.ts';

const password = 'pass-of-1917';
const session = 'session-of-deadbeef';
const text = `password=${password} session=${session} ORA-00942 at coredb01:1521 <SQL>`;
const envelope = (body: string) =>
  `<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
const fault = (code: string) =>
  envelope(
    `<s:Fault><faultcode>${code}</faultcode><faultstring><![CDATA[${text}]]></faultstring><detail><![CDATA[${text}]]><a><![CDATA[${text}]]></a></detail></s:Fault>`,
  );
const loggedIn = envelope(
  `<LoginResponse xmlns="urn:portico:core-banking:v1"><outcome><resultCode>0</resultCode><resultText>ok</resultText></outcome><sessionId>${session}</sessionId><idleSeconds>300</idleSeconds></LoginResponse>`,
);
const refused = envelope(
  `<GetCustomersResponse xmlns="urn:portico:core-banking:v1"><outcome><resultCode>300</resultCode><resultText><![CDATA[${text}]]></resultText></outcome></GetCustomersResponse>`,
);

/** Everything of an error that could leave us: what a client is told, what a log line holds, and what somebody may print. */
async function tracesOf(answer: Answered, login: Answered = { body: loggedIn }): Promise<string> {
  const server = await serve(({ headers }) => (String(headers.soapaction).includes('/Login') ? login : answer));
  const core = closing(await createCoreBanking({ endpoint: server.url, user: 'portico', password, deadlineMs: 5_000 }));
  const error: unknown = await core
    .findCustomers(['1'], { deadline: createDeadline(5_000), trace: unrecorded() })
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof Error)) throw new Error('there should have been an error');
  let log = '';
  pino({ level: 'trace' }, { write: (line) => (log += line) }).error({ err: error, error }, 'a call failed');
  expect(log).toContain('core-banking');
  return `${log} ${error.message} ${error.stack} ${JSON.stringify(error)} ${'publicMessage' in error ? error.publicMessage : ''}`;
}

const secrets = /pass-of-1917|deadbeef|ORA-|coredb|<SQL|xmlns|faultstring/;

describe('a core that sends our password, our session and its own inside back', () => {
  it.each<[string, Answered]>([
    ['in the text of a Fault', { status: 500, body: fault('s:Server') }],
    ['in the text of a Fault of the caller', { status: 200, body: fault('s:Client') }],
    ['in the code of a Fault', { status: 500, body: fault(`s:Server.${password}.${session}`) }],
    ['with each dead session', { status: 500, body: fault('s:Client.SessionExpired') }],
    ['in names of elements', { body: envelope(`<GetCustomersResponse xmlns="urn:x"><${session}><${password}>1`) }],
    ['in a refusal', { body: refused }],
    ['in a page', { status: 502, body: `<html>${text}</html>` }],
    ['in headers', { status: 500, headers: { 'content-encoding': `gzip-${session}`, 'content-type': `text/xml; charset=${session}` } }],
    ['in a charset', { headers: { 'content-type': `text/xml; charset=${session}` }, body: '<a/>' }],
  ])('%s finds none of it in any error or log', async (_case, answer) => {
    expect(await tracesOf(answer)).not.toMatch(secrets);
  });

  it.each<[string, Answered]>([
    ['a Fault', { status: 500, body: fault(`s:Server.${password}`) }],
    ['a page', { status: 200, body: `<html>${text}</html>` }],
    ['an answer that refuses it', { body: loggedIn.replace('<resultCode>0<', '<resultCode>110<').replace('>ok<', `>${password}<`) }],
  ])('at the log-in, in %s, finds none of it either', async (_case, login) => {
    expect(await tracesOf({}, login)).not.toMatch(secrets);
  });
});
