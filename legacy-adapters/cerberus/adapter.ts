import { realmNeed } from '#platform/composition/realm.ts';
import { address, forDevelopment, optional, withDefault } from '#platform/composition/setting.ts';
import { httpAddress, secretText, text } from '#platform/composition/setting-kinds.ts';
import { defineLegacyAdapter, simulatorPort } from '../legacy-adapter.ts';
import { createCerberus } from './client.ts';
import { cerberusPort } from './port.ts';
import { createCerberusSimulator } from './simulator/simulator.ts';

export const cerberus = defineLegacyAdapter({
  name: 'cerberus',
  title: 'Cerberus',
  about: 'SOAP 1.1, a token of the realm',
  port: cerberusPort,
  settings: {
    CERBERUS_URL: address({ schema: httpAddress, description: 'the SOAP endpoint of Cerberus, which verifies who people are' }),
    CERBERUS_TOKEN_URL: optional({
      schema: httpAddress,
      description: 'where its tokens come from, by client_credentials',
      without: "the realm's token endpoint",
    }),
    CERBERUS_CLIENT_ID: withDefault('portico-cerberus', { schema: text, description: 'the client of the realm that we are there' }),
    CERBERUS_CLIENT_SECRET: forDevelopment('cerberus-development-secret', {
      schema: secretText(8),
      description: 'the secret of that client',
      isSecret: true,
      realmVariable: 'PORTICO_CERBERUS_SECRET',
    }),
  },
  needs: { realm: realmNeed },
  realmClients: [
    {
      kind: 'service-account',
      clientId: 'portico-cerberus',
      name: 'Cerberus',
      description: "Portico's account at Cerberus, the bank's system of identity verification (client credentials).",
      audience: 'cerberus',
      secretVariable: 'PORTICO_CERBERUS_SECRET',
    },
  ],
  // It fetches its first token when the first call needs one: the realm may be served by this very process, later on.
  create: (
    { CERBERUS_URL: endpoint, CERBERUS_TOKEN_URL: tokenUrl, CERBERUS_CLIENT_ID: clientId, CERBERUS_CLIENT_SECRET: clientSecret },
    { realm },
    tools,
  ) => createCerberus({ endpoint, tokenUrl: tokenUrl ?? realm.tokenUrl, clientId, clientSecret, ...tools }),
  simulator: {
    path: '/cerberus',
    settings: { CERBERUS_SIMULATOR_PORT: simulatorPort(4203, 'Cerberus') },
    create: ({ CERBERUS_CLIENT_ID: clientId, CERBERUS_SIMULATOR_PORT: port }, { realm: { issuer, jwksUrl } }, tools) =>
      createCerberusSimulator({ port, issuer, jwksUrl, clientId, ...tools }),
  },
});
