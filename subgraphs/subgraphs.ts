// THE list: a subgraph is in the graph when it stands here, in one line.
export { accounts } from './accounts/subgraph.ts';
export { billers } from './billers/subgraph.ts';
export { cards } from './cards/subgraph.ts';
export { customers } from './customers/subgraph.ts';
export { payees } from './payees/subgraph.ts';
export { rates } from './rates/subgraph.ts';
