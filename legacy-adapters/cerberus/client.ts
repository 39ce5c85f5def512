import { compareDecimals } from '#platform/decimal.ts';
import type { AdapterOptions } from '../kit/adapter-options.ts';
import type { Call, OperationPolicy } from '../kit/call.ts';
import { inOrderOf } from '../kit/in-order-of.ts';
import { answersInOrder, itemNumbers } from '../kit/item-numbers.ts';
import { createLegacySystem } from '../kit/legacy-system.ts';
import { createPortValues } from '../kit/port-values.ts';
import { createBearer } from '../kit/sign-in/bearer.ts';
import { createSoapClient } from '../soap/soap-client.ts';
import type { OperationCodec } from '../xml/codec/element.ts';
import { operations, schema } from './generated/operations.ts';
import type * as wire from './generated/types.ts';
import type {
  CardPhoneClaim,
  CardPhoneVerdict,
  Cerberus,
  DocumentCheck,
  IdentityDocument,
  IdentityDocumentKind,
  ScreenedPerson,
  Screening,
  ScreeningOutcome,
  VerificationRecord,
} from './port.ts';

export interface CerberusOptions extends AdapterOptions {
  /** The realm's token endpoint, where `clientId` gets a token by its secret (client_credentials). */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const name = 'cerberus';
const answerBytesMax = 2 * 1024 * 1024;
const values = createPortValues(name);

const verdicts: Record<wire.CardVerdict, CardPhoneVerdict> = { OK: 'MATCH', NO: 'MISMATCH', NU: 'MATCH_UNUSABLE' };
const documentStatuses: Record<wire.DocSt, DocumentCheck['status']> = { V: 'VALID', I: 'INVALID', S: 'STOLEN', N: 'NOT_FOUND' };
const documentKinds: Record<wire.DocKnd, IdentityDocumentKind> = { BKL: 'PASSPORT_BOOKLET', IDC: 'ID_CARD' };
const documentCodes: Record<IdentityDocumentKind, wire.DocKnd> = { PASSPORT_BOOKLET: 'BKL', ID_CARD: 'IDC' };
const outcomes: Record<wire.ScrOut, ScreeningOutcome> = { C: 'CLEAR', P: 'POSSIBLE_MATCH', H: 'HIT' };
const states: Record<wire.VerifSt, VerificationRecord['status']> = { N: 'NOT_VERIFIED', V: 'VERIFIED', E: 'EXPIRED' };
const levels: Record<wire.VerifLvl, VerificationRecord['level']> = { NON: 'NONE', SMP: 'SIMPLIFIED', FUL: 'FULL' };

/** What each operation does: Cerberus is asked, and changes nothing. */
const policies = {
  VerifyCardPhone: 'read',
  CheckPassport: 'read',
  ScreenPerson: 'read',
  GetVerificationStates: 'read',
} as const satisfies Record<keyof typeof operations, OperationPolicy>;

/** The Cerberus port over SOAP 1.1, each call with a token of the realm. The first call fetches one. */
export async function createCerberus(options: CerberusOptions): Promise<Cerberus> {
  const { endpoint, deadlineMs, tokenUrl, clientId, clientSecret, policies: limits = {}, metrics } = options;
  const signIn = createBearer({ system: name, tokenUrl, clientId, clientSecret });
  const system = createLegacySystem({ name, endpoint, deadlineMs, signIn, transport: { answerBytesMax }, policies: limits, metrics });
  const client = createSoapClient({ system, version: '1.1', schema, operations, policies });

  /** Asks about many items at once, each under a number of its own, and takes the answers in the items' order. */
  async function askEach<Item, Question, Input, Answer extends { readonly No: number }, Result>(
    operation: OperationCodec<Input, { readonly Res: readonly Answer[] }>,
    items: readonly Item[],
    toQuestion: (item: Item, No: number) => Question,
    toInput: (questions: readonly Question[]) => Input,
    toResult: (answer: Answer) => Result,
    call: Call,
  ): Promise<Result[]> {
    if (items.length === 0) return [];
    const numbers = itemNumbers(items);
    const questions = items.map((item, index) => toQuestion(item, numbers[index] ?? 0));
    return client.call(operation, toInput(questions), call, ({ Res }) =>
      answersInOrder(name, numbers, Res, ({ No }) => No).map((answer) => toResult(answer)),
    );
  }

  return {
    verifyCardsWithPhones: (claims, call) =>
      askEach(
        operations.VerifyCardPhone,
        claims,
        toCardCheck,
        (Chk) => ({ Chk }),
        ({ Verdict }) => verdicts[Verdict],
        call,
      ),
    checkDocuments: (documents, call) => askEach(operations.CheckPassport, documents, toDocumentCheck, (Doc) => ({ Doc }), toCheck, call),
    screen: (people, call) => askEach(operations.ScreenPerson, people, toPerson, (Prsn) => ({ Prsn }), toScreening, call),
    findVerifications: (customerNumbers, call) =>
      client.call(operations.GetVerificationStates, { CustNo: customerNumbers }, call, ({ State }) =>
        inOrderOf(name, customerNumbers, State, (found) => found.CustNo).map((found) => found && toVerification(found)),
      ),
    close: () => system.close(),
  };
}

function toCardCheck({ phone, card }: CardPhoneClaim, No: number): wire.CardChk {
  const base = { No, MobNo: phone.replace(/^\+/, '') };
  if (card.by === 'TOKEN') return { ...base, choice: { kind: 'CardTok', value: card.cardToken } };
  const [year = '', month = ''] = card.expiresOn.split('-');
  return { ...base, choice: { kind: 'CardTail', value: { Last4: card.lastDigits, ExpMY: month + year.slice(2) } } };
}

function toDocumentCheck(document: IdentityDocument, No: number): wire.DocChk {
  const series = document.kind === 'PASSPORT_BOOKLET' ? { Ser: document.series } : {};
  return { No, DocKnd: documentCodes[document.kind], ...series, Num: document.number };
}

function toCheck({ DocSt, StDt }: wire.DocChkRes): DocumentCheck {
  return { status: documentStatuses[DocSt], since: StDt === null ? undefined : values.date(StDt, 'StDt') };
}

function toPerson({ lastName, firstName, middleName, birthDate }: ScreenedPerson, No: number): wire.Prsn {
  return { No, LstNm: lastName, FstNm: firstName, MidNm: middleName, BrthDt: birthDate };
}

function toScreening({ ScrOut, Mtch }: wire.PrsnRes): Screening {
  const matches = Mtch.map(({ LstCd, LstNm, Score }) => ({ listCode: LstCd, listName: LstNm, score: Score }));
  return { outcome: outcomes[ScrOut], matches: matches.toSorted((a, b) => compareDecimals(b.score, a.score)) };
}

function toVerification(found: wire.VerifState): VerificationRecord {
  return {
    customerNumber: values.id(found.CustNo, 'CustNo'),
    status: states[found.VerifSt],
    level: levels[found.VerifLvl],
    verifiedOn: found.VerifDt === null ? undefined : values.date(found.VerifDt, 'VerifDt'),
    expiresOn: found.VldTo === null ? undefined : values.date(found.VldTo, 'VldTo'),
    documentKind: found.DocKnd === null ? undefined : documentKinds[found.DocKnd],
    screening: found.ScrOut === null ? undefined : outcomes[found.ScrOut],
  };
}
