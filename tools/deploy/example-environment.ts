import { legacyAdapters } from '#bank/lists.ts';
import { simulatorSettings } from '#legacy-adapters/legacy-adapter.ts';
import type { Setting } from '#platform/composition/setting.ts';
import { isToldAlone, tablesOfParts } from '../docs/parts-alone.ts';
import { defaultOf } from '../docs/setting-tables.ts';
import { simulatorUrl } from './compose-services.ts';
import { askedOf } from './container-settings.ts';

interface Asked {
  /** Whose table it stands in. */
  readonly of: string;
  readonly name: string;
  readonly setting: Setting;
}

const tables = [...tablesOfParts(), { of: 'simulators', settings: simulatorSettings }];
const asked: readonly Asked[] = tables.flatMap(({ of, settings }) => askedOf(settings).map(([name, setting]) => ({ of, name, setting })));
const isRequired = ({ name, setting }: Asked) => isToldAlone([name, setting]);
const aboutOf = ({ of, setting }: Asked) => `${of}: ${plain(setting.description)}`;

function plain(markdown: string): string {
  return markdown
    .replaceAll(/ \(\[[^\]]+\]\([^)]+\)\)/g, '')
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll('`', '');
}

/** In the example the legacy systems are the simulated ones. */
function exampleOf({ of, setting }: Asked): string {
  const adapter = legacyAdapters.find(({ name }) => name === of);
  return adapter !== undefined && setting.absence.kind === 'simulator-address' ? simulatorUrl(adapter) : '';
}

/** What has no default, as an environment file, without what stands elsewhere in it. */
export function requiredVariables(elsewhere: ReadonlySet<string>): string {
  const wanted = asked.filter((each) => isRequired(each) && !elsewhere.has(each.name));
  return wanted.map((each) => `# ${aboutOf(each)}\n${each.name}=${exampleOf(each)}`).join('\n');
}

/** What may stay empty, with what holds then. */
export function optionalVariables(): string {
  const wanted = asked.filter((each) => !isRequired(each));
  return wanted.map((each) => `# ${aboutOf(each)}. Empty: ${plain(defaultOf(each.setting))}\n${each.name}=`).join('\n');
}
