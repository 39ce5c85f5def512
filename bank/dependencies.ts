import { auditNeed } from '#platform/audit/settings.ts';
import { cacheNeed } from '#platform/cache/settings.ts';
import { customerScopesNeed, graphNeed } from '#platform/composition/graph.ts';
import { jobsEndpointNeed } from '#platform/composition/jobs-endpoint.ts';
import { type Listing, listingNeed } from '#platform/composition/listing.ts';
import type { Need } from '#platform/composition/need.ts';
import { realmNeed, realmVariablesNeed } from '#platform/composition/realm.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import { databaseNeed } from '#platform/database/settings.ts';
import { journalNeed } from '#platform/events/settings.ts';
import { idempotencyNeed } from '#platform/idempotency/settings.ts';
import { jobsNeed } from '#platform/jobs/settings.ts';
import { loggerNeed, metricsNeed } from '#platform/telemetry/needs.ts';
import { graphOf, realmOf } from './addresses.ts';
import type { DurableState } from './durable-state.ts';
import { allSettings, type Settings } from './environment.ts';
import { legacyAdapters, subgraphs } from './lists.ts';
import type { Parts } from './parts.ts';
import type { ProcessContext } from './process-context.ts';

/** What the bank itself gives to its parts. Ports of legacy systems come beside it, once they are connected. */
export function dependenciesOf(
  settings: Settings,
  parts: Parts,
  durable: DurableState,
  { metrics, logger }: Pick<ProcessContext, 'metrics' | 'logger'>,
): Map<string, unknown> {
  const dependencies = new Map<string, unknown>();
  const provide = <Thing>(need: Need<Thing>, thing: Thing | undefined) => {
    if (thing !== undefined) dependencies.set(need.name, thing);
  };
  provide(realmNeed, realmOf(settings, parts));
  provide(graphNeed, graphOf(settings, parts));
  provide(databaseNeed, durable.database);
  provide(journalNeed, durable.journal);
  provide(jobsNeed, durable.jobs);
  provide(idempotencyNeed, durable.idempotency);
  provide(auditNeed, durable.audit);
  provide(jobsEndpointNeed, durable.jobsEndpoint);
  provide(cacheNeed, durable.cache);
  provide(loggerNeed, logger);
  provide(metricsNeed, metrics);
  provide(listingNeed, listing);
  provide(customerScopesNeed, customerScopes);
  provide(realmVariablesNeed, realmVariablesOf(settings));
  return dependencies;
}

const customerScopes = subgraphs.flatMap(({ scopes }) =>
  scopes.filter(({ grantedTo }) => grantedTo === 'customers').map(({ name }) => name),
);

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
