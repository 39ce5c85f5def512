import { z } from 'zod';
import { type GivenSettings, type SettingTable, type Values, valuesOf } from '#platform/composition/setting.ts';
import { readEnvironment } from '#platform/environment.ts';
import { settingGroups } from './lists.ts';
import { processSettings } from './process-settings.ts';

/** What the environment says, checked: that of the process by name, that of everybody else by their tables of settings. */
export interface Settings extends Values<typeof processSettings> {
  readonly given: GivenSettings;
}

/** Every setting of the bank, by its name. */
export const allSettings: SettingTable = Object.assign({}, ...settingGroups.map(({ settings }) => settings));

const schema = z.object(Object.fromEntries(Object.entries(allSettings).map(([name, setting]) => [name, setting.schema.optional()])));

export function readSettings(source: NodeJS.ProcessEnv = process.env): Settings {
  const given = readEnvironment(schema, source);
  return { ...valuesOf(processSettings, given), given };
}
