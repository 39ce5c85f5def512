import type { CardRefusal } from '#legacy-adapters/card-processing/index.ts';
import type { Language } from '../../kit/context.ts';
import { CardBlockedByBank, CardClosed, CardExpired, CardNotFound } from './card-lock.ts';
import type { RefusalCode } from './refusal.ts';

type CardRefusalObject = CardNotFound | CardClosed | CardExpired | CardBlockedByBank;

interface Wording {
  readonly create: () => CardRefusalObject;
  readonly code: RefusalCode;
  readonly message: Readonly<Record<Language, string>>;
}

const wordings: Readonly<Record<CardRefusal, Wording>> = {
  CARD_NOT_FOUND: {
    create: () => new CardNotFound(),
    code: 'CARD_NOT_FOUND',
    message: { uk: 'У вас немає такої картки.', en: 'You have no such card.', ru: 'У вас нет такой карты.' },
  },
  CARD_CLOSED: {
    create: () => new CardClosed(),
    code: 'CARD_CLOSED',
    message: { uk: 'Цю картку закрито.', en: 'This card is closed.', ru: 'Эта карта закрыта.' },
  },
  CARD_EXPIRED: {
    create: () => new CardExpired(),
    code: 'CARD_EXPIRED',
    message: { uk: 'Термін дії цієї картки минув.', en: 'This card has expired.', ru: 'Срок действия этой карты истёк.' },
  },
  BLOCKED_BY_BANK: {
    create: () => new CardBlockedByBank(),
    code: 'CARD_BLOCKED_BY_BANK',
    message: {
      uk: 'Картку заблокував банк. Зателефонуйте нам, щоб дізнатися чому.',
      en: 'The bank blocked this card. Call us to find out why.',
      ru: 'Карту заблокировал банк. Позвоните нам, чтобы узнать почему.',
    },
  },
};

export function refusalOf(reason: CardRefusal, language: Language): CardRefusalObject {
  const { create, code, message } = wordings[reason];
  return Object.assign(create(), { code, message: message[language] });
}
