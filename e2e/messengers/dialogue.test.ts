import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld } from '#legacy-adapters/simulation/world.ts';
import { testDatabases } from '#platform/database/testkit.ts';
import { logIn as tokenOf } from '../testkit/bank-process.ts';
import { type BankWithMessengers, startBankWithMessengers } from '../testkit/bank-with-messengers.ts';

for (const database of testDatabases()) {
  describe.skipIf(database.missing !== undefined)(`the bot on ${database.title}`, () => {
    let bank: BankWithMessengers;
    beforeAll(async () => {
      bank = await startBankWithMessengers(await database.settings());
    });
    afterAll(async () => {
      await bank?.stop();
      await database.dispose();
    });
    beforeEach(() => bank.reset());

    const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

    /** What the graph tells a demo customer. */
    async function asCustomer(user: string, query: string) {
      return bank.post(JSON.stringify({ query }), { authorization: `Bearer ${await tokenOf(bank.url, user)}` });
    }

    describe('a newcomer', () => {
      it('is greeted by name and offered a link, help, and a way to lock a card', async () => {
        const phone = await bank.telephone('Daria');
        await phone.write('/start');
        await phone.until('greeting and menu', () => phone.said.length === 2);
        expect(phone.said[0]?.text).toContain('Hello, Daria!');
        expect(phone.chat.quickReplies).toEqual([['🔒 Lock my card', '☰ Menu']]);
        const labels = (phone.said[1]?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
        expect(labels).toEqual(['🔗 Link my account', '🔒 Lock my card', '💱 Exchange rates', '🌐 Language', '❓ Help']);

        await phone.write('🔒 Lock my card');
        expect((await phone.hears('To lock a card right now, call 0 800 000 000')).text).toContain('link this chat');
        await phone.press('Menu');
        await phone.hears('How can I help?');
        await phone.press('Help');
        await phone.hears('Never send a card number');
        expect(bank.coreBanking.calls.total() + bank.cardProcessing.calls.total()).toBe(0);
      });

      it('is answered in the language of the telephone, and in another one once it is chosen', async () => {
        const phone = await bank.telephone('Оксана', 'uk');
        await phone.write('/start');
        await phone.hears('Чим допомогти?');
        await phone.press('Мова');
        await phone.hears('Якою мовою говорити?');
        await phone.press('English');
        await phone.hears('How can I help?');
        await phone.write('щось незрозуміле');
        await phone.hears('I did not understand');
        await phone.write('Заблокувати картку');
        await phone.hears('To lock a card right now');
      });

      it('is told the rates of the bank without a link, each as the core has it, in the language of the chat', async () => {
        const rates = createWorld().exchangeRates;
        const phone = await bank.telephone('Orest');
        await phone.write('/rates');
        const { text } = await phone.hears('The bank buys / sells:');
        for (const { currency, units, buy, sell } of rates)
          expect(plain(text)).toContain(`\n${units === 1 ? '' : `${units} `}${currency}  ₴${buy} / ₴${sell}\n`);
        expect(text).toMatch(/As of \d{1,2} \w+.* \d\d:00$/);
        await phone.press('Menu');
        await phone.hears('How can I help?');
        await phone.press('Language');
        await phone.hears('Which language');
        await phone.press('Українська');
        await phone.hears('Чим допомогти?');
        await phone.press('Курси валют');
        expect(plain((await phone.hears('Банк купує / продає:')).text)).toContain(`USD  ${rates[0]?.buy.replace('.', ',')} ₴ / `);
        expect(bank.coreBanking.calls.count('GetExchangeRates')).toBeLessThanOrEqual(1);
      });

      it('is asked to link the chat for whatever is personal', async () => {
        const phone = await bank.telephone('Ivan');
        for (const command of ['/balance', '/cards', '/transactions']) {
          await phone.write(command);
          await phone.until(command, () => phone.chat.messages.at(-1)?.text.includes('First link this chat') === true);
        }
        expect(bank.coreBanking.calls.total()).toBe(0);
      });
    });

    describe('a customer in a linked chat', () => {
      it('sees balances to the last digit and the cards beside them', async () => {
        const phone = await bank.telephoneOf('olena');
        await phone.press('Balance');
        const { text, edit_date: edited } = await phone.hears('Accounts');
        expect(plain(text)).toContain('Картковий рахунок: ₴228,828.44');
        expect(plain(text)).toContain('₴228,578.44 available');
        expect(text).toMatch(/🟢 Visa •• \d{4}: active/);
        expect(edited).toBeTypeOf('number');
      });

      it('pages through the transactions of an account, five at a time, and back to the newest', async () => {
        const phone = await bank.telephoneOf('olena');
        await phone.press('Transactions');
        await phone.hears('Of which account?');
        await phone.press('Картковий рахунок');
        const first = await phone.hears('Transactions: Картковий рахунок');
        expect(plain(first.text)).toContain('30 June  +₴87.00');
        expect(first.text.match(/^\d{1,2} \w+ {2}/gm)).toHaveLength(5);
        await phone.press('Older');
        const second = await phone.until('an older page', ({ messages }) =>
          messages.some(({ message_id: id, text }) => id === first.message_id && text !== first.text),
        );
        expect(second.messages.at(-1)?.text.match(/^\d{1,2} \w+ {2}/gm)).toHaveLength(5);
        await phone.press('Newest');
        await phone.until('the newest page again', ({ messages }) => messages.some(({ text }) => text === first.text));
      });

      it('locks a card after a question, and the card processing shows the lock; then unlocks it', async () => {
        const phone = await bank.telephoneOf('olena');
        const journal = () => bank.cardProcessing.journal().map(({ from, to }) => `${from}-${to}`);
        await phone.write('/cards');
        const list = await phone.hears('Cards');
        const active = /🟢 (.+ •• \d{4})/.exec(list.text)?.[1] ?? '';
        await phone.press(active);
        await phone.hears('valid until');
        await phone.press('Lock');
        expect((await phone.hears(`Lock ${active}?`)).text).toContain('until you unlock it');
        expect(bank.cardProcessing.calls.count('LockCard')).toBe(0);
        await phone.press('Yes, lock it');
        await phone.hears('Locked.');
        expect(journal()).toEqual(['A-L']);

        await phone.press('Unlock');
        await phone.hears(`Unlock ${active}?`);
        await phone.press('Yes, unlock it');
        await phone.hears('Unlocked.');
        expect(journal()).toEqual(['A-L', 'L-A']);
      });

      it('copies the IBAN of the account that is chosen, as the bank has it, and opens its page of the web bank', async () => {
        const { data } = await asCustomer('olena', '{ me { accounts { id name closedOn bankDetails { iban recipientName } } } }');
        const [first] = data.me.accounts.filter(({ closedOn }: { closedOn: string | null }) => closedOn === null);
        const phone = await bank.telephoneOf('olena');
        await phone.press('Bank details');
        await phone.hears('Of which account?');
        await phone.press(first.name);
        const { text, entities = [], reply_markup: markup } = await phone.hears('IBAN');
        const copied = entities.filter(({ type }) => type === 'code').map(({ offset, length }) => text.slice(offset, offset + length));
        expect(copied).toContain(first.bankDetails.iban);
        expect(copied).toContain(first.bankDetails.recipientName);
        const urls = (markup?.inline_keyboard ?? []).flat().flatMap(({ url }) => url ?? []);
        expect(urls).toEqual([`${bank.url}/accounts/${first.id}/bank-details`]);

        bank.coreBanking.switches.errorRate = 1;
        await phone.write('/bankdetails');
        await phone.hears('Accounts are not available now');
        bank.coreBanking.switches.errorRate = 0;
        await phone.press('Try again');
        await phone.hears('Of which account?');
      });

      it('with 60 cards and 40 accounts is told how many and how much, and pages to the last of them', async () => {
        const { data } = await asCustomer('mykola', '{ me { cards { displayNumber } accounts { closedOn balance { amount currency } } } }');
        const open = data.me.accounts.filter(({ closedOn }: { closedOn: string | null }) => closedOn === null);
        const phone = await bank.telephoneOf('mykola');
        await phone.press('Balance');
        const { text } = await phone.hears('Total:');
        expect(text).toContain(`and ${open.length - 8} more`);
        expect(text).toContain(`${data.me.cards.length} in all`);
        expect(text.length).toBeLessThan(1_000);
        const hryvnias = open.filter(({ balance }: { balance: { currency: string } }) => balance.currency === 'UAH');
        const cents = hryvnias.reduce(
          (sum: bigint, { balance }: { balance: { amount: string } }) => sum + BigInt(balance.amount.replace('.', '')),
          0n,
        );
        expect(plain(text).replaceAll(',', '')).toContain(`₴${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`);

        await phone.write('/cards');
        const shown = await phone.until('the cards', ({ messages }) => messages.at(-1)?.text.startsWith('Cards') === true);
        let list = shown.messages.at(-1) ?? (await phone.hears('Cards'));
        const seen = new Set<string>();
        for (;;) {
          const labels = (list.reply_markup?.inline_keyboard ?? []).flat().map((each) => each.text);
          for (const label of labels) for (const [digits] of label.matchAll(/•• \d{4}/g)) seen.add(digits);
          const next = labels.find((label) => / more ›$/.test(label));
          if (next === undefined) break;
          await phone.press(next);
          const { message_id: id, text: before } = list;
          const changed = await phone.until('the next page', ({ messages }) =>
            messages.some((each) => each.message_id === id && each.text !== before),
          );
          list = changed.messages.find((each) => each.message_id === id) ?? list;
        }
        expect(seen).toEqual(new Set(data.me.cards.map(({ displayNumber }: { displayNumber: string }) => displayNumber)));
      });

      it('locks the card whose last digits were typed, after a question', async () => {
        const { data } = await asCustomer('mykola', '{ me { cards { lastFour status } } }');
        const active = data.me.cards.filter(({ status }: { status: string }) => status === 'ACTIVE');
        const { lastFour } = active.at(-1);
        const phone = await bank.telephoneOf('mykola');
        await phone.write(`lock card ${lastFour}`);
        await phone.hears(`•• ${lastFour}?`);
        expect(bank.cardProcessing.calls.count('LockCard')).toBe(0);
      });

      it('with one account gets its bank details at once, and logs out with one question', async () => {
        const { data } = await asCustomer('iryna', '{ me { accounts { id bankDetails { iban } } } }');
        const phone = await bank.telephoneOf('iryna');
        await phone.press('Bank details');
        await phone.hears(data.me.accounts[0].bankDetails.iban);
        expect(phone.button('Open bank details').button.url).toBe(`${bank.url}/accounts/${data.me.accounts[0].id}/bank-details`);
        await phone.write('/logout');
        await phone.hears('Log out of the bank in this chat?');
        await phone.press('Yes, log out');
        await phone.hears('You are logged out');
        await phone.write('/balance');
        await phone.hears('First link this chat');
      });

      it('who taps twice is told that it is done, and nothing is done twice', async () => {
        const phone = await bank.telephoneOf('andriy');
        const { message, button } = phone.button('Balance');
        await phone.press('Balance');
        await phone.hears('Accounts');
        const calls = bank.coreBanking.calls.total();
        await phone.pressData(message.message_id, button.callback_data ?? '');
        await phone.until('told', () => phone.chat.notices.at(-1)?.text === 'Already done.');
        expect(bank.coreBanking.calls.total()).toBe(calls);
        expect(Buffer.byteLength(button.callback_data ?? '')).toBeLessThanOrEqual(64);
      });

      it('cannot press what stands in the chat of somebody else', async () => {
        const [olena, stranger] = [await bank.telephoneOf('olena'), await bank.telephoneOf('bohdan')];
        const { button } = olena.button('Balance');
        await stranger.pressData(stranger.said.at(-1)?.message_id ?? 0, button.callback_data ?? '');
        await stranger.hears('That button no longer works');
        await olena.press('Balance');
        await olena.hears('Accounts');
      });
    });

    describe('while a system of the bank is unavailable', () => {
      it('the rates are missing with a kind sentence and a way to try again', async () => {
        const troubled = await startBankWithMessengers();
        try {
          troubled.coreBanking.switches.errorRate = 1;
          const phone = await troubled.telephone('Zoya');
          await phone.write('/rates');
          await phone.hears('The rates are not available now');
          expect(phone.button('Try again').message).toBe(phone.said.at(-1));
        } finally {
          await troubled.stop();
        }
      });

      it('the cards are shown without the accounts', async () => {
        const phone = await bank.telephoneOf('olena');
        bank.coreBanking.switches.errorRate = 1;
        await phone.press('Balance');
        const { text } = await phone.hears('Accounts are not available now');
        expect(text).toMatch(/🟢 Visa •• \d{4}: active/);
        bank.coreBanking.switches.errorRate = 0;
        await phone.press('Try again');
        await phone.hears('₴228,828.44');
      });

      it('the accounts are shown without the cards, and whoever wants to lock a card is given the number to call', async () => {
        const phone = await bank.telephoneOf('olena');
        bank.cardProcessing.switches.errorRate = 1;
        await phone.press('Balance');
        const { text } = await phone.hears('Cards are not available now');
        expect(plain(text)).toContain('₴228,828.44');
        await phone.write('/lock');
        await phone.hears('0 800 000 000');
      });
    });

    it('a card number typed into the chat is neither kept nor understood, and its writer is warned', async () => {
      const phone = await bank.telephone('Petro');
      await phone.write('my card is 4149 4999 1234 5673');
      await phone.hears('That looked like a card number');
      const { rows } = await sql<{ row: string }>`select row_to_json(i)::text as row from messenger_inbox i
        union all select row_to_json(o)::text from messenger_outbox o
        union all select row_to_json(c)::text from messenger_chat c`.execute(bank.bank.database?.tables() as never);
      const dump = rows.map(({ row }) => row).join('\n');
      expect(dump).toContain('Petro');
      for (const piece of ['1234 5673', '12345673', '4999 1234', '49991234', '1234-5673']) expect(dump).not.toContain(piece);
    });
  });
}
