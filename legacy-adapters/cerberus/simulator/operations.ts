import { civilDateInKyiv } from '#legacy-adapters/simulation/civil-date.ts';
import type { Operation } from '#legacy-adapters/simulation/soap-endpoint.ts';
import { type SoapFault, soap11Fault } from '#legacy-adapters/simulation/soap-fault.ts';
import { childOf, childrenOf, itemNumberOf, longOf, textOf } from '#legacy-adapters/simulation/soap-input.ts';
import type { World, WorldCard, WorldDocument, WorldVerification } from '#legacy-adapters/simulation/world.ts';
import { screen } from './screening.ts';

const itemsMax = 500;
const textLengthMax = 200;
const customerNumber = /^[1-9]\d{0,18}$/;
const documentKinds = { BKL: 'booklet', IDC: 'id-card' } as const;
const documentCodes = { booklet: 'BKL', 'id-card': 'IDC' } as const;
const documentStates = { valid: 'V', invalid: 'I', stolen: 'S' } as const;
const levels = { none: 'NON', simplified: 'SMP', full: 'FUL' } as const;

/** The keys of each answer stand in the order of the WSDL. Items come back in an order of their own, told by their numbers. */
export function createOperations(world: World, clock: () => Date): Readonly<Record<string, Operation>> {
  const customerOfPhone = new Map(world.customers.flatMap(({ phone, customerId }) => (phone === null ? [] : [[phone, customerId]])));
  const customers = new Map(world.customers.map((customer) => [customer.customerId, customer]));
  const verifications = new Map(world.verifications.map((verification) => [verification.customerId, verification]));
  const documents = new Map(world.documents.map((document) => [documentKey(document.kind, document.series, document.number), document]));
  const cardsOf = Map.groupBy(world.cards, ({ holderId }) => holderId);

  function each(element: string, answer: (item: unknown) => object): Operation {
    return (input) => {
      const items = childrenOf(input, element);
      if (items.length > itemsMax) throw invalid(`at most ${itemsMax} of ${element}`);
      const numbers = items.map(itemNumberOf);
      if (numbers.includes(undefined) || new Set(numbers).size !== numbers.length) throw invalid(`${element} needs a No of its own`);
      const answers = items.map((item, index) => ({ attributes: { No: numbers[index] }, ...answer(item) }));
      return { Res: answers.reverse() };
    };
  }

  function verifyCard(check: unknown): object {
    const phone = textOf(check, 'MobNo') ?? '';
    if (!/^\d{10,15}$/.test(phone)) throw invalid('MobNo');
    const named = cardNamed(check);
    const held = cardsOf.get(customerOfPhone.get(`+${phone}`) ?? '') ?? [];
    const cards = held.filter(named);
    const usable = cards.some(({ status }) => status === 'A' || status === 'L');
    return { Verdict: usable ? 'OK' : cards.length > 0 ? 'NU' : 'NO' };
  }

  function checkDocument(check: unknown): object {
    const kind = documentKinds[textOf(check, 'DocKnd') as keyof typeof documentKinds];
    const number = textOf(check, 'Num') ?? '';
    const series = textOf(check, 'Ser') ?? null;
    if (kind === undefined || number === '' || number.length > textLengthMax) throw invalid('DocKnd and Num');
    const found = documents.get(documentKey(kind, series, number));
    return found === undefined ? { DocSt: 'N', StDt: null } : { DocSt: documentStates[found.status], StDt: found.statusSince };
  }

  function screenPerson(person: unknown): object {
    const lastName = textOf(person, 'LstNm') ?? '';
    const firstName = textOf(person, 'FstNm') ?? '';
    if (lastName === '' || firstName === '') throw invalid('LstNm and FstNm');
    const { outcome, matches } = screen({ lastName, firstName, middleName: textOf(person, 'MidNm'), birthDate: textOf(person, 'BrthDt') });
    return {
      ScrOut: outcome,
      Mtch: matches.map(({ listCode, listName, score }) => ({ attributes: { LstCd: listCode }, LstNm: listName, Score: score })),
    };
  }

  function toState({ customerId, level, verifiedOn, validTo, document }: WorldVerification): object {
    const expired = validTo !== null && validTo < civilDateInKyiv(clock());
    return {
      CustNo: customerId,
      VerifSt: level === 'none' ? 'N' : expired ? 'E' : 'V',
      VerifLvl: levels[level],
      VerifDt: verifiedOn,
      VldTo: validTo,
      DocKnd: document === null ? null : documentCodes[document.kind],
      ScrOut: level === 'none' ? null : screenCustomer(customerId),
    };
  }

  function screenCustomer(customerId: string): string | null {
    const customer = customers.get(customerId);
    if (customer === undefined) return null;
    return screen({ ...customer, middleName: customer.middleName ?? undefined }).outcome;
  }

  return {
    VerifyCardPhone: each('Chk', verifyCard),
    CheckPassport: each('Doc', checkDocument),
    ScreenPerson: each('Prsn', screenPerson),
    GetVerificationStates: (input) => {
      const numbers = childrenOf(input, 'CustNo');
      if (numbers.length > itemsMax) throw invalid(`at most ${itemsMax} of CustNo`);
      if (!numbers.every((number) => typeof number === 'string' && customerNumber.test(number))) throw invalid('CustNo');
      const found = [...new Set(numbers as string[])].map((number) => verifications.get(number)).filter((state) => state !== undefined);
      return { State: found.map(toState).reverse() };
    },
  };
}

function cardNamed(check: unknown): (card: WorldCard) => boolean {
  const tail = childOf(check, 'CardTail');
  if (tail === undefined) {
    const token = longOf(check, 'CardTok');
    if (token === undefined) throw invalid('CardTok or CardTail');
    return ({ cardToken }) => cardToken === token;
  }
  const last4 = textOf(tail, 'Last4') ?? '';
  const [, month, year] = /^(0[1-9]|1[0-2])(\d\d)$/.exec(textOf(tail, 'ExpMY') ?? '') ?? [];
  if (!/^\d{4}$/.test(last4) || month === undefined) throw invalid('CardTail');
  return ({ maskedPan, expires }) => maskedPan.endsWith(last4) && expires === `20${year}-${month}`;
}

function documentKey(kind: WorldDocument['kind'], series: string | null, number: string): string {
  return `${kind} ${series?.toLocaleUpperCase('uk') ?? ''} ${number}`;
}

function invalid(what: string): SoapFault {
  return soap11Fault('caller', `The request is not valid: ${what}`, 'InvalidRequest');
}
