import type { Route } from '../context.ts';
import { allowAnyOrigin } from '../cors.ts';
import { sendJson } from '../exchange.ts';
import { paths } from '../paths.ts';
import { scopeNames } from '../scopes.ts';

/** OpenID Connect Discovery 1.0: what the stand-in can do, which is less than Keycloak can. */
export const discovery: Route = ({ request, response }, { issuer, directory }) => {
  allowAnyOrigin(request, response);
  sendJson(response, 200, {
    issuer,
    authorization_endpoint: issuer + paths.authorization,
    token_endpoint: issuer + paths.token,
    introspection_endpoint: issuer + paths.introspection,
    revocation_endpoint: issuer + paths.revocation,
    userinfo_endpoint: issuer + paths.userinfo,
    end_session_endpoint: issuer + paths.logout,
    jwks_uri: issuer + paths.keys,
    check_session_iframe: issuer + paths.loginStatus,
    grant_types_supported: ['authorization_code', 'client_credentials', 'password', 'refresh_token'],
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    scopes_supported: scopeNames(directory.realm),
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    claims_parameter_supported: false,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
  });
};

export const keys: Route = ({ request, response }, { key }) => {
  allowAnyOrigin(request, response);
  sendJson(response, 200, { keys: [key.publicJwk] });
};

/** What Keycloak answers at the realm's own address; scripts wait for it. */
export const realmSummary: Route = ({ request, response }, { issuer, directory, key }) => {
  allowAnyOrigin(request, response);
  sendJson(response, 200, {
    realm: directory.realm.realm,
    public_key: key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    'token-service': `${issuer}/protocol/openid-connect`,
    'tokens-not-before': 0,
  });
};
