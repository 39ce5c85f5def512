import type { Setting, SettingTable } from '#platform/composition/setting.ts';
import { isToldAlone } from '../docs/parts-alone.ts';

/** A variable of whoever runs the containers, without which nothing starts. */
export const required = (name: string) => `\${${name}:?}`;
const optional = (name: string) => `\${${name}:-}`;

/** What the frame of deploy/compose.yaml decides: names and ports of containers. */
const ofTheFrame: Readonly<Record<string, string>> = {
  PORTICO_MODE: 'production',
  HOST: '0.0.0.0',
  PORT: '4000',
  METRICS_HOST: '0.0.0.0',
  SUBGRAPH_HOST: '0.0.0.0',
  SUBGRAPH_PORT: '4100',
  SIMULATOR_HOST: '0.0.0.0',
  PUBLIC_URL: required('PUBLIC_URL'),
  GATEWAY_URL: 'http://gateway:4000',
  SUBGRAPH_URL: 'http://subgraph-{name}:4100/graphql',
  IDENTITY_ISSUER: `${required('IDENTITY_URL')}/realms/portico`,
  DATABASE_URL: `postgresql://portico:${required('POSTGRES_PASSWORD')}@postgres:5432/portico`,
  REDIS_URL: `redis://:${required('REDIS_PASSWORD')}@redis:6379`,
};
/** Said of each service by itself, or of no use in a container. */
const left = new Set(['PORTICO_PARTS', 'OTEL_SERVICE_NAME', 'DATABASE_DIR']);

/** Which container must be there, and healthy, before a process with this setting starts. */
export const containersBehind: Readonly<Record<string, string>> = {
  IDENTITY_ISSUER: 'keycloak',
  DATABASE_URL: 'postgres',
  REDIS_URL: 'redis',
};

/** Every setting of a table with what `docker compose` puts in its place. One that has a default may be left empty. */
export function environmentFor(settings: SettingTable): [name: string, value: string][] {
  return Object.entries(settings)
    .filter(([name]) => !left.has(name))
    .map(([name, setting]) => [name, ofTheFrame[name] ?? (isToldAlone([name, setting]) ? required(name) : optional(name))]);
}

/** Of the settings of a table those that whoever runs the containers fills in, or may. */
export function askedOf(settings: SettingTable): (readonly [name: string, setting: Setting])[] {
  return Object.entries(settings).filter(([name]) => !left.has(name) && !(name in ofTheFrame));
}
