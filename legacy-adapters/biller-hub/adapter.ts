import { address, asSimulated } from '#platform/composition/setting.ts';
import { httpAddress, text } from '#platform/composition/setting-kinds.ts';
import { defineLegacyAdapter, simulatorPort } from '../legacy-adapter.ts';
import { createBillerHub } from './client.ts';
import { billerHubPort } from './port.ts';
import { createBillerHubSimulator } from './simulator/simulator.ts';

export const billerHub = defineLegacyAdapter({
  name: 'biller-hub',
  title: 'biller hub',
  about: 'XML over POST, signed both ways',
  port: billerHubPort,
  settings: {
    BILLER_HUB_URL: address({ schema: httpAddress, description: 'where the biller hub takes its XML' }),
    BILLER_HUB_PARTNER: asSimulated('portico', { schema: text, description: 'who we are there' }),
    BILLER_HUB_PASSWORD: asSimulated('portico-demo', { schema: text, description: 'what signs the bodies, both ways', isSecret: true }),
  },
  needs: {},
  create: ({ BILLER_HUB_URL: endpoint, BILLER_HUB_PARTNER: partner, BILLER_HUB_PASSWORD: password }, _given, tools) =>
    createBillerHub({ endpoint, partner, password, ...tools }),
  simulator: {
    path: '/biller-hub',
    settings: { BILLER_HUB_SIMULATOR_PORT: simulatorPort(4204, 'biller hub') },
    create: ({ BILLER_HUB_PARTNER: partner, BILLER_HUB_PASSWORD: password, BILLER_HUB_SIMULATOR_PORT: port }, _given, tools) =>
      createBillerHubSimulator({ port, partner, password, ...tools }),
  },
});
