import { spawn } from 'node:child_process';
import path from 'node:path';
import { binaries } from './state.mjs';

const outputCharactersMax = 2_000_000;

/** The shell's environment, without this project's own binaries: npm must not run on the Node that it is about to replace. */
function outerEnvironment() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = (process.env[name] ?? '').split(path.delimiter).filter((folder) => path.resolve(folder) !== path.resolve(binaries));
  return { ...process.env, [name]: folders.join(path.delimiter) };
}

/** Runs a program to its end and keeps what it prints; a signal to this process is passed on, and then ends this one too. */
export function run(program, args, { cwd, timeoutMs, env = {} }) {
  return new Promise((resolve) => {
    let child;
    let signalled;
    const pass = (signal) => {
      signalled = signal;
      child?.kill(signal);
    };
    // Before the start of the program: a signal that comes while it starts must find them too.
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child = spawn(program, args, {
      cwd,
      env: { ...outerEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Windows starts npm through npm.cmd, which needs its shell.
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-outputCharactersMax);
    };
    const timer = setTimeout(() => {
      keep(`\nStopped: not done after ${timeoutMs / 60_000} minutes.\n`);
      child.kill('SIGTERM');
    }, timeoutMs);
    const end = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve({ code, output, signalled });
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => {
      keep(`${error.message}\n`);
      end(error.code === 'ENOENT' ? 'ENOENT' : 1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

const causes = [
  [
    /EUSAGE|are in sync/,
    'package.json and package-lock.json do not agree, or the registry lacks a package that the lock file names. Run `npm install` and commit the new package-lock.json.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|Exit handler never called/,
    'The npm registry could not be reached. Check the network, and behind a proxy `npm config set proxy` and `https-proxy`.',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_/,
    "The npm registry's certificate is not trusted here. Set NODE_EXTRA_CA_CERTS, or `npm config set cafile`, to your organisation's authority.",
  ],
  [/\bE40[134]\b|ETARGET/, 'The npm registry refused a package, or does not have it. Check `npm config get registry` and its sign-in.'],
  [/ENOSPC/, 'The disk is full: the packages take about 700 MB.'],
  [/EACCES|EPERM|EROFS/, 'This folder cannot be written to by this user. Change its owner, or clone Portico somewhere else.'],
  [/EINTEGRITY/, 'A downloaded package is not the one that package-lock.json names. Run `npm cache clean --force`, then try again.'],
];

/** What to do about a failure, from what npm printed. */
export function adviceFor({ code, output }) {
  if (code === 'ENOENT') return 'npm is not on the PATH. Install it (it comes with Node), then run the command again.';
  const cause = causes.find(([pattern]) => pattern.test(output));
  return `${cause?.[1] ?? "npm's own words are above."} Then run the command again.`;
}
