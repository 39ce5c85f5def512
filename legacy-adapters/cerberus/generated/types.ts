// Made from cerberus.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type Decimal } from '../../xml/codec/generated.ts';

/** {urn:portico:cerberus:v1}CardTail */
export interface CardTail {
  readonly Last4: Last4;
  readonly ExpMY: ExpMY;
}

/** {urn:portico:cerberus:v1}CardChk */
export interface CardChk {
  readonly No: ItemNo;
  readonly MobNo: MobNo;
  readonly choice: { readonly kind: 'CardTok'; readonly value: string } | { readonly kind: 'CardTail'; readonly value: CardTail };
}

/** {urn:portico:cerberus:v1}CardChkRes */
export interface CardChkRes {
  readonly No: ItemNo;
  readonly Verdict: CardVerdict;
}

/** {urn:portico:cerberus:v1}DocChk */
export interface DocChk {
  readonly No: ItemNo;
  readonly DocKnd: DocKnd;
  readonly Ser?: string | undefined;
  readonly Num: string;
}

/** {urn:portico:cerberus:v1}DocChkRes */
export interface DocChkRes {
  readonly No: ItemNo;
  readonly DocSt: DocSt;
  readonly StDt: string | null;
}

/** {urn:portico:cerberus:v1}Prsn */
export interface Prsn {
  readonly No: ItemNo;
  readonly LstNm: string;
  readonly FstNm: string;
  readonly MidNm?: string | undefined;
  readonly BrthDt?: string | undefined;
}

/** {urn:portico:cerberus:v1}Mtch */
export interface Mtch {
  readonly LstCd: string;
  readonly LstNm: string;
  readonly Score: Score;
}

/** {urn:portico:cerberus:v1}PrsnRes */
export interface PrsnRes {
  readonly No: ItemNo;
  readonly ScrOut: ScrOut;
  readonly Mtch: readonly Mtch[];
}

/** {urn:portico:cerberus:v1}VerifState */
export interface VerifState {
  readonly CustNo: CustNo;
  readonly VerifSt: VerifSt;
  readonly VerifLvl: VerifLvl;
  readonly VerifDt: string | null;
  readonly VldTo: string | null;
  readonly DocKnd: DocKnd | null;
  readonly ScrOut: ScrOut | null;
}

/** in GetVerificationStatesResponse */
export interface GetVerificationStatesResponse {
  readonly State: readonly VerifState[];
}

/** in GetVerificationStates */
export interface GetVerificationStates {
  readonly CustNo: readonly CustNo[];
}

/** in ScreenPersonResponse */
export interface ScreenPersonResponse {
  readonly Res: readonly PrsnRes[];
}

/** in ScreenPerson */
export interface ScreenPerson {
  readonly Prsn: readonly Prsn[];
}

/** in CheckPassportResponse */
export interface CheckPassportResponse {
  readonly Res: readonly DocChkRes[];
}

/** in CheckPassport */
export interface CheckPassport {
  readonly Doc: readonly DocChk[];
}

/** in VerifyCardPhoneResponse */
export interface VerifyCardPhoneResponse {
  readonly Res: readonly CardChkRes[];
}

/** in VerifyCardPhone */
export interface VerifyCardPhone {
  readonly Chk: readonly CardChk[];
}

/** {urn:portico:cerberus:v1}CustNo */
export type CustNo = string;

/** {urn:portico:cerberus:v1}MobNo */
export type MobNo = string;

/** {urn:portico:cerberus:v1}ExpMY */
export type ExpMY = string;

/** {urn:portico:cerberus:v1}Last4 */
export type Last4 = string;

/** {urn:portico:cerberus:v1}CardVerdict */
export type CardVerdict = 'OK' | 'NO' | 'NU';

/** {urn:portico:cerberus:v1}DocSt */
export type DocSt = 'V' | 'I' | 'S' | 'N';

/** {urn:portico:cerberus:v1}DocKnd */
export type DocKnd = 'BKL' | 'IDC';

/** {urn:portico:cerberus:v1}ScrOut */
export type ScrOut = 'C' | 'P' | 'H';

/** {urn:portico:cerberus:v1}VerifSt */
export type VerifSt = 'N' | 'V' | 'E';

/** {urn:portico:cerberus:v1}VerifLvl */
export type VerifLvl = 'NON' | 'SMP' | 'FUL';

/** {urn:portico:cerberus:v1}Score */
export type Score = Decimal;

/** {urn:portico:cerberus:v1}ItemNo */
export type ItemNo = number;
