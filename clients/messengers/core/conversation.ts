import { createHash } from 'node:crypto';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type Span, type Tracing, unrecorded, withSpan } from '#platform/telemetry/tracing.ts';
import { action } from './action.ts';
import { catalogues } from './catalogue/index.ts';
import type { Channel, ChannelRequest } from './channel.ts';
import type { Chat, Chats } from './chats.ts';
import { answer, type Pressed } from './dialogue/dialogue.ts';
import { menu } from './dialogue/menu.ts';
import { type CanonicalEvent, canonicalEvent } from './event.ts';
import { type Graph, SessionOver } from './graph.ts';
import { chooseLanguage, type Language } from './language.ts';
import { enqueue } from './outbox.ts';
import { newToken } from './secrets.ts';
import type { Sessions } from './sessions.ts';
import type { Store } from './tables.ts';
import type { Screen, UpdateContext } from './update-context.ts';

export interface ConversationOptions {
  readonly store: Store;
  readonly chats: Chats;
  readonly sessions: Sessions;
  readonly graph: Graph;
  readonly offerLink: (chat: string) => Promise<string | undefined>;
  readonly bankPhone: string;
  readonly webBankUrl: string;
  readonly tracing: Tracing;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** What the bot does in a chat. The caller holds the chat. */
export interface Conversation {
  /** Answers the next event of the chat. False where there was none. */
  answerNext(chat: Chat, channel: Channel): Promise<boolean>;
  /** Says something that no event of the chat asked for, in the caller's transaction. */
  say(
    transaction: Store,
    chat: Chat,
    channel: Channel,
    screens: (context: UpdateContext) => readonly Screen[],
    linked: boolean,
  ): Promise<void>;
}

const attemptsMax = 5;
const buttonLifeMs = 24 * 3_600_000;
/** A second tap that comes sooner than this was meant for the first. */
const doubleTapMs = 10_000;

interface Draft {
  language: Language | undefined;
  readonly buttons: { readonly id: string; readonly action: unknown }[];
}

export function createConversation(options: ConversationOptions): Conversation {
  const { store, chats, sessions, graph, tracing, logger, now } = options;

  function turnOf(chat: Chat, language: Language, linked: boolean, intention: string, draft: Draft, trace: Span): UpdateContext {
    const context: UpdateContext = {
      person: chat.person,
      language,
      words: catalogues[language],
      linked,
      intention,
      bankPhone: options.bankPhone,
      webBankUrl: options.webBankUrl,
      async ask(document, variables) {
        const token = await sessions.accessToken(chat.key);
        if (token === undefined) throw new SessionOver();
        return await graph.ask(document, variables, { token, language, trace });
      },
      askAsAnybody: (document, variables) => graph.ask(document, variables, { token: undefined, language, trace }),
      button(label, wanted) {
        const id = newToken();
        draft.buttons.push({ id, action: wanted });
        return { label, id };
      },
      offerLink: () => options.offerLink(chat.key),
      speak(chosen) {
        draft.language = chosen;
        return turnOf(chat, chosen, linked, intention, draft, trace);
      },
      logOut: () => sessions.logOut(chat.key),
    };
    return context;
  }

  async function pressedButton(chat: string, id: string): Promise<Pressed> {
    const row = await store.selectFrom('messenger_button').selectAll().where('id', '=', id).where('chat', '=', chat).executeTakeFirst();
    if (row === undefined || row.expires_at < now()) return 'stale';
    if (row.used_at !== null) return now().getTime() - row.used_at.getTime() < doubleTapMs ? 'repeated' : 'stale';
    return action.safeParse(row.action).data ?? 'stale';
  }

  async function saveButtons(transaction: Store, chat: string, buttons: Draft['buttons']): Promise<void> {
    if (buttons.length === 0) return;
    const expires = new Date(now().getTime() + buttonLifeMs);
    const rows = buttons.map(({ id, action: wanted }) => ({
      id,
      chat,
      action: JSON.stringify(wanted),
      expires_at: expires,
      used_at: null,
    }));
    await transaction.insertInto('messenger_button').values(rows).execute();
  }

  async function nextEvent(chat: string): Promise<{ id: number; attempts: number; event: CanonicalEvent } | undefined> {
    const row = await store
      .selectFrom('messenger_inbox')
      .selectAll()
      .where('chat', '=', chat)
      .where('state', '=', 'received')
      .orderBy('sequence')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    await store
      .updateTable('messenger_inbox')
      .set({ attempts: row.attempts + 1 })
      .where('id', '=', row.id)
      .execute();
    return { id: row.id, attempts: row.attempts, event: canonicalEvent.parse(row.event) };
  }

  async function replyTo(
    chat: Chat,
    channel: Channel,
    event: CanonicalEvent,
    draft: Draft,
    givenUp: boolean,
    trace: Span,
  ): Promise<ChannelRequest[]> {
    const language = chooseLanguage(chat.language, chat.messengerLanguage);
    const context = turnOf(chat, language, await sessions.isLinked(chat.key), intentionOf(event), draft, trace);
    const { what } = event;
    const pressed = what.kind === 'press' ? await pressedButton(chat.key, what.button) : undefined;
    const reply = givenUp ? { screens: [menu(context, context.words.fault)] } : await answer(context, event, pressed);
    const acknowledged = what.kind === 'press' ? channel.acknowledge(what.press, 'notice' in reply ? reply.notice : undefined) : [];
    // A press changes the message that it stands under; a stale one leaves it as it is.
    const place = what.kind === 'press' && typeof pressed === 'object' ? what.message : undefined;
    return [...acknowledged, ...render(channel, chat, reply.screens, place)];
  }

  return {
    async answerNext(chat, channel) {
      const next = await nextEvent(chat.key);
      if (next === undefined) return false;
      const { id, attempts, event } = next;
      const draft: Draft = { language: undefined, buttons: [] };
      const givenUp = attempts >= attemptsMax;
      if (givenUp) logger.error({ chat: chat.key, event: event.id }, 'an event could not be answered');
      const received = tracing.begin('chat event', 'consumer', undefined, { 'portico.channel': channel.name });
      const requests = await withSpan(received, (trace) => replyTo(chat, channel, event, draft, givenUp, trace));
      await store.transaction().execute(async (transaction) => {
        await chats.assertHeld(transaction, chat.key);
        await transaction
          .updateTable('messenger_inbox')
          .set({ state: givenUp ? 'failed' : 'done', event: null })
          .where('id', '=', id)
          .execute();
        if (event.what.kind === 'press') {
          const { button } = event.what;
          await transaction
            .updateTable('messenger_button')
            .set({ used_at: now() })
            .where('id', '=', button)
            .where('chat', '=', chat.key)
            .where('used_at', 'is', null)
            .execute();
        }
        if (draft.language !== undefined)
          await transaction.updateTable('messenger_chat').set({ language: draft.language }).where('chat', '=', chat.key).execute();
        await saveButtons(transaction, chat.key, draft.buttons);
        await enqueue(transaction, chat.key, requests, now());
      });
      return true;
    },

    async say(transaction, chat, channel, screens, linked) {
      const draft: Draft = { language: undefined, buttons: [] };
      const context = turnOf(chat, chooseLanguage(chat.language, chat.messengerLanguage), linked, '', draft, unrecorded());
      const requests = render(channel, chat, screens(context), undefined);
      await saveButtons(transaction, chat.key, draft.buttons);
      await enqueue(transaction, chat.key, requests, now());
    },
  };
}

function render(channel: Channel, chat: Chat, screens: readonly Screen[], place: string | undefined): ChannelRequest[] {
  return screens.flatMap((screen, index) => {
    const replaces = index === 0 && screen.quickReplies === undefined ? place : undefined;
    return channel.render({ ...screen, ...(replaces === undefined ? {} : { replaces }) }, chat.address);
  });
}

/** At most 64 printable ASCII characters, as the graph wants an idempotency key. */
function intentionOf({ address, id }: CanonicalEvent): string {
  return createHash('sha256')
    .update(JSON.stringify([address, id]))
    .digest('base64url');
}
