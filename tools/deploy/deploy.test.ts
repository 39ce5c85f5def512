import { describe, expect, it } from 'vitest';
import { legacyAdapters, subgraphPart, subgraphs } from '#bank/lists.ts';
import { cacheSettings } from '#platform/cache/settings.ts';
import { asSimulated, optional, withDefault } from '#platform/composition/setting.ts';
import { text } from '#platform/composition/setting-kinds.ts';
import { partsAlone, tablesOfParts } from '../docs/parts-alone.ts';
import { composeServices } from './compose-services.ts';
import { askedOf, containersBehind, environmentFor } from './container-settings.ts';

describe('what a container is told', () => {
  const table = {
    PORT: withDefault('1', { schema: text, description: '' }),
    REGISTER_USER: asSimulated('portico', { schema: text, description: '' }),
    REGISTER_PAGE: withDefault('7', { schema: text, description: '' }),
    REGISTER_KEY: optional({ schema: text, description: '', isNeededInProduction: true, without: 'none' }),
    PORTICO_PARTS: withDefault('all', { schema: text, description: '' }),
  };

  it('is what the containers decide, what must be filled in, and what may stay empty', () => {
    expect(environmentFor(table)).toEqual([
      ['PORT', '4000'],
      ['REGISTER_USER', `\${REGISTER_USER:?}`],
      ['REGISTER_PAGE', `\${REGISTER_PAGE:-}`],
      ['REGISTER_KEY', `\${REGISTER_KEY:?}`],
    ]);
    expect(askedOf(table).map(([name]) => name)).toEqual(['REGISTER_USER', 'REGISTER_PAGE', 'REGISTER_KEY']);
  });

  it('leads whoever needs the cache to the Redis beside it', () => {
    expect(environmentFor(cacheSettings)).toEqual([['REDIS_URL', `redis://:\${REDIS_PASSWORD:?}@redis:6379`]]);
    expect(containersBehind.REDIS_URL).toBe('redis');
  });

  it('is refused where two tables would have one name', () => {
    const [gateway] = partsAlone;
    const same = { part: 'other', isOnRequest: false, tables: [{ of: 'gateway', settings: table }] };
    expect(() => tablesOfParts(gateway === undefined ? [] : [gateway, same])).toThrow('two tables of settings are called gateway');
  });
});

it('a part gets the tables of the systems that it asks, and of no other', () => {
  for (const subgraph of subgraphs) {
    const asked = Object.values(subgraph.needs).map(({ name }) => name);
    const systems = legacyAdapters.filter(({ port }) => asked.includes(port.name)).map(({ name }) => name);
    const tables = partsAlone.find(({ part }) => part === subgraphPart(subgraph))?.tables.map(({ of }) => of) ?? [];
    expect(tables.filter((of) => legacyAdapters.some(({ name }) => name === of)).toSorted()).toEqual(systems.toSorted());
  }
  expect(composeServices()).toContain('  subgraph-accounts:');
});
