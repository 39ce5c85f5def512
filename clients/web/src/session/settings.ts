export interface Settings {
  /** Where Keycloak is; empty where it is this very origin. */
  readonly identityUrl: string;
  readonly realm: string;
  readonly clientId: string;
  /** Names of the demo users; none outside development. */
  readonly demoUsers: readonly string[];
}

/** What the server wrote into the page; in Vite's own server its placeholders are still there. */
export function readSettings(): Settings {
  const data = document.querySelector<HTMLElement>('meta[name="portico"]')?.dataset ?? {};
  const value = (name: string, otherwise: string) => {
    const given = data[name] ?? '';
    return given.startsWith('{{') || given === '' ? otherwise : given;
  };
  return {
    identityUrl: value('identityUrl', '') || location.origin,
    realm: value('realm', 'portico'),
    clientId: value('clientId', 'portico-web'),
    demoUsers: value('demoUsers', '')
      .split(' ')
      .filter((name) => name !== ''),
  };
}
