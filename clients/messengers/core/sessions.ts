import { z } from 'zod';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Identity, TokenSet } from './identity.ts';
import type { Vault } from './secrets.ts';
import type { Store } from './tables.ts';

const tokenSet = z.object({ accessToken: z.string(), accessExpiresAt: z.number(), refreshToken: z.string() });
/** A token that ends sooner is renewed first. */
const marginMs = 20_000;

/** The customers that chats speak for. */
export interface Sessions {
  isLinked(chat: string): Promise<boolean>;
  /** A token that is good now, or undefined where the chat has no customer, or not any more. */
  accessToken(chat: string): Promise<string | undefined>;
  /** Gives the chat a customer, in the caller's transaction. Answers the tokens of the one before, to be ended. */
  link(
    store: Store,
    chat: string,
    owner: { readonly subject: string; readonly customer: string },
    tokens: TokenSet,
  ): Promise<TokenSet | undefined>;
  logOut(chat: string): Promise<void>;
}

export interface SessionsOptions {
  readonly store: Store;
  readonly vault: Vault;
  readonly identity: Identity;
  readonly logger: Logger;
  readonly now: () => Date;
}

export function createSessions({ store, vault, identity, logger, now }: SessionsOptions): Sessions {
  async function find(from: Store, chat: string): Promise<{ tokens: TokenSet | undefined; sealed: string } | undefined> {
    const row = await from.selectFrom('messenger_link').select('tokens').where('chat', '=', chat).executeTakeFirst();
    return row === undefined ? undefined : { tokens: unseal(row.tokens, chat), sealed: row.tokens };
  }

  function unseal(sealed: string, chat: string): TokenSet | undefined {
    try {
      return tokenSet.parse(vault.open(sealed, chat));
    } catch {
      logger.warn({ chat }, 'the tokens of a chat cannot be read with this key; its customer has to log in again');
      return undefined;
    }
  }

  /** Only what was read is removed: a link that was made meanwhile stays. */
  async function forget(chat: string, sealed: string): Promise<undefined> {
    await store.deleteFrom('messenger_link').where('chat', '=', chat).where('tokens', '=', sealed).execute();
    return undefined;
  }

  return {
    async isLinked(chat) {
      return (await store.selectFrom('messenger_link').select('chat').where('chat', '=', chat).executeTakeFirst()) !== undefined;
    },

    async accessToken(chat) {
      const found = await find(store, chat);
      if (found === undefined) return undefined;
      const { tokens, sealed } = found;
      if (tokens === undefined) return await forget(chat, sealed);
      const leftMs = tokens.accessExpiresAt - now().getTime();
      if (leftMs > marginMs) {
        // While the identity provider is unavailable, the gateway still checks the token itself.
        return (await identity.check(tokens.accessToken)) === 'over' ? await forget(chat, sealed) : tokens.accessToken;
      }
      const refreshed = await identity.refresh(tokens.refreshToken);
      if (refreshed.kind === 'over') return await forget(chat, sealed);
      if (refreshed.kind === 'unavailable') return tokens.accessToken;
      await store
        .updateTable('messenger_link')
        .set({ tokens: vault.seal(refreshed.tokens, chat) })
        .where('chat', '=', chat)
        .where('tokens', '=', sealed)
        .execute();
      return refreshed.tokens.accessToken;
    },

    async link(transaction, chat, { subject, customer }, tokens) {
      const before = await find(transaction, chat);
      const row = { subject, customer, tokens: vault.seal(tokens, chat), linked_at: now() };
      await transaction
        .insertInto('messenger_link')
        .values({ chat, ...row })
        .onConflict((conflict) => conflict.column('chat').doUpdateSet(row))
        .execute();
      return before?.tokens;
    },

    async logOut(chat) {
      const found = await find(store, chat);
      if (found === undefined) return;
      const ended = found.tokens !== undefined && (await identity.end(found.tokens.refreshToken));
      if (!ended) logger.warn({ chat }, 'the session of a chat could not be ended at the identity provider; it ends by itself');
      await forget(chat, found.sealed);
    },
  };
}
