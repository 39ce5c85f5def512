import 'reflect-metadata';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { printSubgraphSchema } from '@apollo/subgraph';
import { parse, printSchema } from 'graphql';
import { allSettings } from '#bank/environment.ts';
import { realmClients, subgraphs } from '#bank/lists.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import { checkContract, writeContract } from '#platform/events/contract.ts';
import { secretsIn } from './compose/realm-source.ts';
import { staleRealms } from './compose/realms.ts';

/**
 * Writes the contract into schema/: each subgraph's, the supergraph that the gateway runs on, the API that clients see, and the
 * events of the journal; and the two realms of identity/realm/, with the scopes of the subgraphs and the clients that the descriptors name.
 * With --check nothing is written, and it fails when anything would change. An event that would break its readers is never written.
 */
const schemaFolder = path.resolve(import.meta.dirname, '../schema');
const written = 'Written by `npm run compose` from the classes in subgraphs/. Do not edit.';

// A schema is built from classes alone; what a subgraph needs is only used when a request comes.
const nothing = {};

function contract(): Map<string, string> {
  const definitions = subgraphs.map((subgraph) => ({
    name: subgraph.name,
    sdl: printSubgraphSchema(subgraph.create(nothing, valuesOf(subgraph.settings, {})).schema),
  }));
  const composed = composeServices(definitions.map(({ name, sdl }) => ({ name, url: `http://${name}/graphql`, typeDefs: parse(sdl) })));
  if (composed.errors !== undefined) {
    throw new Error(`The subgraphs do not compose:\n${composed.errors.map((error) => `  ${error.message}`).join('\n')}`);
  }
  for (const hint of composed.hints) console.warn(`hint: ${hint.toString()}`);
  const api = printSchema(composed.schema.toAPISchema().toGraphQLJSSchema());
  return new Map([
    ...definitions.map(({ name, sdl }): [string, string] => [`subgraphs/${name}.graphql`, sdl]),
    ['supergraph.graphql', composed.supergraphSdl],
    ['api.graphql', api],
  ]);
}

async function committedFiles(): Promise<string[]> {
  const entries = await readdir(schemaFolder, { recursive: true }).catch(() => []);
  return entries.map((entry) => entry.split(path.sep).join('/')).filter((entry) => entry.endsWith('.graphql'));
}

const check = process.argv.includes('--check');
const files = new Map([...contract()].map(([file, text]) => [file, `# ${written}\n\n${text.trim()}\n`]));
const changed: string[] = [];
for (const [file, text] of files) {
  const target = path.join(schemaFolder, file);
  if ((await readFile(target, 'utf8').catch(() => undefined)) === text) continue;
  changed.push(file);
  if (check) continue;
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}
for (const file of await committedFiles()) {
  if (files.has(file)) continue;
  changed.push(`${file} (no longer made)`);
  if (!check) await rm(path.join(schemaFolder, file));
}
const events = subgraphs.flatMap(({ state }) => state?.events ?? []);
const eventsFolder = path.join(schemaFolder, 'events');
const eventFaults = await checkContract(eventsFolder, events);
const refused = check ? [] : await writeContract(eventsFolder, events);
changed.push(...eventFaults);
const scopes = subgraphs.flatMap((subgraph) => subgraph.scopes);
changed.push(...staleRealms({ scopes, clients: realmClients, secretOf: secretsIn(allSettings) }, !check));
if (refused.length > 0) console.error(`not written: ${refused.join(', ')}`);
if (changed.length === 0) console.log('the contract is up to date');
else if (check) console.error(`the contract is not up to date: ${changed.join(', ')}. Run \`npm run compose\` and commit what it writes.`);
else console.log(`written: ${changed.join(', ')}`);
process.exitCode = (check && changed.length > 0) || refused.length > 0 ? 1 : 0;
