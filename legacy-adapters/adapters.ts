// THE list: a legacy system is in the bank when it stands here, in one line.
export { billerHub } from './biller-hub/adapter.ts';
export { cardProcessing } from './card-processing/adapter.ts';
export { cerberus } from './cerberus/adapter.ts';
export { coreBanking } from './core-banking/adapter.ts';
