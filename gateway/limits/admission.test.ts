import { expect, it } from 'vitest';
import { createAdmission } from './admission.ts';

it('lets in as many as there are places, and the next once one has left', () => {
  const admission = createAdmission(2);
  const leaveFirst = admission.enter();
  expect(admission.isFull).toBe(false);
  expect(admission.enter()).toBeDefined();
  expect(admission.isFull).toBe(true);
  expect(admission.enter()).toBeUndefined();
  leaveFirst?.();
  expect(admission.isFull).toBe(false);
  expect(admission.enter()).toBeDefined();
});

it('gives a place back once, however often its holder leaves', () => {
  const admission = createAdmission(2);
  const leave = admission.enter();
  admission.enter();
  leave?.();
  leave?.();
  admission.enter();
  expect(admission.isFull).toBe(true);
});
