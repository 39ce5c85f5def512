/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Home {\n  me {\n    id\n    displayName\n    accounts {\n      id\n      kind\n      name\n      balance {\n        amount\n        currency\n      }\n      available {\n        amount\n        currency\n      }\n      transactions(first: 5) {\n        edges {\n          node {\n            id\n            postedOn\n            description\n            amount {\n              amount\n              currency\n            }\n            counterparty\n          }\n        }\n      }\n    }\n    cards {\n      __typename\n      id\n      displayNumber\n      network\n      status\n      expiresOn\n      account {\n        id\n      }\n    }\n  }\n}": typeof types.HomeDocument,
};
const documents: Documents = {
    "query Home {\n  me {\n    id\n    displayName\n    accounts {\n      id\n      kind\n      name\n      balance {\n        amount\n        currency\n      }\n      available {\n        amount\n        currency\n      }\n      transactions(first: 5) {\n        edges {\n          node {\n            id\n            postedOn\n            description\n            amount {\n              amount\n              currency\n            }\n            counterparty\n          }\n        }\n      }\n    }\n    cards {\n      __typename\n      id\n      displayNumber\n      network\n      status\n      expiresOn\n      account {\n        id\n      }\n    }\n  }\n}": types.HomeDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Home {\n  me {\n    id\n    displayName\n    accounts {\n      id\n      kind\n      name\n      balance {\n        amount\n        currency\n      }\n      available {\n        amount\n        currency\n      }\n      transactions(first: 5) {\n        edges {\n          node {\n            id\n            postedOn\n            description\n            amount {\n              amount\n              currency\n            }\n            counterparty\n          }\n        }\n      }\n    }\n    cards {\n      __typename\n      id\n      displayNumber\n      network\n      status\n      expiresOn\n      account {\n        id\n      }\n    }\n  }\n}"): typeof import('./graphql').HomeDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
