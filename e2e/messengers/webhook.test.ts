import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '#platform/database/testkit.ts';
import { type BankWithMessengers, startBankWithMessengers } from '../testkit/bank-with-messengers.ts';

const secret = 'the-secret-of-this-test-0123456789';
for (const database of testDatabases()) {
  describe.skipIf(database.missing !== undefined)(`the bot on ${database.title}`, () => {
    let bank: BankWithMessengers;
    /** A second bot of the same bank, whose updates the test itself delivers. */
    const token = '7002:a-token-of-the-right-length-for-a-bot';
    beforeAll(async () => {
      bank = await startBankWithMessengers({
        TELEGRAM_BOT_TOKEN: token,
        TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
        TELEGRAM_WEBHOOK_SECRET: secret,
        ...(await database.settings()),
      });
    });
    afterAll(async () => {
      await bank?.stop();
      await database.dispose();
    });

    const update = (id: number, text: string, more: object = {}) => ({
      update_id: id,
      message: { message_id: id, date: 1, from: { id: 5, is_bot: false, first_name: 'Ada' }, chat: { id: 5, type: 'private' }, text },
      ...more,
    });

    async function deliver(
      body: string,
      headers: Readonly<Record<string, string>> = { 'x-telegram-bot-api-secret-token': secret },
    ): Promise<number> {
      const response = await fetch(`${bank.url}/webhooks/telegram`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      await response.body?.cancel();
      return response.status;
    }

    async function stored(): Promise<number> {
      const { rows } = await sql<{ count: string }>`select count(*)::text as count from messenger_inbox where bot = '7002'`.execute(
        bank.bank.database?.tables() as never,
      );
      return Number(rows[0]?.count);
    }

    describe('a webhook', () => {
      it.each([
        ['without a secret', {}],
        ['with an empty one', { 'x-telegram-bot-api-secret-token': '' }],
        ['with a wrong one', { 'x-telegram-bot-api-secret-token': 'the-secret-of-this-test-0123456788' }],
        ['with the right one and more', { 'x-telegram-bot-api-secret-token': `${secret}x` }],
        ['with the bot token', { 'x-telegram-bot-api-secret-token': token }],
      ])('%s is answered 401 and stored nowhere', async (_, headers) => {
        expect(await deliver(JSON.stringify(update(1, '/start')), headers as Record<string, string>)).toBe(401);
        expect(await stored()).toBe(0);
      });

      it('that is no update is answered 400 and stored nowhere', async () => {
        for (const body of [
          '',
          '{',
          '[]',
          '{"update_id":"1"}',
          '{"update_id":-1}',
          `{"update_id":1,"message":{"message_id":1}}`,
          '\xff\xfe',
        ]) {
          expect(await deliver(body)).toBe(400);
        }
        expect(await deliver('x'.repeat(1_000_001))).toBe(413);
        expect(await stored()).toBe(0);
      });

      it('of a kind that the bot has no use for is taken and forgotten', async () => {
        expect(await deliver('{"update_id":2,"edited_message":{"message_id":1}}')).toBe(200);
        expect(
          await deliver(
            JSON.stringify({ ...update(3, 'hello'), message: { ...update(3, 'hello').message, chat: { id: -9, type: 'supergroup' } } }),
          ),
        ).toBe(200);
        expect(await stored()).toBe(0);
      });

      it('delivered five times at once and again later is stored once', async () => {
        const body = JSON.stringify(update(10, '/start'));
        expect(await Promise.all(Array.from({ length: 5 }, () => deliver(body)))).toEqual([200, 200, 200, 200, 200]);
        expect(await deliver(body)).toBe(200);
        expect(await stored()).toBe(1);
      });

      it('is for POST, and for channels that there are', async () => {
        expect((await fetch(`${bank.url}/webhooks/telegram`)).status).toBe(405);
        expect((await fetch(`${bank.url}/webhooks/pigeon`, { method: 'POST' })).status).toBe(404);
      });
    });

    describe('the same update delivered six times, and two in the wrong order', () => {
      it('changes nothing more than once', async () => {
        bank.reset();
        const phone = await bank.telephoneOf('olena');
        bank.emulator.switches.duplicates = 5;
        bank.emulator.switches.reorder = true;
        await phone.write('/lock');
        await phone.hears('Which card shall I lock?').catch(async () => phone.hears('until you unlock it'));
        if (phone.said.at(-1)?.text.includes('Which card')) {
          await phone.press('••');
          await phone.hears('until you unlock it');
        }
        const { message, button } = phone.button('Yes, lock it');
        // The press and a word come together: the word is delivered first, and each of them six times.
        await Promise.all([phone.pressData(message.message_id, button.callback_data ?? ''), phone.write('/help')]);
        await phone.until(
          'both answered',
          () => phone.said.some(({ text }) => text.includes('Locked.')) && phone.said.some(({ text }) => text.includes('What I can do')),
        );
        bank.emulator.switches.duplicates = 0;
        bank.emulator.switches.reorder = false;
        // Whatever came of the copies is behind this answer.
        await phone.write('/language');
        await phone.hears('Which language shall we speak?');
        expect(bank.cardProcessing.journal().map(({ from, to }) => `${from}-${to}`)).toEqual(['A-L']);
        expect(phone.said.filter(({ text }) => text.includes('What I can do'))).toHaveLength(1);
        const ids = bank.emulator.delivered.map(({ updateId }) => updateId);
        const [press, word] = [...new Set(ids)].toSorted((a, b) => a - b).slice(-3);
        expect([press, word].map((id) => ids.filter((other) => other === id).length)).toEqual([6, 6]);
        expect(ids.indexOf(word ?? 0)).toBeLessThan(ids.indexOf(press ?? 0));
      });

      it('is answered again by the messenger when it asks to wait, or loses its answers', async () => {
        const phone = await bank.telephone('Nina');
        bank.emulator.switches.tooManyRequests = 2;
        bank.emulator.switches.retryAfterSeconds = 1;
        await phone.write('/help');
        await phone.hears('What I can do');
        bank.emulator.switches.loseAnswers = 1;
        await phone.write('/menu');
        await phone.hears('How can I help?');
        bank.emulator.switches.failNext = 1;
        await phone.write('/language');
        await phone.hears('Which language');
        expect(phone.said.map(({ text }) => text.split('\n')[0])).toEqual([
          'What I can do',
          'How can I help?',
          'Which language shall we speak?',
        ]);
      });
    });
  });
}
