import type { Language } from '../../kit/context.ts';
import type { NoticeKind } from '../domain/notice.ts';

const messages: Readonly<Record<NoticeKind, Readonly<Record<Language, string>>>> = {
  CARD_LOCKED: { uk: 'Вашу картку заблоковано.', en: 'Your card was locked.', ru: 'Ваша карта заблокирована.' },
  CARD_UNLOCKED: { uk: 'Вашу картку розблоковано.', en: 'Your card was unlocked.', ru: 'Ваша карта разблокирована.' },
  PAYEE_CREATED: {
    uk: 'Збережено нового отримувача платежів.',
    en: 'A new payee was saved.',
    ru: 'Сохранён новый получатель платежей.',
  },
};

export function messageOf(kind: NoticeKind, language: Language): string {
  return messages[kind][language];
}
