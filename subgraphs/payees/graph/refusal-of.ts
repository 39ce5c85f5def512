import type { Language } from '../../kit/context.ts';
import { payeesMax } from '../domain/payee.ts';
import type { FieldFault } from '../domain/payee-fields.ts';
import type { Payee } from './payee.ts';
import { PayeeExists, PayeeFieldInvalid, PayeeLimitReached, PayeeNotFound } from './payee-refusals.ts';
import type { RefusalCode } from './refusal.ts';

const messages: Readonly<Record<RefusalCode, Readonly<Record<Language, string>>>> = {
  PAYEE_NAME_INVALID: {
    uk: 'Вкажіть ім’я, до 70 символів.',
    en: 'Enter a name of up to 70 characters.',
    ru: 'Укажите имя, до 70 символов.',
  },
  PAYEE_PHONE_INVALID: {
    uk: 'Це не схоже на український номер телефону. Приклад: +380 67 123 45 67.',
    en: 'This is not a Ukrainian phone number. Example: +380 67 123 45 67.',
    ru: 'Это не похоже на украинский номер телефона. Пример: +380 67 123 45 67.',
  },
  PAYEE_IBAN_INVALID: {
    uk: 'Перевірте IBAN: він починається з UA, має 29 символів і контрольні цифри.',
    en: 'Check the IBAN: it starts with UA and has 29 characters, two of which are check digits.',
    ru: 'Проверьте IBAN: он начинается с UA, в нём 29 символов и контрольные цифры.',
  },
  PAYEE_CARD_INVALID: {
    uk: 'Цю картку не вдалося прочитати.',
    en: 'This card could not be read.',
    ru: 'Эту карту не удалось прочитать.',
  },
  PAYEE_CARD_NUMBER: {
    uk: 'Номер картки тут вказувати не можна, і ми його не зберегли. Вкажіть телефон або IBAN.',
    en: 'A card number cannot be used here, and we did not store it. Use a phone number or an IBAN.',
    ru: 'Номер карты здесь указывать нельзя, и мы его не сохранили. Укажите телефон или IBAN.',
  },
  PAYEE_EXISTS: {
    uk: 'Такий отримувач у вас уже є.',
    en: 'You have saved this payee already.',
    ru: 'Такой получатель у вас уже есть.',
  },
  PAYEE_LIMIT: {
    uk: `Можна зберегти до ${payeesMax} отримувачів. Вилучіть тих, кому більше не платите.`,
    en: `You can save up to ${payeesMax} payees. Remove those you no longer pay.`,
    ru: `Можно сохранить до ${payeesMax} получателей. Удалите тех, кому больше не платите.`,
  },
  PAYEE_NOT_FOUND: {
    uk: 'У вас немає такого отримувача.',
    en: 'You have no such payee.',
    ru: 'У вас нет такого получателя.',
  },
};

const wordsOf = (code: RefusalCode, language: Language) => ({ code, message: messages[code][language] });

export function fieldInvalid({ field, reason }: FieldFault, language: Language): PayeeFieldInvalid {
  const code = reason === 'CARD_NUMBER' ? 'PAYEE_CARD_NUMBER' : (`PAYEE_${field}_INVALID` as const);
  return Object.assign(new PayeeFieldInvalid(), wordsOf(code, language), { field });
}

export function payeeExists(payee: Payee | null, language: Language): PayeeExists {
  return Object.assign(new PayeeExists(), wordsOf('PAYEE_EXISTS', language), { payee });
}

export function payeeLimitReached(language: Language): PayeeLimitReached {
  return Object.assign(new PayeeLimitReached(), wordsOf('PAYEE_LIMIT', language), { limit: payeesMax });
}

export function payeeNotFound(language: Language): PayeeNotFound {
  return Object.assign(new PayeeNotFound(), wordsOf('PAYEE_NOT_FOUND', language));
}
