import { createHash } from 'node:crypto';
import type { Page } from './page.ts';

// keycloak-js opens these in hidden frames. The stand-in serves the same origin as the applications, so there are no
// third-party cookies to lose, and it does not watch for a log-out in another tab.

/** Says that the session has not changed, in the words of Keycloak's page (OpenID Connect Session Management 1.0). */
export const loginStatusPage = framePage(`addEventListener('message', (event) => {
  if (typeof event.data === 'string' && event.data.split(' ').length === 2) event.source.postMessage('unchanged', event.origin);
});`);

export const thirdPartyCookiesStep1 = framePage("location.replace('step2.html');");
export const thirdPartyCookiesStep2 = framePage("parent.postMessage('supported', '*');");

function framePage(script: string): Page {
  const hash = createHash('sha256').update(script).digest('base64');
  return {
    html: `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Portico</title></head>\n<body><script>${script}</script></body>\n</html>\n`,
    contentSecurityPolicy: `default-src 'none'; script-src 'sha256-${hash}'; base-uri 'none'`,
  };
}
