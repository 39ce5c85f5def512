import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayAtWork, startGatewayAtWork } from '../testkit/gateway-at-work.ts';

interface Errors {
  readonly errors: readonly { readonly extensions: { readonly code: string } }[];
}

describe.each(['development', 'production'] as const)('GraphQL over HTTP in %s', (mode) => {
  let at: GatewayAtWork;
  beforeAll(async () => {
    at = await startGatewayAtWork({ mode });
  });
  afterAll(() => at.stop());

  const json = 'application/json';
  const graphqlResponse = 'application/graphql-response+json';
  const typename = JSON.stringify({ query: '{ __typename }' });
  const send = (init: RequestInit) => fetch(at.graphqlUrl, { method: 'POST', body: typename, ...init });
  const codeOf = async (response: Response) => ((await response.json()) as Errors).errors[0]?.extensions.code;
  const get = (method: string, headers: Readonly<Record<string, string>> = { 'apollo-require-preflight': 'true' }) =>
    fetch(`${at.graphqlUrl}?query=${encodeURIComponent('{ __typename }')}`, { method, headers });

  describe('the official audits', () => {
    // The audits' own list, so that each is a test with its own name; a warning is what the draft leaves to the server.
    it.each(serverAudits({ url: () => at.graphqlUrl }).map((audit) => [audit.id, audit.name, audit] as const))(
      '%s: %s',
      async (_id, _name, audit) => {
        const result = await audit.fn();
        expect(result.status === 'error' ? result.reason : 'no error').toBe('no error');
      },
    );
  });

  it.each([
    ['a document that cannot be read', { query: '{' }],
    ['a field that is not there', { query: '{ nothing }' }],
    ['no query', {}],
    ['two operations and no name', { query: 'query A { __typename } query B { __typename }' }],
  ])('%s is told in the type that alone was accepted', async (_what, body) => {
    const response = await send({ headers: { 'content-type': json, accept: graphqlResponse }, body: JSON.stringify(body) });
    expect([response.status, response.headers.get('content-type')]).toEqual([400, `${graphqlResponse}; charset=utf-8`]);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('a token that is not good, too', async () => {
    const response = await send({ headers: { 'content-type': json, accept: graphqlResponse, authorization: 'Bearer x.y.z' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([401, `${graphqlResponse}; charset=utf-8`]);
  });

  it.each([
    ['no type', {}],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['UTF-16', { 'content-type': 'application/json; charset=utf-16' }],
    ['Latin 1', { 'content-type': 'application/json; charset="ISO-8859-1"' }],
    ['a type that is none', { 'content-type': 'application/json/x' }],
    ['a compressed body', { 'content-type': json, 'content-encoding': 'gzip' }],
  ])('%s is 415, and the answer says what is read', async (_what, headers) => {
    const response = await send({ headers, body: new TextEncoder().encode(typename) });
    expect([response.status, await codeOf(response)]).toEqual([415, 'BAD_USER_INPUT']);
    expect(response.headers.get('accept-post') ?? response.headers.get('accept-encoding')).toMatch(/^(application\/json|identity)/);
  });

  it.each(['application/json', 'APPLICATION/JSON;charset=UTF-8', 'application/json; charset="utf-8"'])('%s is read', async (type) => {
    expect((await send({ headers: { 'content-type': type } })).status).toBe(200);
  });

  it('an Accept header that no answer fits is 406', async () => {
    const response = await send({ headers: { 'content-type': json, accept: 'image/png' } });
    expect([response.status, await codeOf(response)]).toEqual([406, 'BAD_USER_INPUT']);
  });

  it('HEAD is answered like GET, without the body', async () => {
    const [head, whole] = [await get('HEAD'), await get('GET')];
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['content-type', 'content-length']) expect(head.headers.get(name)).toBe(whole.headers.get(name));
    expect((await get('HEAD', {})).status).toBe(400);
  });

  it('a method that is not taken is told which are', async () => {
    const response = await get('DELETE');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  });
});
