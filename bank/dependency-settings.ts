import { auditNeed, auditSettings } from '#platform/audit/settings.ts';
import { cacheNeed, cacheSettings } from '#platform/cache/settings.ts';
import type { Need } from '#platform/composition/need.ts';
import { realmNeed, realmSettings } from '#platform/composition/realm.ts';
import type { SettingTable } from '#platform/composition/setting.ts';
import { databaseNeed, databaseSettings } from '#platform/database/settings.ts';
import { journalNeed } from '#platform/events/settings.ts';
import { idempotencyNeed } from '#platform/idempotency/settings.ts';
import { jobsNeed } from '#platform/jobs/settings.ts';

/** What stands on the database, so that whoever needs one of these needs that. */
export const databaseNeeds: readonly Need[] = [databaseNeed, journalNeed, jobsNeed, idempotencyNeed, auditNeed];

/** Settings of something that the bank gives to its parts. A process reads them where somebody in it needs that. */
export interface DependencySettings {
  readonly of: string;
  readonly needs: readonly Need[];
  readonly settings: SettingTable;
}

export const dependencySettings: readonly DependencySettings[] = [
  { of: 'realm', needs: [realmNeed], settings: realmSettings },
  { of: 'database', needs: databaseNeeds, settings: databaseSettings },
  { of: 'audit', needs: [auditNeed], settings: auditSettings },
  { of: 'cache', needs: [cacheNeed], settings: cacheSettings },
];
