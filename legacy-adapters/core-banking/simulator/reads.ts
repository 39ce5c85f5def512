import type { Operation } from '#legacy-adapters/simulation/soap-endpoint.ts';
import { longsOf, textOf } from '#legacy-adapters/simulation/soap-input.ts';
import { bank, type World, type WorldAccount, type WorldCustomer } from '#legacy-adapters/simulation/world.ts';
import { addDecimals, type Decimal } from '#platform/decimal.ts';
import type { Ledger } from './ledger.ts';
import { done, refused, resultCodes } from './results.ts';

const idsMax = 500;

/** Every read but the statement. The keys of each answer stand in the order of the WSDL. */
export function createReads(world: World, ledger: Ledger, clock: () => Date): Readonly<Record<string, Operation>> {
  const customers = new Map(world.customers.map((customer) => [customer.customerId, customer]));
  const accounts = new Map(world.accounts.map((account) => [account.accountId, account]));
  const accountsOf = Map.groupBy(world.accounts, (account) => account.customerId);

  /** A read of many by their ids: those that are unknown are absent, and the order is not the request's. */
  function batch(idElement: string, answerElement: string, find: (id: string) => readonly object[]): Operation {
    return (input) => {
      const ids = longsOf(input, idElement, idsMax);
      if (ids === undefined) return refused(resultCodes.malformed);
      return { ...done, [answerElement]: ids.flatMap(find).reverse() };
    };
  }

  function findCustomer(element: 'phone' | 'taxNumber'): Operation {
    return (input) => {
      const wanted = textOf(input, element);
      if (wanted === undefined || wanted === '') return refused(resultCodes.malformed);
      const found = world.customers.find((customer) => customer[element] === wanted);
      return found === undefined ? refused(resultCodes.nobodyFound) : { ...done, customer: toCustomer(found) };
    };
  }

  function toBalance(account: WorldAccount): object {
    const { accountId, currency, held, creditLimit } = account;
    const booked = ledger.balance(accountId);
    const available = addDecimals(addDecimals(booked, creditLimit), negated(held));
    return { accountId, booked, available, currency, asOf: clock().toISOString() };
  }

  function toRequisites({ accountId, customerId, iban, bic }: WorldAccount): object {
    const owner = customers.get(customerId);
    if (owner === undefined) throw new Error(`account ${accountId} has no owner`);
    const recipientName = [owner.lastName, owner.firstName, owner.middleName].filter((name) => name !== null).join(' ');
    return { accountId, iban, bankName: bank.name, bankCode: bank.code, bic, recipientName, recipientTaxNumber: owner.taxNumber };
  }

  /** The rates are set anew at every full hour. */
  const exchangeRates: Operation = () => {
    const hourMs = 3_600_000;
    const setAt = new Date(Math.floor(clock().getTime() / hourMs) * hourMs).toISOString();
    return { ...done, rate: world.exchangeRates.map((rate) => ({ ...rate, setAt })) };
  };

  const oneAccount = (read: (account: WorldAccount) => object) => (id: string) => {
    const account = accounts.get(id);
    return account === undefined ? [] : [read(account)];
  };

  return {
    GetCustomers: batch('customerId', 'customer', (id) => {
      const customer = customers.get(id);
      return customer === undefined ? [] : [toCustomer(customer)];
    }),
    FindCustomerByPhone: findCustomer('phone'),
    FindCustomerByTaxNumber: findCustomer('taxNumber'),
    GetAccountsByCustomers: batch('customerId', 'account', (id) => (accountsOf.get(id) ?? []).map(toAccount)),
    GetAccounts: batch('accountId', 'account', oneAccount(toAccount)),
    GetBalances: batch('accountId', 'balance', oneAccount(toBalance)),
    GetRequisites: batch('accountId', 'requisites', oneAccount(toRequisites)),
    GetExchangeRates: exchangeRates,
  };
}

function toCustomer(customer: WorldCustomer): object {
  const { customerId, lastName, firstName, middleName, phone, taxNumber, birthDate, languageCode } = customer;
  return { customerId, lastName, firstName, middleName, phone, taxNumber, birthDate, languageCode };
}

function toAccount(account: WorldAccount): object {
  const { accountId, customerId, productCode, productName, currency, openedOn, closedOn } = account;
  return { accountId, customerId, productCode, productName, currency, openedOn, closedOn };
}

function negated(amount: Decimal): Decimal {
  return (amount.startsWith('-') ? amount.slice(1) : `-${amount}`) as Decimal;
}
