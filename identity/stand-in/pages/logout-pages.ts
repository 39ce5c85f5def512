import { escapeHtml, type Page, renderPage } from './page.ts';

/** Asks, because a link on any page could have led here. */
export function confirmLogoutPage(action: string, state: Readonly<Record<string, string>>, formTargets: readonly string[]): Page {
  const fields = Object.entries({ ...state, confirmed: 'yes' })
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  return renderPage({
    title: 'Log out',
    formTargets,
    body: `<h1>Log out?</h1>
<p class="lead">This ends your session in every application of the bank in this browser.</p>
<form method="post" action="${escapeHtml(action)}">${fields}<button autofocus>Log out</button></form>`,
  });
}

export function loggedOutPage(): Page {
  return renderPage({
    title: 'Logged out',
    body: '<h1>You are logged out</h1>\n<p class="lead">You can close this page.</p>',
  });
}
