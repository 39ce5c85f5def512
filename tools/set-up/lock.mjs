import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const lookAgainMs = 250;
/** A lock taken a moment ago may not have its owner's name yet. */
const namelessMs = 10_000;

function readOwner(directory) {
  try {
    return JSON.parse(fs.readFileSync(path.join(directory, 'owner.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

function writeOwner(directory) {
  const owner = { pid: process.pid, since: Date.now() };
  fs.writeFileSync(path.join(directory, `owner.${process.pid}`), JSON.stringify(owner));
  fs.renameSync(path.join(directory, `owner.${process.pid}`), path.join(directory, 'owner.json'));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isAbandoned(directory, owner) {
  if (owner !== undefined) return !isAlive(owner.pid);
  const made = fs.statSync(directory, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs > namelessMs;
}

function makeDirectory(directory) {
  try {
    fs.mkdirSync(directory);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST' || error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Of all that see the same dead owner one makes this directory, and it looks again: the lock may have changed hands since. */
function takeOver(directory, owner) {
  const claim = path.join(directory, `after-${owner?.pid ?? 'nobody'}-${owner?.since ?? 0}`);
  if (!makeDirectory(claim)) return false;
  const now = readOwner(directory);
  return now?.pid === owner?.pid && now?.since === owner?.since;
}

/** Waits until no other process holds `directory`, then holds it. Answers the function that lets go. */
export async function acquireLock(directory, patienceMs, say) {
  fs.mkdirSync(path.dirname(directory), { recursive: true });
  const endsAt = Date.now() + patienceMs;
  for (let told = false; ; ) {
    const owner = readOwner(directory);
    if (makeDirectory(directory) || (isAbandoned(directory, owner) && takeOver(directory, owner))) {
      writeOwner(directory);
      return () => fs.rmSync(directory, { recursive: true, force: true });
    }
    if (Date.now() > endsAt) {
      throw new Error(
        `Another set-up (process ${owner?.pid ?? 'unknown'}) has not ended in ${patienceMs / 60_000} minutes. End it, or remove ${directory} if there is none, then run the command again.`,
      );
    }
    if (!told && owner !== undefined) {
      say(`Process ${owner.pid} is setting up already; waiting for it.`);
      told = true;
    }
    await pause(lookAgainMs);
  }
}
