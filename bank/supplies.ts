import { auditNeed } from '#platform/audit/settings.ts';
import { cacheNeed } from '#platform/cache/settings.ts';
import { graphNeed } from '#platform/composition/graph.ts';
import { type Listing, listingNeed } from '#platform/composition/listing.ts';
import type { Need } from '#platform/composition/need.ts';
import { realmNeed, realmVariablesNeed } from '#platform/composition/realm.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import { databaseNeed } from '#platform/database/settings.ts';
import { journalNeed } from '#platform/events/settings.ts';
import { idempotencyNeed } from '#platform/idempotency/settings.ts';
import { jobsNeed } from '#platform/jobs/settings.ts';
import { allSettings, type Settings } from './environment.ts';
import type { Ground } from './ground.ts';
import { legacyAdapters, subgraphs } from './lists.ts';
import { graphOf, realmOf } from './needs.ts';
import type { Parts } from './parts.ts';

/** What the bank itself gives to its parts. Ports of legacy systems come beside it, once they are connected. */
export function suppliesOf(settings: Settings, parts: Parts, ground: Ground): Map<string, unknown> {
  const supplies = new Map<string, unknown>();
  const supply = <Thing>(need: Need<Thing>, thing: Thing | undefined) => {
    if (thing !== undefined) supplies.set(need.name, thing);
  };
  supply(realmNeed, realmOf(settings, parts));
  supply(graphNeed, graphOf(settings, parts));
  supply(databaseNeed, ground.database);
  supply(journalNeed, ground.journal);
  supply(jobsNeed, ground.jobs);
  supply(idempotencyNeed, ground.idempotency);
  supply(auditNeed, ground.audit);
  supply(cacheNeed, ground.cache);
  supply(listingNeed, listing);
  supply(realmVariablesNeed, realmVariablesOf(settings));
  return supplies;
}

const listing: Listing = {
  subgraphs: subgraphs.map(({ name, about }) => ({ name, title: name, about })),
  legacySystems: legacyAdapters.map(({ name, title, about }) => ({ name, title, about })),
};

function realmVariablesOf(settings: Settings): Readonly<Record<string, string>> {
  const values = valuesOf(allSettings, settings.given);
  const variables = Object.entries(allSettings).flatMap(([name, { realmVariable }]) =>
    realmVariable === undefined ? [] : [[realmVariable, String(values[name])] as const],
  );
  return Object.fromEntries(variables);
}
