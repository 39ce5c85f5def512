import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWelcome } from './index.ts';
import { serveWelcome, type WelcomeServer } from './welcome.testkit.ts';

const url = 'http://localhost:4000';

async function pageOf(server: WelcomeServer): Promise<string> {
  const html = await (await fetch(`${server.url}/about`)).text();
  return html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

describe('the welcome page in development', () => {
  let server: WelcomeServer;
  let html: string;

  beforeAll(async () => {
    server = await serveWelcome(createWelcome({ url, demoUsers: true }));
    html = await pageOf(server);
  });
  afterAll(() => server.stop());

  test.each(['/graphql', '/explorer', '/health/live', '/health/ready', '/realms/portico'])('names the address %s', (path) => {
    expect(html).toContain(`<code>${url}${path}</code>`);
  });

  test.each(['olena', 'taras', 'mykola', 'iryna', 'andriy', 'bohdan', 'dana'])('says what %s is for', (name) => {
    expect(html).toMatch(new RegExp(`<code>${name}</code></th><td>.{10,}?</td>`));
  });

  test('gives the lines that get a token and ask the graph', () => {
    expect(html).toContain(`curl -s ${url}/realms/portico/protocol/openid-connect/token`);
    expect(html).toContain('-d grant_type=password -d client_id=portico-cli');
    expect(html).toContain(`curl -s ${url}/graphql`);
    const body = /-d '(\{"query".*\})'/.exec(html)?.[1] ?? '';
    expect(JSON.parse(body)).toEqual({ query: expect.stringContaining('accounts { name balance { amount currency }') });
  });

  test('has nothing inline, so that its policy can be the strictest', async () => {
    expect(html).not.toMatch(/<style|<script(?! type="module" src=)| style=| on\w+=/);
    const policy = (await fetch(`${server.url}/about`)).headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'self'; /);
    expect(policy).not.toContain('unsafe');
  });

  test('lists what the bank is made of, where it is told', async () => {
    const listed = { name: 'core-banking', title: 'core banking', about: 'accounts' };
    const told = await serveWelcome(createWelcome({ url, listing: { subgraphs: [], legacySystems: [listed] } }));
    expect(await pageOf(told)).toContain('<li data-checks="core-banking"><span class="part">Core banking</span>');
    await told.stop();
    expect(html).not.toContain('Subgraphs');
  });

  test('finds every file that it names', async () => {
    for (const path of ['/about/welcome.css', '/about/welcome.js', '/about/portico.svg', '/about/portico-front.svg']) {
      expect((await fetch(server.url + path)).status, path).toBe(200);
    }
  });
});

test('outside development the welcome page says nothing of demo users, their password or their client', async () => {
  const server = await serveWelcome(createWelcome({ url: 'https://portico.bank.example', identityUrl: 'https://login.bank.example' }));
  const html = await pageOf(server);
  await server.stop();
  expect(html).not.toMatch(/olena|portico-demo|portico-cli|grant_type|\{\{/);
  expect(html).toContain('https://login.bank.example/realms/portico');
});
