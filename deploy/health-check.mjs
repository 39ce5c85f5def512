// Docker's HEALTHCHECK: whether the process answers, at the address of a gateway, pages or bots, or at that of a subgraph.
// Another address may be given: `node deploy/health-check.mjs http://127.0.0.1:4201/_calls`.

// biome-ignore lint/style/noProcessEnv: a script of its own, outside the processes that it asks
const { PORT = '4000', SUBGRAPH_PORT = '4100', PORTICO_PARTS = 'all' } = process.env;
const port = PORTICO_PARTS.startsWith('subgraph:') ? SUBGRAPH_PORT : PORT;
const [, , url = `http://127.0.0.1:${port}/health/live`] = process.argv;
const answered = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
  ({ ok }) => ok,
  () => false,
);
process.exitCode = answered ? 0 : 1;
