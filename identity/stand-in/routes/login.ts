import { errors, type Interaction, type Provider } from 'oidc-provider';
import type { Route, StandInContext } from '../context.ts';
import type { Exchange } from '../exchange.ts';
import { errorPage } from '../pages/error-page.ts';
import { loginPage } from '../pages/login-page.ts';
import { sendPage } from '../send-page.ts';
import { endBrowserSession } from '../tokens/sessions.ts';

/** The page where a person signs in, and the form it sends. */
export const login: Route = async (exchange, context) => {
  const { request, response, form } = exchange;
  const interaction = await findInteraction(exchange, context);
  if (interaction === undefined) return sendPage(response, 400, errorPage('This log-in has expired or belongs to another browser.'));
  if (request.method !== 'POST') return sendLogin(exchange, context, interaction, { status: 200, failed: false });

  const user = context.signIn(form.get('username') ?? '', form.get('password') ?? '');
  if (user === undefined) return sendLogin(exchange, context, interaction, { status: 401, failed: true });
  await endSessionOfAnother(interaction, user.id, context.provider);
  const result = { login: { accountId: user.id, remember: false } };
  await context.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
};

/** Somebody else signs in on the same machine. oidc-provider would sign the first one out by a page that needs a script. */
async function endSessionOfAnother(interaction: Interaction, accountId: string, provider: Provider): Promise<void> {
  const known = interaction.session;
  if (known === undefined || known.accountId === undefined || known.accountId === accountId) return;
  const session = await provider.Session.findByUid(known.uid);
  if (session !== undefined) await endBrowserSession(provider, session);
  delete interaction.session;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1_000));
}

async function findInteraction({ request, response }: Exchange, { provider }: StandInContext): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(request, response);
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

function sendLogin(
  { url, response, form }: Exchange,
  { directory }: StandInContext,
  interaction: Interaction,
  { status, failed }: { status: number; failed: boolean },
): void {
  const { client_id: clientId, redirect_uri: redirectUri, login_hint: hint } = interaction.params;
  const client = directory.client(String(clientId));
  const demoUsers = directory.realm.users.flatMap(({ username, credentials }) =>
    credentials.map(({ value }) => ({ username, password: value })),
  );
  const page = loginPage({
    action: url.pathname,
    clientName: client?.name ?? String(clientId),
    username: form.get('username') ?? (typeof hint === 'string' ? hint.slice(0, 255) : ''),
    failed,
    demoUsers: demoUsers.slice(0, 20),
    redirectOrigin: new URL(String(redirectUri)).origin,
  });
  sendPage(response, status, page);
}
