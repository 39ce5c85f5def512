import { escapeHtml, type Page, renderPage } from './page.ts';

export interface LoginPageParts {
  readonly action: string;
  readonly clientName: string;
  readonly username: string;
  /** Shown after a log-in that failed. */
  readonly failed: boolean;
  readonly demoUsers: readonly { readonly username: string; readonly password: string }[];
  readonly redirectOrigin: string;
}

export function loginPage({ action, clientName, username, failed, demoUsers, redirectOrigin }: LoginPageParts): Page {
  const focusPassword = username !== '';
  const invalid = failed ? ' aria-invalid="true" aria-describedby="failure"' : '';
  const users = demoUsers.map((user) => `<code>${escapeHtml(user.username)}</code>`).join(', ');
  const passwords = [...new Set(demoUsers.map((user) => user.password))]
    .map((password) => `<code>${escapeHtml(password)}</code>`)
    .join(', ');
  return renderPage({
    title: 'Log in',
    formTargets: [redirectOrigin],
    body: `<h1>Log in</h1>
<p class="lead">to ${escapeHtml(clientName)}</p>
${failed ? '<p class="alarm" id="failure" role="alert">Wrong user name or password.</p>' : ''}
<form method="post" action="${escapeHtml(action)}">
<label for="username">User name</label>
<input id="username" name="username" value="${escapeHtml(username)}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="255" required${focusPassword ? '' : ' autofocus'}${invalid}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="255" required${focusPassword ? ' autofocus' : ''}${invalid}>
<button>Log in</button>
</form>
<details>
<summary>Demo users (development only)</summary>
<p>${users}</p>
<p>Password: ${passwords}</p>
</details>`,
  });
}
