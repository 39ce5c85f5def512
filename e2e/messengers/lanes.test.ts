import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTelegramEmulator, type TelegramEmulator } from '#clients/messengers/channels/telegram/emulator/emulator.ts';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { type BankWithMessengers, startBankWithMessengers } from '../testkit/bank-with-messengers.ts';
import { openTelephone, type Telephone } from '../testkit/telephone.ts';

// More chats wait here than the bot works on at once.
const crowd = 18;
const secondBot = '7005:a-token-of-the-right-length-for-a-bot';

let bank: BankWithMessengers;
let otherTelegram: TelegramEmulator;
let otherServer: HttpServer;
const phones: Telephone[] = [];

beforeAll(async () => {
  otherTelegram = createTelegramEmulator({ token: secondBot, botName: 'Portico', logger: createLogger('test', 'silent') });
  otherServer = createHttpServer({ name: 'telegram', host: '127.0.0.1', port: 0, handle: otherTelegram.handle });
  await otherServer.start();
  bank = await startBankWithMessengers({
    TELEGRAM_BOT_TOKEN: secondBot,
    TELEGRAM_API_ROOT: `${otherServer.url}/telegram-emulator`,
    REQUEST_DEADLINE_MS: '20000',
    LEGACY_DEADLINE_MS: '15000',
  });
});
afterAll(async () => {
  for (const phone of phones) phone.close();
  await bank.stop();
  await otherTelegram.stop();
  await otherServer.stop();
});
beforeEach(() => {
  bank.reset();
  otherTelegram.switches.hangAnswers = false;
});

async function strangers(count: number, url = bank.url): Promise<Telephone[]> {
  const opened = await Promise.all(
    Array.from({ length: count }, (_, index) => openTelephone(url, { name: `Stranger ${index}`, language: 'en' })),
  );
  phones.push(...opened);
  return opened;
}

describe('what needs no system never waits behind what does', () => {
  it(`while the core hangs for ${crowd} chats, a stranger is helped, and a customer locks a card`, async () => {
    const customer = await bank.telephoneOf('olena');
    await customer.write('/cards');
    const active = /🟢 (.+ •• \d{4})/.exec((await customer.hears('Cards')).text)?.[1] ?? '';
    const waiting = await Promise.all(Array.from({ length: crowd }, () => bank.telephoneOf('taras')));
    const said = waiting.map((phone) => phone.said.length);
    bank.coreBanking.switches.hang = true;
    bank.coreBanking.calls.reset();
    for (const phone of waiting) await phone.write('/balance');
    await expect.poll(() => bank.coreBanking.calls.total()).toBeGreaterThan(15);

    const [stranger] = await strangers(1);
    await stranger?.write('/help');
    await stranger?.hears('What I can do');
    await customer.press(active);
    await customer.hears('valid until');
    await customer.press('Lock');
    await customer.hears('until you unlock it');
    await customer.press('Yes, lock it');
    await customer.hears('Locked.');
    expect(
      waiting.map((phone) => phone.said.length),
      'the core still hangs',
    ).toEqual(said);
    bank.coreBanking.switches.hang = false;
    for (const [index, phone] of waiting.entries()) await phone.until('an answer', () => phone.said.length > (said[index] ?? 0));
  }, 90_000);

  it(`while one messenger takes ${crowd} chats’ answers and never says so, the chats of another are answered`, async () => {
    const stuck = await strangers(crowd, otherServer.url);
    const others = await strangers(1);
    otherTelegram.switches.hangAnswers = true;
    const sent = () => otherTelegram.calls.filter(({ method }) => method === 'sendMessage').length;
    for (const phone of stuck) await phone.write('/help');
    await expect.poll(sent).toBeGreaterThan(15);
    await others[0]?.write('/help');
    await others[0]?.hears('What I can do');
    expect(
      otherTelegram.calls.filter(({ method }) => method === 'editMessageText'),
      'nobody has given up waiting yet',
    ).toEqual([]);
  });
});
