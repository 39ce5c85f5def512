import { ChatCardDocument, type ChatCardPageFragment, ChatCardsDocument } from '#clients/messengers/generated/graphql.ts';
import { formatMoney, formatMonth } from '../language.ts';
import { bold, lines, quiet, type Span } from '../message.ts';
import type { Screen, UpdateContext } from '../update-context.ts';
import { bankUnavailable } from './menu.ts';
import { pagedButtons, pageOf } from './paged-buttons.ts';

const signs: Readonly<Record<string, string>> = { ACTIVE: '🟢', LOCKED: '🔒', BLOCKED_BY_BANK: '⛔', EXPIRED: '⌛', CLOSED: '⚪' };
const networks: Readonly<Record<string, string>> = { VISA: 'Visa', MASTERCARD: 'Mastercard', PROSTIR: 'Простір' };

interface ShortCard {
  readonly id: string;
  readonly displayNumber: string;
  readonly network: string;
  readonly status: string | null;
}

/** `Visa •• 1234` */
export function cardName({ displayNumber, network }: Pick<ShortCard, 'displayNumber' | 'network'>): string {
  return `${networks[network] ?? network} ${displayNumber}`;
}

/** The graph's enums grow: a status that is not known yet counts as not usable. */
export function statusOf({ words }: UpdateContext, status: string | null): string {
  if (status === null) return words.statusUnavailable;
  return (words.status as Readonly<Record<string, string>>)[status] ?? words.statusUnknown;
}

function signOf(status: string | null): string {
  return (status === null ? '❔' : signs[status]) ?? '⚪';
}

export function cardLine(context: UpdateContext, card: ShortCard): string {
  return `${signOf(card.status)} ${cardName(card)}: ${statusOf(context, card.status)}`;
}

/** How many there are, by status, where they are too many to be counted by looking. */
export function cardsInAll(context: UpdateContext, found: readonly ShortCard[]): string[] {
  const { words } = context;
  if (found.length === 0) return [words.noCards];
  if (pageOf(found).length === found.length) return [];
  const counts = Map.groupBy(found, ({ status }) => statusOf(context, status));
  return [[words.inAll(found.length), ...[...counts].map(([status, those]) => `${status} ${those.length}`)].join(', ')];
}

export async function cards(context: UpdateContext, from?: number): Promise<Screen> {
  const { words, button } = context;
  const { data } = await context.ask(ChatCardsDocument, {});
  if (data?.me === null || data?.me === undefined) return bankUnavailable(context, { name: 'cards', from });
  const { cards: found } = data.me;
  if (found === null || found === undefined) return cardsUnavailable(context);
  return {
    text: lines(
      [bold(words.cardsTitle)],
      ...cardsInAll(context, found).map((row) => [quiet(row)]),
      ...pageOf(found, from).map((card) => cardLine(context, card)),
    ),
    buttons: [
      ...pagedButtons(
        context,
        found,
        from,
        (card) => button(cardName(card), { name: 'card', card: card.id }),
        (next) => ({ name: 'cards', from: next }),
      ),
      [button(words.menu, { name: 'menu' })],
    ],
  };
}

function cardsUnavailable({ words, button }: UpdateContext): Screen {
  return {
    text: lines(`⚠️ ${words.cardsUnavailable}`),
    buttons: [[button(words.tryAgain, { name: 'cards' }), button(words.menu, { name: 'menu' })]],
  };
}

export async function card(context: UpdateContext, id: string): Promise<Screen> {
  const { data, errors } = await context.ask(ChatCardDocument, { id });
  if (data?.card) return cardPage(context, data.card);
  if (data === undefined || errors.length > 0) return bankUnavailable(context, { name: 'card', card: id });
  return cardGone(context);
}

export function cardGone({ words, button }: UpdateContext): Screen {
  return { text: lines(words.cardGone), buttons: [[button(words.cards, { name: 'cards' }), button(words.menu, { name: 'menu' })]] };
}

/** A card with its limits and what can be done with it; what has just been done is said above. */
export function cardPage(context: UpdateContext, page: ChatCardPageFragment, before?: string): Screen {
  const { words, button, language } = context;
  const rows: (string | readonly (string | Span)[])[] = [
    [bold(cardName(page))],
    `${signOf(page.status)} ${statusOf(context, page.status)}, ${words.expires(formatMonth(page.expiresOn))}`,
  ];
  const { limits } = page;
  if (limits === null) rows.push('', `⚠️ ${words.limitsUnavailable}`);
  else if (limits.length > 0) rows.push('', [bold(words.limitsTitle)]);
  for (const { kind, period, limit, used } of limits ?? []) {
    const spending = (words.limit as Readonly<Record<string, string>>)[kind] ?? words.limitUnknown;
    const name = [spending, (words.limitPeriod as Readonly<Record<string, string>>)[period]].filter(Boolean).join(' ');
    rows.push(`${name}: ${formatMoney(used, language)} / ${formatMoney(limit, language)}`);
  }
  return {
    text: lines(...(before === undefined ? [] : [[bold(before)], '']), ...rows),
    buttons: [
      ...(page.status === 'ACTIVE' || page.status === null ? [[button(words.lock, { name: 'ask-lock' as const, card: page.id })]] : []),
      ...(page.status === 'LOCKED' ? [[button(words.unlock, { name: 'ask-unlock' as const, card: page.id })]] : []),
      [button(words.cards, { name: 'cards' }), button(words.menu, { name: 'menu' })],
    ],
  };
}
