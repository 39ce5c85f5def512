// Runs before `npm start`, `npm test` and the other commands, on whatever Node from 18 on the shell found: installs what is
// missing, the project's own Node 24 included. Uses nothing but that Node and its npm, and ends at once when all is there.
import { isDatabaseKept, keepDatabase } from './set-up/database.mjs';
import { install } from './set-up/install.mjs';
import { isSetUp } from './set-up/state.mjs';
import { buildWeb, isWebBuilt } from './set-up/web.mjs';

const oldestMajor = 18;

try {
  if (Number.parseInt(process.versions.node, 10) < oldestMajor) {
    throw new Error(
      `This is Node ${process.versions.node}; Portico needs Node ${oldestMajor} or newer to set itself up. Install a newer Node, then run the command again.`,
    );
  }
  if (process.platform === 'win32' && process.env.npm_lifecycle_event === 'prestart') {
    throw new Error(
      '`npm start` needs a POSIX shell. Run it in WSL, or run `node_modules\\.bin\\node --import tsx bank/main.ts` after `node tools/set-up.mjs`.',
    );
  }
  if (!isSetUp()) await install();
  // Only what serves or tests the whole bank needs its pages built and its database at hand.
  if (process.argv.includes('--with-web')) {
    if (!isWebBuilt()) await buildWeb();
    if (!isDatabaseKept()) await keepDatabase();
  }
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
