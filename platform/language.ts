/** The languages in which the bank words what people read, by ISO 639-1; the only list of them. */
export const languages = ['uk', 'en', 'ru'] as const;
export type Language = (typeof languages)[number];

/** Spoken to those who have not said which language they want. */
export const defaultLanguage: Language = 'uk';
