import { expect, it } from 'vitest';
import { demoUsers } from '#clients/welcome/demo-users.ts';
import { readRealm } from '#identity/realm.ts';
import { people } from '#legacy-adapters/simulation/people.ts';

it('every demo customer of the realm is the customer of that name in the simulated core, and the start page lists them all', () => {
  const users = readRealm().users.filter((user) => !user.username.startsWith('service-account-'));
  const numbers = users.flatMap((user) => {
    const number = user.attributes?.customer_number?.[0];
    return number === undefined ? [] : [[user.username, { customerId: number }]];
  });
  expect(Object.fromEntries(numbers)).toEqual(people);
  expect(demoUsers.map((user) => user.name).toSorted()).toEqual(users.map((user) => user.username).toSorted());
});
