import { z } from 'zod';
import { forDevelopment, optional, withDefault } from '#platform/composition/setting.ts';
import { port, secretText, text } from '#platform/composition/setting-kinds.ts';

/** What every process with a subgraph may be told. */
export const subgraphSettings = {
  SUBGRAPH_HOST: withDefault('127.0.0.1', { schema: text, description: 'the address that subgraphs listen on' }),
  SUBGRAPH_PORT: withDefault(0, { schema: port, description: 'the port of the subgraph, where one runs by itself; 0 takes any' }),
  GATEWAY_PUBLIC_KEY: optional({
    schema: z.string(),
    description: 'the public half of `GATEWAY_SIGNING_KEY`, for subgraphs in other processes',
    without: 'from the signing key',
  }),
  ID_SECRET: forDevelopment('portico development ids, never in production', {
    schema: secretText(32),
    description: 'what ids in the graph are made with, 32 characters or more, the same for all subgraphs; changing it changes every id',
    isSecret: true,
    hint: 'the same for every subgraph; ids in the graph are made with it',
  }),
};
