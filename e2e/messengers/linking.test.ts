import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BrowserWithoutScript } from '#identity/testkit/browser-without-script.ts';
import { type BankWithMessengers, startBankWithMessengers } from '../testkit/bank-with-messengers.ts';
import { codeShown, enterCode, linkOf, logInByLink, type Telephone } from '../testkit/telephone.ts';

let bank: BankWithMessengers;
beforeAll(async () => {
  bank = await startBankWithMessengers();
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

async function freshLink(phone: Telephone): Promise<string> {
  const before = phone.said.length;
  await phone.write('/link');
  await phone.until('a new link', () => phone.said.length > before && linkOf(phone.said) !== undefined);
  return linkOf(phone.said) ?? '';
}

/** Which customer the chat speaks for, by what the bot shows. */
async function accountsIn(phone: Telephone): Promise<string> {
  const before = phone.said.length;
  await phone.write('/balance');
  await phone.until('balances', () => phone.said.length > before && /Accounts|First link|ended/.test(phone.said.at(-1)?.text ?? ''));
  return phone.said.at(-1)?.text ?? '';
}

const page = async (url: string) => {
  const response = await fetch(url, { redirect: 'manual' });
  return { status: response.status, html: await response.text(), headers: response.headers };
};

describe('a one-time link', () => {
  it('has 128 random bits, may be looked at by whoever previews it, and works once', async () => {
    const phone = await bank.telephone('Anna');
    const link = await freshLink(phone);
    expect(link).toMatch(/\/link\/[A-Za-z0-9_-]{22}$/);
    for (let look = 0; look < 3; look += 1) expect((await page(link)).html).toContain('Link a chat to your account');
    expect((await page(link)).html).toContain('Anna, Telegram');
    const first = await fetch(link, { method: 'POST', redirect: 'manual' });
    expect(first.status).toBe(303);
    const second = await fetch(link, { method: 'POST', redirect: 'manual' });
    expect(second.status).toBe(410);
    expect((await page(link)).status).toBe(410);
  });

  it('that nobody has made leads nowhere, and says nothing else', async () => {
    const { status, html, headers } = await page(`${bank.url}/link/AAAAAAAAAAAAAAAAAAAAAA`);
    expect([status, html.includes('This link does not work') || html.includes('не діє')]).toEqual([410, true]);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is given five times in five minutes, no more', async () => {
    const phone = await bank.telephone('Greedy');
    for (let count = 0; count < 5; count += 1) await freshLink(phone);
    await phone.write('/link');
    await phone.hears('Too many links at once');
  });

  it('forwarded to somebody else links neither chat: whoever logs in does not see the code', async () => {
    const mallory = await bank.telephone('Mallory');
    const victim = new BrowserWithoutScript();
    const asked = await logInByLink(victim, await freshLink(mallory), 'olena');
    expect(asked.html).toContain('Link this chat to your account?');
    expect(asked.html).toContain('Mallory, Telegram');
    const code = await codeShown(mallory, 0);
    expect(asked.html).not.toContain(`>${code}<`);
    const wrong = String((Number(code) + 1) % 100).padStart(2, '0');
    expect((await enterCode(victim, bank.url, wrong)).html).toContain('Tries left: 2');
    expect((await enterCode(victim, bank.url, wrong)).html).toContain('Tries left: 1');
    expect((await enterCode(victim, bank.url, wrong)).status).toBe(410);
    expect((await enterCode(victim, bank.url, code)).status).toBe(410);
    expect(await accountsIn(mallory)).toContain('First link this chat');
    expect(mallory.said.some(({ text }) => text.includes('Коваленко'))).toBe(false);
  });

  it('used by one browser is of no use to another one, even with the code', async () => {
    const phone = await bank.telephone('Two browsers');
    await logInByLink(new BrowserWithoutScript(), await freshLink(phone), 'olena');
    expect((await enterCode(new BrowserWithoutScript(), bank.url, await codeShown(phone, 0))).status).toBe(410);
    expect(await accountsIn(phone)).toContain('First link this chat');
  });

  it('links no account that is no customer’s', async () => {
    const phone = await bank.telephone('Dana');
    const { status, html } = await logInByLink(new BrowserWithoutScript(), await freshLink(phone), 'dana');
    expect([status, html.includes('That is not a customer')]).toEqual([403, true]);
    expect(await accountsIn(phone)).toContain('First link this chat');
  });
});

describe('two people who link one chat', () => {
  it('take turns: the second takes over only after a log-in and a code of their own', async () => {
    const phone = await bank.telephone('Family phone');
    const [first, second] = [new BrowserWithoutScript(), new BrowserWithoutScript()];
    await logInByLink(first, await freshLink(phone), 'olena');
    const firstCode = await codeShown(phone, 0);
    await logInByLink(second, await freshLink(phone), 'andriy');
    await phone.until(
      'two codes',
      () => phone.said.filter(({ entities = [] }) => entities.some(({ type }) => type === 'code')).length === 2,
    );
    const secondCode = await codeShown(phone, 0);
    expect(secondCode).not.toBe(firstCode);

    expect((await enterCode(first, bank.url, firstCode)).html).toContain('The chat is linked');
    expect(await accountsIn(phone)).toContain('Картковий рахунок');
    expect((await enterCode(second, bank.url, firstCode)).status).toBe(403);
    expect(await accountsIn(phone)).toContain('Картковий рахунок');

    expect((await enterCode(second, bank.url, secondCode)).html).toContain('The chat is linked');
    await phone.until('told', () => phone.said.some(({ text }) => text.includes('now linked to another account: Андрій Ш.')));
    const owned = await accountsIn(phone);
    expect(owned).toContain('Accounts');
    expect(owned).not.toContain('228,828.44');
  });
});

describe('a log-out', () => {
  it('at the bank ends the chat’s session at once', async () => {
    const phone = await bank.telephoneOf('iryna');
    expect(await accountsIn(phone)).toContain('Accounts');
    const browser = new BrowserWithoutScript();
    await logInByLink(browser, await freshLink(phone), 'iryna');
    await enterCode(browser, bank.url, await codeShown(phone, 0));
    await phone.until('linked again', () => phone.said.filter(({ text }) => /linked/.test(text)).length >= 2);
    const logout = `${bank.url}/realms/portico/protocol/openid-connect/logout`;
    const { response } = await browser.open(logout, 'nowhere:');
    const action = /<form[^>]*\saction="([^"]+)"/.exec(await response.text())?.[1] ?? '';
    await browser.open(new URL(action, bank.url).href, 'nowhere:', new URLSearchParams({ confirmed: 'yes' }));
    expect(await accountsIn(phone)).toContain('Your log-in has ended');
  });
});

it('keeps no token and no link readable in the database', async () => {
  const phone = await bank.telephoneOf('bohdan');
  const token = linkOf(phone.said)?.split('/').at(-1);
  expect(token).toHaveLength(22);
  const { rows } = await sql<{ dump: string }>`select string_agg(row_to_json(l)::text, ' ') || string_agg(row_to_json(a)::text, ' ') as dump
    from messenger_link l full join messenger_link_attempt a on false`.execute(bank.bank.database?.tables() as never);
  expect(rows[0]?.dump).toContain('"tokens"');
  expect(rows[0]?.dump).toContain('"link_hash"');
  expect(rows[0]?.dump).not.toContain(token);
  expect(rows[0]?.dump).not.toMatch(/eyJ[A-Za-z0-9_-]{10,}\./);
});
