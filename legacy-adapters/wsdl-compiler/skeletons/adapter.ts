import type { Plan } from '../compiler/plan.ts';
import { adapterSource } from './adapter-source.ts';
import { contractTestSource } from './contract-test-source.ts';
import { hostileTestSource } from './hostile-test-source.ts';
import { indexSource, portSource, samplesSource } from './port-source.ts';
import type { SampledOperation } from './sampled-operations.ts';
import type { Service } from './service.ts';
import type { SessionPlan } from './session.ts';
import type { SignInKind } from './sign-ins.ts';
import { simulatorOperationsSource, simulatorSource } from './simulator-source.ts';
import { soapSource } from './soap-source.ts';

export interface AdapterSkeleton {
  readonly plan: Plan;
  readonly service: Service;
  /** Those whose samples came through. */
  readonly sampled: readonly SampledOperation[];
  readonly signIn: SignInKind;
  readonly session: SessionPlan | undefined;
  /** For the simulator, unless the environment says another. */
  readonly simulatorPort: number;
  /** Generated types that the port shows to the subgraph. */
  readonly records: readonly string[];
}

/** The files of an adapter, by their names in its folder. */
export function adapterFiles(skeleton: AdapterSkeleton): Map<string, string> {
  const { plan, service, sampled, signIn, session, simulatorPort, records } = skeleton;
  const isSignIn = ({ name }: { readonly name: string }) => name === session?.login.name || name === session?.logout?.name;
  const methods = service.operations.filter((operation) => !isSignIn(operation));
  const tried = sampled.filter((operation) => !isSignIn(operation));
  const files = new Map([
    ['port.ts', portSource(service, methods, records)],
    ['client.ts', soapSource(plan, service, service.operations, signIn, session)],
    ['index.ts', indexSource(service)],
  ]);
  if (tried.length === 0) return files;
  files.set('adapter.ts', adapterSource(service, signIn, simulatorPort));
  files.set('simulator/operations.ts', simulatorOperationsSource(service, sampled));
  files.set('simulator/simulator.ts', simulatorSource(service, sampled, signIn));
  files.set('samples.testkit.ts', samplesSource(tried));
  files.set('contract.test.ts', contractTestSource(service, tried, signIn));
  const hostile = hostileTestSource(service, tried, signIn);
  if (hostile !== undefined) files.set('conformance.test.ts', hostile);
  return files;
}
