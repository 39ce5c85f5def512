import { createHash, randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { postRaw, type RawAnswer } from '#legacy-adapters/simulation/raw-request.ts';
import { createWorld, type World } from '#legacy-adapters/simulation/world.ts';
import { type CardProcessingSimulator, createCardProcessingSimulator } from './simulator.ts';

export const world: World = createWorld();
export const user = 'portico';
export const password = 'cards-password';

export interface Token {
  readonly user: string;
  readonly nonce: string;
  readonly created: string;
  readonly digest: string;
  readonly type: string;
}

export interface RunningCards {
  readonly simulator: CardProcessingSimulator;
  /** Moves processing's clock forward. */
  pass(milliseconds: number): void;
  /** A token that is right now, but for what `change` says. */
  token(change?: Partial<Token> & { readonly password?: string }): Token;
  /** Posts one operation, with a fresh token unless another is given. */
  ask(operation: string, inner: string, token?: Token | 'none'): Promise<RawAnswer>;
}

/** Card processing on a free port with a clock of its own and no latency; it stops when the test ends. */
export async function runCards(): Promise<RunningCards> {
  let now = Date.parse('2026-07-01T09:00:00Z');
  const simulator = createCardProcessingSimulator({
    port: 0,
    user,
    password,
    world,
    switches: { latencyMs: 0 },
    logger: pino({ level: 'silent' }),
    clock: () => new Date(now),
  });
  await simulator.start();
  onTestFinished(() => simulator.stop());

  function token(change: Partial<Token> & { readonly password?: string } = {}): Token {
    const nonce = change.nonce ?? randomBytes(16).toString('base64');
    const created = change.created ?? new Date(now).toISOString();
    const hash = createHash('sha1').update(Buffer.from(nonce, 'base64'));
    const digest = hash.update(created + (change.password ?? password)).digest('base64');
    return { user, type: 'PasswordDigest', nonce, created, digest, ...change };
  }

  return {
    simulator,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    token,
    ask: (operation, inner, given = token()) =>
      postRaw(simulator.url, { 'content-type': 'application/soap+xml; charset=utf-8' }, envelope(operation, inner, given)),
  };
}

const profile = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';

function envelope(operation: string, inner: string, token: Token | 'none'): string {
  const header =
    token === 'none'
      ? ''
      : `<e:Header><s:Security xmlns:s="${profile}-wssecurity-secext-1.0.xsd" xmlns:u="${profile}-wssecurity-utility-1.0.xsd"><s:UsernameToken>
           <s:Username>${token.user}</s:Username>
           <s:Password Type="${profile}-username-token-profile-1.0#${token.type}">${token.digest}</s:Password>
           <s:Nonce EncodingType="${profile}-soap-message-security-1.0#Base64Binary">${token.nonce}</s:Nonce>
           <u:Created>${token.created}</u:Created>
         </s:UsernameToken></s:Security></e:Header>`;
  return `<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" xmlns:c="urn:portico:card-processing:v2">${header}<e:Body><c:${operation}>${inner}</c:${operation}></e:Body></e:Envelope>`;
}
