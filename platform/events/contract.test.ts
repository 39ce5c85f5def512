import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { breaches, checkContract, schemaOf, writeContract } from './contract.ts';
import { defineEvent } from './definition.ts';

const before = defineEvent({
  name: 'payment.completed.v1',
  description: 'A payment has been carried out.',
  subject: 'payment',
  payload: z.object({
    amount: z.string().max(40),
    kind: z.enum(['own', 'other']),
    parts: z.array(z.object({ id: z.string() })).optional(),
  }),
  retentionDays: 400,
});
const change = (payload: z.ZodObject) => ({ ...before, payload });

describe('the contract of events', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'portico-events-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is up to date once it is written', async () => {
    expect(await checkContract(folder, [before])).toEqual(['payment.completed.v1 is not in the contract yet']);
    expect(await writeContract(folder, [before])).toEqual([]);
    expect(await checkContract(folder, [before])).toEqual([]);
  });

  it('may gain an optional property, and other words', async () => {
    await writeContract(folder, [before]);
    const wider = { ...change(before.payload.extend({ note: z.string().optional() })), description: 'Other words.' };
    expect(await checkContract(folder, [wider])).toEqual(['payment.completed.v1 has changed, and the contract does not say so yet']);
    expect(await writeContract(folder, [wider])).toEqual([]);
  });

  it.each([
    ['loses a property', before.payload.omit({ amount: true }), 'payload.amount is gone'],
    ['asks for one more', before.payload.extend({ by: z.string() }), 'required'],
    ['changes the type of one', before.payload.extend({ amount: z.number() }), 'payload.amount: type'],
    ['no longer asks for one', before.payload.partial({ amount: true }), 'required'],
    ['knows one value more', before.payload.extend({ kind: z.enum(['own', 'other', 'none']) }), 'payload.kind: enum'],
    [
      'changes inside of a list',
      before.payload.extend({ parts: z.array(z.object({ id: z.number() })).optional() }),
      'payload.parts[].id: type',
    ],
  ])('refuses an event that %s', async (_, payload, fault) => {
    expect(breaches(schemaOf(before), schemaOf(change(payload))).join()).toContain(fault);
    await writeContract(folder, [before]);
    expect(await writeContract(folder, [change(payload)])).toEqual([expect.stringContaining('needs a new version')]);
    expect(await checkContract(folder, [change(payload)])).toEqual([expect.stringContaining('needs a new version')]);
  });

  it('misses an event that nobody defines any more', async () => {
    await writeContract(folder, [before]);
    await writeFile(path.join(folder, 'old.thing.v1.json'), '{}');
    expect(await checkContract(folder, [before])).toEqual(['old.thing.v1 stands in the contract, and nobody defines it']);
  });
});

it.each(['CardLocked', 'card.locked', 'card.locked.v0', 'locked.v1x'])('knows that %s is no name of an event', (name) => {
  expect(() => defineEvent({ ...before, name })).toThrow('noun, past tense and version');
});

it('refuses personal data by value in a definition', () => {
  expect(() => defineEvent({ ...before, payload: z.object({ phone: z.string() }) })).toThrow('by reference, not by value');
});
