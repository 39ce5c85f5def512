import { type RealmAddress, realmAddress, realmSettings } from '#platform/composition/realm.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import type { Settings } from './environment.ts';
import type { Parts } from './parts.ts';

/** How people and messengers reach the bank. */
export function publicUrlOf(settings: Settings): string {
  return settings.PUBLIC_URL ?? originOf(settings);
}

/** Where this process answers, on this machine. */
export function originOf(settings: Settings): string {
  return `http://localhost:${settings.PORT}`;
}

export function realmOf(settings: Settings, parts: Parts): RealmAddress | undefined {
  const standIn = parts.has('identity') ? `${publicUrlOf(settings)}/realms/portico` : undefined;
  return realmAddress(valuesOf(realmSettings, settings.given), { mode: settings.PORTICO_MODE, standIn });
}

/** Where the graph is for those who ask it from this process. */
export function graphOf(settings: Settings, parts: Parts): { readonly url: string } | undefined {
  const gateway = parts.gateway ? originOf(settings) : settings.GATEWAY_URL?.replace(/\/$/, '');
  return gateway === undefined ? undefined : { url: `${gateway}/graphql` };
}
