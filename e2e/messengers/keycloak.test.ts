import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserWithoutScript } from '#identity/testkit/browser-without-script.ts';
import { keycloakHome } from '#identity/testkit/environment.ts';
import { startKeycloak } from '#identity/testkit/keycloak.ts';
import type { RunningIdentity } from '#identity/testkit/running-identity.ts';
import { type BankWithMessengers, startBankWithMessengers } from '../testkit/bank-with-messengers.ts';
import { findNonEphemeralPort } from '../testkit/non-ephemeral-port.ts';
import { codeShown, enterCode, linkOf, logInByLink } from '../testkit/telephone.ts';

const missing = keycloakHome === undefined ? ' (skipped: no Keycloak; set KEYCLOAK_HOME, tools/install-keycloak.sh gets it)' : '';
const startMsMax = 330_000;

describe.skipIf(keycloakHome === undefined)(`a chat linked by a real Keycloak${missing}`, () => {
  let keycloak: RunningIdentity;
  let bank: BankWithMessengers;
  beforeAll(async () => {
    const port = await findNonEphemeralPort();
    keycloak = await startKeycloak(keycloakHome ?? '', `http://localhost:${port}`);
    bank = await startBankWithMessengers({
      PORTICO_PARTS: 'simulators,subgraphs,gateway,messengers,telegram-emulator',
      PORT: String(port),
      IDENTITY_ISSUER: `${keycloak.origin}/realms/portico`,
    });
  }, startMsMax);
  afterAll(async () => {
    await bank?.stop();
    await keycloak?.stop();
  }, startMsMax);

  /** What Keycloak says to the web bank when it asks, without a word to the person, who sits at this browser. */
  async function silentLogIn(browser: BrowserWithoutScript): Promise<URLSearchParams> {
    const callback = `${bank.url}/`;
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: 'portico-web',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: callback,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      prompt: 'none',
    });
    const { url } = await browser.open(`${keycloak.origin}/realms/portico/protocol/openid-connect/auth?${query}`, callback);
    return url.searchParams;
  }

  it('speaks for the customer who logged in on its page, until she logs out in the chat, which ends her session there', async () => {
    const phone = await bank.telephone('Olena');
    await phone.write('/link');
    await phone.until('a one-time link', () => linkOf(phone.said) !== undefined);
    const browser = new BrowserWithoutScript();
    expect((await silentLogIn(browser)).get('error')).toBe('login_required');

    const asked = await logInByLink(browser, linkOf(phone.said) ?? '', 'olena');
    expect(asked.html).toContain('Link this chat to your account?');
    expect((await enterCode(browser, bank.url, await codeShown(phone, 0))).html).toContain('The chat is linked');
    expect((await silentLogIn(browser)).get('code')).toBeTypeOf('string');

    await phone.write('/balance');
    expect((await phone.hears('Accounts')).text).toContain('₴228,828.44');

    await phone.write('/logout');
    await phone.hears('Log out of the bank in this chat?');
    await phone.press('Yes, log out');
    await phone.hears('You are logged out');
    const silent = await silentLogIn(browser);
    expect([silent.get('error'), silent.get('code')]).toEqual(['login_required', null]);
    await phone.write('/balance');
    await phone.hears('First link this chat');
  }, 60_000);
});
