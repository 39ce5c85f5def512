import { z } from 'zod';

const answerSchema = z.object({
  access_token: z.string(),
  token_type: z.string(),
  expires_in: z.number(),
  scope: z.string(),
  refresh_token: z.string().optional(),
  refresh_expires_in: z.number().optional(),
  id_token: z.string().optional(),
});

export type TokenAnswer = z.infer<typeof answerSchema>;

export interface Refusal {
  readonly status: number;
  readonly error: string;
}

/** An application's side of OpenID Connect, by plain HTTP at Keycloak's addresses. */
export class IdentityClient {
  readonly issuer: string;

  constructor(origin: string) {
    this.issuer = `${origin}/realms/portico`;
  }

  address(path: string): string {
    return `${this.issuer}/protocol/openid-connect/${path}`;
  }

  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.address(path), { method: 'POST', body: new URLSearchParams(form), headers });
  }

  async tokens(form: Record<string, string>): Promise<TokenAnswer> {
    const response = await this.post('token', form);
    return answerSchema.parse(await response.json());
  }

  async refusal(form: Record<string, string>): Promise<Refusal> {
    const response = await this.post('token', form);
    const { error } = z.object({ error: z.string() }).parse(await response.json());
    return { status: response.status, error };
  }

  withPassword(username: string, password = 'portico-demo', clientId = 'portico-cli', scope = 'openid'): Record<string, string> {
    return { grant_type: 'password', client_id: clientId, username, password, scope };
  }

  /** Plain OAuth 2.0: nobody asks who the user is. */
  withPasswordAlone(username: string): Record<string, string> {
    return { grant_type: 'password', client_id: 'portico-cli', username, password: 'portico-demo' };
  }

  refresh(refreshToken: string | undefined, clientId = 'portico-cli'): Record<string, string> {
    return { grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken ?? '' };
  }

  serviceAccount(secret = 'cerberus-development-secret'): Record<string, string> {
    return { grant_type: 'client_credentials', client_id: 'portico-cerberus', client_secret: secret };
  }

  /** As the graph's own server, the only one that may ask about tokens for the graph. */
  async introspect(token: string): Promise<Record<string, unknown>> {
    const response = await this.post('token/introspect', { token }, { authorization: basic('portico-api', 'api-development-secret') });
    return z.record(z.string(), z.unknown()).parse(await response.json());
  }
}

export function basic(user: string, secret: string): string {
  return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
}
