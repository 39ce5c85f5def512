import { expect, test } from 'vitest';
import { valuesOf } from '#legacy-adapters/simulation/raw-request.ts';
import { createWorld, knownCards, people } from '#legacy-adapters/simulation/world.ts';
import { runCerberus } from './simulator.testkit.ts';

const states = (...numbers: readonly string[]) => numbers.map((number) => `<c:CustNo>${number}</c:CustNo>`).join('');
const world = createWorld();
const card = (token: string) => {
  const found = world.cards.find(({ cardToken }) => cardToken === token);
  if (found === undefined) throw new Error(`the world has no card ${token}`);
  return found;
};

test('a wrong token is HTTP 401 with a challenge that gives no reason, and no call comes through', async () => {
  const { ask, realm } = await runCerberus();
  const inThePast = Math.floor(Date.now() / 1_000) - 10;
  const wrong = {
    'no token at all': '',
    'another scheme': 'Basic cG9ydGljbzpwb3J0aWNv',
    'no JWT': 'Bearer nonsense',
    expired: `Bearer ${await realm.token({ exp: inThePast })}`,
    'without an end': `Bearer ${await realm.token({ exp: undefined })}`,
    'of another issuer': `Bearer ${await realm.token({ iss: 'https://evil/realms/portico' })}`,
    'for another audience': `Bearer ${await realm.token({ aud: 'portico-api' })}`,
    'signed with a secret': `Bearer ${await realm.token({}, 'HS256')}`,
    'changed afterwards': `Bearer ${(await realm.token()).replace(/\.[^.]{10}/, '.AAAAAAAAAA')}`,
  };
  for (const [name, authorization] of Object.entries(wrong)) {
    const answer = await ask('GetVerificationStates', states(people.olena.customerId), authorization);
    expect(answer.status, name).toBe(401);
    expect(answer.challenge, name).toMatch(/^Bearer realm="cerberus"(, error="invalid_token")?$/);
    expect(answer.text, name).toBe('A token of the realm is needed.\n');
  }
});

test('a right token of another client is HTTP 403', async () => {
  const { ask, realm } = await runCerberus();
  for (const change of [{ azp: 'portico-web' }, { typ: 'Refresh' }]) {
    const answer = await ask('GetVerificationStates', '', `Bearer ${await realm.token(change)}`);
    expect([answer.status, answer.challenge]).toEqual([403, 'Bearer realm="cerberus", error="insufficient_scope"']);
  }
});

test('the state of each demo customer is what the world says', async () => {
  const { ask } = await runCerberus();
  const { status, text } = await ask('GetVerificationStates', states(...Object.values(people).map(({ customerId }) => customerId), '999'));
  expect(status).toBe(200);
  const byCustomer = Object.fromEntries(
    valuesOf(text, 'CustNo').map((number, index) => [
      number,
      ['VerifSt', 'VerifLvl', 'VerifDt', 'VldTo', 'DocKnd', 'ScrOut'].map((name) => valuesOf(text, name)[index]).join(' '),
    ]),
  );
  expect(byCustomer).toEqual({
    [people.olena.customerId]: 'V FUL 2024-05-20 2034-05-20 BKL C',
    [people.taras.customerId]: 'N NON    ',
    [people.mykola.customerId]: 'V FUL 2023-11-02 2033-08-14 IDC C',
    [people.iryna.customerId]: 'V SMP 2026-02-03   C',
    [people.andriy.customerId]: 'V FUL 2025-01-15 2032-12-24 IDC P',
    [people.bohdan.customerId]: 'E FUL 2020-09-30 2025-09-30 BKL C',
  });
  expect(text).toContain('<DocKnd xsi:nil="true"></DocKnd>');
});

test('a card belongs with the phone of its holder, and with no other', async () => {
  const { ask } = await runCerberus();
  const { maskedPan, expires } = card(knownCards.olenaDebit);
  const tail = `<c:CardTail><c:Last4>${maskedPan.slice(-4)}</c:Last4><c:ExpMY>${expires.slice(5)}${expires.slice(2, 4)}</c:ExpMY></c:CardTail>`;
  const token = (of: string) => `<c:CardTok>${of}</c:CardTok>`;
  const checks = [
    ['380671234501', tail],
    ['380671234501', tail.replace(/\d{4}<\/c:ExpMY>/, '0130</c:ExpMY>')],
    ['380501234502', tail],
    ['380000000000', tail],
    ['380671234501', token(knownCards.olenaCredit)],
    // He holds it, though the account is hers.
    ['380671234501', token(knownCards.andriyAdditional)],
    ['380971234505', token(knownCards.andriyAdditional)],
  ];
  const { text } = await ask(
    'VerifyCardPhone',
    checks.map(([phone, named], index) => `<c:Chk No="${index + 1}"><c:MobNo>${phone}</c:MobNo>${named}</c:Chk>`).join(''),
  );
  const verdicts = Object.fromEntries([...text.matchAll(/<Res No="(\d)"><Verdict>(\w+)/g)].map(([, no, verdict]) => [no, verdict]));
  expect(verdicts).toEqual({ 1: 'OK', 2: 'NO', 3: 'NO', 4: 'NO', 5: 'OK', 6: 'NO', 7: 'OK' });
});

test('a document is valid, invalid, stolen or not found, with the day', async () => {
  const { ask } = await runCerberus();
  const booklet = (series: string, number: string) => `<c:DocKnd>BKL</c:DocKnd><c:Ser>${series}</c:Ser><c:Num>${number}</c:Num>`;
  const checks = [
    booklet('КВ', '318842'),
    booklet('СН', '904411'),
    '<c:DocKnd>IDC</c:DocKnd><c:Num>007777777</c:Num>',
    booklet('КВ', '318843'),
  ];
  const { text } = await ask('CheckPassport', checks.map((inner, index) => `<c:Doc No="${index + 1}">${inner}</c:Doc>`).join(''));
  const found = [...text.matchAll(/<Res No="(\d)"><DocSt>(\w)<\/DocSt><StDt[^>]*>([^<]*)/g)].map(([, no, state, day]) => [no, state, day]);
  expect(found.toSorted()).toEqual([
    ['1', 'V', ''],
    ['2', 'I', '2025-09-30'],
    ['3', 'S', '2026-01-19'],
    ['4', 'N', ''],
  ]);
});

test('screening tells a namesake from a hit and from everybody else', async () => {
  const { ask } = await runCerberus();
  const person = (no: number, ...names: readonly string[]) =>
    `<c:Prsn No="${no}">${['LstNm', 'FstNm', 'MidNm', 'BrthDt'].map((name, index) => (names[index] ? `<c:${name}>${names[index]}</c:${name}>` : '')).join('')}</c:Prsn>`;
  const { text } = await ask(
    'ScreenPerson',
    person(1, 'Шевченко', 'Андрій', '', '1985-12-24') +
      person(2, 'чорнозуб', 'ВАЛЕНТИН', 'Сильвестрович', '1969-05-17') +
      person(3, 'Шевченко', 'Андрій', '', '1999-01-01') +
      person(4, 'Коваленко', 'Олена'),
  );
  const outcomes = Object.fromEntries([...text.matchAll(/<Res No="(\d)"><ScrOut>(\w)/g)].map(([, no, outcome]) => [no, outcome]));
  expect(outcomes).toEqual({ 1: 'P', 2: 'H', 3: 'C', 4: 'C' });
  expect(text).toContain('<Mtch LstCd="PEP-UA"><LstNm>Національні публічні діячі</LstNm><Score>0.7500</Score></Mtch>');
});

test.each([
  ['a customer number of letters', 'GetVerificationStates', '<c:CustNo>abc</c:CustNo>'],
  ['501 customers', 'GetVerificationStates', states(...Array.from({ length: 501 }, (_, index) => String(index + 1)))],
  ['a card check without a card', 'VerifyCardPhone', '<c:Chk No="1"><c:MobNo>380671234501</c:MobNo></c:Chk>'],
  ['two checks of one number', 'CheckPassport', '<c:Doc No="1"><c:DocKnd>IDC</c:DocKnd><c:Num>1</c:Num></c:Doc>'.repeat(2)],
])('%s is a fault of the caller', async (_case, operation, inner) => {
  const { ask } = await runCerberus();
  const answer = await ask(operation, inner);
  expect(answer.status).toBe(500);
  expect(valuesOf(answer.text, 'faultcode')).toEqual(['soap:Client.InvalidRequest']);
});
