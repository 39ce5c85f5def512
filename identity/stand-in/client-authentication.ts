import type { IncomingMessage } from 'node:http';
import type { RealmClient } from '../realm-schema.ts';
import type { Directory } from './directory.ts';

export interface PresentedClient {
  readonly clientId: string;
  readonly secret: string | undefined;
}

/** The client that a request names by HTTP Basic or in its form, not yet verified. */
export function presentedClient(request: IncomingMessage, form: URLSearchParams): PresentedClient | undefined {
  const [scheme = '', encoded = ''] = (request.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() === 'basic') {
    const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const clientId = decode(id);
    return clientId === undefined ? undefined : { clientId, secret: decode(secret.join(':')) };
  }
  const clientId = form.get('client_id');
  return clientId === null ? undefined : { clientId, secret: form.get('client_secret') ?? undefined };
}

/** The client, once it has proved itself; a public one has nothing to prove. */
export function authenticateClient(directory: Directory, request: IncomingMessage, form: URLSearchParams): RealmClient | undefined {
  const presented = presentedClient(request, form);
  const client = presented === undefined ? undefined : directory.client(presented.clientId);
  if (client === undefined || client.publicClient) return client;
  return directory.secretMatches(client, presented?.secret ?? '') ? client : undefined;
}

/** RFC 6749, 2.3.1: both halves of Basic are form-encoded. */
function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', '%20'));
  } catch {
    return undefined;
  }
}
