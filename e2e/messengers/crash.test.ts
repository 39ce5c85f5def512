import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BrowserWithoutScript } from '#identity/testkit/browser-without-script.ts';
import { type BankProcess, startBankProcess } from '../testkit/bank-process.ts';
import { findNonEphemeralPort } from '../testkit/non-ephemeral-port.ts';
import { type OutsideWorld, startOutsideWorld } from '../testkit/outside-world.ts';
import { codeShown, enterCode, linkOf, logInByLink, openTelephone, type Telephone } from '../testkit/telephone.ts';

// The bank is a process of its own that is killed; Telegram, Keycloak and the legacy systems outlive it here, as they would.
const token = '7003:a-token-of-the-right-length-for-a-bot';
const patienceMs = 90_000;

let directory: string;
let world: OutsideWorld;
let bank: BankProcess;
let phone: Telephone;
let environment: Record<string, string>;

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'portico-crash-'));
  world = await startOutsideWorld(token);
  environment = { ...world.environment, PORT: String(await findNonEphemeralPort()), DATABASE_DIR: directory };
  bank = await startBankProcess(environment);
  phone = await openTelephone(world.telegramUrl, { name: 'Olena', language: 'en' });
}, patienceMs);

afterAll(async () => {
  phone.close();
  await bank.stop();
  await world.stop();
  await rm(directory, { recursive: true, force: true });
});

afterEach(() => {
  world.coreBanking.switches.hang = false;
  world.telegram.switches.tooManyRequests = 0;
  world.telegram.switches.hangAnswers = false;
});

async function kill(): Promise<void> {
  bank.child.kill('SIGKILL');
  await bank.exited;
}

async function restart(): Promise<void> {
  bank = await startBankProcess(environment);
}

const times = (text: string) => phone.said.filter((message) => message.text.includes(text)).length;

/** Whatever is still on its way comes before the answer to this. */
async function afterOneMoreWord(): Promise<void> {
  const before = times('Which language shall we speak?');
  await phone.write('/language');
  await phone.until('an answer to one more word', () => times('Which language shall we speak?') === before + 1);
}

describe('kill -9', { timeout: patienceMs }, () => {
  it('after the code was shown: the log-in goes on where it was', async () => {
    await phone.write('/link');
    await phone.until('a link', () => linkOf(phone.said) !== undefined);
    const browser = new BrowserWithoutScript();
    await logInByLink(browser, linkOf(phone.said) ?? '', 'olena');
    const code = await codeShown(phone, 0);
    await kill();
    await restart();
    expect((await enterCode(browser, bank.url, code)).status).toBe(200);
    await phone.hears('How can I help?');
    await afterOneMoreWord();
    expect(times('this chat is linked')).toBe(1);
  });

  it('before the message came in: the messenger delivers it again, and it is answered once', async () => {
    await kill();
    await phone.write('/help');
    await restart();
    await phone.hears('What I can do');
    await afterOneMoreWord();
    expect(times('What I can do')).toBe(1);
  });

  it('after it was acknowledged, while the bank is being asked: it is answered once', async () => {
    world.coreBanking.switches.hang = true;
    world.coreBanking.calls.reset();
    await phone.write('/balance');
    await expect.poll(() => world.coreBanking.calls.total(), { interval: 20, timeout: 20_000 }).toBeGreaterThan(0);
    expect(world.telegram.delivered.at(-1)?.status).toBe(200);
    await kill();
    world.coreBanking.switches.hang = false;
    await restart();
    await phone.hears('Accounts');
    await afterOneMoreWord();
    expect(times('Accounts\n')).toBe(1);
  });

  it('after the card was locked, before that was written down: it is locked once and said once', async () => {
    await phone.write('/lock');
    await phone.until('a question', () => times('Which card shall I lock?') + times('until you unlock it') > 0);
    if (times('Which card shall I lock?') > 0) {
      await phone.press('••');
      await phone.hears('until you unlock it');
    }
    const changes = world.cardProcessing.journal().length;
    await phone.press('Yes, lock it');
    await expect.poll(() => world.cardProcessing.journal().length, { interval: 1, timeout: 20_000 }).toBe(changes + 1);
    await kill();
    await restart();
    await phone.until('locked', () => times('Locked.') === 1);
    await afterOneMoreWord();
    expect(times('Locked.')).toBe(1);
    expect(world.cardProcessing.journal().length).toBe(changes + 1);
  });

  it('after the answer was written down, before it went: it goes once', async () => {
    world.telegram.switches.tooManyRequests = 1_000;
    const refused = world.telegram.nextCall('sendMessage');
    await phone.write('/bankdetails');
    expect((await refused).status).toBe(429);
    expect(times('Of which account?')).toBe(0);
    await kill();
    world.telegram.switches.tooManyRequests = 0;
    await restart();
    await phone.hears('Of which account?');
    await afterOneMoreWord();
    expect(times('Of which account?')).toBe(1);
  });

  it('after the messenger took the answer, before it said so: the message is found, not sent again', async () => {
    world.telegram.switches.hangAnswers = true;
    const taken = world.telegram.nextCall('sendMessage');
    await phone.write('/logout');
    await taken;
    await phone.hears('Log out of the bank in this chat?');
    await kill();
    world.telegram.switches.hangAnswers = false;
    const calls = world.telegram.calls.length;
    await restart();
    await afterOneMoreWord();
    expect(times('Log out of the bank in this chat?')).toBe(1);
    expect(phone.said.find(({ text }) => text.includes('Log out of the bank'))).not.toHaveProperty('edit_date');
    const looked = world.telegram.calls.slice(calls).filter(({ method }) => method === 'editMessageText');
    expect(looked.map(({ status }) => status)).toEqual([400]);
  });

  it('after all was done: nothing is said again', async () => {
    const said = phone.said.length;
    await kill();
    await restart();
    await afterOneMoreWord();
    expect(phone.said.length).toBe(said + 1);
  });
});
