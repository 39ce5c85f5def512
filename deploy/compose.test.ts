import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { allSettings, readSettings } from '#bank/environment.ts';
import { legacyAdapters, parts, subgraphPart, subgraphs } from '#bank/lists.ts';
import { readParts } from '#bank/parts.ts';
import { checkRequiredSettings } from '#bank/required-settings.ts';
import { generateGatewayKey, publicKeyOf } from '#platform/principal/principal-token.ts';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

const service = z.looseObject({
  image: z.string(),
  profiles: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  command: z.array(z.string()).optional(),
});
const compose = z.object({ services: z.record(z.string(), service) }).parse(parse(read('compose.yaml'), { merge: true }));
const ours = Object.entries(compose.services).filter(([, { environment }]) => 'PORTICO_PARTS' in environment);
const dockerfile = read('Dockerfile');
const example = new Map(
  [...read('example.env').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']): [string, string] => [name, value]),
);

/** What a person fills in where the example is empty. */
const key = generateGatewayKey();
const filledIn: Readonly<Record<string, string>> = {
  GATEWAY_SIGNING_KEY: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  GATEWAY_PUBLIC_KEY: publicKeyOf(key).export({ type: 'spki', format: 'pem' }).toString(),
  AUDIT_SIGNING_KEY: generateGatewayKey().export({ type: 'pkcs8', format: 'pem' }).toString(),
  MESSENGERS_KEY: Buffer.alloc(32, 7).toString('base64'),
  TELEGRAM_BOT_TOKEN: '7004:a-token-of-the-right-length-for-a-bot',
};
const variable = /\$\{([A-Z_]+):([?-])([^}]*)\}/g;

/** As `docker compose` does it: `${NAME:?}` and `${NAME:-default}`. */
function interpolate(text: string): string {
  return text.replaceAll(variable, (_whole, name: string, kind: string, otherwise: string) => {
    const given = example.get(name);
    if (given === undefined) throw new Error(`deploy/example.env does not say ${name}`);
    return given || (filledIn[name] ?? (kind === '-' ? otherwise : `a secret of whoever runs it: ${name}`));
  });
}

function environmentOf(name: string): Record<string, string> {
  const environment = compose.services[name]?.environment ?? {};
  return Object.fromEntries(Object.entries(environment).map(([variableName, value]) => [variableName, interpolate(value)]));
}

/** Names of the services that run a part. */
const servicesOf = (part: string) => ours.filter(([, { environment }]) => environment.PORTICO_PARTS === part).map(([name]) => name);

describe('deploy/compose.yaml', () => {
  const partNames = [
    'gateway',
    'simulators',
    ...subgraphs.map(subgraphPart),
    ...new Set(parts.filter(({ isForDevelopment }) => !isForDevelopment).map(({ part }) => part)),
  ];

  it.each(partNames)('runs %s, once, by settings that let it start', (part) => {
    const [name = '', ...more] = servicesOf(part);
    expect([name, more]).toEqual([name || part, []]);
    const settings = readSettings(environmentOf(name));
    expect(() => checkRequiredSettings(settings, readParts(settings))).not.toThrow();
    expect(settings.PORTICO_MODE).toBe(part === 'simulators' ? 'development' : 'production');
  });

  it('runs no other part of the bank, and simulators only where they are asked for', () => {
    expect(ours.map(([, { environment }]) => environment.PORTICO_PARTS).toSorted()).toEqual(partNames.toSorted());
    expect(compose.services.simulators?.profiles).toEqual(['simulators']);
  });

  it.each(ours)('gives %s only variables that a process of the bank reads', (_name, { environment }) => {
    expect(Object.keys(environment).filter((name) => !(name in allSettings))).toEqual([]);
  });

  it('writes out no secret: each comes from whoever runs it, and compose stops without it', () => {
    const secrets = new Set(Object.entries(allSettings).flatMap(([name, { isSecret }]) => (isSecret ? [name] : [])));
    for (const [name, { environment }] of Object.entries(compose.services)) {
      for (const [setting, value] of Object.entries(environment)) {
        if (!secrets.has(setting) && !/PASSWORD|SECRET/.test(setting)) continue;
        const mayBeEmpty = setting === 'TELEGRAM_BOT_TOKEN' || setting === 'TELEGRAM_WEBHOOK_SECRET';
        expect(value, `${name}: ${setting}`).toMatch(
          mayBeEmpty ? /^\$\{[A-Z_]+:-\}$/ : /^(postgresql:\/\/portico:|redis:\/\/:)?\$\{[A-Z_]+:\?\}/,
        );
      }
    }
    const known = Object.values(allSettings).flatMap(({ isSecret, absence }) =>
      isSecret && 'value' in absence ? [String(absence.value)] : [],
    );
    expect(known.length).toBeGreaterThan(4);
    for (const secret of known)
      for (const file of ['compose.yaml', 'example.env', 'Dockerfile']) expect(read(file), file).not.toContain(secret);
  });

  it('asks for every variable of the example, and for no other', () => {
    const asked = new Set([...read('compose.yaml').matchAll(variable)].map(([, name]) => name));
    expect([...asked].toSorted()).toEqual([...example.keys()].toSorted());
  });

  it('sends each to the name and port at which the other listens', () => {
    const gateway = environmentOf('gateway');
    for (const each of subgraphs) {
      const url = new URL(gateway.SUBGRAPH_URL?.replace('{name}', each.name) ?? '');
      expect(servicesOf(subgraphPart(each))).toEqual([url.hostname]);
      expect(environmentOf(url.hostname).SUBGRAPH_PORT).toBe(url.port);
    }
    expect(environmentOf('messengers').GATEWAY_URL).toBe(`http://gateway:${gateway.PORT}`);
    expect(new URL(environmentOf('messengers').DATABASE_URL ?? '')).toMatchObject({
      hostname: 'postgres',
      pathname: `/${environmentOf('postgres').POSTGRES_DB}`,
      username: environmentOf('postgres').POSTGRES_USER,
    });
    const upstreams = [...read('Caddyfile').matchAll(/reverse_proxy ([a-z]+):(\d+)/g)];
    expect(new Set(upstreams.map(([, name]) => name))).toEqual(new Set(['gateway', 'messengers', 'pages']));
    for (const [, name = '', port] of upstreams) expect(environmentOf(name).PORT, name).toBe(port);
  });

  it.each(legacyAdapters)('has the simulated $title at the address of the example', ({ settings, simulator }) => {
    const [name = ''] = Object.entries(settings).find(([, { absence }]) => absence.kind === 'simulator-address') ?? [];
    const url = new URL(example.get(name) ?? '');
    const [port = ''] = Object.keys(simulator.settings);
    expect([url.hostname, url.port]).toEqual(['simulators', environmentOf('simulators')[port]]);
    for (const [each, { absence }] of Object.entries(settings))
      if (absence.kind === 'simulated') expect(Object.keys(environmentOf('simulators')), each).toContain(each);
  });

  it('gives Keycloak what the placeholders of the realm stand for', () => {
    const placeholders = [...read('../identity/realm/production.json').matchAll(/\$\{(PORTICO_[A-Z_]+)\}/g)].map(([, name]) => name);
    const given = Object.keys(environmentOf('keycloak')).filter((name) => name.startsWith('PORTICO_'));
    expect(given.toSorted()).toEqual([...new Set(placeholders)].toSorted());
  });

  it('pins every image to a version, Keycloak to the one that is tested', () => {
    for (const [name, { image }] of Object.entries(compose.services)) expect(image, name).toMatch(/:\d+\.\d+(\.\d+)?(-[a-z]+)?$/);
    const tested = /^version=(\S+)$/m.exec(read('../tools/install-keycloak.sh'))?.[1];
    expect(compose.services.keycloak?.image).toBe(`quay.io/keycloak/keycloak:${tested}`);
    const { version } = JSON.parse(read('../package.json')) as { version: string };
    for (const [name, { image }] of ours) expect(image, name).toBe(`portico:${version}`);
  });
});

describe('deploy/Dockerfile', () => {
  const lines = dockerfile.split('\n');
  const stages = dockerfile.split(/^FROM /m).slice(1);
  const last = stages.at(-1) ?? '';

  it('takes the Node that the project is tested with, pinned, in each stage', () => {
    const { dependencies } = JSON.parse(read('../package.json')) as { dependencies: Record<string, string> };
    const images = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
    expect(images.length).toBeGreaterThan(1);
    for (const image of images) expect(image).toBe(`node:${dependencies.node}-bookworm-slim`);
  });

  it('runs as a user without rights, has a health check, and hands SIGTERM to Node itself', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK .*CMD \["node", "deploy\/health-check\.mjs"\]$/m);
    expect(last).toMatch(/^CMD \["node", /m);
  });

  it('has production dependencies only, and every room that the bank imports', () => {
    expect(dockerfile).toContain('npm ci --omit=dev --ignore-scripts');
    expect(last).toContain('COPY --from=dependencies /portico/node_modules node_modules');
    const { imports } = JSON.parse(read('../package.json')) as { imports: Record<string, string> };
    const rooms = Object.keys(imports).map((name) => name.slice(1, -2));
    for (const room of rooms.filter((name) => name !== 'e2e' && name !== 'tools')) expect(last).toContain(`COPY ${room} ${room}`);
    expect(last).toContain('COPY schema schema');
  });

  it('sets nothing but settings that there are, and no secret', () => {
    const set = [...last.matchAll(/^ENV (.*)$/gm)].flatMap(([, pairs = '']) => pairs.split(' ').map((pair) => pair.split('=')[0] ?? ''));
    expect(set.length).toBeGreaterThan(3);
    for (const name of set) expect(name === 'NODE_ENV' || allSettings[name]?.isSecret === false, name).toBe(true);
    expect(dockerfile).not.toMatch(/^ARG /m);
  });
});
