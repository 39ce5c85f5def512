// Made from cerberus.wsdl by `npm run wrap`; whatever is changed here is lost.
import { linearPattern, restricted, s } from '../../xml/codec/generated.ts';

export const scalarCustNo = restricted('CustNo', s.string, { patterns: [/^(?:[1-9][\p{Nd}]{0,18})$/u] });
export const scalarMobNo = restricted('MobNo', s.string, { patterns: [/^(?:[\p{Nd}]{10,15})$/u] });
export const scalarExpMY = restricted('ExpMY', s.string, { patterns: [linearPattern('(0[1-9]|1[0-2])\\d{2}')] });
export const scalarLast4 = restricted('Last4', s.string, { patterns: [/^(?:[\p{Nd}]{4})$/u] });
export const scalarCardVerdict = restricted<string, 'OK' | 'NO' | 'NU'>('CardVerdict', s.string, { enumeration: ['OK', 'NO', 'NU'] });
export const scalarDocSt = restricted<string, 'V' | 'I' | 'S' | 'N'>('DocSt', s.string, { enumeration: ['V', 'I', 'S', 'N'] });
export const scalarDocKnd = restricted<string, 'BKL' | 'IDC'>('DocKnd', s.string, { enumeration: ['BKL', 'IDC'] });
export const scalarScrOut = restricted<string, 'C' | 'P' | 'H'>('ScrOut', s.string, { enumeration: ['C', 'P', 'H'] });
export const scalarVerifSt = restricted<string, 'N' | 'V' | 'E'>('VerifSt', s.string, { enumeration: ['N', 'V', 'E'] });
export const scalarVerifLvl = restricted<string, 'NON' | 'SMP' | 'FUL'>('VerifLvl', s.string, { enumeration: ['NON', 'SMP', 'FUL'] });
export const scalarScore = restricted('Score', s.decimal, { minInclusive: '0', maxInclusive: '1', fractionDigits: 4 });
export const scalarItemNo = restricted('ItemNo', s.int, { minInclusive: '1', maxInclusive: '999999999' });
