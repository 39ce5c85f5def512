import { describe, expect, it } from 'vitest';
import { LegacyUnreachable } from '#platform/errors.ts';
import { createCircuit } from './circuit.ts';
import { usualPolicies } from './policies.ts';

const unavailable = () => Promise.reject(new LegacyUnreachable('core', 'UPSTREAM_UNAVAILABLE', 'unavailable'));
const fine = () => Promise.resolve('fine');
const policies = { ...usualPolicies, attemptsInWindowMin: 10, windowMs: 10_000, failureShare: 0.5, openMs: 5_000 };

function circuitAt() {
  const clock = { ms: 0 };
  const circuit = createCircuit('core', policies, () => clock.ms);
  const many = async (times: number, attempt: () => Promise<unknown>) => {
    for (let round = 0; round < times; round += 1) await circuit.run(attempt).catch(() => undefined);
  };
  return { clock, circuit, many };
}

describe('the circuit to a system', () => {
  it('opens when more than half of the attempts of ten seconds failed, and not for a few', async () => {
    const { circuit, many } = circuitAt();
    await many(9, unavailable);
    expect(circuit.state).toBe('closed');
    await many(1, unavailable);
    expect(circuit.state).toBe('open');
  });

  it('stays closed at half', async () => {
    const { circuit, many } = circuitAt();
    for (let round = 0; round < 50; round += 1) {
      await many(1, fine);
      await many(1, unavailable);
    }
    expect(circuit.state).toBe('closed');
  });

  it('forgets failures of long ago, also where calls are few', async () => {
    const { circuit, clock, many } = circuitAt();
    for (let round = 0; round < 50; round += 1) {
      await many(1, unavailable);
      clock.ms += 1_500;
    }
    expect(circuit.state).toBe('closed');
  });

  it('lets one call try after a while, rejects the others meanwhile, and closes when that one succeeds', async () => {
    const { circuit, clock, many } = circuitAt();
    await many(10, unavailable);
    clock.ms += 4_999;
    await expect(circuit.run(fine)).rejects.toMatchObject({ name: 'CircuitOpen', mayHaveArrived: false });
    clock.ms += 1;
    const probe = Promise.withResolvers<string>();
    const trying = circuit.run(() => probe.promise);
    expect(circuit.state).toBe('half-open');
    await expect(circuit.run(fine)).rejects.toMatchObject({ name: 'CircuitOpen' });
    probe.resolve('back');
    expect(await trying).toBe('back');
    expect([circuit.state, await circuit.run(fine)]).toEqual(['closed', 'fine']);
  });

  it('opens again when the one that tries fails', async () => {
    const { circuit, clock, many } = circuitAt();
    await many(10, unavailable);
    clock.ms += 5_000;
    await many(1, unavailable);
    expect(circuit.state).toBe('open');
    await expect(circuit.run(fine)).rejects.toMatchObject({ name: 'CircuitOpen' });
  });

  it('forgives a failure of the caller while closed, but does not close for one', async () => {
    const { circuit, clock, many } = circuitAt();
    for (let round = 0; round < 20; round += 1) await circuit.run(unavailable, () => true).catch(() => undefined);
    expect(circuit.state).toBe('closed');
    await many(20, unavailable);
    clock.ms += 5_000;
    await expect(circuit.run(unavailable, () => true)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    expect(circuit.state).toBe('open');
  });

  it('goes by the monotonic clock: a wall clock set back by an hour keeps it open no longer', async () => {
    const { circuit, clock, many } = circuitAt();
    await many(10, unavailable);
    const wallClock = Date.now;
    Date.now = () => wallClock() - 3_600_000;
    try {
      clock.ms += 5_000;
      expect(await circuit.run(fine)).toBe('fine');
    } finally {
      Date.now = wallClock;
    }
  });
});
