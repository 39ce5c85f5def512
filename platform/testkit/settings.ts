import { z } from 'zod';
import { type SettingTable, type Values, valuesOf } from '../composition/setting.ts';
import { readEnvironment } from '../environment.ts';

/** What a part with these settings is given in this environment. Throws an EnvironmentError for values that cannot be. */
export function settingsIn<Table extends SettingTable>(table: Table, environment: Readonly<Record<string, string>>): Values<Table> {
  const schema = z.object(Object.fromEntries(Object.entries(table).map(([name, setting]) => [name, setting.schema.optional()])));
  return valuesOf(table, readEnvironment(schema, environment));
}
