// Made from cerberus.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type DocumentWriter, s } from '../../xml/codec/generated.ts';
import * as x from './scalars.ts';
import type * as t from './types.ts';

export function encodeCardTail(w: DocumentWriter, value: t.CardTail): void {
  w.object('CardTail', value);
  w.content();
  w.scalar('n0:Last4', x.scalarLast4, value.Last4);
  w.scalar('n0:ExpMY', x.scalarExpMY, value.ExpMY);
}

export function encodeCardChk(w: DocumentWriter, value: t.CardChk): void {
  w.object('CardChk', value);
  w.scalarAttribute('No', x.scalarItemNo, value.No);
  w.content();
  w.scalar('n0:MobNo', x.scalarMobNo, value.MobNo);
  w.object('choice', value.choice);
  switch (value.choice.kind) {
    case 'CardTok': {
      w.scalar('n0:CardTok', s.long, value.choice.value);
      break;
    }
    case 'CardTail': {
      w.start('n0:CardTail');
      encodeCardTail(w, value.choice.value);
      w.end('n0:CardTail');
      break;
    }
    default:
      throw w.wrong('choice');
  }
}

export function encodeCardChkRes(w: DocumentWriter, value: t.CardChkRes): void {
  w.object('CardChkRes', value);
  w.scalarAttribute('No', x.scalarItemNo, value.No);
  w.content();
  w.scalar('n0:Verdict', x.scalarCardVerdict, value.Verdict);
}

export function encodeDocChk(w: DocumentWriter, value: t.DocChk): void {
  w.object('DocChk', value);
  w.scalarAttribute('No', x.scalarItemNo, value.No);
  w.content();
  w.scalar('n0:DocKnd', x.scalarDocKnd, value.DocKnd);
  if (value.Ser !== undefined) {
    w.scalar('n0:Ser', s.string, value.Ser);
  }
  w.scalar('n0:Num', s.string, value.Num);
}

export function encodeDocChkRes(w: DocumentWriter, value: t.DocChkRes): void {
  w.object('DocChkRes', value);
  w.scalarAttribute('No', x.scalarItemNo, value.No);
  w.content();
  w.scalar('n0:DocSt', x.scalarDocSt, value.DocSt);
  if (value.StDt === null) w.nilElement('n0:StDt');
  else {
    w.scalar('n0:StDt', s.date, value.StDt);
  }
}

export function encodePrsn(w: DocumentWriter, value: t.Prsn): void {
  w.object('Prsn', value);
  w.scalarAttribute('No', x.scalarItemNo, value.No);
  w.content();
  w.scalar('n0:LstNm', s.string, value.LstNm);
  w.scalar('n0:FstNm', s.string, value.FstNm);
  if (value.MidNm !== undefined) {
    w.scalar('n0:MidNm', s.string, value.MidNm);
  }
  if (value.BrthDt !== undefined) {
    w.scalar('n0:BrthDt', s.date, value.BrthDt);
  }
}

export function encodeMtch(w: DocumentWriter, value: t.Mtch): void {
  w.object('Mtch', value);
  w.scalarAttribute('LstCd', s.string, value.LstCd);
  w.content();
  w.scalar('n0:LstNm', s.string, value.LstNm);
  w.scalar('n0:Score', x.scalarScore, value.Score);
}

export function encodePrsnRes(w: DocumentWriter, value: t.PrsnRes): void {
  w.object('PrsnRes', value);
  w.scalarAttribute('No', x.scalarItemNo, value.No);
  w.content();
  w.scalar('n0:ScrOut', x.scalarScrOut, value.ScrOut);
  w.count('Mtch', value.Mtch, 0, 20);
  for (const v1 of value.Mtch) {
    w.start('n0:Mtch');
    encodeMtch(w, v1);
    w.end('n0:Mtch');
  }
}

export function encodeVerifState(w: DocumentWriter, value: t.VerifState): void {
  w.object('VerifState', value);
  w.content();
  w.scalar('n0:CustNo', x.scalarCustNo, value.CustNo);
  w.scalar('n0:VerifSt', x.scalarVerifSt, value.VerifSt);
  w.scalar('n0:VerifLvl', x.scalarVerifLvl, value.VerifLvl);
  if (value.VerifDt === null) w.nilElement('n0:VerifDt');
  else {
    w.scalar('n0:VerifDt', s.date, value.VerifDt);
  }
  if (value.VldTo === null) w.nilElement('n0:VldTo');
  else {
    w.scalar('n0:VldTo', s.date, value.VldTo);
  }
  if (value.DocKnd === null) w.nilElement('n0:DocKnd');
  else {
    w.scalar('n0:DocKnd', x.scalarDocKnd, value.DocKnd);
  }
  if (value.ScrOut === null) w.nilElement('n0:ScrOut');
  else {
    w.scalar('n0:ScrOut', x.scalarScrOut, value.ScrOut);
  }
}

export function encodeGetVerificationStatesResponse(w: DocumentWriter, value: t.GetVerificationStatesResponse): void {
  w.object('GetVerificationStatesResponse', value);
  w.content();
  w.count('State', value.State, 0, 500);
  for (const v1 of value.State) {
    w.start('n0:State');
    encodeVerifState(w, v1);
    w.end('n0:State');
  }
}

export function encodeGetVerificationStates(w: DocumentWriter, value: t.GetVerificationStates): void {
  w.object('GetVerificationStates', value);
  w.content();
  w.count('CustNo', value.CustNo, 0, 500);
  for (const v1 of value.CustNo) {
    w.scalar('n0:CustNo', x.scalarCustNo, v1);
  }
}

export function encodeScreenPersonResponse(w: DocumentWriter, value: t.ScreenPersonResponse): void {
  w.object('ScreenPersonResponse', value);
  w.content();
  w.count('Res', value.Res, 0, 500);
  for (const v1 of value.Res) {
    w.start('n0:Res');
    encodePrsnRes(w, v1);
    w.end('n0:Res');
  }
}

export function encodeScreenPerson(w: DocumentWriter, value: t.ScreenPerson): void {
  w.object('ScreenPerson', value);
  w.content();
  w.count('Prsn', value.Prsn, 0, 500);
  for (const v1 of value.Prsn) {
    w.start('n0:Prsn');
    encodePrsn(w, v1);
    w.end('n0:Prsn');
  }
}

export function encodeCheckPassportResponse(w: DocumentWriter, value: t.CheckPassportResponse): void {
  w.object('CheckPassportResponse', value);
  w.content();
  w.count('Res', value.Res, 0, 500);
  for (const v1 of value.Res) {
    w.start('n0:Res');
    encodeDocChkRes(w, v1);
    w.end('n0:Res');
  }
}

export function encodeCheckPassport(w: DocumentWriter, value: t.CheckPassport): void {
  w.object('CheckPassport', value);
  w.content();
  w.count('Doc', value.Doc, 0, 500);
  for (const v1 of value.Doc) {
    w.start('n0:Doc');
    encodeDocChk(w, v1);
    w.end('n0:Doc');
  }
}

export function encodeVerifyCardPhoneResponse(w: DocumentWriter, value: t.VerifyCardPhoneResponse): void {
  w.object('VerifyCardPhoneResponse', value);
  w.content();
  w.count('Res', value.Res, 0, 500);
  for (const v1 of value.Res) {
    w.start('n0:Res');
    encodeCardChkRes(w, v1);
    w.end('n0:Res');
  }
}

export function encodeVerifyCardPhone(w: DocumentWriter, value: t.VerifyCardPhone): void {
  w.object('VerifyCardPhone', value);
  w.content();
  w.count('Chk', value.Chk, 0, 500);
  for (const v1 of value.Chk) {
    w.start('n0:Chk');
    encodeCardChk(w, v1);
    w.end('n0:Chk');
  }
}
