// Made from biller-hub.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type Decimal } from '../../xml/codec/generated.ts';

/** {urn:portico:biller-hub:v1}Res */
export interface Res {
  readonly Code: number;
  readonly BadFld?: string | undefined;
  readonly value: string;
}

/** {urn:portico:biller-hub:v1}Amt */
export interface Amt {
  readonly Cur: CurrencyCode;
  readonly value: Decimal;
}

/** {urn:portico:biller-hub:v1}Txt */
export interface Txt {
  readonly Lang: string;
  readonly value: string;
}

/** {urn:portico:biller-hub:v1}Val */
export interface Val {
  readonly Fld: string;
  readonly value: string;
}

/** {urn:portico:biller-hub:v1}Fld */
export interface Fld {
  readonly Code: string;
  readonly Knd: string;
  readonly Min: number;
  readonly Max: number;
  readonly Req: boolean;
  readonly Lbl: readonly Txt[];
  readonly Hint: readonly Txt[];
  readonly Ptn: string;
  readonly Exmp: string;
}

/** {urn:portico:biller-hub:v1}Biller */
export interface Biller {
  readonly No: string;
  readonly Cat: string;
  readonly Name: readonly Txt[];
  readonly Fld: readonly Fld[];
}

/** {urn:portico:biller-hub:v1}DebtAsk */
export interface DebtAsk {
  readonly No: number;
  readonly BillerNo: string;
  readonly Val: readonly Val[];
}

/** {urn:portico:biller-hub:v1}DebtSaid */
export interface DebtSaid {
  readonly No: number;
  readonly Res: Res;
  readonly Amt?: Amt | undefined;
  readonly Period?: string | undefined;
  readonly Holder?: string | undefined;
  readonly PayKnd?: PayKnd | undefined;
  readonly PayMin?: Amt | undefined;
  readonly PayMax?: Amt | undefined;
}

/** {urn:portico:biller-hub:v1}Pay */
export interface Pay {
  readonly HubNo: string;
  readonly Ref: Ref;
  readonly BillerNo: string;
  readonly Amt: Amt;
  readonly At: string;
  readonly St: PaySt;
}

/** in PayStatusAns */
export interface PayStatusAns {
  readonly Res: Res;
  readonly Pay: readonly Pay[];
}

/** in PayStatusReq */
export interface PayStatusReq {
  readonly Ref: readonly Ref[];
}

/** in PayAns */
export interface PayAns {
  readonly Res: Res;
  readonly Pay?: Pay | undefined;
}

/** in PayReq */
export interface PayReq {
  readonly Ref: Ref;
  readonly BillerNo: string;
  readonly Val: readonly Val[];
  readonly Amt: Amt;
}

/** in DebtAns */
export interface DebtAns {
  readonly Res: Res;
  readonly Debt: readonly DebtSaid[];
}

/** in DebtReq */
export interface DebtReq {
  readonly Ask: readonly DebtAsk[];
}

/** in BillersAns */
export interface BillersAns {
  readonly Res: Res;
  readonly Biller: readonly Biller[];
}

/** in BillersReq */
export interface BillersReq {
  readonly Cat?: string | undefined;
  readonly No: readonly string[];
}

/** {urn:portico:biller-hub:v1}Ref */
export type Ref = string;

/** {urn:portico:biller-hub:v1}CurrencyCode */
export type CurrencyCode = string;

/** {urn:portico:biller-hub:v1}PaySt */
export type PaySt = 'ACC' | 'DON' | 'REJ';

/** {urn:portico:biller-hub:v1}PayKnd */
export type PayKnd = 'FIX' | 'RNG';
