import { z } from 'zod';
import type { Given } from '#platform/composition/need.ts';
import { realmNeed } from '#platform/composition/realm.ts';
import { optional, type Values, withDefault } from '#platform/composition/setting.ts';
import { isOrigin, milliseconds, wholeNumber } from '#platform/composition/setting-kinds.ts';
import { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';

const settings = {
  REQUEST_DEADLINE_MS: withDefault(10_000, { schema: milliseconds, description: "the longest that a client's request may take" }),
  CONCURRENCY_MAX: withDefault(40, {
    schema: wholeNumber(1, 100_000, 'must be a whole number, 1 to 100000'),
    description: 'the most requests that the gateway works on at once; one more is answered 503 `OVERLOADED`',
  }),
  CONNECTIONS_MAX: withDefault(5_000, {
    schema: wholeNumber(1, 100_000, 'must be a whole number, 1 to 100000'),
    description: 'the most connections to the gateway at once; beyond that the one that has longest been idle makes room',
  }),
  CONNECTIONS_PER_ADDRESS_MAX: withDefault(1_000, {
    schema: wholeNumber(1, 100_000, 'must be a whole number, 1 to 100000'),
    description: 'the same for one address; a reverse proxy is one, whoever is behind it',
  }),
  CORS_ORIGINS: withDefault('', {
    schema: z.string().refine((text) => text === '' || text.split(',').every(isOrigin), {
      error: 'must be origins such as https://app.bank with commas between them',
    }),
    description: 'origins of pages elsewhere that may ask the graph, with commas between them',
  }),
  SUBGRAPH_URL: optional({
    schema: z.string().regex(/^https?:\/\/\S*\{name\}\S*$/, { error: 'must be an address with {name} in it' }),
    description: 'where the gateway finds the subgraphs that are not in its process: `http://{name}.bank:4100/graphql`',
    without: 'none',
  }),
  GATEWAY_SIGNING_KEY: optional({
    schema: z.string(),
    description: 'an Ed25519 private key in PEM, by which the gateway vouches for who asks',
    isSecret: true,
    without: "made at each start, where all subgraphs are in the gateway's process",
  }),
};
const needs = { realm: realmNeed };

type FromTheProcess = Pick<
  GatewayOptions,
  | 'host'
  | 'port'
  | 'mode'
  | 'publicUrl'
  | 'drainDelayMs'
  | 'supergraphSdl'
  | 'subgraphUrl'
  | 'principalIssuer'
  | 'mounts'
  | 'checks'
  | 'metrics'
  | 'tracing'
  | 'logger'
>;

/** The front door of the graph, as the bank sees it. There is one, so the bank knows it by name. */
export const gatewayPart = {
  name: 'gateway',
  settings,
  needs,
  create(values: Values<typeof settings>, { realm }: Given<typeof needs>, process: FromTheProcess): Gateway {
    return createGateway({
      ...process,
      identity: realm,
      corsOrigins: new Set(values.CORS_ORIGINS.split(',').filter((name) => name !== '')),
      deadlineMs: values.REQUEST_DEADLINE_MS,
      concurrencyMax: values.CONCURRENCY_MAX,
      connectionsMax: values.CONNECTIONS_MAX,
      connectionsPerAddressMax: values.CONNECTIONS_PER_ADDRESS_MAX,
    });
  },
};
