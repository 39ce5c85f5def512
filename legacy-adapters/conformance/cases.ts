import { charsets } from './cases/charsets.ts';
import { connections } from './cases/connections.ts';
import { documents } from './cases/documents.ts';
import { foreignAnswers } from './cases/foreign-answers.ts';
import { namespaces } from './cases/namespaces.ts';
import { noise } from './cases/noise.ts';
import { sizes } from './cases/sizes.ts';
import { truncations } from './cases/truncations.ts';
import { values } from './cases/values.ts';
import { type Contract, type HostileCase, replies } from './hostile-case.ts';
import type { HonestAnswer } from './reply.ts';

/** Every way in which one honest answer is spoilt. */
export function casesOf(
  answer: HonestAnswer,
  contract: Contract,
  foreign: readonly Uint8Array[],
  seed: number,
  large: boolean,
): HostileCase[] {
  const make = replies(answer, contract);
  return [
    ...truncations(answer, make),
    ...connections(answer, make),
    ...foreignAnswers(make, contract, foreign),
    ...namespaces(answer, make, contract),
    ...charsets(answer, make),
    ...documents(answer, make),
    ...(large ? sizes(answer, make) : []),
    ...values(answer, make),
    ...noise(answer, make, seed),
  ];
}
