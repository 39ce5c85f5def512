/** A part of the code whose tests are tried by mutation, and the score that they must reach. */
export interface Room {
  /** What is mutated: patterns from the root. */
  readonly files: readonly string[];
  /**
   * The tests that must notice: those that take seconds, since they run for each mutant, and none that measures time, since a mutated file
   * counts at every step what is run of it.
   */
  readonly tests: readonly string[];
  /** The share of mutants, in percent, below which the run fails. Raise it with the tests; never lower it for a change. */
  readonly scoreMin: number;
}

export const rooms: Readonly<Record<string, Room>> = {
  platform: {
    files: ['platform/principal/*.ts', 'platform/telemetry/redact.ts', 'platform/{canonical-json,deadline,decimal}.ts'],
    tests: ['platform/*.test.ts', 'platform/principal/*.test.ts', 'platform/telemetry/redact.test.ts'],
    scoreMin: 90,
  },
  gateway: {
    files: ['gateway/auth/*.ts', 'gateway/limits/*.ts', 'gateway/http/{language,response-type,cors}.ts'],
    tests: ['gateway/{auth,limits,http}/*.test.ts'],
    scoreMin: 90,
  },
  codec: {
    files: ['legacy-adapters/xml/**/*.ts', 'legacy-adapters/soap/envelope.ts', 'legacy-adapters/soap/fault.ts'],
    tests: [
      'legacy-adapters/xml/**/*.test.ts',
      'legacy-adapters/soap/*.test.ts',
      'legacy-adapters/core-banking/codec.differential.test.ts',
    ],
    scoreMin: 90,
  },
  'sign-in': {
    files: ['legacy-adapters/kit/sign-in/*.ts', 'legacy-adapters/soap/sign-in/*.ts'],
    tests: ['legacy-adapters/{kit,soap}/sign-in/*.test.ts'],
    scoreMin: 90,
  },
  adapters: {
    files: ['legacy-adapters/{core-banking,card-processing,cerberus,biller-hub}/*.ts'],
    tests: ['legacy-adapters/{core-banking,card-processing,cerberus,biller-hub}/{contract,*.wire,*.differential,safe-pattern}.test.ts'],
    scoreMin: 80,
  },
};
