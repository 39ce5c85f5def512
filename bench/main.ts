/** `npm run bench -- xml`: runs one bench; npm has installed what it measures against before. */
const benches: Readonly<Record<string, string>> = {
  xml: './xml/bench.ts',
  // It measures us alone, so it needs none of the packages that are here.
  ground: '../e2e/bench/ground/bench.ts',
  overload: '../e2e/bench/overload/bench.ts',
};
const [bench = ''] = process.argv.slice(2);
const script = benches[bench];
if (script === undefined) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(benches).join('|')}\n`);
  process.exit(1);
}
await import(script);

export {};
