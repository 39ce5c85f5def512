import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTelegramEmulator, type TelegramEmulator } from '../../clients/messengers/channels/telegram/emulator/emulator.ts';
import { readRealm } from '../../identity/realm.ts';
import { createIdentityServer, type IdentityServer } from '../../identity/server.ts';
import { BrowserWithoutScript } from '../../identity/testkit/browser-without-script.ts';
import { type CardProcessingSimulator, createCardProcessingSimulator } from '../../legacy-adapters/card-processing/simulator.ts';
import { type CoreBankingSimulator, createCoreBankingSimulator } from '../../legacy-adapters/core-banking/simulator.ts';
import { createWorld } from '../../legacy-adapters/simulation/world.ts';
import { createHttpServer, type HttpServer } from '../../platform/http-server.ts';
import { createLogger } from '../../platform/logger.ts';
import { type BankProcess, startBankProcess } from '../testkit/bank-process.ts';
import { findFreePort } from '../testkit/free-port.ts';
import { codeShown, enterCode, linkOf, logInByLink, openTelephone, type Telephone } from '../testkit/telephone.ts';

// The bank is a process of its own that is killed; Telegram, Keycloak and the legacy systems outlive it here, as they would.
const token = '7003:a-token-of-the-right-length-for-a-bot';
const logger = createLogger('test', 'silent');
const patienceMs = 90_000;

let directory: string;
let telegram: TelegramEmulator;
let telegramServer: HttpServer;
let identity: IdentityServer;
let coreBanking: CoreBankingSimulator;
let cardProcessing: CardProcessingSimulator;
let bank: BankProcess;
let phone: Telephone;
let environment: Record<string, string>;

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'portico-crash-'));
  telegram = createTelegramEmulator({ token, botName: 'Portico', logger });
  telegramServer = createHttpServer({ name: 'telegram', host: '127.0.0.1', port: 0, handle: telegram.handle });
  identity = createIdentityServer({ mode: 'development', host: '127.0.0.1', port: 0, realm: readRealm(), logger });
  const world = createWorld();
  const simulator = { port: 0, user: 'portico', password: 'portico-demo', world, logger, switches: { latencyMs: 0 } };
  coreBanking = createCoreBankingSimulator(simulator);
  cardProcessing = createCardProcessingSimulator(simulator);
  await Promise.all([telegramServer.start(), identity.start(), coreBanking.start(), cardProcessing.start()]);
  const login = { USER: 'portico', PASSWORD: 'portico-demo' };
  environment = {
    PORTICO_PARTS: 'cerberus-simulator,biller-hub-simulator,subgraphs,gateway,messengers',
    PORT: String(await findFreePort()),
    DATABASE_DIR: directory,
    IDENTITY_ISSUER: identity.issuer,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: `${telegramServer.url}/telegram-emulator`,
    CORE_BANKING_URL: coreBanking.url,
    CORE_BANKING_USER: login.USER,
    CORE_BANKING_PASSWORD: login.PASSWORD,
    CARD_PROCESSING_URL: cardProcessing.url,
    CARD_PROCESSING_USER: login.USER,
    CARD_PROCESSING_PASSWORD: login.PASSWORD,
    LEGACY_DEADLINE_MS: '10000',
  };
  bank = await startBankProcess(environment);
  phone = await openTelephone(telegramServer.url, { name: 'Olena', language: 'en' });
}, patienceMs);

afterAll(async () => {
  phone.close();
  await bank.stop();
  await telegram.stop();
  await Promise.all([telegramServer.stop(), identity.stop(), coreBanking.stop(), cardProcessing.stop()]);
  await rm(directory, { recursive: true, force: true });
});

afterEach(() => {
  coreBanking.switches.hang = false;
  telegram.switches.tooManyRequests = 0;
  telegram.switches.hangAnswers = false;
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
    coreBanking.switches.hang = true;
    coreBanking.calls.reset();
    await phone.write('/balance');
    await expect.poll(() => coreBanking.calls.total(), { interval: 20, timeout: 20_000 }).toBeGreaterThan(0);
    expect(telegram.delivered.at(-1)?.status).toBe(200);
    await kill();
    coreBanking.switches.hang = false;
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
    const changes = cardProcessing.journal().length;
    await phone.press('Yes, lock it');
    await expect.poll(() => cardProcessing.journal().length, { interval: 1, timeout: 20_000 }).toBe(changes + 1);
    await kill();
    await restart();
    await phone.until('locked', () => times('Locked.') === 1);
    await afterOneMoreWord();
    expect(times('Locked.')).toBe(1);
    expect(cardProcessing.journal().length).toBe(changes + 1);
  });

  it('after the answer was written down, before it went: it goes once', async () => {
    telegram.switches.tooManyRequests = 1_000;
    const refused = telegram.nextCall('sendMessage');
    await phone.write('/requisites');
    expect((await refused).status).toBe(429);
    expect(times('in the web bank')).toBe(0);
    await kill();
    telegram.switches.tooManyRequests = 0;
    await restart();
    await phone.hears('in the web bank');
    await afterOneMoreWord();
    expect(times('in the web bank')).toBe(1);
  });

  it('after the messenger took the answer, before it said so: the message is found, not sent again', async () => {
    telegram.switches.hangAnswers = true;
    const taken = telegram.nextCall('sendMessage');
    await phone.write('/logout');
    await taken;
    await phone.hears('Log out of the bank in this chat?');
    await kill();
    telegram.switches.hangAnswers = false;
    const calls = telegram.calls.length;
    await restart();
    await afterOneMoreWord();
    expect(times('Log out of the bank in this chat?')).toBe(1);
    expect(phone.said.find(({ text }) => text.includes('Log out of the bank'))).not.toHaveProperty('edit_date');
    const looked = telegram.calls.slice(calls).filter(({ method }) => method === 'editMessageText');
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
