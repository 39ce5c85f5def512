import { compareDecimals } from '../../platform/decimal.ts';
import { LegacyUnreachable } from '../../platform/errors.ts';
import type { OperationPolicy } from '../soap/call.ts';
import { inOrderOf } from '../soap/in-order-of.ts';
import { createLegacySystem } from '../soap/legacy-system.ts';
import { createPortValues } from '../soap/port-values.ts';
import { createBearer } from '../soap/sign-in/bearer.ts';
import { createSoapClient } from '../soap/soap-client.ts';
import { operations, schema } from './generated/operations.ts';
import type * as wire from './generated/types.ts';
import type {
  CardPhoneClaim,
  CardPhoneVerdict,
  Cerberus,
  DocumentCheck,
  IdentityDocument,
  IdentityDocumentKind,
  Screening,
  ScreeningOutcome,
  VerificationRecord,
} from './port.ts';

export interface CerberusOptions {
  readonly endpoint: string;
  /** The realm's token endpoint, where `clientId` gets a token by its secret (client_credentials). */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The longest that one call may take, in milliseconds. */
  readonly deadlineMs: number;
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
  const { endpoint, deadlineMs, tokenUrl, clientId, clientSecret } = options;
  const signIn = createBearer({ system: name, tokenUrl, clientId, clientSecret });
  const system = createLegacySystem({ name, endpoint, deadlineMs, signIn, transport: { answerBytesMax } });
  const client = createSoapClient({ system, version: '1.1', schema, operations, policies });

  return {
    async verifyCardsWithPhones(claims, call) {
      if (claims.length === 0) return [];
      return client.call(operations.VerifyCardPhone, { Chk: claims.map(toCardCheck) }, call, ({ Res }) =>
        answersTo(claims, Res).map(({ Verdict }) => verdicts[Verdict]),
      );
    },
    async checkDocuments(documents, call) {
      if (documents.length === 0) return [];
      return client.call(operations.CheckPassport, { Doc: documents.map(toDocumentCheck) }, call, ({ Res }) =>
        answersTo(documents, Res).map(({ DocSt, StDt }) => ({
          status: documentStatuses[DocSt],
          since: StDt === null ? undefined : values.date(StDt, 'StDt'),
        })),
      );
    },
    async screen(people, call) {
      if (people.length === 0) return [];
      const asked = people.map(({ lastName, firstName, middleName, birthDate }, index) => ({
        No: index + 1,
        LstNm: lastName,
        FstNm: firstName,
        MidNm: middleName,
        BrthDt: birthDate,
      }));
      return client.call(operations.ScreenPerson, { Prsn: asked }, call, ({ Res }) => answersTo(people, Res).map(toScreening));
    },
    findVerifications: (customerNumbers, call) =>
      client.call(operations.GetVerificationStates, { CustNo: customerNumbers }, call, ({ State }) =>
        inOrderOf(name, customerNumbers, State, (found) => found.CustNo).map((found) => found && toVerification(found)),
      ),
    close: () => system.close(),
  };
}

/** Each item is asked under its place in the list; every one must be answered, and nothing else. */
function answersTo<Answer extends { readonly No: number }>(asked: readonly unknown[], answers: readonly Answer[]): Answer[] {
  const numbers = asked.map((_, index) => String(index + 1));
  const found = inOrderOf(name, numbers, answers, ({ No }) => String(No)).filter((answer) => answer !== undefined);
  if (found.length === asked.length && answers.length === asked.length) return found;
  throw new LegacyUnreachable(name, 'LEGACY_MALFORMED', `${answers.length} answers to ${asked.length} questions`);
}

function toCardCheck({ phone, card }: CardPhoneClaim, index: number): wire.CardChk {
  const base = { No: index + 1, MobNo: phone.replace(/^\+/, '') };
  if (card.by === 'TOKEN') return { ...base, choice: { kind: 'CardTok', value: card.cardToken } };
  const [year = '', month = ''] = card.expiresOn.split('-');
  return { ...base, choice: { kind: 'CardTail', value: { Last4: card.lastDigits, ExpMY: month + year.slice(2) } } };
}

function toDocumentCheck(document: IdentityDocument, index: number): wire.DocChk {
  const series = document.kind === 'PASSPORT_BOOKLET' ? { Ser: document.series } : {};
  return { No: index + 1, DocKnd: documentCodes[document.kind], ...series, Num: document.number };
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
