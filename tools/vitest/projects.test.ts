import { execFile, spawnSync } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, projects } from './projects.ts';

const projectOf = (file: string) =>
  projects.filter(({ name }) => {
    const { include, exclude } = filesOf(name);
    const isIn = (patterns: readonly string[]) => patterns.some((pattern) => path.matchesGlob(file, pattern));
    return isIn(include) && !isIn(exclude);
  });

describe('a test file is of one project', () => {
  it.each([
    ['platform/decimal.test.ts', 'unit'],
    ['clients/web/src/format/money.test.ts', 'unit'],
    ['platform/http/static-site.wire.test.ts', 'wire'],
    ['legacy-adapters/core-banking/contract.test.ts', 'wire'],
    ['legacy-adapters/core-banking/conformance.test.ts', 'wire'],
    ['e2e/home.test.ts', 'e2e'],
    ['e2e/messengers/crash.test.ts', 'e2e'],
    ['e2e/explorer.browser.test.ts', 'browser'],
    ['clients/welcome/welcome.browser.test.ts', 'browser'],
  ])('%s of %s', (file, name) => {
    expect(projectOf(file).map((project) => project.name)).toEqual([name]);
  });
});

describe('a unit test', () => {
  it('cannot listen', () => {
    expect(() => http.createServer().listen(0)).toThrow('A unit test listens on a socket. Name the file *.wire.test.ts');
  });

  it('cannot connect', async () => {
    expect(() => net.connect(1)).toThrow('A unit test opens a connection');
    await expect(fetch('http://127.0.0.1:1')).rejects.toThrow();
  });

  it('cannot start a process', () => {
    expect(() => execFile(process.execPath)).toThrow('A unit test starts a process');
    expect(() => spawnSync(process.execPath)).toThrow('A unit test starts a process');
  });
});
