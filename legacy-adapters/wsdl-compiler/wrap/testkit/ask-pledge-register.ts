import 'reflect-metadata';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDeadline } from '#platform/deadline.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { createExecutor } from '#subgraphs/kit/executor.ts';
import { createGraphIds } from '#subgraphs/kit/graph-ids.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

/** Asks the subgraph of a wrapped pledge register, over its simulator, once with the scope and once without. */
interface Adapter {
  createPledgeRegister(options: object): Promise<{ close(): Promise<void> }>;
}
interface Simulated {
  createPledgeRegisterSimulator(options: object): { readonly url: string; start(): Promise<void>; stop(): Promise<void> };
}
interface Made {
  createPledgeRegisterSubgraph(ports: object): Subgraph;
}

// It is there only where somebody has wrapped it.
const load = async <Module>(file: string) =>
  (await import(pathToFileURL(path.resolve(import.meta.dirname, '../../../..', file)).href)) as Module;
const { createPledgeRegister } = await load<Adapter>('legacy-adapters/pledge-register/index.ts');
const { createPledgeRegisterSimulator } = await load<Simulated>('legacy-adapters/pledge-register/simulator/simulator.ts');
const { createPledgeRegisterSubgraph } = await load<Made>('subgraphs/pledge-register/subgraph.ts');

const logger = createLogger('test', 'silent');
const credentials = { user: 'portico', password: 'pledge-register-password-1' };
const simulator = createPledgeRegisterSimulator({ port: 0, ...credentials, switches: { latencyMs: 0 }, logger });
await simulator.start();
const pledgeRegister = await createPledgeRegister({ endpoint: simulator.url, ...credentials, deadlineMs: 10_000 });
const execute = createExecutor(createPledgeRegisterSubgraph({ pledgeRegister }), logger);

const query = `query ($vin: String!) {
  vehicle(vin: $vin, asOf: "2026-03-31") { vin make pldg { pldgId securedAmt { value ccy } } }
  pledges(vin: [$vin], st: RELEASED) { st endDt share seq }
}`;
const ask = (scopes: readonly string[], vin: string) =>
  execute(
    { query, variables: { vin } },
    {
      principal: { kind: 'staff', subject: 'somebody', roles: [], scopes },
      deadline: createDeadline(10_000),
      trace: unrecorded(),
      language: 'en',
      ids: createGraphIds('a secret of this test'),
    },
  );
const codeOf = ({ errors }: Awaited<ReturnType<typeof ask>>) => errors?.[0]?.extensions?.code;

const vin = '1HGCM82633A004352';
console.log(
  JSON.stringify({
    withScope: await ask(['pledge-register:read'], vin),
    withoutScope: codeOf(await ask([], vin)),
    wrongArgument: codeOf(await ask(['pledge-register:read'], 'OIQ')),
  }),
);
await pledgeRegister.close();
await simulator.stop();
