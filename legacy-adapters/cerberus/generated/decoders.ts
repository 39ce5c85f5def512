// Made from cerberus.wsdl by `npm run wrap`; whatever is changed here is lost.
import { END, known, type Reader, s } from '../../xml/codec/generated.ts';
import * as x from './scalars.ts';
import type * as t from './types.ts';

const knownCardTail = known([11, 12]);
export function decodeCardTail(c: Reader): t.CardTail {
  if (c.hasAttributes()) c.exact('{urn:portico:cerberus:v1}CardTail');
  c.next();
  if (c.name !== 11) c.expect(11, knownCardTail, 'Last4');
  const v1 = c.scalar(x.scalarLast4);
  c.next();
  if (c.name !== 12) c.expect(12, knownCardTail, 'ExpMY');
  const v2 = c.scalar(x.scalarExpMY);
  c.next();
  if (c.name !== END) c.close(knownCardTail);
  return { Last4: v1, ExpMY: v2 };
}

const knownCardChk = known([13, 14, 15]);
export function decodeCardChk(c: Reader): t.CardChk {
  if (c.hasAttributes()) c.exact('{urn:portico:cerberus:v1}CardChk');
  const v1 = c.requiredAttribute(16, x.scalarItemNo);
  c.next();
  if (c.name !== 13) c.expect(13, knownCardChk, 'MobNo');
  const v2 = c.scalar(x.scalarMobNo);
  c.next();
  let v3: { readonly kind: 'CardTok'; readonly value: string } | { readonly kind: 'CardTail'; readonly value: t.CardTail } | undefined;
  c.pass(knownCardChk);
  if (c.name === 14 || c.pass(knownCardChk) === 14) {
    v3 = { kind: 'CardTok', value: c.long() };
    c.next();
  }
  else if (c.name === 15 || c.pass(knownCardChk) === 15) {
    v3 = { kind: 'CardTail', value: decodeCardTail(c) };
    c.next();
  }
  if (v3 === undefined) throw c.missing('one of CardTok, CardTail');
  if (c.name !== END) c.close(knownCardChk);
  return { No: v1, MobNo: v2, choice: v3 };
}

const knownCardChkRes = known([17]);
export function decodeCardChkRes(c: Reader): t.CardChkRes {
  if (c.hasAttributes()) c.exact('{urn:portico:cerberus:v1}CardChkRes');
  const v1 = c.requiredAttribute(16, x.scalarItemNo);
  c.next();
  if (c.name !== 17) c.expect(17, knownCardChkRes, 'Verdict');
  const v2 = c.scalar(x.scalarCardVerdict);
  c.next();
  if (c.name !== END) c.close(knownCardChkRes);
  return { No: v1, Verdict: v2 };
}

const knownDocChk = known([18, 19, 20]);
export function decodeDocChk(c: Reader): t.DocChk {
  if (c.hasAttributes()) c.exact('{urn:portico:cerberus:v1}DocChk');
  const v1 = c.requiredAttribute(16, x.scalarItemNo);
  c.next();
  if (c.name !== 18) c.expect(18, knownDocChk, 'DocKnd');
  const v2 = c.scalar(x.scalarDocKnd);
  c.next();
  let v3: string | undefined;
  if (c.name === 19 || c.pass(knownDocChk) === 19) {
    v3 = c.plainString();
    c.next();
  }
  if (c.name !== 20) c.expect(20, knownDocChk, 'Num');
  const v4 = c.plainString();
  c.next();
  if (c.name !== END) c.close(knownDocChk);
  return { No: v1, DocKnd: v2, Ser: v3, Num: v4 };
}

const knownDocChkRes = known([21, 22]);
export function decodeDocChkRes(c: Reader): t.DocChkRes {
  if (c.hasAttributes()) c.exact('{urn:portico:cerberus:v1}DocChkRes');
  const v1 = c.requiredAttribute(16, x.scalarItemNo);
  c.next();
  if (c.name !== 21) c.expect(21, knownDocChkRes, 'DocSt');
  const v2 = c.scalar(x.scalarDocSt);
  c.next();
  if (c.name !== 22) c.expect(22, knownDocChkRes, 'StDt');
  const v3 = (c.isNil() ? c.nil() : c.date());
  c.next();
  if (c.name !== END) c.close(knownDocChkRes);
  return { No: v1, DocSt: v2, StDt: v3 };
}

const knownPrsn = known([23, 24, 25, 26]);
export function decodePrsn(c: Reader): t.Prsn {
  if (c.hasAttributes()) c.exact('{urn:portico:cerberus:v1}Prsn');
  const v1 = c.requiredAttribute(16, x.scalarItemNo);
  c.next();
  if (c.name !== 23) c.expect(23, knownPrsn, 'LstNm');
  const v2 = c.plainString();
  c.next();
  if (c.name !== 24) c.expect(24, knownPrsn, 'FstNm');
  const v3 = c.plainString();
  c.next();
  let v4: string | undefined;
  if (c.name === 25 || c.pass(knownPrsn) === 25) {
    v4 = c.plainString();
    c.next();
  }
  let v5: string | undefined;
  if (c.name === 26 || c.pass(knownPrsn) === 26) {
    v5 = c.date();
    c.next();
  }
  if (c.name !== END) c.close(knownPrsn);
  return { No: v1, LstNm: v2, FstNm: v3, MidNm: v4, BrthDt: v5 };
}

const knownMtch = known([23, 27]);
export function decodeMtch(c: Reader): t.Mtch {
  if (c.hasAttributes()) c.exact('{urn:portico:cerberus:v1}Mtch');
  const v1 = c.requiredAttribute(28, s.string);
  c.next();
  if (c.name !== 23) c.expect(23, knownMtch, 'LstNm');
  const v2 = c.plainString();
  c.next();
  if (c.name !== 27) c.expect(27, knownMtch, 'Score');
  const v3 = c.scalar(x.scalarScore);
  c.next();
  if (c.name !== END) c.close(knownMtch);
  return { LstCd: v1, LstNm: v2, Score: v3 };
}

const knownPrsnRes = known([29, 30]);
export function decodePrsnRes(c: Reader): t.PrsnRes {
  if (c.hasAttributes()) c.exact('{urn:portico:cerberus:v1}PrsnRes');
  const v1 = c.requiredAttribute(16, x.scalarItemNo);
  c.next();
  if (c.name !== 29) c.expect(29, knownPrsnRes, 'ScrOut');
  const v2 = c.scalar(x.scalarScrOut);
  c.next();
  const v3: (t.Mtch)[] = [];
  while ((c.name === 30 || c.pass(knownPrsnRes) === 30) && v3.length < 20) {
    v3.push(decodeMtch(c));
    c.next();
  }
  if (c.name !== END) c.close(knownPrsnRes);
  return { No: v1, ScrOut: v2, Mtch: v3 };
}

export async function decodePrsnResSlowly(c: Reader): Promise<t.PrsnRes> {
  if (c.hasAttributes()) c.exact('{urn:portico:cerberus:v1}PrsnRes');
  const v1 = c.requiredAttribute(16, x.scalarItemNo);
  c.next();
  if (c.name !== 29) c.expect(29, knownPrsnRes, 'ScrOut');
  const v2 = c.scalar(x.scalarScrOut);
  c.next();
  const v3: (t.Mtch)[] = [];
  while ((c.name === 30 || c.pass(knownPrsnRes) === 30) && v3.length < 20) {
    v3.push(decodeMtch(c));
    c.next();
    if (v3.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownPrsnRes);
  return { No: v1, ScrOut: v2, Mtch: v3 };
}

const knownVerifState = known([31, 32, 33, 34, 35, 18, 29]);
export function decodeVerifState(c: Reader): t.VerifState {
  if (c.hasAttributes()) c.exact('{urn:portico:cerberus:v1}VerifState');
  c.next();
  if (c.name !== 31) c.expect(31, knownVerifState, 'CustNo');
  const v1 = c.scalar(x.scalarCustNo);
  c.next();
  if (c.name !== 32) c.expect(32, knownVerifState, 'VerifSt');
  const v2 = c.scalar(x.scalarVerifSt);
  c.next();
  if (c.name !== 33) c.expect(33, knownVerifState, 'VerifLvl');
  const v3 = c.scalar(x.scalarVerifLvl);
  c.next();
  if (c.name !== 34) c.expect(34, knownVerifState, 'VerifDt');
  const v4 = (c.isNil() ? c.nil() : c.date());
  c.next();
  if (c.name !== 35) c.expect(35, knownVerifState, 'VldTo');
  const v5 = (c.isNil() ? c.nil() : c.date());
  c.next();
  if (c.name !== 18) c.expect(18, knownVerifState, 'DocKnd');
  const v6 = (c.isNil() ? c.nil() : c.scalar(x.scalarDocKnd));
  c.next();
  if (c.name !== 29) c.expect(29, knownVerifState, 'ScrOut');
  const v7 = (c.isNil() ? c.nil() : c.scalar(x.scalarScrOut));
  c.next();
  if (c.name !== END) c.close(knownVerifState);
  return { CustNo: v1, VerifSt: v2, VerifLvl: v3, VerifDt: v4, VldTo: v5, DocKnd: v6, ScrOut: v7 };
}

const knownGetVerificationStatesResponse = known([36]);
export function decodeGetVerificationStatesResponse(c: Reader): t.GetVerificationStatesResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.VerifState)[] = [];
  while ((c.name === 36 || c.pass(knownGetVerificationStatesResponse) === 36) && v1.length < 500) {
    v1.push(decodeVerifState(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetVerificationStatesResponse);
  return { State: v1 };
}

export async function decodeGetVerificationStatesResponseSlowly(c: Reader): Promise<t.GetVerificationStatesResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.VerifState)[] = [];
  while ((c.name === 36 || c.pass(knownGetVerificationStatesResponse) === 36) && v1.length < 500) {
    v1.push(decodeVerifState(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetVerificationStatesResponse);
  return { State: v1 };
}

const knownGetVerificationStates = known([31]);
export function decodeGetVerificationStates(c: Reader): t.GetVerificationStates {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.CustNo)[] = [];
  while ((c.name === 31 || c.pass(knownGetVerificationStates) === 31) && v1.length < 500) {
    v1.push(c.scalar(x.scalarCustNo));
    c.next();
  }
  if (c.name !== END) c.close(knownGetVerificationStates);
  return { CustNo: v1 };
}

const knownScreenPersonResponse = known([37]);
export function decodeScreenPersonResponse(c: Reader): t.ScreenPersonResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.PrsnRes)[] = [];
  while ((c.name === 37 || c.pass(knownScreenPersonResponse) === 37) && v1.length < 500) {
    v1.push(decodePrsnRes(c));
    c.next();
  }
  if (c.name !== END) c.close(knownScreenPersonResponse);
  return { Res: v1 };
}

export async function decodeScreenPersonResponseSlowly(c: Reader): Promise<t.ScreenPersonResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.PrsnRes)[] = [];
  while ((c.name === 37 || c.pass(knownScreenPersonResponse) === 37) && v1.length < 500) {
    v1.push(await decodePrsnResSlowly(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownScreenPersonResponse);
  return { Res: v1 };
}

const knownScreenPerson = known([38]);
export function decodeScreenPerson(c: Reader): t.ScreenPerson {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.Prsn)[] = [];
  while ((c.name === 38 || c.pass(knownScreenPerson) === 38) && v1.length < 500) {
    v1.push(decodePrsn(c));
    c.next();
  }
  if (c.name !== END) c.close(knownScreenPerson);
  return { Prsn: v1 };
}

export async function decodeScreenPersonSlowly(c: Reader): Promise<t.ScreenPerson> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.Prsn)[] = [];
  while ((c.name === 38 || c.pass(knownScreenPerson) === 38) && v1.length < 500) {
    v1.push(decodePrsn(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownScreenPerson);
  return { Prsn: v1 };
}

const knownCheckPassportResponse = known([37]);
export function decodeCheckPassportResponse(c: Reader): t.CheckPassportResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.DocChkRes)[] = [];
  while ((c.name === 37 || c.pass(knownCheckPassportResponse) === 37) && v1.length < 500) {
    v1.push(decodeDocChkRes(c));
    c.next();
  }
  if (c.name !== END) c.close(knownCheckPassportResponse);
  return { Res: v1 };
}

export async function decodeCheckPassportResponseSlowly(c: Reader): Promise<t.CheckPassportResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.DocChkRes)[] = [];
  while ((c.name === 37 || c.pass(knownCheckPassportResponse) === 37) && v1.length < 500) {
    v1.push(decodeDocChkRes(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownCheckPassportResponse);
  return { Res: v1 };
}

const knownCheckPassport = known([39]);
export function decodeCheckPassport(c: Reader): t.CheckPassport {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.DocChk)[] = [];
  while ((c.name === 39 || c.pass(knownCheckPassport) === 39) && v1.length < 500) {
    v1.push(decodeDocChk(c));
    c.next();
  }
  if (c.name !== END) c.close(knownCheckPassport);
  return { Doc: v1 };
}

export async function decodeCheckPassportSlowly(c: Reader): Promise<t.CheckPassport> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.DocChk)[] = [];
  while ((c.name === 39 || c.pass(knownCheckPassport) === 39) && v1.length < 500) {
    v1.push(decodeDocChk(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownCheckPassport);
  return { Doc: v1 };
}

const knownVerifyCardPhoneResponse = known([37]);
export function decodeVerifyCardPhoneResponse(c: Reader): t.VerifyCardPhoneResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.CardChkRes)[] = [];
  while ((c.name === 37 || c.pass(knownVerifyCardPhoneResponse) === 37) && v1.length < 500) {
    v1.push(decodeCardChkRes(c));
    c.next();
  }
  if (c.name !== END) c.close(knownVerifyCardPhoneResponse);
  return { Res: v1 };
}

export async function decodeVerifyCardPhoneResponseSlowly(c: Reader): Promise<t.VerifyCardPhoneResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.CardChkRes)[] = [];
  while ((c.name === 37 || c.pass(knownVerifyCardPhoneResponse) === 37) && v1.length < 500) {
    v1.push(decodeCardChkRes(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownVerifyCardPhoneResponse);
  return { Res: v1 };
}

const knownVerifyCardPhone = known([40]);
export function decodeVerifyCardPhone(c: Reader): t.VerifyCardPhone {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.CardChk)[] = [];
  while ((c.name === 40 || c.pass(knownVerifyCardPhone) === 40) && v1.length < 500) {
    v1.push(decodeCardChk(c));
    c.next();
  }
  if (c.name !== END) c.close(knownVerifyCardPhone);
  return { Chk: v1 };
}

export async function decodeVerifyCardPhoneSlowly(c: Reader): Promise<t.VerifyCardPhone> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.CardChk)[] = [];
  while ((c.name === 40 || c.pass(knownVerifyCardPhone) === 40) && v1.length < 500) {
    v1.push(decodeCardChk(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownVerifyCardPhone);
  return { Chk: v1 };
}
