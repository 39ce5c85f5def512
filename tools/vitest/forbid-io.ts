import childProcess, { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Runs before the files of the project `unit`: a unit test opens no socket and starts no process, so it takes milliseconds and
 * cannot fail because of something elsewhere. A test that needs either is a `*.wire.test.ts`.
 */
function refuse(what: string): never {
  throw new Error(`A unit test ${what}. Name the file *.wire.test.ts, or test what needs none.`);
}

net.Server.prototype.listen = () => refuse('listens on a socket');
net.Socket.prototype.connect = () => refuse('opens a connection');
const start = () => refuse('starts a process');
// What spawn, exec, execFile and fork end in; it is not in the types.
Object.assign(ChildProcess.prototype, { spawn: start });
Object.assign(childProcess, { spawnSync: start, execSync: start, execFileSync: start });
syncBuiltinESMExports();
