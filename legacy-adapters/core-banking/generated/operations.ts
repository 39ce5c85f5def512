// Made from core-banking.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type DocumentWriter, type ElementCodec, type Reader, type SchemaCodec } from '../../xml/codec/generated.ts';
import { decodeFindCustomerByPhone, decodeFindCustomerByPhoneResponse, decodeFindCustomerByTaxNumber, decodeFindCustomerByTaxNumberResponse, decodeGetAccounts, decodeGetAccountsByCustomers, decodeGetAccountsByCustomersResponse, decodeGetAccountsByCustomersResponseSlowly, decodeGetAccountsResponse, decodeGetAccountsResponseSlowly, decodeGetBalances, decodeGetBalancesResponse, decodeGetBalancesResponseSlowly, decodeGetCustomers, decodeGetCustomersResponse, decodeGetCustomersResponseSlowly, decodeGetExchangeRates, decodeGetExchangeRatesResponse, decodeGetExchangeRatesResponseSlowly, decodeGetRequisites, decodeGetRequisitesResponse, decodeGetRequisitesResponseSlowly, decodeGetStatementEntries, decodeGetStatementEntriesResponse, decodeGetStatementEntriesResponseSlowly, decodeGetStatements, decodeGetStatementsResponse, decodeGetStatementsResponseSlowly, decodeGetStatementsSlowly, decodeLogin, decodeLoginResponse, decodeLogout, decodeLogoutResponse, decodeSessionHeader } from './decoders.ts';
import { encodeFindCustomerByPhone, encodeFindCustomerByPhoneResponse, encodeFindCustomerByTaxNumber, encodeFindCustomerByTaxNumberResponse, encodeGetAccounts, encodeGetAccountsByCustomers, encodeGetAccountsByCustomersResponse, encodeGetAccountsResponse, encodeGetBalances, encodeGetBalancesResponse, encodeGetCustomers, encodeGetCustomersResponse, encodeGetExchangeRates, encodeGetExchangeRatesResponse, encodeGetRequisites, encodeGetRequisitesResponse, encodeGetStatementEntries, encodeGetStatementEntriesResponse, encodeGetStatements, encodeGetStatementsResponse, encodeLogin, encodeLoginResponse, encodeLogout, encodeLogoutResponse, encodeSessionHeader } from './encoders.ts';
import { names } from './names.ts';
import type * as t from './types.ts';

export const schema: SchemaCodec = { names, declarations: ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:n0="urn:portico:core-banking:v1"' };

export const elements = {
  Login: {
    name: '{urn:portico:core-banking:v1}Login',
    id: 75,
    read: (c: Reader): t.Login => decodeLogin(c),
    write: (w: DocumentWriter, value: t.Login): void => {
      w.start('n0:Login');
      encodeLogin(w, value);
      w.end('n0:Login');
    },
  } satisfies ElementCodec<t.Login>,
  LoginResponse: {
    name: '{urn:portico:core-banking:v1}LoginResponse',
    id: 76,
    read: (c: Reader): t.LoginResponse => decodeLoginResponse(c),
    write: (w: DocumentWriter, value: t.LoginResponse): void => {
      w.start('n0:LoginResponse');
      encodeLoginResponse(w, value);
      w.end('n0:LoginResponse');
    },
  } satisfies ElementCodec<t.LoginResponse>,
  SessionHeader: {
    name: '{urn:portico:core-banking:v1}SessionHeader',
    id: 77,
    read: (c: Reader): t.SessionHeader => decodeSessionHeader(c),
    write: (w: DocumentWriter, value: t.SessionHeader): void => {
      w.start('n0:SessionHeader');
      encodeSessionHeader(w, value);
      w.end('n0:SessionHeader');
    },
  } satisfies ElementCodec<t.SessionHeader>,
  Logout: {
    name: '{urn:portico:core-banking:v1}Logout',
    id: 78,
    read: (c: Reader): t.Logout => decodeLogout(c),
    write: (w: DocumentWriter, value: t.Logout): void => {
      w.start('n0:Logout');
      encodeLogout(w, value);
      w.end('n0:Logout');
    },
  } satisfies ElementCodec<t.Logout>,
  LogoutResponse: {
    name: '{urn:portico:core-banking:v1}LogoutResponse',
    id: 79,
    read: (c: Reader): t.LogoutResponse => decodeLogoutResponse(c),
    write: (w: DocumentWriter, value: t.LogoutResponse): void => {
      w.start('n0:LogoutResponse');
      encodeLogoutResponse(w, value);
      w.end('n0:LogoutResponse');
    },
  } satisfies ElementCodec<t.LogoutResponse>,
  GetCustomers: {
    name: '{urn:portico:core-banking:v1}GetCustomers',
    id: 80,
    read: (c: Reader): t.GetCustomers => decodeGetCustomers(c),
    write: (w: DocumentWriter, value: t.GetCustomers): void => {
      w.start('n0:GetCustomers');
      encodeGetCustomers(w, value);
      w.end('n0:GetCustomers');
    },
  } satisfies ElementCodec<t.GetCustomers>,
  GetCustomersResponse: {
    name: '{urn:portico:core-banking:v1}GetCustomersResponse',
    id: 81,
    read: (c: Reader): t.GetCustomersResponse => decodeGetCustomersResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetCustomersResponse> => await decodeGetCustomersResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetCustomersResponse): void => {
      w.start('n0:GetCustomersResponse');
      encodeGetCustomersResponse(w, value);
      w.end('n0:GetCustomersResponse');
    },
  } satisfies ElementCodec<t.GetCustomersResponse>,
  FindCustomerByPhone: {
    name: '{urn:portico:core-banking:v1}FindCustomerByPhone',
    id: 82,
    read: (c: Reader): t.FindCustomerByPhone => decodeFindCustomerByPhone(c),
    write: (w: DocumentWriter, value: t.FindCustomerByPhone): void => {
      w.start('n0:FindCustomerByPhone');
      encodeFindCustomerByPhone(w, value);
      w.end('n0:FindCustomerByPhone');
    },
  } satisfies ElementCodec<t.FindCustomerByPhone>,
  FindCustomerByPhoneResponse: {
    name: '{urn:portico:core-banking:v1}FindCustomerByPhoneResponse',
    id: 83,
    read: (c: Reader): t.FindCustomerByPhoneResponse => decodeFindCustomerByPhoneResponse(c),
    write: (w: DocumentWriter, value: t.FindCustomerByPhoneResponse): void => {
      w.start('n0:FindCustomerByPhoneResponse');
      encodeFindCustomerByPhoneResponse(w, value);
      w.end('n0:FindCustomerByPhoneResponse');
    },
  } satisfies ElementCodec<t.FindCustomerByPhoneResponse>,
  FindCustomerByTaxNumber: {
    name: '{urn:portico:core-banking:v1}FindCustomerByTaxNumber',
    id: 84,
    read: (c: Reader): t.FindCustomerByTaxNumber => decodeFindCustomerByTaxNumber(c),
    write: (w: DocumentWriter, value: t.FindCustomerByTaxNumber): void => {
      w.start('n0:FindCustomerByTaxNumber');
      encodeFindCustomerByTaxNumber(w, value);
      w.end('n0:FindCustomerByTaxNumber');
    },
  } satisfies ElementCodec<t.FindCustomerByTaxNumber>,
  FindCustomerByTaxNumberResponse: {
    name: '{urn:portico:core-banking:v1}FindCustomerByTaxNumberResponse',
    id: 85,
    read: (c: Reader): t.FindCustomerByTaxNumberResponse => decodeFindCustomerByTaxNumberResponse(c),
    write: (w: DocumentWriter, value: t.FindCustomerByTaxNumberResponse): void => {
      w.start('n0:FindCustomerByTaxNumberResponse');
      encodeFindCustomerByTaxNumberResponse(w, value);
      w.end('n0:FindCustomerByTaxNumberResponse');
    },
  } satisfies ElementCodec<t.FindCustomerByTaxNumberResponse>,
  GetAccountsByCustomers: {
    name: '{urn:portico:core-banking:v1}GetAccountsByCustomers',
    id: 86,
    read: (c: Reader): t.GetAccountsByCustomers => decodeGetAccountsByCustomers(c),
    write: (w: DocumentWriter, value: t.GetAccountsByCustomers): void => {
      w.start('n0:GetAccountsByCustomers');
      encodeGetAccountsByCustomers(w, value);
      w.end('n0:GetAccountsByCustomers');
    },
  } satisfies ElementCodec<t.GetAccountsByCustomers>,
  GetAccountsByCustomersResponse: {
    name: '{urn:portico:core-banking:v1}GetAccountsByCustomersResponse',
    id: 87,
    read: (c: Reader): t.GetAccountsByCustomersResponse => decodeGetAccountsByCustomersResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetAccountsByCustomersResponse> => await decodeGetAccountsByCustomersResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetAccountsByCustomersResponse): void => {
      w.start('n0:GetAccountsByCustomersResponse');
      encodeGetAccountsByCustomersResponse(w, value);
      w.end('n0:GetAccountsByCustomersResponse');
    },
  } satisfies ElementCodec<t.GetAccountsByCustomersResponse>,
  GetAccounts: {
    name: '{urn:portico:core-banking:v1}GetAccounts',
    id: 88,
    read: (c: Reader): t.GetAccounts => decodeGetAccounts(c),
    write: (w: DocumentWriter, value: t.GetAccounts): void => {
      w.start('n0:GetAccounts');
      encodeGetAccounts(w, value);
      w.end('n0:GetAccounts');
    },
  } satisfies ElementCodec<t.GetAccounts>,
  GetAccountsResponse: {
    name: '{urn:portico:core-banking:v1}GetAccountsResponse',
    id: 89,
    read: (c: Reader): t.GetAccountsResponse => decodeGetAccountsResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetAccountsResponse> => await decodeGetAccountsResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetAccountsResponse): void => {
      w.start('n0:GetAccountsResponse');
      encodeGetAccountsResponse(w, value);
      w.end('n0:GetAccountsResponse');
    },
  } satisfies ElementCodec<t.GetAccountsResponse>,
  GetBalances: {
    name: '{urn:portico:core-banking:v1}GetBalances',
    id: 90,
    read: (c: Reader): t.GetBalances => decodeGetBalances(c),
    write: (w: DocumentWriter, value: t.GetBalances): void => {
      w.start('n0:GetBalances');
      encodeGetBalances(w, value);
      w.end('n0:GetBalances');
    },
  } satisfies ElementCodec<t.GetBalances>,
  GetBalancesResponse: {
    name: '{urn:portico:core-banking:v1}GetBalancesResponse',
    id: 91,
    read: (c: Reader): t.GetBalancesResponse => decodeGetBalancesResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetBalancesResponse> => await decodeGetBalancesResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetBalancesResponse): void => {
      w.start('n0:GetBalancesResponse');
      encodeGetBalancesResponse(w, value);
      w.end('n0:GetBalancesResponse');
    },
  } satisfies ElementCodec<t.GetBalancesResponse>,
  GetStatements: {
    name: '{urn:portico:core-banking:v1}GetStatements',
    id: 92,
    read: (c: Reader): t.GetStatements => decodeGetStatements(c),
    readSlowly: async (c: Reader): Promise<t.GetStatements> => await decodeGetStatementsSlowly(c),
    write: (w: DocumentWriter, value: t.GetStatements): void => {
      w.start('n0:GetStatements');
      encodeGetStatements(w, value);
      w.end('n0:GetStatements');
    },
  } satisfies ElementCodec<t.GetStatements>,
  GetStatementsResponse: {
    name: '{urn:portico:core-banking:v1}GetStatementsResponse',
    id: 93,
    read: (c: Reader): t.GetStatementsResponse => decodeGetStatementsResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetStatementsResponse> => await decodeGetStatementsResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetStatementsResponse): void => {
      w.start('n0:GetStatementsResponse');
      encodeGetStatementsResponse(w, value);
      w.end('n0:GetStatementsResponse');
    },
  } satisfies ElementCodec<t.GetStatementsResponse>,
  GetStatementEntries: {
    name: '{urn:portico:core-banking:v1}GetStatementEntries',
    id: 94,
    read: (c: Reader): t.GetStatementEntries => decodeGetStatementEntries(c),
    write: (w: DocumentWriter, value: t.GetStatementEntries): void => {
      w.start('n0:GetStatementEntries');
      encodeGetStatementEntries(w, value);
      w.end('n0:GetStatementEntries');
    },
  } satisfies ElementCodec<t.GetStatementEntries>,
  GetStatementEntriesResponse: {
    name: '{urn:portico:core-banking:v1}GetStatementEntriesResponse',
    id: 95,
    read: (c: Reader): t.GetStatementEntriesResponse => decodeGetStatementEntriesResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetStatementEntriesResponse> => await decodeGetStatementEntriesResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetStatementEntriesResponse): void => {
      w.start('n0:GetStatementEntriesResponse');
      encodeGetStatementEntriesResponse(w, value);
      w.end('n0:GetStatementEntriesResponse');
    },
  } satisfies ElementCodec<t.GetStatementEntriesResponse>,
  GetRequisites: {
    name: '{urn:portico:core-banking:v1}GetRequisites',
    id: 96,
    read: (c: Reader): t.GetRequisites => decodeGetRequisites(c),
    write: (w: DocumentWriter, value: t.GetRequisites): void => {
      w.start('n0:GetRequisites');
      encodeGetRequisites(w, value);
      w.end('n0:GetRequisites');
    },
  } satisfies ElementCodec<t.GetRequisites>,
  GetRequisitesResponse: {
    name: '{urn:portico:core-banking:v1}GetRequisitesResponse',
    id: 97,
    read: (c: Reader): t.GetRequisitesResponse => decodeGetRequisitesResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetRequisitesResponse> => await decodeGetRequisitesResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetRequisitesResponse): void => {
      w.start('n0:GetRequisitesResponse');
      encodeGetRequisitesResponse(w, value);
      w.end('n0:GetRequisitesResponse');
    },
  } satisfies ElementCodec<t.GetRequisitesResponse>,
  GetExchangeRates: {
    name: '{urn:portico:core-banking:v1}GetExchangeRates',
    id: 98,
    read: (c: Reader): t.GetExchangeRates => decodeGetExchangeRates(c),
    write: (w: DocumentWriter, value: t.GetExchangeRates): void => {
      w.start('n0:GetExchangeRates');
      encodeGetExchangeRates(w, value);
      w.end('n0:GetExchangeRates');
    },
  } satisfies ElementCodec<t.GetExchangeRates>,
  GetExchangeRatesResponse: {
    name: '{urn:portico:core-banking:v1}GetExchangeRatesResponse',
    id: 99,
    read: (c: Reader): t.GetExchangeRatesResponse => decodeGetExchangeRatesResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetExchangeRatesResponse> => await decodeGetExchangeRatesResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetExchangeRatesResponse): void => {
      w.start('n0:GetExchangeRatesResponse');
      encodeGetExchangeRatesResponse(w, value);
      w.end('n0:GetExchangeRatesResponse');
    },
  } satisfies ElementCodec<t.GetExchangeRatesResponse>,
};

export const operations = {
  Login: {
    name: 'Login',
    actions: { '1.1': 'urn:portico:core-banking:v1/Login' },
    input: elements.Login,
    output: elements.LoginResponse,
    headers: [],
    faults: [],
    encoded: false,
  },
  Logout: {
    name: 'Logout',
    actions: { '1.1': 'urn:portico:core-banking:v1/Logout' },
    input: elements.Logout,
    output: elements.LogoutResponse,
    headers: [elements.SessionHeader],
    faults: [],
    encoded: false,
  },
  GetCustomers: {
    name: 'GetCustomers',
    actions: { '1.1': 'urn:portico:core-banking:v1/GetCustomers' },
    input: elements.GetCustomers,
    output: elements.GetCustomersResponse,
    headers: [elements.SessionHeader],
    faults: [],
    encoded: false,
  },
  FindCustomerByPhone: {
    name: 'FindCustomerByPhone',
    actions: { '1.1': 'urn:portico:core-banking:v1/FindCustomerByPhone' },
    input: elements.FindCustomerByPhone,
    output: elements.FindCustomerByPhoneResponse,
    headers: [elements.SessionHeader],
    faults: [],
    encoded: false,
  },
  FindCustomerByTaxNumber: {
    name: 'FindCustomerByTaxNumber',
    actions: { '1.1': 'urn:portico:core-banking:v1/FindCustomerByTaxNumber' },
    input: elements.FindCustomerByTaxNumber,
    output: elements.FindCustomerByTaxNumberResponse,
    headers: [elements.SessionHeader],
    faults: [],
    encoded: false,
  },
  GetAccountsByCustomers: {
    name: 'GetAccountsByCustomers',
    actions: { '1.1': 'urn:portico:core-banking:v1/GetAccountsByCustomers' },
    input: elements.GetAccountsByCustomers,
    output: elements.GetAccountsByCustomersResponse,
    headers: [elements.SessionHeader],
    faults: [],
    encoded: false,
  },
  GetAccounts: {
    name: 'GetAccounts',
    actions: { '1.1': 'urn:portico:core-banking:v1/GetAccounts' },
    input: elements.GetAccounts,
    output: elements.GetAccountsResponse,
    headers: [elements.SessionHeader],
    faults: [],
    encoded: false,
  },
  GetBalances: {
    name: 'GetBalances',
    actions: { '1.1': 'urn:portico:core-banking:v1/GetBalances' },
    input: elements.GetBalances,
    output: elements.GetBalancesResponse,
    headers: [elements.SessionHeader],
    faults: [],
    encoded: false,
  },
  GetStatements: {
    name: 'GetStatements',
    actions: { '1.1': 'urn:portico:core-banking:v1/GetStatements' },
    input: elements.GetStatements,
    output: elements.GetStatementsResponse,
    headers: [elements.SessionHeader],
    faults: [],
    encoded: false,
  },
  GetStatementEntries: {
    name: 'GetStatementEntries',
    actions: { '1.1': 'urn:portico:core-banking:v1/GetStatementEntries' },
    input: elements.GetStatementEntries,
    output: elements.GetStatementEntriesResponse,
    headers: [elements.SessionHeader],
    faults: [],
    encoded: false,
  },
  GetRequisites: {
    name: 'GetRequisites',
    actions: { '1.1': 'urn:portico:core-banking:v1/GetRequisites' },
    input: elements.GetRequisites,
    output: elements.GetRequisitesResponse,
    headers: [elements.SessionHeader],
    faults: [],
    encoded: false,
  },
  GetExchangeRates: {
    name: 'GetExchangeRates',
    actions: { '1.1': 'urn:portico:core-banking:v1/GetExchangeRates' },
    input: elements.GetExchangeRates,
    output: elements.GetExchangeRatesResponse,
    headers: [elements.SessionHeader],
    faults: [],
    encoded: false,
  },
};
