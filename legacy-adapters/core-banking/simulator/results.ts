/** The core's result codes: 1xx is the request's fault. */
export const resultCodes = { malformed: 101, wrongPassword: 110, lockedOut: 111, nobodyFound: 120 } as const;
export type ResultCode = (typeof resultCodes)[keyof typeof resultCodes];

const texts: Readonly<Record<ResultCode, string>> = {
  [resultCodes.malformed]: 'Запит містить помилку',
  [resultCodes.wrongPassword]: 'Невірний користувач або пароль',
  [resultCodes.lockedOut]: 'Користувача тимчасово заблоковано',
  [resultCodes.nobodyFound]: 'Клієнта не знайдено',
};

export const done = { outcome: { resultCode: '0', resultText: null } };

export function refused(code: ResultCode): { readonly outcome: object } {
  return { outcome: { resultCode: String(code), resultText: texts[code] } };
}
