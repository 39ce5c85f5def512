import { describe, expect, it } from 'vitest';
import { isLoopbackAddress, isLoopbackHost } from './loopback.ts';

describe('this machine', () => {
  it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('is at %s', (address) => {
    expect(isLoopbackAddress(address)).toBe(true);
  });

  it.each([undefined, '10.0.0.1', '::ffff:10.0.0.1', '1.127.0.0', '127.0.0.1.2', '::', '0.0.0.0'])('is not at %s', (address) => {
    expect(isLoopbackAddress(address)).toBe(false);
  });

  it('is called localhost', () => {
    expect(['localhost', 'LOCALHOST', '127.0.0.1', '[::1]', 'localhost.evil.example', '0.0.0.0', ''].map(isLoopbackHost)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
