import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { testDatabases } from '../database/testkit.ts';
import { createHttpServer, type HttpServer } from '../http/http-server.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import { createLogger } from '../telemetry/logger.ts';
import { isSignedBy, type WebhookSource } from './source.ts';
import { createWebhooks, type Webhooks, webhookQueue } from './webhooks.ts';

const logger = createLogger('test', 'silent');
const secret = 'known to both';
const bodySchema = z.object({ id: z.string(), chat: z.string(), text: z.string() });
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 10 });

for (const subject of testDatabases()) {
  describe.skipIf(subject.missing !== undefined)(`webhooks over ${subject.title}`, () => {
    let database: Database;
    let jobs: Jobs;
    let webhooks: Webhooks;
    let server: HttpServer;
    let broken = new Set<string>();

    const source: WebhookSource = {
      name: 'messenger',
      bodyBytesMax: 1_000,
      verify: (body, headers) => isSignedBy(secret, body, headers['x-signature']),
      identify(body) {
        const { id, chat } = bodySchema.parse(JSON.parse(body.toString()));
        return { key: id, subject: chat };
      },
      async handle(transaction, { body }) {
        const { text, chat } = bodySchema.parse(JSON.parse(body.toString()));
        await sql`insert into heard (chat, text) values (${chat}, ${text})`.execute(transaction.tables());
        if (broken.has(text)) throw new Error('not now');
      },
    };

    beforeAll(async () => {
      database = await subject.open();
      await sql`create table heard (id integer generated always as identity, chat text, text text)`.execute(database.tables());
      jobs = createJobs({ database, queues: [webhookQueue], logger, pollSeconds: 0.5 });
      webhooks = createWebhooks({ database, jobs, sources: [source], logger });
      await webhooks.migrate();
      await jobs.start();
      const handle: Parameters<typeof createHttpServer>[0]['handle'] = (request, response) => void webhooks.handle(request, response);
      server = createHttpServer({ name: 'webhooks', host: '127.0.0.1', port: 0, handle });
      await server.start();
    });
    afterEach(async () => {
      broken = new Set();
      await sql`truncate heard`.execute(database.tables());
    });
    afterAll(async () => {
      await server.stop();
      await jobs.stop();
      await database.stop();
      await subject.dispose();
    });

    async function send(id: string, chat: string, text: string, signedWith = secret): Promise<number> {
      const body = JSON.stringify({ id, chat, text });
      const signature = createHmac('sha256', signedWith).update(body).digest('hex');
      const response = await fetch(`${server.url}/webhooks/messenger`, { method: 'POST', body, headers: { 'x-signature': signature } });
      return response.status;
    }
    const heard = async (chat: string) =>
      (await sql<{ text: string }>`select text from heard where chat = ${chat} order by id`.execute(database.tables())).rows.map(
        ({ text }) => text,
      );

    it('are acknowledged once they are kept, and handled once however often they come', async () => {
      expect(await Promise.all([send('u-1', 'a', 'hello'), send('u-1', 'a', 'hello'), send('u-1', 'a', 'hello')])).toEqual([200, 200, 200]);
      expect(await send('u-2', 'a', 'again')).toBe(200);
      await eventually(async () => expect(await heard('a')).toEqual(['hello', 'again']));
      expect(await send('u-1', 'a', 'hello')).toBe(200);
      const { rows } = await sql<{ kept: number }>`select count(body)::integer as kept from webhook`.execute(database.tables());
      await eventually(async () => expect(rows).toEqual([{ kept: 0 }]));
    });

    it('of one subject wait behind one that cannot be handled yet, and those of others do not', async () => {
      broken.add('stuck');
      for (const [id, chat, text] of [
        ['o-1', 'b', 'stuck'],
        ['o-2', 'b', 'second'],
        ['o-3', 'c', 'other'],
      ] as const)
        await send(id, chat, text);
      await eventually(async () => expect(await heard('c')).toEqual(['other']));
      expect(await heard('b')).toEqual([]);
      broken.clear();
      await eventually(async () => expect(await heard('b')).toEqual(['stuck', 'second']));
    });

    it('are refused without the signature, and nothing of them is kept', async () => {
      expect(await send('f-1', 'd', 'forged', 'guessed')).toBe(401);
      expect(await send('f-1', 'd', 'true')).toBe(200);
      await eventually(async () => expect(await heard('d')).toEqual(['true']));
    });

    it('are refused where they are too large, for nobody, not sent by POST, or about nothing', async () => {
      expect(await send('l-1', 'e', 'x'.repeat(2_000))).toBe(413);
      expect(await send('l-2', '', 'x')).toBe(400);
      expect((await fetch(`${server.url}/webhooks/nobody`, { method: 'POST' })).status).toBe(404);
      expect((await fetch(`${server.url}/webhooks/messenger`)).status).toBe(405);
    });

    it('are forgotten a while after they were handled', async () => {
      await send('g-1', 'g', 'once');
      await eventually(async () => expect(await heard('g')).toEqual(['once']));
      expect(await webhooks.removeHandled(new Date(Date.now() + 60_000))).toBeGreaterThan(0);
      await send('g-1', 'g', 'once');
      await eventually(async () => expect(await heard('g')).toEqual(['once', 'once']));
    });
  });
}
