import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';

const keycloakJs = fileURLToPath(import.meta.resolve('keycloak-js'));

/** A page that signs in with keycloak-js, at an origin of its own. */
export async function startApplication(identityOrigin: () => string): Promise<HttpServer> {
  const script = await readFile(keycloakJs, 'utf8');
  const server = createHttpServer({
    name: 'application',
    host: '127.0.0.1',
    port: 0,
    handle(request, response) {
      const [type, text] = request.url === '/keycloak.js' ? ['text/javascript', script] : ['text/html', pageFor(identityOrigin())];
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
    },
  });
  await server.start();
  return server;
}

function pageFor(identityOrigin: string): string {
  return `<!doctype html>
<html lang="en">
<head><title>Application</title><link rel="icon" href="data:,"></head>
<body>
<script type="module">
import Keycloak from '/keycloak.js';
const keycloak = new Keycloak({ url: ${JSON.stringify(identityOrigin)}, realm: 'portico', clientId: 'portico-web' });
await keycloak.init({ onLoad: 'login-required' });
window.keycloak = keycloak;
</script>
</body>
</html>`;
}
