import { z } from 'zod';
import { defineNeed } from '../composition/need.ts';
import { optional, withDefault } from '../composition/setting.ts';
import { text } from '../composition/setting-kinds.ts';
import type { Database } from './database.ts';

export const databaseNeed = defineNeed<Database>('database');

export const databaseSettings = {
  DATABASE_DIR: withDefault('.portico/database', { schema: text, description: "the embedded database's folder; `memory` keeps nothing" }),
  DATABASE_URL: optional({
    schema: z.string().regex(/^postgres(ql)?:\/\//, { error: 'must begin with postgresql://' }),
    description: 'a PostgreSQL in its place: `postgresql://user:password@host/portico`',
    isSecret: true,
    isNeededInProduction: true,
    hint: 'the embedded database is for one process on one machine',
    without: 'none',
  }),
};
