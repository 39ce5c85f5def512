import { describe, expect, it } from 'vitest';
import { createStorage } from './storage.ts';

describe('the storage', () => {
  it('keeps 10,000 records of a kind and forgets the one that nobody has used for longest', async () => {
    const sessions = createStorage().adapter('Session');
    await sessions.upsert('first', { uid: 'u1' });
    await sessions.upsert('second', { uid: 'u2' });
    await sessions.find('first');
    for (let count = 0; count < 9_999; count += 1) await sessions.upsert(`flood-${count}`, {});
    expect(await sessions.find('second')).toBeUndefined();
    expect(await sessions.find('first')).toEqual({ uid: 'u1' });
  });

  it('does not let a flood of one kind push out another', async () => {
    const storage = createStorage();
    await storage.adapter('Session').upsert('session', { uid: 'u1' });
    for (let count = 0; count < 10_001; count += 1) await storage.adapter('Interaction').upsert(`flood-${count}`, {});
    expect(await storage.adapter('Session').findByUid('u1')).toEqual({ uid: 'u1' });
  });

  it('forgets everything that hangs on a grant, and nothing else', async () => {
    const tokens = createStorage().adapter('RefreshToken');
    await tokens.upsert('a', { grantId: 'g1' });
    await tokens.upsert('b', { grantId: 'g2' });
    await tokens.revokeByGrantId('g1');
    expect(await tokens.find('a')).toBeUndefined();
    expect(await tokens.find('b')).toEqual({ grantId: 'g2' });
  });

  it('marks what was used once', async () => {
    const codes = createStorage().adapter('AuthorizationCode');
    await codes.upsert('code', {}, 60);
    await codes.consume('code');
    expect(await codes.find('code')).toHaveProperty('consumed');
  });
});
