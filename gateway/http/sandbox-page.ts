/** Where the page of Apollo Sandbox asks from: it runs in a frame of its maker's. */
export const sandboxOrigin = 'https://sandbox.embed.apollographql.com';

/**
 * Apollo Sandbox on `/graphql?sandbox`, for a developer with internet, in development only. The browser loads it from its
 * maker; this process does not. The built-in explorer needs nobody.
 */
export function sandboxPage(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Portico in Apollo Sandbox</title>
<style nonce="${nonce}">html,body,#sandbox{height:100%;margin:0}noscript,#offline{font:1rem/1.5 system-ui;padding:2rem;display:block}</style>
<div id="sandbox"><p id="offline">Apollo Sandbox is loaded from the internet. Without it, use <a href="/explorer/">the built-in explorer</a>.</p></div>
<script nonce="${nonce}" src="https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js"></script>
<script nonce="${nonce}">
  if (window.EmbeddedSandbox) {
    document.getElementById('offline').remove();
    new window.EmbeddedSandbox({ target: '#sandbox', initialEndpoint: new URL('/graphql', location.href).href, initialState: { includeCookies: false } });
  }
</script>
</html>
`;
}
