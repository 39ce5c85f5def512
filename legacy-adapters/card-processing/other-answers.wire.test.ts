import { describe, expect, it } from 'vitest';
import { callOf, closing, serve } from '../kit/server.testkit.ts';
import { type CardProcessing, createCardProcessing } from './index.ts';

const namespace = 'urn:portico:card-processing:v2';

/** Processing that answers each operation with what the test wants, in a good envelope. */
async function processingThat(answers: string) {
  const server = await serve(() => ({
    headers: { 'content-type': 'application/soap+xml; charset=utf-8' },
    body: `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><s:Body>${answers.replace(/^<(\w+)/, `<$1 xmlns="${namespace}" xmlns:c="${namespace}"`)}</s:Body></s:Envelope>`,
  }));
  const options = { endpoint: server.url, user: 'portico', password: 'cards-password', deadlineMs: 5_000 };
  const processing: CardProcessing = closing(await createCardProcessing(options));
  return { processing, server };
}

const status = (token: string, code: string) =>
  `<status><cardToken>${token}</cardToken><code>${code}</code><changedAt>2026-06-30T10:00:00Z</changedAt></status>`;
const pan = '411111******1111';
const card = (token: string, maskedPan = pan, rest = '') =>
  `<card xsi:type="c:DebitCard"><cardToken>${token}</cardToken><maskedPan>${maskedPan}</maskedPan><network>VISA</network><holderId>1</holderId><accountId>2</accountId><accountOwnerId>1</accountOwnerId><embossedName>O</embossedName><expires>2028-01</expires>${rest}<contactless>true</contactless></card>`;

describe('a lock whose well-formed answer', () => {
  const locked = (inner: string) => `<LockCardResponse>${inner}</LockCardResponse>`;
  const unlocked = (inner: string) => `<UnlockCardResponse>${inner}</UnlockCardResponse>`;

  it('is about the card, in the state that was asked for, is done', async () => {
    const { processing } = await processingThat(locked(status('7', 'L')));
    expect(await processing.lockCard('7', 'ref', callOf())).toEqual({ outcome: 'DONE', status: 'LOCKED' });
  });

  it.each([
    ['is about another card', locked(status('8', 'L'))],
    ['says that it is active', locked(status('7', 'A'))],
    ['says that the bank blocked it', locked(status('7', 'B'))],
    ['is that of an unlock', unlocked(status('7', 'L'))],
  ])('%s is of unknown outcome, and is sent once', async (_case, answer) => {
    const { processing, server } = await processingThat(answer);
    await expect(processing.lockCard('7', 'ref', callOf())).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    ['is about another card', unlocked(status('8', 'A'))],
    ['says that it is still locked', unlocked(status('7', 'L'))],
  ])('to an unlock %s is of unknown outcome', async (_case, answer) => {
    const { processing } = await processingThat(answer);
    await expect(processing.unlockCard('7', 'ref', callOf())).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  });
});

describe('a card in a well-formed answer', () => {
  it('is read, its number masked as people see it', async () => {
    const { processing } = await processingThat(`<GetCardsResponse>${card('7')}</GetCardsResponse>`);
    expect(await processing.findCards(['7'], callOf())).toMatchObject([
      { cardToken: '7', maskedNumber: '4111 11•• •••• 1111', lastFour: '1111' },
    ]);
  });

  it.each([
    ['4111111111111111', 'a whole number'],
    ['411111*****11111', 'one digit too many'],
    ['4111111*****1111', 'a digit where a star should be'],
    ['411111**1***1111', 'a digit between the stars'],
    ['411111******1111 4111111111111111', 'a whole number behind it'],
    ['41111111******1111', 'eight digits at the front'],
    ['411111******11111', 'five digits at the end'],
    ['411111••••••1111', 'other marks than stars'],
    ['４11111******1111', 'a digit of another script'],
    ['\n411111******1111', 'a line feed'],
    ['', 'nothing'],
  ])('whose masked number is %j, %s, is not believed, and shows nothing of it', async (maskedPan) => {
    const { processing } = await processingThat(`<GetCardsResponse>${card('7', maskedPan)}</GetCardsResponse>`);
    const error: unknown = await processing.findCards(['7'], callOf()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'UPSTREAM_MALFORMED' });
    expect(String(error)).not.toMatch(/\d{6}/);
  });

  it.each([
    [
      'another card than was asked for',
      `<GetCardsResponse>${card('8')}</GetCardsResponse>`,
      (port: CardProcessing) => port.findCards(['7'], callOf()),
    ],
    [
      'a card twice',
      `<GetCardsResponse>${card('7')}${card('7')}</GetCardsResponse>`,
      (port: CardProcessing) => port.findCards(['7'], callOf()),
    ],
    [
      "another holder's card",
      `<GetCardsByHoldersResponse>${card('7')}</GetCardsByHoldersResponse>`,
      (port: CardProcessing) => port.findCardsOfHolders(['2'], callOf()),
    ],
    [
      "another account's card",
      `<GetCardsByAccountsResponse>${card('7')}</GetCardsByAccountsResponse>`,
      (port: CardProcessing) => port.findCardsOfAccounts(['1'], callOf()),
    ],
    [
      "another card's state",
      `<GetCardStatusesResponse>${status('8', 'A')}</GetCardStatusesResponse>`,
      (port: CardProcessing) => port.findStatuses(['7'], callOf()),
    ],
  ])('that is %s is not believed', async (_case, answer, ask) => {
    const { processing } = await processingThat(answer);
    await expect(ask(processing)).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });
});

describe('a limit in a well-formed answer', () => {
  const limit = (token: string, kind: string, used = 'UAH') =>
    `<limit><cardToken>${token}</cardToken><kind>${kind}</kind><limit currency="UAH">100.00</limit><used currency="${used}">1.00</used></limit>`;
  it.each([
    ['of another card', limit('8', 'CASH_DAY')],
    ['twice of one kind', limit('7', 'CASH_DAY') + limit('7', 'CASH_DAY')],
    ['used in another currency', limit('7', 'CASH_DAY', 'USD')],
  ])('%s is not believed', async (_case, inner) => {
    const { processing } = await processingThat(`<GetCardLimitsResponse>${inner}</GetCardLimitsResponse>`);
    await expect(processing.findLimits(['7'], callOf())).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });
});
