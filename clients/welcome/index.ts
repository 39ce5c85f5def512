import { readFileSync } from 'node:fs';
import type { Listed, Listing } from '#platform/composition/listing.ts';
import { createStaticSite, type StaticSite } from '#platform/http/static-site.ts';
import { demoUsers } from './demo-users.ts';
import { each, escapeHtml } from './html.ts';

export interface WelcomeOptions {
  /** The address people use, without a slash at its end: `http://localhost:4000`. */
  readonly url: string;
  /** Where Keycloak, or the stand-in, is; `url` by default. */
  readonly identityUrl?: string;
  readonly realm?: string;
  /** Shows the demo users, their password and the line that logs one in: for development only, so off by default. */
  readonly demoUsers?: boolean;
  /** What the bank is made of; nothing but the front door is shown without it. */
  readonly listing?: Listing;
  /** Leads to the page of jobs, where that is served. */
  readonly jobs?: boolean;
}

const here = (name: string) => new URL(name, import.meta.url);
const read = (name: string) => readFileSync(here(name), 'utf8');

/** Of every page here: nothing inline, nothing from elsewhere. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "object-src 'none'",
] as const;

/** The page at `/about`: what Portico is, what runs here, and how to ask it something. */
export function createWelcome(options: WelcomeOptions): StaticSite {
  const html = render(options);
  return createStaticSite({
    prefix: '/about',
    contentSecurityPolicy,
    files: [
      { path: '/about', content: html, type: 'text/html; charset=utf-8' },
      { path: '/about/', content: html, type: 'text/html; charset=utf-8' },
      { path: '/about/welcome.css', content: here('page/welcome.css') },
      { path: '/about/welcome.js', content: here('page/welcome.js') },
      { path: '/about/portico.svg', content: here('page/portico.svg') },
      { path: '/about/portico-front.svg', content: here('page/portico-front.svg') },
    ],
  });
}

function render(options: WelcomeOptions): string {
  const realmUrl = `${options.identityUrl ?? options.url}/realms/${options.realm ?? 'portico'}`;
  const values: Readonly<Record<string, string>> = {
    url: escapeHtml(options.url),
    realmUrl: escapeHtml(realmUrl),
    demo: '',
    jobs: options.jobs === true ? fill(read('page/jobs-address.html'), { url: escapeHtml(options.url) }) : '',
    listed: options.listing === undefined ? '' : groupsOf(options.listing),
  };
  const users = each(
    demoUsers,
    ({ name, purpose }) =>
      `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(purpose)}</td>` +
      `<td><button type="button" class="copy" data-copy="${escapeHtml(name)}" aria-label="Copy ${escapeHtml(name)}">Copy</button></td></tr>`,
  );
  const demo = options.demoUsers === true ? fill(read('page/demo.html'), { ...values, users }) : '';
  return fill(read('page/welcome.html'), { ...values, demo });
}

function groupsOf({ subgraphs, legacySystems }: Listing): string {
  const group = (title: string, listed: readonly Listed[]) => `<div class="group"><h3>${title}</h3><ul>${rowsOf(listed)}</ul></div>`;
  return group('Subgraphs', subgraphs) + group('The bank’s systems', legacySystems);
}

/** A row each, which the page's script marks by what `/health/ready` says of the name. */
function rowsOf(listed: readonly Listed[]): string {
  return each(
    listed,
    ({ name, title, about }) =>
      `<li data-checks="${escapeHtml(name)}"><span class="part">${escapeHtml(capital(title))}</span> <span class="about">${escapeHtml(about)}</span></li>`,
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
