// Made from biller-hub.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type DocumentWriter, s } from '../../xml/codec/generated.ts';
import * as x from './scalars.ts';
import type * as t from './types.ts';

export function encodeRes(w: DocumentWriter, value: t.Res): void {
  w.object('Res', value);
  w.scalarAttribute('Code', s.int, value.Code);
  if (value.BadFld !== undefined) w.scalarAttribute('BadFld', s.string, value.BadFld);
  w.content();
  w.scalarText('Res', s.string, value.value);
}

export function encodeAmt(w: DocumentWriter, value: t.Amt): void {
  w.object('Amt', value);
  w.scalarAttribute('Cur', x.scalarCurrencyCode, value.Cur);
  w.content();
  w.scalarText('Amt', s.decimal, value.value);
}

export function encodeTxt(w: DocumentWriter, value: t.Txt): void {
  w.object('Txt', value);
  w.scalarAttribute('Lang', s.string, value.Lang);
  w.content();
  w.scalarText('Txt', s.string, value.value);
}

export function encodeVal(w: DocumentWriter, value: t.Val): void {
  w.object('Val', value);
  w.scalarAttribute('Fld', s.string, value.Fld);
  w.content();
  w.scalarText('Val', s.string, value.value);
}

export function encodeFld(w: DocumentWriter, value: t.Fld): void {
  w.object('Fld', value);
  w.scalarAttribute('Code', s.string, value.Code);
  w.scalarAttribute('Knd', s.string, value.Knd);
  w.scalarAttribute('Min', s.int, value.Min);
  w.scalarAttribute('Max', s.int, value.Max);
  w.scalarAttribute('Req', s.boolean, value.Req);
  w.content();
  w.count('Lbl', value.Lbl, 1, 10);
  for (const v1 of value.Lbl) {
    w.start('n0:Lbl');
    encodeTxt(w, v1);
    w.end('n0:Lbl');
  }
  w.count('Hint', value.Hint, 0, 10);
  for (const v2 of value.Hint) {
    w.start('n0:Hint');
    encodeTxt(w, v2);
    w.end('n0:Hint');
  }
  w.scalar('n0:Ptn', s.string, value.Ptn);
  w.scalar('n0:Exmp', s.string, value.Exmp);
}

export function encodeBiller(w: DocumentWriter, value: t.Biller): void {
  w.object('Biller', value);
  w.scalarAttribute('No', s.long, value.No);
  w.scalarAttribute('Cat', s.string, value.Cat);
  w.content();
  w.count('Name', value.Name, 1, 10);
  for (const v1 of value.Name) {
    w.start('n0:Name');
    encodeTxt(w, v1);
    w.end('n0:Name');
  }
  w.count('Fld', value.Fld, 1, 20);
  for (const v2 of value.Fld) {
    w.start('n0:Fld');
    encodeFld(w, v2);
    w.end('n0:Fld');
  }
}

export function encodeDebtAsk(w: DocumentWriter, value: t.DebtAsk): void {
  w.object('DebtAsk', value);
  w.scalarAttribute('No', s.int, value.No);
  w.scalarAttribute('BillerNo', s.long, value.BillerNo);
  w.content();
  w.count('Val', value.Val, 0, 20);
  for (const v1 of value.Val) {
    w.start('n0:Val');
    encodeVal(w, v1);
    w.end('n0:Val');
  }
}

export function encodeDebtSaid(w: DocumentWriter, value: t.DebtSaid): void {
  w.object('DebtSaid', value);
  w.scalarAttribute('No', s.int, value.No);
  w.content();
  w.start('n0:Res');
  encodeRes(w, value.Res);
  w.end('n0:Res');
  if (value.Amt !== undefined) {
    w.start('n0:Amt');
    encodeAmt(w, value.Amt);
    w.end('n0:Amt');
  }
  if (value.Period !== undefined) {
    w.scalar('n0:Period', s.gYearMonth, value.Period);
  }
  if (value.Holder !== undefined) {
    w.scalar('n0:Holder', s.string, value.Holder);
  }
  if (value.PayKnd !== undefined) {
    w.scalar('n0:PayKnd', x.scalarPayKnd, value.PayKnd);
  }
  if (value.PayMin !== undefined) {
    w.start('n0:PayMin');
    encodeAmt(w, value.PayMin);
    w.end('n0:PayMin');
  }
  if (value.PayMax !== undefined) {
    w.start('n0:PayMax');
    encodeAmt(w, value.PayMax);
    w.end('n0:PayMax');
  }
}

export function encodePay(w: DocumentWriter, value: t.Pay): void {
  w.object('Pay', value);
  w.scalarAttribute('HubNo', s.long, value.HubNo);
  w.content();
  w.scalar('n0:Ref', x.scalarRef, value.Ref);
  w.scalar('n0:BillerNo', s.long, value.BillerNo);
  w.start('n0:Amt');
  encodeAmt(w, value.Amt);
  w.end('n0:Amt');
  w.scalar('n0:At', s.dateTime, value.At);
  w.scalar('n0:St', x.scalarPaySt, value.St);
}

export function encodePayStatusAns(w: DocumentWriter, value: t.PayStatusAns): void {
  w.object('PayStatusAns', value);
  w.content();
  w.start('n0:Res');
  encodeRes(w, value.Res);
  w.end('n0:Res');
  w.count('Pay', value.Pay, 0, 100);
  for (const v1 of value.Pay) {
    w.start('n0:Pay');
    encodePay(w, v1);
    w.end('n0:Pay');
  }
}

export function encodePayStatusReq(w: DocumentWriter, value: t.PayStatusReq): void {
  w.object('PayStatusReq', value);
  w.content();
  w.count('Ref', value.Ref, 1, 100);
  for (const v1 of value.Ref) {
    w.scalar('n0:Ref', x.scalarRef, v1);
  }
}

export function encodePayAns(w: DocumentWriter, value: t.PayAns): void {
  w.object('PayAns', value);
  w.content();
  w.start('n0:Res');
  encodeRes(w, value.Res);
  w.end('n0:Res');
  if (value.Pay !== undefined) {
    w.start('n0:Pay');
    encodePay(w, value.Pay);
    w.end('n0:Pay');
  }
}

export function encodePayReq(w: DocumentWriter, value: t.PayReq): void {
  w.object('PayReq', value);
  w.content();
  w.scalar('n0:Ref', x.scalarRef, value.Ref);
  w.scalar('n0:BillerNo', s.long, value.BillerNo);
  w.count('Val', value.Val, 0, 20);
  for (const v1 of value.Val) {
    w.start('n0:Val');
    encodeVal(w, v1);
    w.end('n0:Val');
  }
  w.start('n0:Amt');
  encodeAmt(w, value.Amt);
  w.end('n0:Amt');
}

export function encodeDebtAns(w: DocumentWriter, value: t.DebtAns): void {
  w.object('DebtAns', value);
  w.content();
  w.start('n0:Res');
  encodeRes(w, value.Res);
  w.end('n0:Res');
  w.count('Debt', value.Debt, 0, 50);
  for (const v1 of value.Debt) {
    w.start('n0:Debt');
    encodeDebtSaid(w, v1);
    w.end('n0:Debt');
  }
}

export function encodeDebtReq(w: DocumentWriter, value: t.DebtReq): void {
  w.object('DebtReq', value);
  w.content();
  w.count('Ask', value.Ask, 1, 50);
  for (const v1 of value.Ask) {
    w.start('n0:Ask');
    encodeDebtAsk(w, v1);
    w.end('n0:Ask');
  }
}

export function encodeBillersAns(w: DocumentWriter, value: t.BillersAns): void {
  w.object('BillersAns', value);
  w.content();
  w.start('n0:Res');
  encodeRes(w, value.Res);
  w.end('n0:Res');
  w.count('Biller', value.Biller, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.Biller) {
    w.start('n0:Biller');
    encodeBiller(w, v1);
    w.end('n0:Biller');
  }
}

export function encodeBillersReq(w: DocumentWriter, value: t.BillersReq): void {
  w.object('BillersReq', value);
  w.content();
  if (value.Cat !== undefined) {
    w.scalar('n0:Cat', s.string, value.Cat);
  }
  w.count('No', value.No, 0, 500);
  for (const v1 of value.No) {
    w.scalar('n0:No', s.long, v1);
  }
}
