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
  await phone.until('an answer', () => phone.said.length > before);
  if (phone.said.at(-1)?.text.includes('already linked')) await phone.press('Link another');
  await phone.until('a new link', () => linkOf(phone.said.slice(before)) !== undefined);
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

  it('used by one browser is of no use to another one, even with the code, and even with half of the cookie', async () => {
    const phone = await bank.telephone('Two browsers');
    const own = new BrowserWithoutScript();
    await logInByLink(own, await freshLink(phone), 'olena');
    const code = await codeShown(phone, 0);
    const cookie = own.cookie('portico_link') ?? '';
    const [attempt = '', secret = ''] = cookie.split('.');
    const otherPhone = await bank.telephone('Other browser');
    const other = new BrowserWithoutScript();
    await logInByLink(other, await freshLink(otherPhone), 'andriy');
    const othersSecret = other.cookie('portico_link')?.split('.')[1] ?? '';

    async function confirmAs(given: string | undefined): Promise<number> {
      const response = await fetch(`${bank.url}/link/confirm`, {
        method: 'POST',
        redirect: 'manual',
        headers: given === undefined ? {} : { cookie: `portico_link=${given}` },
        body: new URLSearchParams({ code, do: 'link' }),
      });
      await response.body?.cancel();
      return response.status;
    }
    const wrong = `${secret[0] === 'A' ? 'B' : 'A'}${secret.slice(1)}`;
    for (const given of [undefined, '', attempt, `${attempt}.`, `${attempt}.${wrong}`, `${attempt}.${othersSecret}`, `.${secret}`]) {
      expect(await confirmAs(given), String(given)).toBe(410);
    }
    expect(await accountsIn(phone)).toContain('First link this chat');
    expect(await confirmAs(cookie), 'the browser that logged in').toBe(200);
    expect(await accountsIn(phone)).toContain('Accounts');
  });

  it('is not finished by a log-in that comes back with another state, or from a browser that did not begin it', async () => {
    const phone = await bank.telephone('State');
    const begun = await fetch(await freshLink(phone), { method: 'POST', redirect: 'manual' });
    const cookie = begun.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const comeBack = async (query: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>>) =>
      (await fetch(`${bank.url}/link/callback?${new URLSearchParams(query)}`, { redirect: 'manual', headers })).status;
    for (const other of ['', 'x', state.slice(1), `${state}x`, state.toUpperCase()]) {
      expect(await comeBack({ code: 'a-code', state: other }, { cookie }), other).toBe(410);
    }
    expect(await comeBack({ code: 'a-code' }, { cookie })).toBe(410);
    expect(await comeBack({ code: 'a-code', state }, {})).toBe(410);
    expect(await comeBack({ code: 'a-code', state }, { cookie }), 'the right one is asked about at the identity provider').toBe(503);
  });

  it('takes a log-in of just now only: a session that is open in the browser does not do, whatever becomes of the address', async () => {
    const browser = new BrowserWithoutScript();
    await logInByLink(browser, await freshLink(await bank.telephone('Earlier')), 'olena');
    const loggedInAt = Date.now();
    const phone = await bank.telephone('Somebody at her browser');
    // The identity provider tells the moment of a log-in in whole seconds.
    await expect.poll(() => Date.now() - loggedInAt, { timeout: 5_000 }).toBeGreaterThan(2_100);
    const link = await freshLink(phone);
    const { url } = await browser.open(link, `${bank.url}/realms/`, new URLSearchParams());
    expect(url.searchParams.get('prompt')).toBe('login');
    url.searchParams.delete('prompt');
    url.searchParams.delete('max_age');
    const silent = await browser.open(url.href, 'nowhere:');
    const html = await silent.response.text();
    expect(html, 'the identity provider asked for nothing').not.toContain('type="password"');
    expect(html).not.toContain('Link this chat to your account?');
    expect(await accountsIn(phone)).toContain('First link this chat');
    expect(phone.said.some(({ entities = [] }) => entities.some(({ type }) => type === 'code'))).toBe(false);
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
  await logInByLink(new BrowserWithoutScript(), await freshLink(phone), 'bohdan');
  const { rows } = await sql<{ row: string }>`select row_to_json(l)::text as row from messenger_link l
    union all select row_to_json(a)::text from messenger_link_attempt a`.execute(bank.bank.database?.tables() as never);
  const dump = rows.map(({ row }) => row).join('\n');
  for (const column of ['"tokens":"', '"link_hash":"', '"sealed":"']) expect(dump).toContain(column);
  expect(dump).not.toContain(token);
  expect(dump).not.toMatch(/eyJ[A-Za-z0-9_-]{10,}\./);
  expect(dump).not.toMatch(/refresh/i);
});
