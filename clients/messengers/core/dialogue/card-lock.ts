import {
  ChatCardDocument,
  ChatCardsDocument,
  ChatLockCardDocument,
  ChatUnlockCardDocument,
} from '#clients/messengers/generated/graphql.ts';
import type { GraphError } from '../graph.ts';
import { bold, lines } from '../message.ts';
import type { Screen, UpdateContext } from '../update-context.ts';
import { cardGone, cardName, cardPage } from './card.ts';
import { bankUnavailable } from './menu.ts';
import { pagedButtons } from './paged-buttons.ts';

/** "Lock my card", from anywhere: the way there for a chat without a customer, else as few taps as there can be. */
export async function lock(context: UpdateContext, from?: number): Promise<Screen> {
  const { words, button } = context;
  if (!context.linked) {
    return {
      text: lines(words.lockUnlinked(context.bankPhone)),
      buttons: [[button(words.link, { name: 'link' })], [button(words.menu, { name: 'menu' })]],
    };
  }
  const { data } = await context.ask(ChatCardsDocument, {});
  const found = data?.me?.cards;
  if (found === null || found === undefined) return withPhone(context, bankUnavailable(context, { name: 'lock' }));
  const active = found.filter(({ status }) => status === 'ACTIVE' || status === null);
  const [only] = active;
  if (only === undefined) {
    return { text: lines(words.nothingToLock), buttons: [[button(words.cards, { name: 'cards' }), button(words.menu, { name: 'menu' })]] };
  }
  if (active.length === 1) return askLockOf(context, only);
  return {
    text: [bold(words.lockWhich)],
    buttons: [
      ...pagedButtons(
        context,
        active,
        from,
        (card) => button(cardName(card), { name: 'ask-lock', card: card.id }),
        (next) => ({ name: 'lock', from: next }),
      ),
      [button(words.menu, { name: 'menu' })],
    ],
  };
}

/** "Lock card 2216": asked about at once where there is one such card. */
export async function lockEnding(context: UpdateContext, lastFour: string): Promise<Screen> {
  if (!context.linked) return lock(context);
  const { data } = await context.ask(ChatCardsDocument, {});
  const ending = (data?.me?.cards ?? []).filter((card) => card.lastFour === lastFour && (card.status === 'ACTIVE' || card.status === null));
  const [only] = ending;
  return only !== undefined && ending.length === 1 ? askLockOf(context, only) : lock(context);
}

/** Whoever wants to lock a card cannot wait for a system to come back. */
function withPhone({ words, bankPhone }: UpdateContext, screen: Screen): Screen {
  return { ...screen, text: [...screen.text, { text: '\n' }, { text: words.helpPhone(bankPhone) }] };
}

export async function askLock(context: UpdateContext, id: string): Promise<Screen> {
  const { data, errors } = await context.ask(ChatCardDocument, { id });
  if (data?.card) return askLockOf(context, data.card);
  return data === undefined || errors.length > 0
    ? withPhone(context, bankUnavailable(context, { name: 'ask-lock', card: id }))
    : cardGone(context);
}

export async function askUnlock(context: UpdateContext, id: string): Promise<Screen> {
  const { words, button } = context;
  const { data, errors } = await context.ask(ChatCardDocument, { id });
  if (!data?.card)
    return data === undefined || errors.length > 0 ? bankUnavailable(context, { name: 'ask-unlock', card: id }) : cardGone(context);
  return {
    text: lines(words.unlockQuestion(cardName(data.card))),
    buttons: [[button(words.yesUnlock, { name: 'unlock-card', card: id }), button(words.no, { name: 'card', card: id })]],
  };
}

function askLockOf({ words, button }: UpdateContext, card: Parameters<typeof cardName>[0] & { readonly id: string }): Screen {
  return {
    text: lines(words.lockQuestion(cardName(card))),
    buttons: [[button(words.yesLock, { name: 'lock-card', card: card.id }), button(words.no, { name: 'card', card: card.id })]],
  };
}

export async function lockCard(context: UpdateContext, id: string): Promise<Screen> {
  const { data, errors } = await context.ask(ChatLockCardDocument, { input: { cardId: id, idempotencyKey: context.intention } });
  const result = data?.lockCard;
  if (result === undefined || result === null) return withPhone(context, unknown(context, id, errors));
  if (result.__typename === 'LockCardSuccess') return changed(context, result.card, `🔒 ${context.words.locked}`);
  return refused(context, result.message);
}

export async function unlockCard(context: UpdateContext, id: string): Promise<Screen> {
  const { data, errors } = await context.ask(ChatUnlockCardDocument, { input: { cardId: id, idempotencyKey: context.intention } });
  const result = data?.unlockCard;
  if (result === undefined || result === null) return unknown(context, id, errors);
  if (result.__typename === 'UnlockCardSuccess') return changed(context, result.card, `🔓 ${context.words.unlocked}`);
  return refused(context, result.message);
}

/** The change is made, also where the card that it was made on is not told. */
function changed(context: UpdateContext, card: Parameters<typeof cardPage>[1] | null, said: string): Screen {
  if (card !== null) return cardPage(context, card, said);
  const { words, button } = context;
  return { text: lines(said), buttons: [[button(words.cards, { name: 'cards' }), button(words.menu, { name: 'menu' })]] };
}

/** The bank's own sentence, in the chat's language. */
function refused({ words, button }: UpdateContext, message: string): Screen {
  return { text: lines(message), buttons: [[button(words.cards, { name: 'cards' }), button(words.menu, { name: 'menu' })]] };
}

function unknown({ words, button }: UpdateContext, id: string, errors: readonly GraphError[]): Screen {
  const refusedOutright = errors.some(({ code }) => code === 'FORBIDDEN' || code === 'BAD_USER_INPUT');
  return {
    text: lines(refusedOutright ? words.fault : words.lockUnknown),
    buttons: [[button(words.checkCard, { name: 'card', card: id })], [button(words.menu, { name: 'menu' })]],
  };
}
