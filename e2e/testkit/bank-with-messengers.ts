import { telegramEmulator } from '#clients/clients.ts';
import type { TelegramEmulator } from '#clients/messengers/channels/telegram/emulator/emulator.ts';
import { type BankAtWork, startBankAtWork } from './bank-at-work.ts';
import { openTelephone, type Telephone } from './telephone.ts';

/** The bank in this process with its bots, the identity stand-in and the Telegram emulator. */
export interface BankWithMessengers extends BankAtWork {
  readonly emulator: TelegramEmulator;
  telephone(name: string, language?: string): Promise<Telephone>;
  /** A telephone whose chat is linked to a demo customer. */
  telephoneOf(username: string, language?: string): Promise<Telephone>;
}

export async function startBankWithMessengers(environment: Readonly<Record<string, string>> = {}): Promise<BankWithMessengers> {
  const bank = await startBankAtWork({
    PORTICO_PARTS: 'simulators,identity,subgraphs,gateway,messengers,telegram-emulator',
    IDENTITY_ISSUER: '',
    IDENTITY_JWKS_URL: '',
    CERBERUS_TOKEN_URL: '',
    ...environment,
  });
  const emulator = bank.bank.partOf(telegramEmulator)?.emulator;
  if (emulator === undefined) throw new Error('the bank has no Telegram emulator');
  const open: Telephone[] = [];

  async function telephone(name: string, language = 'en'): Promise<Telephone> {
    const opened = await openTelephone(bank.url, { name, language });
    open.push(opened);
    return opened;
  }

  return Object.assign(Object.create(bank) as BankAtWork, {
    emulator,
    telephone,
    async telephoneOf(username: string, language = 'en') {
      const opened = await telephone(username, language);
      await opened.write('/link');
      await opened.linkAs(username);
      await opened.until('a menu', () => opened.said.length >= 4);
      return opened;
    },
    async stop() {
      for (const opened of open) opened.close();
      await bank.stop();
    },
  });
}
