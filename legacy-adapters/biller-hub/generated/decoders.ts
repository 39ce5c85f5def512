// Made from biller-hub.wsdl by `npm run wrap`; whatever is changed here is lost.
import { END, known, type Reader, s } from '../../xml/codec/generated.ts';
import * as x from './scalars.ts';
import type * as t from './types.ts';

export function decodeRes(c: Reader): t.Res {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}Res');
  const v1 = c.requiredAttribute(11, s.int);
  const v2 = c.optionalAttribute(12, s.string);
  return { Code: v1, BadFld: v2, value: c.plainString() };
}

export function decodeAmt(c: Reader): t.Amt {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}Amt');
  const v1 = c.requiredAttribute(13, x.scalarCurrencyCode);
  return { Cur: v1, value: c.decimal() };
}

export function decodeTxt(c: Reader): t.Txt {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}Txt');
  const v1 = c.requiredAttribute(14, s.string);
  return { Lang: v1, value: c.plainString() };
}

export function decodeVal(c: Reader): t.Val {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}Val');
  const v1 = c.requiredAttribute(15, s.string);
  return { Fld: v1, value: c.plainString() };
}

const knownFld = known([16, 17, 18, 19]);
export function decodeFld(c: Reader): t.Fld {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}Fld');
  const v1 = c.requiredAttribute(11, s.string);
  const v2 = c.requiredAttribute(20, s.string);
  const v3 = c.requiredAttribute(21, s.int);
  const v4 = c.requiredAttribute(22, s.int);
  const v5 = c.requiredAttribute(23, s.boolean);
  c.next();
  const v6: (t.Txt)[] = [];
  while ((c.name === 16 || c.pass(knownFld) === 16) && v6.length < 10) {
    v6.push(decodeTxt(c));
    c.next();
  }
  if (v6.length < 1) throw c.missing('Lbl');
  const v7: (t.Txt)[] = [];
  while ((c.name === 17 || c.pass(knownFld) === 17) && v7.length < 10) {
    v7.push(decodeTxt(c));
    c.next();
  }
  if (c.name !== 18) c.expect(18, knownFld, 'Ptn');
  const v8 = c.plainString();
  c.next();
  if (c.name !== 19) c.expect(19, knownFld, 'Exmp');
  const v9 = c.plainString();
  c.next();
  if (c.name !== END) c.close(knownFld);
  return { Code: v1, Knd: v2, Min: v3, Max: v4, Req: v5, Lbl: v6, Hint: v7, Ptn: v8, Exmp: v9 };
}

export async function decodeFldSlowly(c: Reader): Promise<t.Fld> {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}Fld');
  const v1 = c.requiredAttribute(11, s.string);
  const v2 = c.requiredAttribute(20, s.string);
  const v3 = c.requiredAttribute(21, s.int);
  const v4 = c.requiredAttribute(22, s.int);
  const v5 = c.requiredAttribute(23, s.boolean);
  c.next();
  const v6: (t.Txt)[] = [];
  while ((c.name === 16 || c.pass(knownFld) === 16) && v6.length < 10) {
    v6.push(decodeTxt(c));
    c.next();
    if (v6.length % 128 === 0) await c.breathe();
  }
  if (v6.length < 1) throw c.missing('Lbl');
  const v7: (t.Txt)[] = [];
  while ((c.name === 17 || c.pass(knownFld) === 17) && v7.length < 10) {
    v7.push(decodeTxt(c));
    c.next();
    if (v7.length % 128 === 0) await c.breathe();
  }
  if (c.name !== 18) c.expect(18, knownFld, 'Ptn');
  const v8 = c.plainString();
  c.next();
  if (c.name !== 19) c.expect(19, knownFld, 'Exmp');
  const v9 = c.plainString();
  c.next();
  if (c.name !== END) c.close(knownFld);
  return { Code: v1, Knd: v2, Min: v3, Max: v4, Req: v5, Lbl: v6, Hint: v7, Ptn: v8, Exmp: v9 };
}

const knownBiller = known([24, 25]);
export function decodeBiller(c: Reader): t.Biller {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}Biller');
  const v1 = c.requiredAttribute(26, s.long);
  const v2 = c.requiredAttribute(27, s.string);
  c.next();
  const v3: (t.Txt)[] = [];
  while ((c.name === 24 || c.pass(knownBiller) === 24) && v3.length < 10) {
    v3.push(decodeTxt(c));
    c.next();
  }
  if (v3.length < 1) throw c.missing('Name');
  const v4: (t.Fld)[] = [];
  while ((c.name === 25 || c.pass(knownBiller) === 25) && v4.length < 20) {
    v4.push(decodeFld(c));
    c.next();
  }
  if (v4.length < 1) throw c.missing('Fld');
  if (c.name !== END) c.close(knownBiller);
  return { No: v1, Cat: v2, Name: v3, Fld: v4 };
}

export async function decodeBillerSlowly(c: Reader): Promise<t.Biller> {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}Biller');
  const v1 = c.requiredAttribute(26, s.long);
  const v2 = c.requiredAttribute(27, s.string);
  c.next();
  const v3: (t.Txt)[] = [];
  while ((c.name === 24 || c.pass(knownBiller) === 24) && v3.length < 10) {
    v3.push(decodeTxt(c));
    c.next();
    if (v3.length % 128 === 0) await c.breathe();
  }
  if (v3.length < 1) throw c.missing('Name');
  const v4: (t.Fld)[] = [];
  while ((c.name === 25 || c.pass(knownBiller) === 25) && v4.length < 20) {
    v4.push(await decodeFldSlowly(c));
    c.next();
    if (v4.length % 128 === 0) await c.breathe();
  }
  if (v4.length < 1) throw c.missing('Fld');
  if (c.name !== END) c.close(knownBiller);
  return { No: v1, Cat: v2, Name: v3, Fld: v4 };
}

const knownDebtAsk = known([28]);
export function decodeDebtAsk(c: Reader): t.DebtAsk {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}DebtAsk');
  const v1 = c.requiredAttribute(26, s.int);
  const v2 = c.requiredAttribute(29, s.long);
  c.next();
  const v3: (t.Val)[] = [];
  while ((c.name === 28 || c.pass(knownDebtAsk) === 28) && v3.length < 20) {
    v3.push(decodeVal(c));
    c.next();
  }
  if (c.name !== END) c.close(knownDebtAsk);
  return { No: v1, BillerNo: v2, Val: v3 };
}

export async function decodeDebtAskSlowly(c: Reader): Promise<t.DebtAsk> {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}DebtAsk');
  const v1 = c.requiredAttribute(26, s.int);
  const v2 = c.requiredAttribute(29, s.long);
  c.next();
  const v3: (t.Val)[] = [];
  while ((c.name === 28 || c.pass(knownDebtAsk) === 28) && v3.length < 20) {
    v3.push(decodeVal(c));
    c.next();
    if (v3.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownDebtAsk);
  return { No: v1, BillerNo: v2, Val: v3 };
}

const knownDebtSaid = known([30, 31, 32, 33, 34, 35, 36]);
export function decodeDebtSaid(c: Reader): t.DebtSaid {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}DebtSaid');
  const v1 = c.requiredAttribute(26, s.int);
  c.next();
  if (c.name !== 30) c.expect(30, knownDebtSaid, 'Res');
  const v2 = decodeRes(c);
  c.next();
  let v3: t.Amt | undefined;
  if (c.name === 31 || c.pass(knownDebtSaid) === 31) {
    v3 = decodeAmt(c);
    c.next();
  }
  let v4: string | undefined;
  if (c.name === 32 || c.pass(knownDebtSaid) === 32) {
    v4 = c.scalar(s.gYearMonth);
    c.next();
  }
  let v5: string | undefined;
  if (c.name === 33 || c.pass(knownDebtSaid) === 33) {
    v5 = c.plainString();
    c.next();
  }
  let v6: t.PayKnd | undefined;
  if (c.name === 34 || c.pass(knownDebtSaid) === 34) {
    v6 = c.scalar(x.scalarPayKnd);
    c.next();
  }
  let v7: t.Amt | undefined;
  if (c.name === 35 || c.pass(knownDebtSaid) === 35) {
    v7 = decodeAmt(c);
    c.next();
  }
  let v8: t.Amt | undefined;
  if (c.name === 36 || c.pass(knownDebtSaid) === 36) {
    v8 = decodeAmt(c);
    c.next();
  }
  if (c.name !== END) c.close(knownDebtSaid);
  return { No: v1, Res: v2, Amt: v3, Period: v4, Holder: v5, PayKnd: v6, PayMin: v7, PayMax: v8 };
}

const knownPay = known([37, 38, 31, 39, 40]);
export function decodePay(c: Reader): t.Pay {
  if (c.hasAttributes()) c.exact('{urn:portico:biller-hub:v1}Pay');
  const v1 = c.requiredAttribute(41, s.long);
  c.next();
  if (c.name !== 37) c.expect(37, knownPay, 'Ref');
  const v2 = c.scalar(x.scalarRef);
  c.next();
  if (c.name !== 38) c.expect(38, knownPay, 'BillerNo');
  const v3 = c.long();
  c.next();
  if (c.name !== 31) c.expect(31, knownPay, 'Amt');
  const v4 = decodeAmt(c);
  c.next();
  if (c.name !== 39) c.expect(39, knownPay, 'At');
  const v5 = c.dateTime();
  c.next();
  if (c.name !== 40) c.expect(40, knownPay, 'St');
  const v6 = c.scalar(x.scalarPaySt);
  c.next();
  if (c.name !== END) c.close(knownPay);
  return { HubNo: v1, Ref: v2, BillerNo: v3, Amt: v4, At: v5, St: v6 };
}

const knownPayStatusAns = known([30, 42]);
export function decodePayStatusAns(c: Reader): t.PayStatusAns {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 30) c.expect(30, knownPayStatusAns, 'Res');
  const v1 = decodeRes(c);
  c.next();
  const v2: (t.Pay)[] = [];
  while ((c.name === 42 || c.pass(knownPayStatusAns) === 42) && v2.length < 100) {
    v2.push(decodePay(c));
    c.next();
  }
  if (c.name !== END) c.close(knownPayStatusAns);
  return { Res: v1, Pay: v2 };
}

export async function decodePayStatusAnsSlowly(c: Reader): Promise<t.PayStatusAns> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 30) c.expect(30, knownPayStatusAns, 'Res');
  const v1 = decodeRes(c);
  c.next();
  const v2: (t.Pay)[] = [];
  while ((c.name === 42 || c.pass(knownPayStatusAns) === 42) && v2.length < 100) {
    v2.push(decodePay(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownPayStatusAns);
  return { Res: v1, Pay: v2 };
}

const knownPayStatusReq = known([37]);
export function decodePayStatusReq(c: Reader): t.PayStatusReq {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.Ref)[] = [];
  while ((c.name === 37 || c.pass(knownPayStatusReq) === 37) && v1.length < 100) {
    v1.push(c.scalar(x.scalarRef));
    c.next();
  }
  if (v1.length < 1) throw c.missing('Ref');
  if (c.name !== END) c.close(knownPayStatusReq);
  return { Ref: v1 };
}

const knownPayAns = known([30, 42]);
export function decodePayAns(c: Reader): t.PayAns {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 30) c.expect(30, knownPayAns, 'Res');
  const v1 = decodeRes(c);
  c.next();
  let v2: t.Pay | undefined;
  if (c.name === 42 || c.pass(knownPayAns) === 42) {
    v2 = decodePay(c);
    c.next();
  }
  if (c.name !== END) c.close(knownPayAns);
  return { Res: v1, Pay: v2 };
}

const knownPayReq = known([37, 38, 28, 31]);
export function decodePayReq(c: Reader): t.PayReq {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 37) c.expect(37, knownPayReq, 'Ref');
  const v1 = c.scalar(x.scalarRef);
  c.next();
  if (c.name !== 38) c.expect(38, knownPayReq, 'BillerNo');
  const v2 = c.long();
  c.next();
  const v3: (t.Val)[] = [];
  while ((c.name === 28 || c.pass(knownPayReq) === 28) && v3.length < 20) {
    v3.push(decodeVal(c));
    c.next();
  }
  if (c.name !== 31) c.expect(31, knownPayReq, 'Amt');
  const v4 = decodeAmt(c);
  c.next();
  if (c.name !== END) c.close(knownPayReq);
  return { Ref: v1, BillerNo: v2, Val: v3, Amt: v4 };
}

export async function decodePayReqSlowly(c: Reader): Promise<t.PayReq> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 37) c.expect(37, knownPayReq, 'Ref');
  const v1 = c.scalar(x.scalarRef);
  c.next();
  if (c.name !== 38) c.expect(38, knownPayReq, 'BillerNo');
  const v2 = c.long();
  c.next();
  const v3: (t.Val)[] = [];
  while ((c.name === 28 || c.pass(knownPayReq) === 28) && v3.length < 20) {
    v3.push(decodeVal(c));
    c.next();
    if (v3.length % 128 === 0) await c.breathe();
  }
  if (c.name !== 31) c.expect(31, knownPayReq, 'Amt');
  const v4 = decodeAmt(c);
  c.next();
  if (c.name !== END) c.close(knownPayReq);
  return { Ref: v1, BillerNo: v2, Val: v3, Amt: v4 };
}

const knownDebtAns = known([30, 43]);
export function decodeDebtAns(c: Reader): t.DebtAns {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 30) c.expect(30, knownDebtAns, 'Res');
  const v1 = decodeRes(c);
  c.next();
  const v2: (t.DebtSaid)[] = [];
  while ((c.name === 43 || c.pass(knownDebtAns) === 43) && v2.length < 50) {
    v2.push(decodeDebtSaid(c));
    c.next();
  }
  if (c.name !== END) c.close(knownDebtAns);
  return { Res: v1, Debt: v2 };
}

export async function decodeDebtAnsSlowly(c: Reader): Promise<t.DebtAns> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 30) c.expect(30, knownDebtAns, 'Res');
  const v1 = decodeRes(c);
  c.next();
  const v2: (t.DebtSaid)[] = [];
  while ((c.name === 43 || c.pass(knownDebtAns) === 43) && v2.length < 50) {
    v2.push(decodeDebtSaid(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownDebtAns);
  return { Res: v1, Debt: v2 };
}

const knownDebtReq = known([44]);
export function decodeDebtReq(c: Reader): t.DebtReq {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.DebtAsk)[] = [];
  while ((c.name === 44 || c.pass(knownDebtReq) === 44) && v1.length < 50) {
    v1.push(decodeDebtAsk(c));
    c.next();
  }
  if (v1.length < 1) throw c.missing('Ask');
  if (c.name !== END) c.close(knownDebtReq);
  return { Ask: v1 };
}

export async function decodeDebtReqSlowly(c: Reader): Promise<t.DebtReq> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.DebtAsk)[] = [];
  while ((c.name === 44 || c.pass(knownDebtReq) === 44) && v1.length < 50) {
    v1.push(await decodeDebtAskSlowly(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (v1.length < 1) throw c.missing('Ask');
  if (c.name !== END) c.close(knownDebtReq);
  return { Ask: v1 };
}

const knownBillersAns = known([30, 45]);
export function decodeBillersAns(c: Reader): t.BillersAns {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 30) c.expect(30, knownBillersAns, 'Res');
  const v1 = decodeRes(c);
  c.next();
  const v2: (t.Biller)[] = [];
  while ((c.name === 45 || c.pass(knownBillersAns) === 45)) {
    v2.push(decodeBiller(c));
    c.next();
  }
  if (c.name !== END) c.close(knownBillersAns);
  return { Res: v1, Biller: v2 };
}

export async function decodeBillersAnsSlowly(c: Reader): Promise<t.BillersAns> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 30) c.expect(30, knownBillersAns, 'Res');
  const v1 = decodeRes(c);
  c.next();
  const v2: (t.Biller)[] = [];
  while ((c.name === 45 || c.pass(knownBillersAns) === 45)) {
    v2.push(await decodeBillerSlowly(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownBillersAns);
  return { Res: v1, Biller: v2 };
}

const knownBillersReq = known([46, 47]);
export function decodeBillersReq(c: Reader): t.BillersReq {
  if (c.hasAttributes()) c.exact('');
  c.next();
  let v1: string | undefined;
  if (c.name === 46 || c.pass(knownBillersReq) === 46) {
    v1 = c.plainString();
    c.next();
  }
  const v2: (string)[] = [];
  while ((c.name === 47 || c.pass(knownBillersReq) === 47) && v2.length < 500) {
    v2.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownBillersReq);
  return { Cat: v1, No: v2 };
}
