import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Stands for npm, which is not ours: notes each call, then does what the test's `behaviour` file says, as npm ci does when all goes well. */
const npm = `#!/bin/sh
echo "$@" >> calls
. ./behaviour
rm -rf node_modules
mkdir -p node_modules/.bin node_modules/node/bin
echo '{ "version": "24.21.0" }' > node_modules/node/package.json
printf '#!/bin/sh\\necho v24.21.0\\n' > node_modules/node/bin/node
chmod +x node_modules/node/bin/node
ln -s ../node/bin/node node_modules/.bin/node
echo '{ "packages": { "node_modules/node": { "version": "24.21.0" } } }' > node_modules/.package-lock.json
`;
const npmsRecord = `echo '{ "packages": { "node_modules/node": { "version": "24.21.0" } } }' > node_modules/.package-lock.json`;
const lock = (version: string) =>
  JSON.stringify({ packages: { '': {}, 'node_modules/node': { version }, 'node_modules/for-mac': { version: '1.0.0', optional: true } } });

describe('set-up', () => {
  let project: string;
  const at = (...parts: string[]) => path.join(project, ...parts);
  const isThere = (...parts: string[]) => existsSync(at(...parts));
  const calls = async () => (isThere('calls') ? (await readFile(at('calls'), 'utf8')).trim().split('\n') : []);
  const behave = (script: string) => writeFile(at('behaviour'), script);

  beforeEach(async () => {
    project = await mkdtemp(path.join(os.tmpdir(), 'portico-set-up-'));
    await mkdir(at('bin'));
    await cp(path.join(import.meta.dirname, 'set-up.mjs'), at('tools', 'set-up.mjs'));
    await cp(path.join(import.meta.dirname, 'set-up'), at('tools', 'set-up'), { recursive: true });
    await writeFile(at('bin', 'npm'), npm);
    await chmod(at('bin', 'npm'), 0o755);
    await writeFile(at('package-lock.json'), lock('24.21.0'));
    await behave('');
  });
  afterEach(() => rm(project, { recursive: true, force: true }));

  function begin(PATH = `${at('bin')}:/usr/bin:/bin`): ChildProcess {
    return spawn(process.execPath, ['tools/set-up.mjs'], { cwd: project, env: { PATH }, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  async function ended(child: ChildProcess): Promise<{ code: number | null; output: string }> {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    const [code] = await once(child, 'close');
    return { code, output };
  }
  const setUp = (PATH?: string) => ended(begin(PATH));

  /** Resolves once npm has been called, while it is still at work. */
  async function npmIsAtWork(): Promise<void> {
    if (isThere('calls')) return;
    const watcher = watch(project);
    while (!isThere('calls')) await once(watcher, 'change');
    watcher.close();
  }

  it('installs what is missing, in a few plain lines, and the next time does nothing', async () => {
    await behave('echo a thousand lines of npm');
    expect(await setUp()).toEqual({
      code: 0,
      output: expect.stringMatching(/^set-up: installing packages.*\nset-up: packages installed in \d+ s\nset-up: ready\n$/),
    });
    expect(await setUp()).toEqual({ code: 0, output: '' });
    expect(await calls()).toHaveLength(1);
    expect((await calls())[0]).toMatch(/^ci --include=dev /);
  });

  it('installs again when the lock file has changed', async () => {
    await setUp();
    await writeFile(at('package-lock.json'), lock('24.22.0'));
    await setUp();
    expect(await calls()).toHaveLength(2);
  });

  it("installs again when a workspace's own packages are gone", async () => {
    const [place, version] = ['clients/web/node_modules/react', '19.0.0'];
    const packages = { '': {}, 'node_modules/node': { version: '24.21.0' }, [place]: { version } };
    await writeFile(at('package-lock.json'), JSON.stringify({ packages }));
    const record = JSON.stringify({ packages: { 'node_modules/node': { version: '24.21.0' }, [place]: { version } } });
    const install = npm.slice(npm.indexOf('rm -rf')).replace(/^echo '\{ "packages".*$/m, '');
    await behave(`${install}\nmkdir -p ${place}; echo '${record}' > node_modules/.package-lock.json; exit 0`);
    expect(await setUp()).toMatchObject({ code: 0 });
    expect(await setUp()).toEqual({ code: 0, output: '' });
    await rm(at('clients'), { recursive: true });
    expect(await setUp()).toMatchObject({ code: 0 });
    expect(isThere(place)).toBe(true);
    expect(await calls()).toHaveLength(2);
  });

  it("takes a developer's own npm install for what it is", async () => {
    await setUp();
    await rm(at('node_modules', '.portico-set-up'));
    expect(await setUp()).toEqual({ code: 0, output: 'set-up: ready\n' });
    expect(await calls()).toHaveLength(1);
  });

  it('installs once for two commands at the same time, and both go on', async () => {
    await behave('sleep 0.5');
    const first = setUp();
    await npmIsAtWork();
    const second = setUp();
    expect((await first).code).toBe(0);
    expect(await second).toEqual({
      code: 0,
      output: expect.stringMatching(/^set-up: Process \d+ is setting up already; waiting for it\.\n$/),
    });
    expect(await calls()).toHaveLength(1);
  });

  it('starts anew after one that was killed in the middle', async () => {
    await behave('mkdir -p node_modules/half; exec sleep 5');
    const killed = begin();
    const end = ended(killed);
    await npmIsAtWork();
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    killed.stdout?.destroy();
    killed.stderr?.destroy();
    await end;
    expect(isThere('.portico', 'set-up.lock')).toBe(true);
    await behave('');
    expect((await setUp()).code).toBe(0);
    expect(isThere('node_modules', 'half')).toBe(false);
  });

  /** Shows in `calls` when npm is at work twice at a time. */
  const noteOverlap = '[ -e busy ] && echo OVERLAP >> calls; touch busy; trap "rm -f busy" EXIT; sleep 0.5';

  it.each([
    [
      'by somebody who was killed',
      async (lockDirectory: string) => {
        const dead = spawn(process.execPath, ['-e', '']);
        await once(dead, 'exit');
        await writeFile(path.join(lockDirectory, 'owner.json'), JSON.stringify({ pid: dead.pid, since: 1 }));
      },
    ],
    [
      'by somebody who was killed before he gave his name',
      async (lockDirectory: string) => {
        const longAgo = new Date(Date.now() - 60_000);
        await utimes(lockDirectory, longAgo, longAgo);
      },
    ],
  ])('installs once for four commands that find it begun %s', async (_, abandon) => {
    await behave(noteOverlap);
    await mkdir(at('.portico', 'set-up.lock'), { recursive: true });
    await abandon(at('.portico', 'set-up.lock'));
    const ends = await Promise.all([setUp(), setUp(), setUp(), setUp()]);
    expect(ends.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0, 0, 0]);
    expect(await calls()).toEqual([expect.stringMatching(/^ci /)]);
    expect(isThere('.portico', 'set-up.lock')).toBe(false);
  });

  it('installs once for four commands that begin at one moment', async () => {
    await behave(noteOverlap);
    const ends = await Promise.all([setUp(), setUp(), setUp(), setUp()]);
    expect(ends.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0, 0, 0]);
    expect(await calls()).toEqual([expect.stringMatching(/^ci /)]);
  });

  it('lets go and says so when it is interrupted', async () => {
    await behave('exec sleep 5');
    const child = begin();
    const end = ended(child);
    await npmIsAtWork();
    child.kill('SIGINT');
    expect(await end).toEqual({ code: 1, output: expect.stringContaining('Stopped by SIGINT while installing packages') });
    expect(isThere('.portico', 'set-up.lock')).toBe(false);
  });

  it.each([
    ['npm error code EAI_AGAIN', 'The npm registry could not be reached'],
    ['npm error code EUSAGE', 'package.json and package-lock.json do not agree'],
    ['npm error code ENOSPC', 'The disk is full'],
    ['npm error code EACCES', 'This folder cannot be written to'],
    ['npm error something new', "npm's own words are above"],
  ])('shows all that npm said and what to do about it: %s', async (said, advice) => {
    await behave(`echo before; echo "${said}" >&2; exit 1`);
    const { code, output } = await setUp();
    expect(code).toBe(1);
    expect(output).toContain('before');
    expect(output).toContain(said);
    expect(output).toContain(advice);
  });

  it('does not believe an npm that ends well without having installed everything', async () => {
    await behave('mkdir -p node_modules/half; echo "npm error Exit handler never called!" >&2; exit 0');
    const { code, output } = await setUp();
    expect(code).toBe(1);
    expect(output).toContain('The npm registry could not be reached');
  });

  it('says so when there is no npm', async () => {
    await rm(at('bin', 'npm'));
    const { code, output } = await setUp(at('bin'));
    expect(code).toBe(1);
    expect(output).toContain('npm is not on the PATH');
  });

  it("runs the runtime's own install script when npm has left it out", async () => {
    const script =
      "const fs = require('fs'); fs.mkdirSync('bin'); fs.writeFileSync('bin/node', '#!/bin/sh\\necho v24.21.0\\n', { mode: 0o755 });";
    await writeFile(at('script'), script);
    await behave(
      `mkdir -p node_modules/node; echo '{ "version": "24.21.0" }' > node_modules/node/package.json; cp script node_modules/node/installArchSpecificPackage.js; ${npmsRecord}; exit 0`,
    );
    expect((await setUp()).output).toContain("installing the project's own Node");
    expect(isThere('node_modules', '.bin', 'node')).toBe(true);
    expect(await setUp()).toEqual({ code: 0, output: '' });
  });

  it('says plainly when the runtime cannot be had on this machine', async () => {
    await behave(
      `mkdir -p node_modules/node/bin; echo '{ "version": "24.21.0" }' > node_modules/node/package.json; echo > node_modules/node/installArchSpecificPackage.js; ${npmsRecord}; exit 0`,
    );
    const { code, output } = await setUp();
    expect(code).toBe(1);
    expect(output).toContain("The project's own Node is not usable on this");
  });
});
