import { expect, it } from 'vitest';
import { chooseResponseType } from './response-type.ts';

const json = 'application/json';
const graphqlResponse = 'application/graphql-response+json';
const typeOf = (accept: string | undefined) => chooseResponseType(accept)?.split(';')[0];

it.each([
  [undefined, json],
  ['*/*', json],
  ['application/*', json],
  [json, json],
  [graphqlResponse, graphqlResponse],
  [`${graphqlResponse};charset=utf-8`, graphqlResponse],
  [`${graphqlResponse}; charset=UTF-8`, graphqlResponse],
  [`${json}; charset=utf-16`, undefined],
  [`${graphqlResponse}, ${json}`, graphqlResponse],
  [`${graphqlResponse}, ${json};q=0.9`, graphqlResponse],
  [`${json}, ${graphqlResponse};q=0.9`, json],
  [`${json};q=0, */*;q=0.1`, graphqlResponse],
  ['text/html', undefined],
  [`${json};q=0`, undefined],
])('Accept: %s is answered with %s', (accept, type) => {
  expect(typeOf(accept)).toBe(type);
});

it('an Accept header of 16 kB costs nothing worth a mention', () => {
  const startedAt = performance.now();
  chooseResponseType('a/b,'.repeat(4_000));
  expect(performance.now() - startedAt).toBeLessThan(50);
});
