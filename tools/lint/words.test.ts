import { describe, expect, it } from 'vitest';
import { allowed, oldWordsIn, refused } from './words.ts';

const planted = [
  'conceal(text)',
  'run(errand, attempt)',
  'standTrial({})',
  'postSealed(system)',
  "import { createBoard } from '../kit/board.ts'",
  'the core is away',
  'accountsAway(context)',
  'account.requisites.iban',
  'type OperationFilter',
  'UPSTREAM or LEGACY_TIMEOUT',
  'workshop: Workshop',
  'suppliesOf(settings)',
  'readySign(bank)',
  'withPlaces(graph)',
  'changesNothing(document)',
  'createCardDesk(cards)',
  'findLastingPort()',
  'rehearse(service)',
  'The ground for state',
];

describe('an old word', () => {
  it.each(planted)('is refused: %s', (line) => {
    expect(oldWordsIn('platform/planted.ts', `\n${line}\n`)).toMatchObject([{ line: 2 }]);
  });

  it('has every rule caught by a planted line', () => {
    for (const { word } of refused)
      expect(
        planted.some((line) => word.test(line)),
        String(word),
      ).toBe(true);
  });

  it('may stand where a reason is given, and in what is generated', () => {
    expect(allowed.every(({ because }) => because.length > 10)).toBe(true);
    for (const file of ['docs/adr/0001-x.md', 'legacy-adapters/core-banking/client.ts', 'e2e/generated/gql.ts'])
      expect(oldWordsIn(file, 'requisites')).toEqual([]);
  });

  it.each(['throw it away', 'take it away', 'a GraphQL operation', 'operationName', 'the keyboard', 'signed and sealed'])(
    'is not what everybody says: %s',
    (line) => {
      expect(oldWordsIn('platform/planted.ts', line)).toEqual([]);
    },
  );
});
