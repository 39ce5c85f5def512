/** `npm run bench -- xml`: runs one bench; npm has installed what it measures against before. */
const benches = ['xml'];
const [bench] = process.argv.slice(2);
if (bench === undefined || !benches.includes(bench)) {
  process.stderr.write(`usage: npm run bench -- ${benches.join('|')}\n`);
  process.exit(1);
}
await import(`./${bench}/bench.ts`);

export {};
