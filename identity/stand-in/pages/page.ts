import { createHash } from 'node:crypto';
import { stylesheet } from './stylesheet.ts';

export interface Page {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

export interface PageParts {
  readonly title: string;
  /** HTML, every value in it already escaped. */
  readonly body: string;
  /** Origins that the page's form may end at; Chromium checks them after redirects, too. */
  readonly formTargets?: readonly string[];
}

const styleHash = createHash('sha256').update(stylesheet).digest('base64');

/** A page in Portico's dress: no script, nothing from anywhere else, and not to be framed. */
export function renderPage({ title, body, formTargets = [] }: PageParts): Page {
  return {
    html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Portico</title>
<style>${stylesheet}</style>
</head>
<body>
<main>
<p class="brand"><svg viewBox="0 0 32 32" aria-hidden="true"><path d="M16 3 3 10v3h26v-3zM6 15h4v10H6zm8 0h4v10h-4zm8 0h4v10h-4zM3 27h26v3H3z"/></svg>Portico</p>
${body}
</main>
</body>
</html>
`,
    contentSecurityPolicy: [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
  };
}

export function pageHeaders(page: Page): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': page.contentSecurityPolicy,
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
  };
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
