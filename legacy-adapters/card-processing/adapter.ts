import { address, asSimulated } from '#platform/composition/setting.ts';
import { httpAddress, text } from '#platform/composition/setting-kinds.ts';
import { defineLegacyAdapter, simulatorPort } from '../legacy-adapter.ts';
import { createCardProcessing } from './client.ts';
import { cardProcessingPort } from './port.ts';
import { createCardProcessingSimulator } from './simulator/simulator.ts';

export const cardProcessing = defineLegacyAdapter({
  name: 'card-processing',
  title: 'card processing',
  about: 'SOAP 1.2, WS-Security',
  port: cardProcessingPort,
  settings: {
    CARD_PROCESSING_URL: address({ schema: httpAddress, description: "card processing's SOAP endpoint" }),
    CARD_PROCESSING_USER: asSimulated('portico', { schema: text, description: 'who we are there' }),
    CARD_PROCESSING_PASSWORD: asSimulated('portico-demo', { schema: text, description: 'the password of that user', isSecret: true }),
  },
  needs: {},
  create: ({ CARD_PROCESSING_URL: endpoint, CARD_PROCESSING_USER: user, CARD_PROCESSING_PASSWORD: password }, _given, tools) =>
    createCardProcessing({ endpoint, user, password, ...tools }),
  simulator: {
    path: '/card-processing',
    settings: { CARD_PROCESSING_SIMULATOR_PORT: simulatorPort(4202, 'card processing') },
    create: ({ CARD_PROCESSING_USER: user, CARD_PROCESSING_PASSWORD: password, CARD_PROCESSING_SIMULATOR_PORT: port }, _given, tools) =>
      createCardProcessingSimulator({ port, user, password, ...tools }),
  },
});
