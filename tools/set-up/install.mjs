import fs from 'node:fs';
import path from 'node:path';
import { acquireLock } from './lock.mjs';
import { adviceFor, run } from './npm.mjs';
import { isSetUp, linkRuntime, markSetUp, matchesLock, modules, root, runtimeFault, runtimePackage, unmarkSetUp } from './state.mjs';

const installMs = 15 * 60_000;
const signOfLifeMs = 15_000;
const ciArguments = [
  'ci',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  // Packages ask for the Node that the project brings; npm itself may well run on an older one.
  '--engine-strict=false',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=10000',
];

export const say = (text) => process.stdout.write(`set-up: ${text}\n`);

/** Runs one step, with a line now and then to show that it lives, and all of its output when it fails. */
export async function step(name, program, args, { cwd, env = {}, isDone = () => true }) {
  const from = Date.now();
  const seconds = () => Math.round((Date.now() - from) / 1000);
  const sign = setInterval(() => say(`still ${name} (${seconds()} s)`), signOfLifeMs);
  const result = await run(program, args, { cwd, env, timeoutMs: installMs });
  clearInterval(sign);
  if (result.signalled) throw new Error(`Stopped by ${result.signalled} while ${name}; the next command starts it again.`);
  if (result.code !== 0 || !isDone()) {
    process.stderr.write(result.output);
    throw new Error(`Set-up failed while ${name}. ${adviceFor(result)}`);
  }
  return seconds();
}

async function installPackages() {
  say('installing packages; the first time this takes a minute or two');
  unmarkSetUp();
  const seconds = await step('installing packages', 'npm', ciArguments, {
    cwd: root,
    // Some versions of npm end with code 0 when they lose the network half-way.
    isDone: matchesLock,
  });
  say(`packages installed in ${seconds} s`);
}

/** npm leaves install scripts out when it is told to, and from version 12 on unless package.json allows them; then the runtime's is run here. */
async function provideRuntime() {
  if (runtimeFault() !== undefined && fs.existsSync(runtimePackage)) {
    say("installing the project's own Node");
    await step("installing the project's own Node", process.execPath, ['installArchSpecificPackage.js'], { cwd: runtimePackage });
  }
  const fault = runtimeFault();
  if (fault !== undefined) {
    throw new Error(
      `The project's own Node is not usable on this ${process.platform}-${process.arch} machine: ${fault}.\nRemove ${modules} and run the command again; if that does not help, this kind of machine is not supported by the npm package \`node\`.`,
    );
  }
  linkRuntime();
}

/** Installs what is missing, once, however many commands ask for it at the same time. */
export async function install() {
  if (!fs.existsSync(path.join(root, 'package-lock.json'))) throw new Error(`${root} has no package-lock.json. Clone Portico anew.`);
  const release = await acquireLock(path.join(root, '.portico', 'set-up.lock'), installMs, say);
  try {
    if (isSetUp()) return;
    if (!matchesLock()) await installPackages();
    await provideRuntime();
    markSetUp();
    say('ready');
  } finally {
    release();
  }
}
