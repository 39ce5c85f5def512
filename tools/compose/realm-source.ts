import type { RealmClient } from '#platform/composition/realm-client.ts';
import type { SettingTable } from '#platform/composition/setting.ts';
import type { Scope } from '#subgraphs/kit/descriptor.ts';

/** What the descriptors say of the realm. */
export interface RealmSource {
  readonly isDevelopment: boolean;
  readonly scopes: readonly Scope[];
  readonly clients: readonly RealmClient[];
  /** `${NAME:default}`, the default being that of development. Throws for a variable that no setting has. */
  secretOf(variable: string): string;
}

/** Reads secrets of clients from the settings that have the same value: `realmVariable` is the name of the placeholder. */
export function secretsIn(settings: SettingTable): RealmSource['secretOf'] {
  return (variable) => {
    const setting = Object.values(settings).find(({ realmVariable }) => realmVariable === variable);
    if (setting?.absence.kind !== 'development') throw new Error(`no setting for development has the realmVariable ${variable}`);
    return `\${${variable}:${String(setting.absence.value)}}`;
  };
}
