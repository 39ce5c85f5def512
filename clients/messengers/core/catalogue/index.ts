import type { Language } from '../language.ts';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

export type { Catalogue } from './catalogue.ts';

export const catalogues: Readonly<Record<Language, Catalogue>> = { uk, en, ru };
