import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserWithoutScript } from '#identity/testkit/browser-without-script.ts';
import { postgres } from '#platform/database/testkit.ts';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { readBody } from '#platform/http/json-body.ts';
import { type BankProcess, startBankProcess } from '../testkit/bank-process.ts';
import { type OutsideWorld, startOutsideWorld } from '../testkit/outside-world.ts';
import { codeShown, enterCode, linkOf, logInByLink, openTelephone, type Telephone } from '../testkit/telephone.ts';

// Two processes of the bank behind one address, as a bank runs them: one PostgreSQL is all that they share.
const token = '7004:a-token-of-the-right-length-for-a-bot';
const patienceMs = 120_000;
const database = postgres();

describe.skipIf(database.missing !== undefined)(`two processes of the bank on one ${database.title}`, { timeout: patienceMs }, () => {
  let world: OutsideWorld;
  let balancer: HttpServer;
  let banks: BankProcess[] = [];
  /** To whom an update goes: to both at once, or to one and the next one to the other. */
  let updatesGoTo: 'both' | 'turns' = 'turns';
  let turn = 0;
  const updatesTaken = [0, 0];
  const phones: Telephone[] = [];

  beforeAll(async () => {
    world = await startOutsideWorld(token);
    balancer = createHttpServer({
      name: 'balancer',
      host: '127.0.0.1',
      port: 0,
      handle: (request, response) => void forward(request, response),
    });
    await balancer.start();
    const settings = await database.settings();
    // Both find an empty database at the same moment.
    banks = await Promise.all([1, 2].map(() => startBankProcess({ ...world.environment, ...settings, PUBLIC_URL: balancer.url })));
  }, patienceMs);
  afterAll(async () => {
    for (const phone of phones) phone.close();
    await Promise.all(banks.map((bank) => bank.stop()));
    await balancer?.stop();
    await world?.stop();
    await database.dispose();
  }, patienceMs);

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = new Uint8Array(await readBody(request, 1_000_000));
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const ask = async (index: number) => {
      const answer = await fetch(`${banks[index]?.url}${request.url}`, {
        method: request.method ?? 'GET',
        headers: headers as Record<string, string>,
        redirect: 'manual',
        ...(request.method === 'POST' ? { body } : {}),
      });
      return { index, answer, text: await answer.text() };
    };
    turn += 1;
    const isUpdate = request.url?.startsWith('/webhooks/') === true;
    const order = turn % 2 === 0 ? [0, 1] : [1, 0];
    const living = order.filter((index) => banks[index]?.child.signalCode === null);
    const asked = isUpdate && updatesGoTo === 'both' ? living : living.slice(0, 1);
    const answers = await Promise.all(asked.map(ask));
    const worst = answers.toSorted((a, b) => b.answer.status - a.answer.status)[0];
    if (worst === undefined) return void response.writeHead(502).end();
    if (isUpdate) for (const { index } of answers) updatesTaken[index] = (updatesTaken[index] ?? 0) + 1;
    const location = worst.answer.headers.get('location');
    response.writeHead(worst.answer.status, {
      'content-type': worst.answer.headers.get('content-type') ?? 'text/plain',
      ...(location === null ? {} : { location }),
      'set-cookie': worst.answer.headers.getSetCookie(),
    });
    response.end(worst.text);
  }

  async function telephone(name: string): Promise<Telephone> {
    const phone = await openTelephone(world.telegramUrl, { name, language: 'en' });
    phones.push(phone);
    return phone;
  }

  const answers = { '/help': 'What I can do', '/menu': 'How can I help?', '/language': 'Which language shall we speak?' } as const;
  const asked = Array.from({ length: 12 }, (_, index) => Object.keys(answers)[index % 3] as keyof typeof answers);
  const expected = asked.map((command) => answers[command]);
  const saidBy = (phone: Telephone, from = 0) => phone.said.slice(from).map(({ text }) => text.split('\n')[0]);

  it('share one bot: a chat is linked, whoever of them makes the link, serves its page or takes the code', async () => {
    const phone = await telephone('Olena');
    await phone.write('/link');
    await phone.until('a link', () => linkOf(phone.said) !== undefined);
    const browser = new BrowserWithoutScript();
    await logInByLink(browser, linkOf(phone.said) ?? '', 'olena');
    expect((await enterCode(browser, balancer.url, await codeShown(phone, 0))).html).toContain('The chat is linked');
    await phone.hears('How can I help?');
    await phone.write('/balance');
    expect((await phone.hears('Accounts')).text).toContain('₴228,828.44');
    expect(phone.said.filter(({ text }) => text.includes('this chat is linked'))).toHaveLength(1);
    expect(Math.min(...updatesTaken)).toBeGreaterThan(0);
  });

  it('given the same update, both at once, answer it once, and lock a card once', async () => {
    updatesGoTo = 'both';
    const phone = await telephone('Echo');
    for (const command of asked) await phone.write(command);
    await phone.until('all answered', () => phone.said.length >= asked.length);

    const [linked] = phones;
    if (linked === undefined) throw new Error('nobody is linked');
    await linked.write('/lock');
    await linked.until('a question', () => /Which card|until you unlock it/.test(linked.said.at(-1)?.text ?? ''));
    if (linked.said.at(-1)?.text.includes('Which card') === true) await linked.press('••');
    await linked.hears('until you unlock it');
    await linked.press('Yes, lock it');
    await linked.hears('Locked.');
    // Whatever came of the copies stands before the answer to one more word.
    await Promise.all([linked.write('/language'), phone.write('/language')]);
    await Promise.all([linked.hears('Which language'), phone.until('one more', () => phone.said.length > asked.length)]);
    expect(saidBy(phone)).toEqual([...expected, answers['/language']]);
    expect(linked.said.filter(({ text }) => text.includes('Locked.'))).toHaveLength(1);
    expect(world.cardProcessing.calls.count('LockCard')).toBe(1);
  });

  it('given the updates of a chat in turns, answer them in their order, many chats at once', async () => {
    updatesGoTo = 'turns';
    const before = [...updatesTaken];
    const chats = await Promise.all(['Vira', 'Nadia', 'Liuba'].map(telephone));
    await Promise.all(
      chats.map(async (phone) => {
        for (const command of asked) await phone.write(command);
      }),
    );
    for (const phone of chats) {
      await phone.until('all answered', () => phone.said.length >= asked.length);
      expect(saidBy(phone)).toEqual(expected);
    }
    expect(updatesTaken.map((count, index) => count - (before[index] ?? 0))).toEqual([18, 18]);
  });

  it('go on with the chats of one that is killed', async () => {
    const [first] = banks;
    first?.child.kill('SIGKILL');
    await first?.exited;
    const phone = phones[0];
    if (phone === undefined) throw new Error('nobody is linked');
    const from = phone.said.length;
    for (const command of asked) await phone.write(command);
    await phone.until('all answered', () => phone.said.length >= from + asked.length);
    expect(saidBy(phone, from)).toEqual(expected);
  });
});
