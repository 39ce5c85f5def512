import { address, asSimulated } from '#platform/composition/setting.ts';
import { httpAddress, text } from '#platform/composition/setting-kinds.ts';
import { defineLegacyAdapter, simulatorPort } from '../legacy-adapter.ts';
import { createCoreBanking } from './client.ts';
import { coreBankingPort } from './port.ts';
import { createCoreBankingSimulator } from './simulator/simulator.ts';

export const coreBanking = defineLegacyAdapter({
  name: 'core-banking',
  title: 'core banking',
  about: 'SOAP 1.1, windows-1251, sessions',
  port: coreBankingPort,
  settings: {
    CORE_BANKING_URL: address({ schema: httpAddress, description: "the core's SOAP endpoint" }),
    CORE_BANKING_USER: asSimulated('portico', { schema: text, description: 'who we are there' }),
    CORE_BANKING_PASSWORD: asSimulated('portico-demo', { schema: text, description: 'the password of that user', isSecret: true }),
  },
  needs: {},
  create: ({ CORE_BANKING_URL: endpoint, CORE_BANKING_USER: user, CORE_BANKING_PASSWORD: password }, _given, tools) =>
    createCoreBanking({ endpoint, user, password, ...tools }),
  simulator: {
    path: '/core-banking',
    settings: { CORE_BANKING_SIMULATOR_PORT: simulatorPort(4201, 'core') },
    create: ({ CORE_BANKING_USER: user, CORE_BANKING_PASSWORD: password, CORE_BANKING_SIMULATOR_PORT: port }, _given, tools) =>
      createCoreBankingSimulator({ port, user, password, ...tools }),
  },
});
