const redirectsMax = 10;

/** A browser that runs no script: it keeps cookies, follows redirects and sends the form it finds. */
export class BrowserWithoutScript {
  readonly #cookies = new Map<string, string>();

  /** Follows redirects until there is a page, or until one leads to where `until` begins. */
  async open(address: string, until: string, form?: URLSearchParams): Promise<{ url: URL; response: Response }> {
    let url = new URL(address);
    let body = form;
    for (let count = 0; count < redirectsMax; count += 1) {
      const response = await fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body === undefined ? {} : { body }),
      });
      this.#keep(response.headers.getSetCookie());
      const location = response.headers.get('location');
      if (location === null) return { url, response };
      await response.body?.cancel();
      url = new URL(location, url);
      if (url.href.startsWith(until)) return { url, response };
      body = undefined;
    }
    throw new Error('The redirects do not end.');
  }

  /** Opens the address, signs in on the page found there, and answers the address that it ends at. */
  async signIn(address: string, until: string, username: string, password: string): Promise<URL> {
    const page = await this.open(address, until);
    if (page.url.href.startsWith(until)) return page.url;
    const html = await page.response.text();
    const action = /<form[^>]*\saction="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    if (action === undefined || !html.includes('type="password"')) throw new Error(`No form to sign in with at ${page.url.pathname}.`);
    const form = new URLSearchParams({ username, password });
    return (await this.open(new URL(action, page.url).href, until, form)).url;
  }

  /** What the browser keeps under this name. */
  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split(';');
      const name = pair.slice(0, pair.indexOf('=')).trim();
      const gone = attributes.some((attribute) => /^\s*(?:max-age=0|expires=thu, 01[ -]jan[ -]1970)/i.test(attribute));
      if (gone) this.#cookies.delete(name);
      else this.#cookies.set(name, pair.slice(pair.indexOf('=') + 1));
    }
  }
}
