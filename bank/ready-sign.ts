import type { Bank } from './bank.ts';
import type { Settings } from './environment.ts';

/** What a person sees once the bank is ready: where everything is, and how to try it. */
export function readySign(bank: Bank, settings: Settings, tookMs: number): string {
  const lines = [`Portico is ready (${(tookMs / 1_000).toFixed(1)} s)`, ''];
  const row = (name: string, value: string) => lines.push(`  ${`${name} `.padEnd(18)}${value}`);
  if (bank.url !== undefined) {
    if (bank.parts.pages) row('web bank', `${bank.url}/`);
    if (bank.parts.pages) row('what runs here', `${bank.url}/about`);
    row('graph', `${bank.url}/graphql`);
    if (bank.parts.pages) row('explorer', `${bank.url}/explorer`);
    if (bank.parts.identity) row('identity', `${bank.url}/realms/portico`);
    if (bank.messengers?.emulator !== undefined) row('messengers', `${bank.url}/messengers (a telephone with the bot on it)`);
    row('health', `${bank.url}/health/ready`);
  }
  if (bank.metricsUrl !== undefined) row('metrics', bank.metricsUrl);
  for (const [name, server] of bank.subgraphServers)
    if (settings.LOG_LEVEL !== 'warn' || bank.url === undefined) row(`${name} (graph)`, server.url);
  const { coreBanking, cardProcessing, cerberus, billerHub } = bank.simulators;
  const simulated = { 'core banking': coreBanking, 'card processing': cardProcessing, cerberus, 'biller hub': billerHub };
  for (const [name, simulator] of Object.entries(simulated))
    if (simulator !== undefined) row(name, `${simulator.url} (simulated; switches at ${new URL('/_switches', simulator.url).href})`);
  if (bank.parts.identity) {
    lines.push('', '  demo users        olena, taras, mykola, iryna, andriy, bohdan; dana explores the schema');
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
