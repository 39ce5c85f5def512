import type { BillerField } from '#legacy-adapters/biller-hub/index.ts';
import type { Language } from '../kit/context.ts';
import { type BillerFieldFault, type BillerFieldProblem, BillerFieldsRefused, BillerNotFound, PayerNotFound, RateLimited } from './debt.ts';

type Words = Readonly<Record<Language, string>>;

const billerNotFoundWords: Words = {
  uk: 'Такого отримувача немає.',
  en: 'No biller has this ID.',
  ru: 'Такого получателя нет.',
};
const payerNotFoundWords: Words = {
  uk: 'Отримувач не знає нікого за цими даними. Перевірте їх у квитанції.',
  en: 'The biller knows nobody by these details. Check them on the bill.',
  ru: 'Получатель не знает никого по этим данным. Проверьте их в квитанции.',
};
const fieldsRefusedWords: Words = {
  uk: 'Дещо заповнено не так.',
  en: 'Something is not filled in right.',
  ru: 'Что-то заполнено не так.',
};

/** Minutes, since nobody waits by seconds. */
const rateLimitedWords: Readonly<Record<Language, (minutes: number) => string>> = {
  uk: (minutes) => `Забагато запитів про борги. Спробуйте за ${minutes} хв.`,
  en: (minutes) => `Too many debts were looked up. Try again in ${minutes} min.`,
  ru: (minutes) => `Слишком много запросов о долгах. Попробуйте через ${minutes} мин.`,
};

const faultWords: Readonly<Record<BillerFieldProblem, (field: BillerField, language: Language) => string>> = {
  MISSING: ({ label }, language) =>
    ({ uk: `Заповніть: ${label.uk}.`, en: `Fill in: ${label.en}.`, ru: `Заполните: ${label.ru}.` })[language],
  TOO_SHORT: ({ lengthMin }, language) =>
    ({
      uk: `Закоротко: треба щонайменше символів: ${lengthMin}.`,
      en: `Too short: at least ${lengthMin} characters.`,
      ru: `Слишком коротко: нужно символов не меньше: ${lengthMin}.`,
    })[language],
  TOO_LONG: ({ lengthMax }, language) =>
    ({
      uk: `Задовго: щонайбільше символів: ${lengthMax}.`,
      en: `Too long: at most ${lengthMax} characters.`,
      ru: `Слишком длинно: символов не больше: ${lengthMax}.`,
    })[language],
  NOT_MATCHING: ({ example }, language) =>
    ({ uk: `Має виглядати так: ${example}.`, en: `It looks like this: ${example}.`, ru: `Должно выглядеть так: ${example}.` })[language],
  REFUSED_BY_BILLER: (_field, language) =>
    ({ uk: 'Отримувач цього не приймає.', en: 'The biller does not take this.', ru: 'Получатель этого не принимает.' })[language],
};

export function billerNotFound(language: Language): BillerNotFound {
  return Object.assign(new BillerNotFound(), { code: 'BILLER_NOT_FOUND' as const, message: billerNotFoundWords[language] });
}

export function payerNotFound(language: Language): PayerNotFound {
  return Object.assign(new PayerNotFound(), { code: 'PAYER_NOT_FOUND' as const, message: payerNotFoundWords[language] });
}

export function rateLimited(retryAfterSeconds: number, language: Language): RateLimited {
  const message = rateLimitedWords[language](Math.ceil(retryAfterSeconds / 60));
  return Object.assign(new RateLimited(), { code: 'RATE_LIMITED' as const, message, retryAfterSeconds });
}

export function fieldsRefused(faults: readonly BillerFieldFault[], language: Language): BillerFieldsRefused {
  return Object.assign(new BillerFieldsRefused(), {
    code: 'BILLER_FIELDS_REFUSED' as const,
    message: fieldsRefusedWords[language],
    faults: [...faults],
  });
}

export function fieldFault(field: BillerField, problem: BillerFieldProblem, language: Language): BillerFieldFault {
  return { fieldId: field.code, problem, message: faultWords[problem](field, language) };
}
