import { describe, expect, test } from 'vitest';

interface Authorization {
  withSignIn(text: string, token: string | undefined, options: { clientId: string; fillEmpty?: boolean }): string;
  withoutTokens(text: string): string;
}

// A variable, because the page's scripts are plain JavaScript without types.
const pageScript = new URL('page/authorization.js', import.meta.url).href;
const { withSignIn, withoutTokens } = (await import(pageScript)) as Authorization;

const clientId = 'portico-explorer';
const tokenOf = (azp: string, jti: string) =>
  `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify({ azp, jti, name: 'Олена' })).toString('base64url')}.c2ln`;
const [old, fresh] = [tokenOf(clientId, '1'), tokenOf(clientId, '2')];
const foreign = tokenOf('portico-cli', '1');
const pane = (headers: object) => JSON.stringify(headers, null, 2);

describe('the Headers pane', () => {
  test('gets the Authorization header at log-in when it is empty', () => {
    expect(withSignIn(' ', fresh, { clientId, fillEmpty: true })).toBe(pane({ Authorization: `Bearer ${fresh}` }));
  });

  test('stays empty when the user has emptied it', () => {
    expect(withSignIn('', fresh, { clientId })).toBe('');
  });

  test('gets the new token in place of the old one, whatever case its name has, and keeps the other headers in order', () => {
    const before = pane({ 'x-trace': '1', authorization: `bearer ${old}`, 'accept-language': 'uk' });
    expect(withSignIn(before, fresh, { clientId })).toBe(
      pane({ 'x-trace': '1', authorization: `Bearer ${fresh}`, 'accept-language': 'uk' }),
    );
  });

  test('gets the token back where the history kept only the word', () => {
    expect(withSignIn(pane({ Authorization: 'Bearer' }), fresh, { clientId })).toBe(pane({ Authorization: `Bearer ${fresh}` }));
  });

  test("loses our token at log-out and keeps the user's headers", () => {
    expect(withSignIn(pane({ Authorization: `Bearer ${old}`, 'x-trace': '1' }), undefined, { clientId })).toBe(pane({ 'x-trace': '1' }));
    expect(withSignIn(pane({ Authorization: `Bearer ${old}` }), undefined, { clientId })).toBe('');
  });

  test.each([
    ['a token of another client', pane({ Authorization: `Bearer ${foreign}` })],
    ['a token that is no JWT', pane({ Authorization: 'Bearer opaque' })],
    ['another scheme', pane({ Authorization: 'Basic b2xlbmE6eA==' })],
    ['headers without Authorization', pane({ 'x-trace': '1' })],
    ['text that is not JSON yet', '{ "Authorization": '],
    ['a list', '[]'],
  ])('is left alone with %s', (_, text) => {
    expect(withSignIn(text, fresh, { clientId })).toBe(text);
    expect(withSignIn(text, undefined, { clientId })).toBe(text);
  });
});

test('what is written to a storage holds no bearer token', () => {
  expect(withoutTokens(`{"headers":"{\\"Authorization\\": \\"Bearer ${old}\\"}"}`)).toBe(
    '{"headers":"{\\"Authorization\\": \\"Bearer\\"}"}',
  );
  expect(withoutTokens('bearer abc.def-ghi_jkl== x')).toBe('bearer x');
});
