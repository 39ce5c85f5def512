// Made from cerberus.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type DocumentWriter, type ElementCodec, type Reader, type SchemaCodec } from '../../xml/codec/generated.ts';
import { decodeCheckPassport, decodeCheckPassportResponse, decodeCheckPassportResponseSlowly, decodeCheckPassportSlowly, decodeGetVerificationStates, decodeGetVerificationStatesResponse, decodeGetVerificationStatesResponseSlowly, decodeScreenPerson, decodeScreenPersonResponse, decodeScreenPersonResponseSlowly, decodeScreenPersonSlowly, decodeVerifyCardPhone, decodeVerifyCardPhoneResponse, decodeVerifyCardPhoneResponseSlowly, decodeVerifyCardPhoneSlowly } from './decoders.ts';
import { encodeCheckPassport, encodeCheckPassportResponse, encodeGetVerificationStates, encodeGetVerificationStatesResponse, encodeScreenPerson, encodeScreenPersonResponse, encodeVerifyCardPhone, encodeVerifyCardPhoneResponse } from './encoders.ts';
import { names } from './names.ts';
import type * as t from './types.ts';

export const schema: SchemaCodec = { names, declarations: ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:n0="urn:portico:cerberus:v1"' };

export const elements = {
  VerifyCardPhone: {
    name: '{urn:portico:cerberus:v1}VerifyCardPhone',
    id: 41,
    read: (c: Reader): t.VerifyCardPhone => decodeVerifyCardPhone(c),
    readSlowly: async (c: Reader): Promise<t.VerifyCardPhone> => await decodeVerifyCardPhoneSlowly(c),
    write: (w: DocumentWriter, value: t.VerifyCardPhone): void => {
      w.start('n0:VerifyCardPhone');
      encodeVerifyCardPhone(w, value);
      w.end('n0:VerifyCardPhone');
    },
  } satisfies ElementCodec<t.VerifyCardPhone>,
  VerifyCardPhoneResponse: {
    name: '{urn:portico:cerberus:v1}VerifyCardPhoneResponse',
    id: 42,
    read: (c: Reader): t.VerifyCardPhoneResponse => decodeVerifyCardPhoneResponse(c),
    readSlowly: async (c: Reader): Promise<t.VerifyCardPhoneResponse> => await decodeVerifyCardPhoneResponseSlowly(c),
    write: (w: DocumentWriter, value: t.VerifyCardPhoneResponse): void => {
      w.start('n0:VerifyCardPhoneResponse');
      encodeVerifyCardPhoneResponse(w, value);
      w.end('n0:VerifyCardPhoneResponse');
    },
  } satisfies ElementCodec<t.VerifyCardPhoneResponse>,
  CheckPassport: {
    name: '{urn:portico:cerberus:v1}CheckPassport',
    id: 43,
    read: (c: Reader): t.CheckPassport => decodeCheckPassport(c),
    readSlowly: async (c: Reader): Promise<t.CheckPassport> => await decodeCheckPassportSlowly(c),
    write: (w: DocumentWriter, value: t.CheckPassport): void => {
      w.start('n0:CheckPassport');
      encodeCheckPassport(w, value);
      w.end('n0:CheckPassport');
    },
  } satisfies ElementCodec<t.CheckPassport>,
  CheckPassportResponse: {
    name: '{urn:portico:cerberus:v1}CheckPassportResponse',
    id: 44,
    read: (c: Reader): t.CheckPassportResponse => decodeCheckPassportResponse(c),
    readSlowly: async (c: Reader): Promise<t.CheckPassportResponse> => await decodeCheckPassportResponseSlowly(c),
    write: (w: DocumentWriter, value: t.CheckPassportResponse): void => {
      w.start('n0:CheckPassportResponse');
      encodeCheckPassportResponse(w, value);
      w.end('n0:CheckPassportResponse');
    },
  } satisfies ElementCodec<t.CheckPassportResponse>,
  ScreenPerson: {
    name: '{urn:portico:cerberus:v1}ScreenPerson',
    id: 45,
    read: (c: Reader): t.ScreenPerson => decodeScreenPerson(c),
    readSlowly: async (c: Reader): Promise<t.ScreenPerson> => await decodeScreenPersonSlowly(c),
    write: (w: DocumentWriter, value: t.ScreenPerson): void => {
      w.start('n0:ScreenPerson');
      encodeScreenPerson(w, value);
      w.end('n0:ScreenPerson');
    },
  } satisfies ElementCodec<t.ScreenPerson>,
  ScreenPersonResponse: {
    name: '{urn:portico:cerberus:v1}ScreenPersonResponse',
    id: 46,
    read: (c: Reader): t.ScreenPersonResponse => decodeScreenPersonResponse(c),
    readSlowly: async (c: Reader): Promise<t.ScreenPersonResponse> => await decodeScreenPersonResponseSlowly(c),
    write: (w: DocumentWriter, value: t.ScreenPersonResponse): void => {
      w.start('n0:ScreenPersonResponse');
      encodeScreenPersonResponse(w, value);
      w.end('n0:ScreenPersonResponse');
    },
  } satisfies ElementCodec<t.ScreenPersonResponse>,
  GetVerificationStates: {
    name: '{urn:portico:cerberus:v1}GetVerificationStates',
    id: 47,
    read: (c: Reader): t.GetVerificationStates => decodeGetVerificationStates(c),
    write: (w: DocumentWriter, value: t.GetVerificationStates): void => {
      w.start('n0:GetVerificationStates');
      encodeGetVerificationStates(w, value);
      w.end('n0:GetVerificationStates');
    },
  } satisfies ElementCodec<t.GetVerificationStates>,
  GetVerificationStatesResponse: {
    name: '{urn:portico:cerberus:v1}GetVerificationStatesResponse',
    id: 48,
    read: (c: Reader): t.GetVerificationStatesResponse => decodeGetVerificationStatesResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetVerificationStatesResponse> => await decodeGetVerificationStatesResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetVerificationStatesResponse): void => {
      w.start('n0:GetVerificationStatesResponse');
      encodeGetVerificationStatesResponse(w, value);
      w.end('n0:GetVerificationStatesResponse');
    },
  } satisfies ElementCodec<t.GetVerificationStatesResponse>,
};

export const operations = {
  VerifyCardPhone: {
    name: 'VerifyCardPhone',
    actions: { '1.1': 'urn:portico:cerberus:v1/VerifyCardPhone' },
    input: elements.VerifyCardPhone,
    output: elements.VerifyCardPhoneResponse,
    headers: [],
    faults: [],
    encoded: false,
  },
  CheckPassport: {
    name: 'CheckPassport',
    actions: { '1.1': 'urn:portico:cerberus:v1/CheckPassport' },
    input: elements.CheckPassport,
    output: elements.CheckPassportResponse,
    headers: [],
    faults: [],
    encoded: false,
  },
  ScreenPerson: {
    name: 'ScreenPerson',
    actions: { '1.1': 'urn:portico:cerberus:v1/ScreenPerson' },
    input: elements.ScreenPerson,
    output: elements.ScreenPersonResponse,
    headers: [],
    faults: [],
    encoded: false,
  },
  GetVerificationStates: {
    name: 'GetVerificationStates',
    actions: { '1.1': 'urn:portico:cerberus:v1/GetVerificationStates' },
    input: elements.GetVerificationStates,
    output: elements.GetVerificationStatesResponse,
    headers: [],
    faults: [],
    encoded: false,
  },
};
