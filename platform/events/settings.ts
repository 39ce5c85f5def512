import { defineNeed } from '../composition/need.ts';
import type { Journal } from './journal.ts';

export const journalNeed = defineNeed<Journal>('journal');
