import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createXmlClient } from '#legacy-adapters/xml/xml-client.ts';
import { createLegacySystem } from '../legacy-system.ts';
import { type Answered, callOf, closing, serve } from '../server.testkit.ts';
import { createBodySignature } from './body-signature.ts';

const password = 'hub-pässword';
/** Written apart from the kit's: the partner's own words are sha1(md5(body + password)). */
const sign = (body: Buffer, secret = password) => {
  const md5 = createHash('md5')
    .update(Buffer.concat([body, Buffer.from(secret)]))
    .digest('hex');
  return createHash('sha1').update(md5).digest('hex');
};
const signed = (text: string | Buffer, secret = password): Answered => {
  const body = Buffer.from(text);
  return { headers: { 'x-hub-sign': sign(body, secret) }, body };
};

/** A hub that lets in only what is signed, and answers as the test wants. */
async function hub(answer: () => Answered, policy: 'read' | 'change' = 'read') {
  const server = await serve(({ headers, body }) =>
    headers['x-partner-sign'] === sign(body) && headers['x-partner'] === '7' ? answer() : { status: 403, body: 'who are you' },
  );
  const options = { system: 'hub', password, requestHeader: 'X-Partner-Sign', answerHeader: 'X-Hub-Sign', headers: { 'x-partner': '7' } };
  const system = closing(
    createLegacySystem({ name: 'hub', endpoint: server.url, deadlineMs: 5_000, signIn: createBodySignature(options) }),
  );
  const client = createXmlClient({ system, policies: { Ask: policy } });
  const ask = () => client.call('Ask', { document: '<?xml version="1.0"?><debt>їжак</debt>' }, callOf(), ({ text }) => text);
  return { ask, server };
}

describe('the body signature sha1(md5(body + password))', () => {
  it('is the one that Python hashlib gives', () => {
    expect(sign(Buffer.from('<request/>'), 'secret')).toBe('a7153dcd0332f9eeddd1005d197a7e1f01ea0b00');
  });

  it('lets the hub believe us, and us the hub, over the exact bytes', async () => {
    const { ask, server } = await hub(() => signed(Buffer.from('<?xml version="1.0" encoding="utf-8"?><sum>1,5 ₴</sum>')));
    expect(await ask()).toContain('<sum>1,5 ₴</sum>');
    expect(server.asked[0]?.body.toString()).toContain('їжак');
  });

  it.each<[string, () => Answered]>([
    ['is signed by another password', () => signed('<sum>1</sum>', 'other')],
    ['is not signed', () => ({ body: '<sum>1</sum>' })],
    ['was changed on its way', () => ({ ...signed('<sum>1</sum>'), body: '<sum>2</sum>' })],
    ['has an empty signature', () => ({ ...signed('<sum>1</sum>'), headers: { 'x-hub-sign': '' } })],
    ['has a blank more than was signed', () => ({ ...signed('<sum>1</sum>'), body: '<sum>1</sum> ' })],
  ])('makes an answer that %s malformed', async (_case, answer) => {
    const { ask } = await hub(answer);
    await expect(ask()).rejects.toMatchObject({ kind: 'MALFORMED' });
  });

  it('leaves a payment whose answer nobody signed in doubt', async () => {
    const { ask, server } = await hub(() => ({ body: '<paid/>' }), 'change');
    await expect(ask()).rejects.toMatchObject({ kind: 'OUTCOME_UNKNOWN', code: 'OUTCOME_UNKNOWN' });
    expect(server.asked).toHaveLength(1);
  });

  it('asks of a page that says that the hub is unavailable no signature, and asks a read again', async () => {
    let times = 0;
    const { ask } = await hub(() => {
      times += 1;
      return times === 1 ? { status: 503, body: '<html>unavailable</html>' } : signed('<sum>1</sum>');
    });
    expect(await ask()).toBe('<sum>1</sum>');
  });
});
