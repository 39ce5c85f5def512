import { createTelegramEmulator, type TelegramEmulator } from '#clients/messengers/channels/telegram/emulator/emulator.ts';
import { readRealm } from '#identity/realm.ts';
import { createIdentityServer } from '#identity/server.ts';
import { type CardProcessingSimulator, createCardProcessingSimulator } from '#legacy-adapters/card-processing/simulator/simulator.ts';
import { type CoreBankingSimulator, createCoreBankingSimulator } from '#legacy-adapters/core-banking/simulator/simulator.ts';
import { createWorld } from '#legacy-adapters/simulation/world.ts';
import { createHttpServer } from '#platform/http/http-server.ts';
import { createLogger } from '#platform/telemetry/logger.ts';

/** Telegram, Keycloak and the legacy systems in the test's own process, where they outlive the processes of the bank. */
export interface OutsideWorld {
  readonly telegram: TelegramEmulator;
  /** Where the telephones are. */
  readonly telegramUrl: string;
  readonly coreBanking: CoreBankingSimulator;
  readonly cardProcessing: CardProcessingSimulator;
  /** What a process of the bank with its bot needs to know of them. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function startOutsideWorld(telegramToken: string): Promise<OutsideWorld> {
  const logger = createLogger('test', 'silent');
  const telegram = createTelegramEmulator({ token: telegramToken, botName: 'Portico', logger });
  const telegramServer = createHttpServer({ name: 'telegram', host: '127.0.0.1', port: 0, handle: telegram.handle });
  const identity = createIdentityServer({ mode: 'development', host: '127.0.0.1', port: 0, realm: readRealm(), logger });
  const simulator = {
    port: 0,
    user: 'portico',
    password: 'portico-demo',
    world: createWorld(),
    logger,
    switches: { latencyMs: 0 },
  };
  const coreBanking = createCoreBankingSimulator(simulator);
  const cardProcessing = createCardProcessingSimulator(simulator);
  const servers = [telegramServer, identity, coreBanking, cardProcessing];
  await Promise.all(servers.map((server) => server.start()));
  return {
    telegram,
    telegramUrl: telegramServer.url,
    coreBanking,
    cardProcessing,
    environment: {
      PORTICO_PARTS: 'simulators,subgraphs,gateway,messengers',
      IDENTITY_ISSUER: identity.issuer,
      TELEGRAM_BOT_TOKEN: telegramToken,
      TELEGRAM_API_ROOT: `${telegramServer.url}/telegram-emulator`,
      CORE_BANKING_URL: coreBanking.url,
      CORE_BANKING_USER: simulator.user,
      CORE_BANKING_PASSWORD: simulator.password,
      CARD_PROCESSING_URL: cardProcessing.url,
      CARD_PROCESSING_USER: simulator.user,
      CARD_PROCESSING_PASSWORD: simulator.password,
      LEGACY_DEADLINE_MS: '10000',
    },
    async stop() {
      await telegram.stop();
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
