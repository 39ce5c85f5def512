import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legacyAdapters, subgraphs } from '#bank/lists.ts';
import { keycloakHome } from '#identity/testkit/environment.ts';
import { startKeycloak } from '#identity/testkit/keycloak.ts';
import type { RunningIdentity } from '#identity/testkit/running-identity.ts';
import { postgres } from '#platform/database/testkit.ts';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { anonymous } from '#platform/principal/principal.ts';
import { createPrincipalIssuer, generateGatewayKey, publicKeyOf } from '#platform/principal/principal-token.ts';
import { readAnswer } from './testkit/bank-at-work.ts';
import { type SpawnedBank, spawnBankProcess } from './testkit/bank-process.ts';
import { homeDocument } from './testkit/documents.ts';
import { findFreePort } from './testkit/free-port.ts';
import { legacySettings, secretOfTests } from './testkit/legacy-settings.ts';
import { type Asked, endUnderLoad } from './testkit/load.ts';
import { openTelephone, type Telephone } from './testkit/telephone.ts';
import { startTlsFront, type TlsFront } from './testkit/tls-front.ts';

// The bank as many processes, as it is run in production: PostgreSQL, a real Keycloak, one address in front.
const database = postgres();
const missing = [
  ...(keycloakHome === undefined ? ['no Keycloak; set KEYCLOAK_HOME, tools/install-keycloak.sh gets it'] : []),
  ...(database.missing === undefined ? [] : [database.missing]),
];
const patienceMs = 400_000;
const botToken = '7004:a-token-of-the-right-length-for-a-bot';
const webhookSecret = 'the-secret-of-this-test-0123456789';
const simulatorNames = legacyAdapters.map(({ name }) => `${name}-simulator`);
const subgraphNames = subgraphs.map(({ name }) => `subgraph:${name}`);
/** Whoever asks another comes before it, which is the order of the end. */
const partNames = ['pages', 'messengers', 'telegram-emulator', 'gateway', ...subgraphNames, ...simulatorNames];

describe.skipIf(missing.length > 0)(
  `each part a process of its own${missing.length > 0 ? ` (not run: ${missing.join('; ')})` : ''}`,
  { timeout: patienceMs },
  () => {
    const key = generateGatewayKey();
    const auditKey = generateGatewayKey().export({ type: 'pkcs8', format: 'pem' }).toString();
    const running = new Map<string, SpawnedBank>();
    const ports = new Map<string, number>();
    let keycloak: RunningIdentity;
    /** Production takes no issuer without TLS. */
    let identity: TlsFront;
    let front: HttpServer;
    let publicUrl = '';

    const addressOf = (part: string) => `http://127.0.0.1:${ports.get(part)}`;

    beforeAll(async () => {
      for (const part of partNames) ports.set(part, await findFreePort());
      front = createHttpServer({ name: 'front', host: '127.0.0.1', port: 0, handle: (request, response) => forward(request, response) });
      await front.start();
      publicUrl = `http://localhost:${front.port}`;
      identity = await startTlsFront();
      keycloak = await startKeycloak(keycloakHome ?? '', publicUrl, {
        KC_HOSTNAME: identity.origin,
        KC_PROXY_HEADERS: 'xforwarded',
        PORTICO_CERBERUS_SECRET: secretOfTests,
        PORTICO_MESSENGERS_SECRET: secretOfTests,
      });
      identity.sendTo(keycloak.origin);
      const stored = await database.settings();
      const start = async (part: string) => {
        const process = spawnBankProcess({ ...settingsOf(part), ...stored });
        running.set(part, process);
        await process.ready;
      };
      // Those that are asked first; beyond that nobody waits for anybody.
      await Promise.all([...simulatorNames, 'telegram-emulator', ...subgraphNames].map(start));
      await Promise.all(['gateway', 'messengers', 'pages'].map(start));
    }, patienceMs);
    afterAll(async () => {
      await Promise.all([...running.values()].map((process) => process.stop()));
      await front?.stop();
      await identity?.stop();
      await keycloak?.stop();
      await database.dispose();
    }, patienceMs);

    /** `PUBLIC_URL` and the address of all subgraphs: what a reverse proxy and an ingress do in a bank. */
    function forward(request: http.IncomingMessage, response: http.ServerResponse): void {
      const url = request.url ?? '/';
      const [, subgraph, rest] = /^\/subgraphs\/([a-z-]+)(\/.*)$/.exec(url) ?? [];
      const part = subgraph === undefined ? partFor(url) : `subgraph:${subgraph}`;
      const onwards = http.request(`${addressOf(part)}${rest ?? url}`, { method: request.method, headers: request.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onwards.once('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
      response.once('close', () => onwards.destroy());
      request.pipe(onwards);
    }

    function partFor(url: string): string {
      if (/^\/(?:graphql|health)(?:[/?]|$)/.test(url)) return 'gateway';
      if (/^\/(?:webhooks|link)\//.test(url)) return 'messengers';
      return /^\/(?:telegram-emulator|messengers)(?:[/?]|$)/.test(url) ? 'telegram-emulator' : 'pages';
    }

    function settingsOf(part: string): Record<string, string> {
      const common = {
        PORTICO_PARTS: part,
        LOG_LEVEL: 'info',
        PORT: String(ports.get(part)),
        NODE_EXTRA_CA_CERTS: identity.certificateFile,
      };
      const realm = { IDENTITY_ISSUER: `${identity.origin}/realms/portico` };
      const adapter = legacyAdapters.find(({ name }) => part === `${name}-simulator`);
      if (adapter !== undefined) {
        const [port = ''] = Object.keys(adapter.simulator.settings);
        return { ...common, ...realm, [port]: String(ports.get(part)) };
      }
      if (part === 'telegram-emulator') return { ...common, TELEGRAM_EMULATOR_TOKEN: botToken };
      const production = { ...common, PORTICO_MODE: 'production', PUBLIC_URL: publicUrl };
      if (part === 'gateway')
        return {
          ...production,
          ...realm,
          GATEWAY_SIGNING_KEY: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
          SUBGRAPH_URL: `${publicUrl}/subgraphs/{name}/graphql`,
          // The password grant, by which the test logs in, is of a client that production does not take by itself.
          IDENTITY_CLIENTS: 'portico-cli,portico-messengers',
        };
      if (part === 'pages') return { ...production, ...realm };
      if (part === 'messengers')
        return {
          ...production,
          ...realm,
          GATEWAY_URL: addressOf('gateway'),
          TELEGRAM_BOT_TOKEN: botToken,
          TELEGRAM_API_ROOT: `${addressOf('telegram-emulator')}/telegram-emulator`,
          TELEGRAM_WEBHOOK_SECRET: webhookSecret,
          MESSENGERS_KEY: Buffer.alloc(32, 7).toString('base64'),
          MESSENGERS_CLIENT_SECRET: secretOfTests,
        };
      return {
        ...production,
        ...realm,
        ...legacySystems(),
        SUBGRAPH_PORT: String(ports.get(part)),
        GATEWAY_PUBLIC_KEY: publicKeyOf(key).export({ type: 'spki', format: 'pem' }).toString(),
        ID_SECRET: 'the secret of this test, 32 characters or more',
        AUDIT_SIGNING_KEY: auditKey,
        LEGACY_DEADLINE_MS: '10000',
      };
    }

    function legacySystems(): Record<string, string> {
      const simulators = new Map(
        legacyAdapters.map(({ name, simulator }) => [name, { url: `${addressOf(`${name}-simulator`)}${simulator.path}` }]),
      );
      return Object.assign({}, ...legacySettings({ simulators }).values());
    }

    async function tokenOfOlena(): Promise<string> {
      const response = await fetch(`${keycloak.origin}/realms/portico/protocol/openid-connect/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'password',
          client_id: 'portico-cli',
          username: 'olena',
          password: 'portico-demo',
          scope: 'openid accounts:read billers:read cards:read cards:write customer:read',
        }),
      });
      return ((await response.json()) as { access_token: string }).access_token;
    }

    async function ask(query: string, variables: object = {}) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${await tokenOfOlena()}` };
      return readAnswer(await fetch(`${publicUrl}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) }));
    }

    it.each(partNames)('%s is live and ready at its own address, and tells its metrics', async (part) => {
      for (const path of ['/health/live', '/health/ready'])
        expect([path, (await fetch(addressOf(part) + path)).status]).toEqual([path, 200]);
      expect(await (await fetch(running.get(part)?.metricsUrl() ?? '')).text()).toContain('process_cpu_seconds_total');
    });

    it('home: a customer of Keycloak sees her accounts and cards', async () => {
      const { data, errors } = await ask(homeDocument);
      expect(errors).toEqual([]);
      expect(data.me.accounts[0].balance).toEqual({ amount: '228828.44', currency: 'UAH' });
      expect(data.me.cards).toHaveLength(3);
      const { data: rest, errors: none } = await ask(
        '{ me { verification { level } } billers(category: TV) { edges { node { name } } } exchangeRates { currency } }',
      );
      expect(none).toEqual([]);
      expect([rest.me.verification.level, rest.billers.edges.length > 0, rest.exchangeRates.length > 0]).toEqual(['FULL', true, true]);
    });

    it('lock: a card is locked, and unlocked again', async () => {
      const { data } = await ask('{ me { cards { id status } } }');
      const card = data.me.cards.find(({ status }: { status: string }) => status === 'ACTIVE');
      const lock = async (verb: 'Lock' | 'Unlock') => {
        const document = `mutation ($input: ${verb}CardInput!) { done: ${verb.toLowerCase()}Card(input: $input) { ... on ${verb}CardSuccess { card { id status } } } }`;
        return (await ask(document, { input: { cardId: card.id, idempotencyKey: `${verb}-of-this-test` } })).data;
      };
      expect(await lock('Lock')).toEqual({ done: { card: { id: card.id, status: 'LOCKED' } } });
      expect(await lock('Unlock')).toEqual({ done: { card: { id: card.id, status: 'ACTIVE' } } });
    });

    it('chat: a chat is linked on the page of Keycloak, and answers from the graph', async () => {
      const phone: Telephone = await openTelephone(publicUrl, { name: 'Olena', language: 'en' });
      try {
        await phone.write('/link');
        await phone.linkAs('olena');
        await phone.hears('How can I help?');
        await phone.write('/balance');
        expect((await phone.hears('Accounts')).text).toContain('₴228,828.44');
      } finally {
        phone.close();
      }
    });

    it('pages: the web bank and the explorer are served without the gateway, and know Keycloak', async () => {
      for (const path of ['/', '/explorer', '/about']) {
        const response = await fetch(publicUrl + path);
        expect([path, response.status]).toEqual([path, 200]);
      }
      expect(await (await fetch(`${publicUrl}/explorer`)).text()).toContain(identity.origin);
    });

    /** What the part is asked, again and again, at its own address. */
    async function askedOf(part: string): Promise<Asked> {
      const url = addressOf(part);
      const json = { 'content-type': 'application/json' };
      const adapter = legacyAdapters.find(({ name }) => part === `${name}-simulator`);
      if (adapter !== undefined) return { url: `${url}/${adapter.name}?wsdl` };
      if (part === 'pages') return { url: `${url}/` };
      if (part === 'telegram-emulator') return { url: `${url}/telegram-emulator/bot${botToken}/getMe` };
      if (part === 'messengers') {
        const headers = { ...json, 'x-telegram-bot-api-secret-token': webhookSecret };
        return { url: `${url}/webhooks/telegram`, method: 'POST', headers, body: nextUpdate };
      }
      const graph = (token: string, query: string) => ({
        url: `${url}/graphql`,
        method: 'POST',
        headers: { ...json, authorization: `Bearer ${token}` },
        body: () => JSON.stringify({ query }),
      });
      if (part === 'gateway') return graph(await tokenOfOlena(), homeDocument);
      return graph(await createPrincipalIssuer(key).issue(anonymous, part.replace('subgraph:', '')), '{ _service { sdl } }');
    }

    let updates = 0;
    function nextUpdate(): string {
      updates += 1;
      const chat = { id: 900_000 + (updates % 20), type: 'private', first_name: 'Load' };
      const from = { id: chat.id, is_bot: false, first_name: 'Load', language_code: 'en' };
      const message = { message_id: updates, date: 1_790_000_000, chat, from, text: '/help' };
      return JSON.stringify({ update_id: 10_000_000 + updates, message });
    }

    it.each(partNames)('SIGTERM of %s under load fails no request', async (part) => {
      const process = running.get(part);
      if (process === undefined) throw new Error(`${part} does not run`);
      const outcomes = await endUnderLoad(process.child, await askedOf(part), { leavesWhenTold: true });
      expect(await process.exited).toBe(0);
      expect(outcomes.filter(({ kind }) => kind !== 'answered')).toEqual([]);
      expect(outcomes.length).toBeGreaterThanOrEqual(40);
      for (const outcome of outcomes) {
        if (outcome.kind !== 'answered') continue;
        expect(outcome.status, outcome.body).toBe(200);
        expect(outcome.body).not.toContain('"errors"');
      }
    });
  },
);
