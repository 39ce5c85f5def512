import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { digestOf, newToken, type Vault } from '../core/secrets.ts';
import type { Store } from '../core/tables.ts';
import type { LoggedIn, PendingLogin } from './keycloak.ts';

const lifeMs = 5 * 60_000;
const offersMax = 5;
const triesMax = 3;

const pendingLogin = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), begunAt: z.number() });
const loggedIn = z.object({
  subject: z.string(),
  tokens: z.object({ accessToken: z.string(), accessExpiresAt: z.number(), refreshToken: z.string() }),
});

export interface Attempt {
  readonly id: string;
  readonly chat: string;
  readonly customer: string;
}

export type CodeTried =
  | { readonly kind: 'right'; readonly attempt: Attempt; readonly login: LoggedIn }
  | { readonly kind: 'wrong'; readonly attempt: Attempt; readonly left: number }
  | { readonly kind: 'dead'; readonly login: LoggedIn | undefined };

/**
 * Attempts to link a chat, each moving one way: offered, begun, confirming, done; or dead. The link is kept as a digest
 * and is good once, for five minutes; from its first use on, the attempt belongs to the browser that used it.
 */
export interface Attempts {
  /** A one-time token for the chat, or undefined where it has too many. */
  offer(chat: string): Promise<string | undefined>;
  /** Whose chat an unused link is for. Looking changes nothing: messengers open links to preview them. */
  peek(token: string): Promise<string | undefined>;
  /** Uses the link up and binds the attempt to a browser; answers its cookie. */
  begin(token: string, pending: PendingLogin): Promise<{ readonly chat: string; readonly cookie: string } | undefined>;
  /** The log-in that the browser has begun. */
  pending(cookie: string): Promise<(Attempt & { readonly login: PendingLogin }) | undefined>;
  /** Moves on to the code, in the caller's transaction; answers the code, or undefined where the attempt has moved already. */
  confirm(transaction: Store, attempt: Attempt, login: LoggedIn, customer: string): Promise<string | undefined>;
  confirming(cookie: string): Promise<Attempt | undefined>;
  tryCode(transaction: Store, cookie: string, code: string): Promise<CodeTried>;
  /** Gives the attempt up; answers the log-in that has to be ended. */
  abandon(cookie: string): Promise<LoggedIn | undefined>;
}

export function createAttempts(store: Store, vault: Vault, now: () => Date): Attempts {
  const expiry = () => new Date(now().getTime() + lifeMs);
  const context = (id: string) => `link attempt ${id}`;

  async function ofBrowser(from: Store, cookie: string, state: 'begun' | 'confirming', lock = false) {
    const [id = '', secret = ''] = cookie.split('.');
    const query = from
      .selectFrom('messenger_link_attempt')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', state)
      .where('expires_at', '>', now());
    const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
    return row?.browser_hash != null && sameText(row.browser_hash, digestOf(secret)) ? row : undefined;
  }

  function unseal<Value>(schema: z.ZodType<Value>, row: { readonly id: string; readonly sealed: string | null }): Value | undefined {
    if (row.sealed === null) return undefined;
    try {
      return schema.parse(vault.open(row.sealed, context(row.id)));
    } catch {
      return undefined;
    }
  }

  async function bury(from: Store, id: string): Promise<void> {
    await from.updateTable('messenger_link_attempt').set({ state: 'dead', sealed: null, code: null }).where('id', '=', id).execute();
  }

  return {
    async offer(chat) {
      const since = new Date(now().getTime() - lifeMs);
      const { offered } = await store
        .selectFrom('messenger_link_attempt')
        .select(({ fn }) => fn.countAll<string>().as('offered'))
        .where('chat', '=', chat)
        .where('created_at', '>', since)
        .executeTakeFirstOrThrow();
      if (Number(offered) >= offersMax) return undefined;
      const token = newToken();
      await store
        .insertInto('messenger_link_attempt')
        .values({
          id: randomUUID(),
          chat,
          link_hash: digestOf(token),
          state: 'offered',
          browser_hash: null,
          sealed: null,
          customer: null,
          subject: null,
          code: null,
          expires_at: expiry(),
          created_at: now(),
        })
        .execute();
      return token;
    },

    async peek(token) {
      const row = await store
        .selectFrom('messenger_link_attempt')
        .select('chat')
        .where('link_hash', '=', digestOf(token))
        .where('state', '=', 'offered')
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return row?.chat;
    },

    async begin(token, pending) {
      const secret = newToken();
      return await store.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable('messenger_link_attempt')
          .set({ state: 'begun', browser_hash: digestOf(secret), expires_at: expiry() })
          .where('link_hash', '=', digestOf(token))
          .where('state', '=', 'offered')
          .where('expires_at', '>', now())
          .returning(['id', 'chat'])
          .executeTakeFirst();
        if (row === undefined) return undefined;
        const sealed = vault.seal(pending, context(row.id));
        await transaction.updateTable('messenger_link_attempt').set({ sealed }).where('id', '=', row.id).execute();
        return { chat: row.chat, cookie: `${row.id}.${secret}` };
      });
    },

    async pending(cookie) {
      const row = await ofBrowser(store, cookie, 'begun');
      const login = row === undefined ? undefined : unseal(pendingLogin, row);
      return row === undefined || login === undefined ? undefined : { id: row.id, chat: row.chat, customer: '', login };
    },

    async confirm(transaction, attempt, login, customer) {
      const open = await transaction
        .selectFrom('messenger_link_attempt')
        .select('code')
        .where('chat', '=', attempt.chat)
        .where('state', '=', 'confirming')
        .where('expires_at', '>', now())
        .execute();
      const code = newCode(new Set(open.map((row) => row.code)));
      const { numUpdatedRows } = await transaction
        .updateTable('messenger_link_attempt')
        .set({
          state: 'confirming',
          sealed: vault.seal(login, context(attempt.id)),
          customer,
          subject: login.subject,
          code,
          expires_at: expiry(),
        })
        .where('id', '=', attempt.id)
        .where('state', '=', 'begun')
        .executeTakeFirst();
      return numUpdatedRows === 1n ? code : undefined;
    },

    async confirming(cookie) {
      const row = await ofBrowser(store, cookie, 'confirming');
      return row === undefined ? undefined : { id: row.id, chat: row.chat, customer: row.customer ?? '' };
    },

    async tryCode(transaction, cookie, code) {
      const row = await ofBrowser(transaction, cookie, 'confirming', true);
      const login = row === undefined ? undefined : unseal(loggedIn, row);
      if (row === undefined || login === undefined || row.code === null) return { kind: 'dead', login };
      const attempt = { id: row.id, chat: row.chat, customer: row.customer ?? '' };
      if (sameText(code.replace(/\D/g, ''), row.code)) {
        await transaction
          .updateTable('messenger_link_attempt')
          .set({ state: 'done', sealed: null, code: null })
          .where('id', '=', row.id)
          .execute();
        return { kind: 'right', attempt, login };
      }
      const left = triesMax - row.tries - 1;
      if (left <= 0) {
        await bury(transaction, row.id);
        return { kind: 'dead', login };
      }
      await transaction.updateTable('messenger_link_attempt').set({ tries: sql`tries + 1` }).where('id', '=', row.id).execute();
      return { kind: 'wrong', attempt, left };
    },

    async abandon(cookie) {
      const row = (await ofBrowser(store, cookie, 'confirming')) ?? (await ofBrowser(store, cookie, 'begun'));
      if (row === undefined) return undefined;
      await bury(store, row.id);
      return unseal(loggedIn, row);
    },
  };
}

/** Two digits, unlike those that other attempts of the chat are waiting for. */
function newCode(taken: ReadonlySet<string | null>): string {
  for (;;) {
    const code = String(randomInt(100)).padStart(2, '0');
    if (!taken.has(code)) return code;
  }
}

function sameText(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(a)), Buffer.from(digestOf(b)));
}
