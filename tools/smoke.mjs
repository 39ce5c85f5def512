// What a newcomer does, done by a machine: `npm start`, the README's own lines with curl, Ctrl-C. Linux only, for CI.
import { execFile, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('..', import.meta.url));
/** `--fresh` does it in a clone of what is committed, with nothing installed. */
const isFresh = process.argv.includes('--fresh');
const root = isFresh ? fs.mkdtempSync(path.join(os.tmpdir(), 'portico-smoke-')) : here;
/** Resident memory does not depend on what else the machine does, so the promise itself is asserted. */
const residentMbMax = 700;
const documentedPort = 4000;
/** Twice what is promised on a machine that does nothing else, which CI's may not be; the figure itself is printed. */
const readyMsMax = 20_000;
/** How long it may take before the reason is looked for in what it printed. */
const patienceMs = isFresh ? 900_000 : 60_000;
const stopMsMax = 10_000;
const decimal = /^-?\d+(\.\d+)?$/;

function assert(holds, message) {
  if (!holds) throw new Error(message);
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

async function choosePort() {
  if (await isFree(documentedPort)) return documentedPort;
  const server = net.createServer().listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  console.log(`port ${documentedPort} is taken; using ${port}`);
  return port;
}

/** Members of a process group, with their names, from /proc. */
function membersOf(group) {
  return fs.readdirSync('/proc').flatMap((pid) => {
    try {
      const [, name, state, , processGroup] = /^\d+ \((.*)\) (\S) (\d+) (\d+)/s.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return Number(processGroup) === group && state !== 'Z' ? [{ pid, name }] : [];
    } catch {
      return [];
    }
  });
}

/** Megabytes of each process of a group: the bank's own, and npm's, which waits for it. */
function residentMbOf(group) {
  const sum = (processes) =>
    Math.round(
      processes.reduce((kilobytes, { pid }) => kilobytes + Number(/^VmRSS:\s+(\d+) kB/m.exec(statusOf(pid))?.[1] ?? 0), 0) / 1_000,
    );
  const members = membersOf(group);
  return {
    bank: sum(members.filter(({ name }) => !name.startsWith('npm'))),
    npm: sum(members.filter(({ name }) => name.startsWith('npm'))),
  };
}

function statusOf(pid) {
  return fs.readFileSync(`/proc/${pid}/status`, 'utf8');
}

/** What set-up and the bank said of themselves: their own clocks do not count what came before them. */
function tellTimes(output) {
  const load = os.loadavg()[0].toFixed(1);
  for (const [, step] of output.matchAll(/^set-up: (.* in \d+ s)$/gm)) console.log(`set-up: ${step}`);
  console.log(`ready ${/^Portico is ready \((.*)\)$/m.exec(output)?.[1] ?? '?'} after its process began`);
  console.log(`${os.availableParallelism()} cores, load ${load}: above one a core, these times say more of the machine than of Portico`);
}

function listeningSockets() {
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').slice(1) : [],
  );
  return rows.flatMap((row) => {
    const [, local, , state, , , , , , inode] = row.trim().split(/\s+/);
    return state === '0A' ? [{ inode, port: Number.parseInt(local.split(':')[1], 16) }] : [];
  });
}

function portsOf(group) {
  const inodes = new Set(
    membersOf(group).flatMap(({ pid }) => {
      try {
        return fs
          .readdirSync(`/proc/${pid}/fd`)
          .flatMap((fd) => /^socket:\[(\d+)\]$/.exec(fs.readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? []);
      } catch {
        return [];
      }
    }),
  );
  return listeningSockets().flatMap(({ inode, port }) => (inodes.has(inode) ? [port] : []));
}

async function untilReady(port, start) {
  const from = Date.now();
  while (Date.now() - from < patienceMs) {
    assert(start.exit === undefined, `npm start ended with ${start.exit} before it was ready`);
    const answer = await fetch(`http://localhost:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.status === 200) return Date.now() - from;
    await pause(50);
  }
  throw new Error(`/health/ready did not answer 200 within ${patienceMs / 1000} s`);
}

/** The fenced block after the comment `<!-- smoke -->`. */
function readmeLines(port) {
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  const block = /<!-- smoke -->\s*```[a-z]*\n([\s\S]*?)```/.exec(readme)?.[1];
  assert(block !== undefined, 'README.md has no fenced block after <!-- smoke -->');
  return block.replaceAll(`localhost:${documentedPort}`, `localhost:${port}`);
}

function runLines(lines) {
  return new Promise((resolve, reject) => {
    execFile('bash', ['-euo', 'pipefail', '-c', lines], { timeout: 30_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`the README's lines failed (${error.code ?? error.signal}):\n${stdout}${stderr}`));
      else resolve(stdout);
    });
  });
}

function checkAnswer(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new Error(`the README's lines did not end in JSON: ${text.slice(0, 500)}`);
  }
  const shown = JSON.stringify(answer).slice(0, 2_000);
  assert(answer.errors === undefined, `the answer has errors: ${shown}`);
  const { accounts, cards } = answer.data?.me ?? {};
  assert(Array.isArray(accounts) && accounts.length > 0, `the answer has no accounts: ${shown}`);
  for (const { balance } of accounts) {
    assert(
      typeof balance?.amount === 'string' && decimal.test(balance.amount),
      `a balance is not a decimal string: ${JSON.stringify(balance)}`,
    );
  }
  assert(Array.isArray(cards) && cards.length > 0, `the answer has no cards: ${shown}`);
  console.log(`the README's lines answered ${accounts.length} accounts and ${cards.length} cards, amounts exact`);
}

async function stopAsCtrlCDoes(start) {
  const ports = portsOf(start.group);
  assert(ports.length > 0, 'npm start listens on no port');
  const from = Date.now();
  process.kill(-start.group, 'SIGINT');
  // npm passes on what the terminal has given to the whole group, so one Ctrl-C comes twice, and some versions of npm are slow.
  await pause(25);
  if (start.exit === undefined) process.kill(-start.group, 'SIGINT');
  while (start.exit === undefined && Date.now() - from < stopMsMax) await pause(20);
  assert(start.exit === 'code 0', `after SIGINT npm start ended with ${start.exit ?? `nothing in ${stopMsMax / 1000} s`}, not with code 0`);
  const left = membersOf(start.group);
  assert(left.length === 0, `processes were left: ${left.map(({ pid, name }) => `${name} (${pid})`).join(', ')}`);
  const held = new Set(listeningSockets().map(({ port }) => port));
  const taken = ports.filter((port) => held.has(port));
  assert(taken.length === 0, `ports were left taken: ${taken.join(', ')}`);
  console.log(`stopped on SIGINT in ${Date.now() - from} ms; ${ports.length} ports free again`);
}

/** In a process group of its own, as a terminal's foreground job is. */
function npmStart(port) {
  const env = { ...process.env, ...(port === documentedPort ? {} : { PORT: String(port) }) };
  const child = spawn('npm', ['start'], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const start = { group: child.pid, exit: undefined, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      start.output = (start.output + chunk).slice(-100_000);
    });
  }
  child.once('error', (error) => {
    start.exit = error.message;
  });
  child.once('close', (code, signal) => {
    start.exit = signal === null ? `code ${code}` : signal;
  });
  return start;
}

if (isFresh) execFileSync('git', ['clone', '--quiet', '--no-hardlinks', here, root]);
const port = await choosePort();
const lines = readmeLines(port);
const start = npmStart(port);
try {
  const readyMs = await untilReady(port, start);
  console.log(`npm start was ready in ${readyMs} ms`);
  tellTimes(start.output);
  const residentMb = residentMbOf(start.group);
  console.log(`${residentMb.bank} MB resident, and ${residentMb.npm} MB of npm, which waits for it`);
  assert(residentMb.bank <= residentMbMax, `the bank may take ${residentMbMax} MB`);
  if (!isFresh) assert(readyMs <= readyMsMax, `npm start has ${readyMsMax / 1000} s to be ready`);
  checkAnswer(await runLines(lines));
  await stopAsCtrlCDoes(start);
} catch (error) {
  console.error(`smoke: ${error.message}\nnpm start printed:\n${start.output}`);
  process.exitCode = 1;
} finally {
  if (start.exit === undefined) process.kill(-start.group, 'SIGKILL');
  if (isFresh) fs.rmSync(root, { recursive: true, force: true });
}
