/** What the browser remembers between visits; nothing of a customer, and no token. */
const prefix = 'portico.';

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    // Storage is switched off: the choice lasts until the page is closed.
  }
}
