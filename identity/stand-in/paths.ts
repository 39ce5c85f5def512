const protocol = '/protocol/openid-connect';

/** Keycloak's addresses below `/realms/{realm}`. */
export const paths = {
  discovery: '/.well-known/openid-configuration',
  authorization: `${protocol}/auth`,
  token: `${protocol}/token`,
  introspection: `${protocol}/token/introspect`,
  revocation: `${protocol}/revoke`,
  keys: `${protocol}/certs`,
  userinfo: `${protocol}/userinfo`,
  logout: `${protocol}/logout`,
  loginStatus: `${protocol}/login-status-iframe.html`,
  thirdPartyCookies1: `${protocol}/3p-cookies/step1.html`,
  thirdPartyCookies2: `${protocol}/3p-cookies/step2.html`,
  signIn: '/login-actions/authenticate',
} as const;
