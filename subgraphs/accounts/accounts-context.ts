import type DataLoader from 'dataloader';
import type {
  AccountRecord,
  BalanceRecord,
  BankDetailsRecord,
  CoreBanking,
  EntryOfAccount,
  StatementPage,
  StatementQuery,
} from '#legacy-adapters/core-banking/index.ts';
import type { RequestContext } from '../kit/context.ts';
import { createLoader } from '../kit/loader.ts';

export interface AccountsContext extends RequestContext {
  readonly loaders: {
    readonly accountsOfCustomer: DataLoader<string, AccountRecord[]>;
    readonly account: DataLoader<string, AccountRecord | undefined>;
    readonly balance: DataLoader<string, BalanceRecord | undefined>;
    readonly bankDetails: DataLoader<string, BankDetailsRecord | undefined>;
    readonly entry: DataLoader<string, EntryOfAccount | undefined>;
    readonly statement: DataLoader<StatementQuery, StatementPage | undefined, string>;
  };
}

export function createAccountsContext(core: CoreBanking, request: RequestContext): AccountsContext {
  return {
    ...request,
    loaders: {
      accountsOfCustomer: createLoader((numbers) => core.findAccountsOfCustomers(numbers, request)),
      account: createLoader((numbers) => core.findAccounts(numbers, request)),
      balance: createLoader((numbers) => core.findBalances(numbers, request)),
      bankDetails: createLoader((numbers) => core.findBankDetails(numbers, request)),
      entry: createLoader((numbers) => core.findStatementEntries(numbers, request)),
      statement: createLoader(
        (queries) => core.findStatements(queries, request),
        (query) => JSON.stringify(query),
      ),
    },
  };
}
