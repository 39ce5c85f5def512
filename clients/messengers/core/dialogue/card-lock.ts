import {
  ChatCardDocument,
  ChatCardsDocument,
  ChatLockCardDocument,
  ChatUnlockCardDocument,
} from '#clients/messengers/generated/graphql.ts';
import type { GraphError } from '../graph.ts';
import { bold, lines } from '../message.ts';
import type { Screen, Turn } from '../turn.ts';
import { cardGone, cardName, cardPage } from './card.ts';
import { bankAway } from './menu.ts';

const buttonsMax = 20;

/** "Lock my card", from anywhere: the way there for a chat without a customer, else as few taps as there can be. */
export async function lock(turn: Turn): Promise<Screen> {
  const { words, button } = turn;
  if (!turn.linked) {
    return {
      text: lines(words.lockUnlinked(turn.bankPhone)),
      buttons: [[button(words.link, { name: 'link' })], [button(words.menu, { name: 'menu' })]],
    };
  }
  const { data } = await turn.ask(ChatCardsDocument, {});
  const found = data?.me?.cards;
  if (found === null || found === undefined) return withPhone(turn, bankAway(turn, { name: 'lock' }));
  const active = found.filter(({ status }) => status === 'ACTIVE');
  const [only] = active;
  if (only === undefined) {
    return { text: lines(words.nothingToLock), buttons: [[button(words.cards, { name: 'cards' }), button(words.menu, { name: 'menu' })]] };
  }
  if (active.length === 1) return askLockOf(turn, only);
  return {
    text: [bold(words.lockWhich)],
    buttons: [
      ...active.slice(0, buttonsMax).map((card) => [button(cardName(card), { name: 'ask-lock' as const, card: card.id })]),
      [button(words.menu, { name: 'menu' })],
    ],
  };
}

/** Whoever wants to lock a card cannot wait for a system to come back. */
function withPhone({ words, bankPhone }: Turn, screen: Screen): Screen {
  return { ...screen, text: [...screen.text, { text: '\n' }, { text: words.helpPhone(bankPhone) }] };
}

export async function askLock(turn: Turn, id: string): Promise<Screen> {
  const { data, errors } = await turn.ask(ChatCardDocument, { id });
  if (data?.card) return askLockOf(turn, data.card);
  return data === undefined || errors.length > 0 ? withPhone(turn, bankAway(turn, { name: 'ask-lock', card: id })) : cardGone(turn);
}

export async function askUnlock(turn: Turn, id: string): Promise<Screen> {
  const { words, button } = turn;
  const { data, errors } = await turn.ask(ChatCardDocument, { id });
  if (!data?.card) return data === undefined || errors.length > 0 ? bankAway(turn, { name: 'ask-unlock', card: id }) : cardGone(turn);
  return {
    text: lines(words.unlockQuestion(cardName(data.card))),
    buttons: [[button(words.yesUnlock, { name: 'unlock-card', card: id }), button(words.no, { name: 'card', card: id })]],
  };
}

function askLockOf({ words, button }: Turn, card: Parameters<typeof cardName>[0] & { readonly id: string }): Screen {
  return {
    text: lines(words.lockQuestion(cardName(card))),
    buttons: [[button(words.yesLock, { name: 'lock-card', card: card.id }), button(words.no, { name: 'card', card: card.id })]],
  };
}

export async function lockCard(turn: Turn, id: string): Promise<Screen> {
  const { data, errors } = await turn.ask(ChatLockCardDocument, { input: { cardId: id, idempotencyKey: turn.intention } });
  const result = data?.lockCard;
  if (result === undefined || result === null) return withPhone(turn, unknown(turn, id, errors));
  if (result.__typename === 'LockCardSuccess') return changed(turn, result.card, `🔒 ${turn.words.locked}`);
  return refused(turn, result.message);
}

export async function unlockCard(turn: Turn, id: string): Promise<Screen> {
  const { data, errors } = await turn.ask(ChatUnlockCardDocument, { input: { cardId: id, idempotencyKey: turn.intention } });
  const result = data?.unlockCard;
  if (result === undefined || result === null) return unknown(turn, id, errors);
  if (result.__typename === 'UnlockCardSuccess') return changed(turn, result.card, `🔓 ${turn.words.unlocked}`);
  return refused(turn, result.message);
}

/** The change is made, also where the card that it was made on is not told. */
function changed(turn: Turn, card: Parameters<typeof cardPage>[1] | null, said: string): Screen {
  if (card !== null) return cardPage(turn, card, said);
  const { words, button } = turn;
  return { text: lines(said), buttons: [[button(words.cards, { name: 'cards' }), button(words.menu, { name: 'menu' })]] };
}

/** The bank's own sentence, in the chat's language. */
function refused({ words, button }: Turn, message: string): Screen {
  return { text: lines(message), buttons: [[button(words.cards, { name: 'cards' }), button(words.menu, { name: 'menu' })]] };
}

function unknown({ words, button }: Turn, id: string, errors: readonly GraphError[]): Screen {
  const refusedOutright = errors.some(({ code }) => code === 'FORBIDDEN' || code === 'BAD_USER_INPUT');
  return {
    text: lines(refusedOutright ? words.fault : words.lockUnknown),
    buttons: [[button(words.checkCard, { name: 'card', card: id })], [button(words.menu, { name: 'menu' })]],
  };
}
