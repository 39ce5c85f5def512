import { createHash } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, graphql } from 'graphql';
import type { StaticSite } from '#platform/http/static-site.ts';

/** What the explorer needs around it to be tried in a browser: a small graph, and the four Keycloak addresses it visits. */
export interface TestBank {
  readonly url: string;
  /** The Authorization headers of the operations that came, oldest first. */
  readonly asked: { readonly operation: string; readonly authorization: string | undefined }[];
  /** Every token that was issued, oldest first. */
  readonly issued: string[];
  /** From now on no refresh token is taken. */
  endSession(): void;
  stop(): Promise<void>;
}

export interface TestBankOptions {
  readonly tokenSeconds: number;
  /** Claims of the person who logs in, beside or in place of the usual ones; `undefined` takes one out. */
  readonly person?: Readonly<Record<string, unknown>>;
}

export const schemaText = `
  type Query { "The customer who asks." me: Customer }
  type Customer { id: ID! displayName: String! accounts: [Account!] cards: [Card!] }
  type Account { id: ID! kind: String name: String balance: Money available: Money transactions(first: Int): Transactions }
  type Money { amount: String! currency: String! }
  type Transactions { edges: [Edge!]! }
  type Edge { node: Transaction! }
  type Transaction { id: ID! postedOn: String description: String amount: Money counterparty: String }
  type Card { id: ID! displayNumber: String network: String status: String expiresOn: String account: Account }
`;
const schema = buildSchema(schemaText);
const me = { id: 'cust_1', displayName: 'Олена', accounts: [{ id: 'acc_1', name: 'Main', balance: { amount: '0.10', currency: 'UAH' } }] };

interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function startTestBank(sites: readonly StaticSite[], options: TestBankOptions): Promise<TestBank> {
  const asked: TestBank['asked'] = [];
  const issued: string[] = [];
  const codes = new Map<string, { nonce: string; challenge: string }>();
  let loggedIn = false;

  function token(claims: object): string {
    const now = Math.floor(Date.now() / 1000);
    return [encode({ alg: 'none' }), encode({ iat: now, exp: now + options.tokenSeconds, ...claims }), 'c2ln'].join('.');
  }

  function issueTokens(nonce: string): object {
    const person = {
      sub: 'user-1',
      name: 'Олена Бондар',
      preferred_username: 'olena',
      realm_access: { roles: ['customer'] },
      customer_number: '100000000000000117',
      ...options.person,
    };
    const accessToken = token({ ...person, azp: 'portico-explorer', jti: String(issued.length) });
    issued.push(accessToken);
    return {
      access_token: accessToken,
      refresh_token: token({ nonce, exp: Math.floor(Date.now() / 1000) + 1800 }),
      id_token: token({ ...person, nonce }),
      token_type: 'Bearer',
      expires_in: options.tokenSeconds,
    };
  }

  function authorise(query: URLSearchParams): string {
    const answer = new URLSearchParams({ state: query.get('state') ?? '' });
    if (query.get('prompt') === 'none' && !loggedIn) answer.set('error', 'login_required');
    else {
      const code = `code-${codes.size}`;
      codes.set(code, { nonce: query.get('nonce') ?? '', challenge: query.get('code_challenge') ?? '' });
      answer.set('code', code);
      loggedIn = true;
    }
    return `${query.get('redirect_uri')}#${answer}`;
  }

  function exchange(form: URLSearchParams): object | undefined {
    if (form.get('grant_type') === 'refresh_token') return loggedIn ? issueTokens('') : undefined;
    const code = codes.get(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    return code?.challenge === challenge ? issueTokens(code.nonce) : undefined;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const json = (status: number, value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (pathname === '/graphql') {
      const { query, variables, operationName } = JSON.parse(await readBody(request)) as GraphqlRequest;
      const { authorization } = request.headers;
      asked.push({ operation: operationName ?? '', authorization });
      const rootValue = authorization === undefined ? {} : { me };
      return void json(200, await graphql({ schema, source: query, rootValue, variableValues: variables ?? {} }));
    }
    if (pathname.endsWith('/protocol/openid-connect/auth')) {
      return void response.writeHead(302, { location: authorise(searchParams) }).end();
    }
    if (pathname.endsWith('/protocol/openid-connect/token')) {
      const tokens = exchange(new URLSearchParams(await readBody(request)));
      return void json(tokens === undefined ? 400 : 200, tokens ?? { error: 'invalid_grant' });
    }
    if (pathname.endsWith('/protocol/openid-connect/logout')) {
      loggedIn = false;
      return void response.writeHead(302, { location: searchParams.get('post_logout_redirect_uri') ?? '/' }).end();
    }
    if (pathname === '/health/ready')
      return void json(503, { status: 'not ready', checks: { identity: 'ok', 'core-banking': 'unavailable' } });
    const site = sites.find(({ prefix }) => pathname.startsWith(prefix));
    if (site === undefined) return void json(404, {});
    site.handle(request, response);
  }

  const server = http.createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    issued,
    endSession: () => {
      loggedIn = false;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
