// Made from biller-hub.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type DocumentWriter, type ElementCodec, type Reader, type SchemaCodec } from '../../xml/codec/generated.ts';
import { decodeBillersAns, decodeBillersAnsSlowly, decodeBillersReq, decodeDebtAns, decodeDebtAnsSlowly, decodeDebtReq, decodeDebtReqSlowly, decodePayAns, decodePayReq, decodePayReqSlowly, decodePayStatusAns, decodePayStatusAnsSlowly, decodePayStatusReq } from './decoders.ts';
import { encodeBillersAns, encodeBillersReq, encodeDebtAns, encodeDebtReq, encodePayAns, encodePayReq, encodePayStatusAns, encodePayStatusReq } from './encoders.ts';
import { names } from './names.ts';
import type * as t from './types.ts';

export const schema: SchemaCodec = { names, declarations: ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:n0="urn:portico:biller-hub:v1"' };

export const elements = {
  BillersReq: {
    name: '{urn:portico:biller-hub:v1}BillersReq',
    id: 48,
    read: (c: Reader): t.BillersReq => decodeBillersReq(c),
    write: (w: DocumentWriter, value: t.BillersReq): void => {
      w.start('n0:BillersReq');
      encodeBillersReq(w, value);
      w.end('n0:BillersReq');
    },
  } satisfies ElementCodec<t.BillersReq>,
  BillersAns: {
    name: '{urn:portico:biller-hub:v1}BillersAns',
    id: 49,
    read: (c: Reader): t.BillersAns => decodeBillersAns(c),
    readSlowly: async (c: Reader): Promise<t.BillersAns> => await decodeBillersAnsSlowly(c),
    write: (w: DocumentWriter, value: t.BillersAns): void => {
      w.start('n0:BillersAns');
      encodeBillersAns(w, value);
      w.end('n0:BillersAns');
    },
  } satisfies ElementCodec<t.BillersAns>,
  DebtReq: {
    name: '{urn:portico:biller-hub:v1}DebtReq',
    id: 50,
    read: (c: Reader): t.DebtReq => decodeDebtReq(c),
    readSlowly: async (c: Reader): Promise<t.DebtReq> => await decodeDebtReqSlowly(c),
    write: (w: DocumentWriter, value: t.DebtReq): void => {
      w.start('n0:DebtReq');
      encodeDebtReq(w, value);
      w.end('n0:DebtReq');
    },
  } satisfies ElementCodec<t.DebtReq>,
  DebtAns: {
    name: '{urn:portico:biller-hub:v1}DebtAns',
    id: 51,
    read: (c: Reader): t.DebtAns => decodeDebtAns(c),
    readSlowly: async (c: Reader): Promise<t.DebtAns> => await decodeDebtAnsSlowly(c),
    write: (w: DocumentWriter, value: t.DebtAns): void => {
      w.start('n0:DebtAns');
      encodeDebtAns(w, value);
      w.end('n0:DebtAns');
    },
  } satisfies ElementCodec<t.DebtAns>,
  PayReq: {
    name: '{urn:portico:biller-hub:v1}PayReq',
    id: 52,
    read: (c: Reader): t.PayReq => decodePayReq(c),
    readSlowly: async (c: Reader): Promise<t.PayReq> => await decodePayReqSlowly(c),
    write: (w: DocumentWriter, value: t.PayReq): void => {
      w.start('n0:PayReq');
      encodePayReq(w, value);
      w.end('n0:PayReq');
    },
  } satisfies ElementCodec<t.PayReq>,
  PayAns: {
    name: '{urn:portico:biller-hub:v1}PayAns',
    id: 53,
    read: (c: Reader): t.PayAns => decodePayAns(c),
    write: (w: DocumentWriter, value: t.PayAns): void => {
      w.start('n0:PayAns');
      encodePayAns(w, value);
      w.end('n0:PayAns');
    },
  } satisfies ElementCodec<t.PayAns>,
  PayStatusReq: {
    name: '{urn:portico:biller-hub:v1}PayStatusReq',
    id: 54,
    read: (c: Reader): t.PayStatusReq => decodePayStatusReq(c),
    write: (w: DocumentWriter, value: t.PayStatusReq): void => {
      w.start('n0:PayStatusReq');
      encodePayStatusReq(w, value);
      w.end('n0:PayStatusReq');
    },
  } satisfies ElementCodec<t.PayStatusReq>,
  PayStatusAns: {
    name: '{urn:portico:biller-hub:v1}PayStatusAns',
    id: 55,
    read: (c: Reader): t.PayStatusAns => decodePayStatusAns(c),
    readSlowly: async (c: Reader): Promise<t.PayStatusAns> => await decodePayStatusAnsSlowly(c),
    write: (w: DocumentWriter, value: t.PayStatusAns): void => {
      w.start('n0:PayStatusAns');
      encodePayStatusAns(w, value);
      w.end('n0:PayStatusAns');
    },
  } satisfies ElementCodec<t.PayStatusAns>,
};

export const operations = {
  Billers: {
    name: 'Billers',
    actions: {},
    location: '',
    input: elements.BillersReq,
    output: elements.BillersAns,
    headers: [],
    faults: [],
    encoded: false,
  },
  Debt: {
    name: 'Debt',
    actions: {},
    location: '',
    input: elements.DebtReq,
    output: elements.DebtAns,
    headers: [],
    faults: [],
    encoded: false,
  },
  Pay: {
    name: 'Pay',
    actions: {},
    location: '',
    input: elements.PayReq,
    output: elements.PayAns,
    headers: [],
    faults: [],
    encoded: false,
  },
  PayStatus: {
    name: 'PayStatus',
    actions: {},
    location: '',
    input: elements.PayStatusReq,
    output: elements.PayStatusAns,
    headers: [],
    faults: [],
    encoded: false,
  },
};
