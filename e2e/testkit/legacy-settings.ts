import { legacyAdapters } from '#bank/lists.ts';
import { missingOf, type Setting } from '#platform/composition/setting.ts';

/** In place of every secret that everybody knows. */
export const secretOfTests = 'the secret of this test';

/** What a process in production must be told of each legacy system, by its name, where it is a simulator elsewhere. */
export function legacySettings({
  simulators,
}: {
  readonly simulators: ReadonlyMap<string, { readonly url: string }>;
}): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(
    legacyAdapters.map(({ name, settings }) => {
      const missing = missingOf(settings, {}, { simulated: false, production: true });
      const told = missing.map((each) => [each.name, wordOf(settings[each.name], simulators.get(name)?.url ?? '')]);
      return [name, Object.fromEntries(told) as Record<string, string>];
    }),
  );
}

/** What simulator and adapter know each other by, or a secret that is not the public one. */
function wordOf(setting: Setting | undefined, url: string): string {
  if (setting?.absence.kind === 'simulator-address') return url;
  return setting?.absence.kind === 'simulated' ? String(setting.absence.value) : secretOfTests;
}
