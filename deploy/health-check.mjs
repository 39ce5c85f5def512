// Docker's HEALTHCHECK: whether the process answers, at the address of a gateway, pages or bots, or at that of a subgraph.
// Other addresses may be given, all of which must answer: `node deploy/health-check.mjs http://127.0.0.1:4201/_calls`.

// biome-ignore lint/style/noProcessEnv: a script of its own, outside the processes that it asks
const { PORT = '4000', SUBGRAPH_PORT = '4100', PORTICO_PARTS = 'all' } = process.env;
const port = PORTICO_PARTS.startsWith('subgraph:') ? SUBGRAPH_PORT : PORT;
const given = process.argv.slice(2);
const urls = given.length > 0 ? given : [`http://127.0.0.1:${port}/health/live`];
const isUp = (url) =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
const answered = await Promise.all(urls.map(isUp));
process.exitCode = answered.every(Boolean) ? 0 : 1;
