import { demoUsers } from '#clients/welcome/demo-users.ts';
import type { Bank } from './bank.ts';
import type { Settings } from './environment.ts';
import { legacyAdapters } from './lists.ts';

/** What a person sees once the bank is ready: where everything is, and how to try it. */
export function startupBanner(bank: Bank, settings: Settings, tookMs: number): string {
  const lines = [`Portico is ready (${(tookMs / 1_000).toFixed(1)} s)`, ''];
  const row = (name: string, value: string) => lines.push(`  ${`${name} `.padEnd(18)}${value}`);
  if (bank.url !== undefined) {
    for (const { title, path } of bank.parts.parts) if (path !== undefined) row(title, `${bank.url}${path}`);
    if (bank.parts.gateway) row('graph', `${bank.url}/graphql`);
    row('health', `${bank.origin}/health/ready`);
  }
  if (bank.metricsUrl !== undefined) row('metrics', bank.metricsUrl);
  for (const [name, server] of bank.subgraphServers)
    if (settings.LOG_LEVEL !== 'warn' || bank.url === undefined) row(`${name} (graph)`, server.url);
  for (const { name, title } of legacyAdapters) {
    const simulator = bank.simulators.get(name);
    if (simulator !== undefined) row(title, `${simulator.url} (simulated; switches at ${new URL('/_switches', simulator.url).href})`);
  }
  if (bank.parts.has('identity')) {
    lines.push('', `  demo users        ${demoUsers.map(({ name }) => name).join(', ')}`);
    lines.push('  password          portico-demo');
  }
  lines.push(
    '',
    settings.PORTICO_MODE === 'development'
      ? '  Everything here is simulated and for development. Ctrl-C stops it.'
      : '  Ctrl-C or SIGTERM drains and stops it.',
    '',
  );
  return `${lines.join('\n')}\n`;
}
