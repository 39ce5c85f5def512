import type { Bank } from '#bank/bank.ts';
import type { Ports } from '#subgraphs/subgraphs.ts';
import type { TokenIssuer } from './token-issuer.ts';

/** What a process in production must be told of each legacy system, which here is a simulator elsewhere. */
export function legacySettings(
  { coreBanking, cardProcessing, cerberus, billerHub }: Bank['simulators'],
  issuer: TokenIssuer,
): Readonly<Record<keyof Ports, Readonly<Record<string, string>>>> {
  const [user, password] = ['portico', 'portico-demo'];
  return {
    coreBanking: { CORE_BANKING_URL: coreBanking?.url ?? '', CORE_BANKING_USER: user, CORE_BANKING_PASSWORD: password },
    cardProcessing: { CARD_PROCESSING_URL: cardProcessing?.url ?? '', CARD_PROCESSING_USER: user, CARD_PROCESSING_PASSWORD: password },
    cerberus: {
      CERBERUS_URL: cerberus?.url ?? '',
      CERBERUS_TOKEN_URL: `${issuer.issuer}/protocol/openid-connect/token`,
      CERBERUS_CLIENT_SECRET: 'the secret of this test',
    },
    billerHub: { BILLER_HUB_URL: billerHub?.url ?? '', BILLER_HUB_PARTNER: user, BILLER_HUB_PASSWORD: password },
  };
}
