import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type Catalogue, catalogues } from '../core/catalogue/index.ts';
import type { Language } from '../core/language.ts';
import { stylesheet } from './stylesheet.ts';

/** The few pages between a chat and the log-in: no script, nothing from anywhere else. */
export interface LinkPage {
  readonly status: number;
  readonly language: Language;
  readonly title: string;
  /** HTML, every value in it already escaped. */
  readonly body: string;
}

const styleHash = createHash('sha256').update(stylesheet).digest('base64');
const mark =
  '<svg viewBox="0 0 64 64" aria-hidden="true"><rect width="64" height="64" rx="14" fill="#125a9f"/><g fill="#fff"><path d="M32 11 54 24.5H10Z"/><rect x="12" y="27" width="40" height="3.5" rx="1"/><rect x="14.5" y="33" width="5.5" height="14" rx="1"/><rect x="44" y="33" width="5.5" height="14" rx="1"/><path d="M25.5 50V41.5a6.5 6.5 0 0 1 13 0V50h-4.6v-8.5a1.9 1.9 0 0 0-3.8 0V50Z" fill="#ffc83d"/></g></svg>';

export function startPage(language: Language, chat: string, action: string): LinkPage {
  const { page } = catalogues[language];
  const body = `<p>${escapeHtml(page.startText(chat))}</p><p class="quiet">${escapeHtml(page.startWarning)}</p>
<form method="post" action="${escapeHtml(action)}"><div class="actions"><button>${escapeHtml(page.startButton)}</button></div></form>`;
  return { status: 200, language, title: page.startTitle, body };
}

export interface ConfirmPageParts {
  readonly language: Language;
  readonly customer: string;
  readonly chat: string;
  readonly action: string;
  /** Tries that are left after a wrong code. */
  readonly triesLeft?: number;
}

export function confirmPage({ language, customer, chat, action, triesLeft }: ConfirmPageParts): LinkPage {
  const { page } = catalogues[language];
  const wrong = triesLeft === undefined ? '' : `<p class="alarm" id="wrong" role="alert">${escapeHtml(page.confirmWrong(triesLeft))}</p>`;
  const described = triesLeft === undefined ? '' : ' aria-invalid="true" aria-describedby="wrong"';
  const body = `<p>${escapeHtml(page.confirmWho(customer))}<br>${escapeHtml(page.confirmChat(chat))}</p>${wrong}
<form method="post" action="${escapeHtml(action)}">
<label for="code">${escapeHtml(page.confirmCode)}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{2}" maxlength="2" required autofocus${described}>
<div class="actions"><button name="do" value="link">${escapeHtml(page.confirmButton)}</button>
<button class="second" name="do" value="cancel" formnovalidate>${escapeHtml(page.cancelButton)}</button></div></form>`;
  return { status: triesLeft === undefined ? 200 : 403, language, title: page.confirmTitle, body };
}

type Ending = 'done' | 'cancelled' | 'dead' | 'noCustomer' | 'unavailable';
const statuses: Readonly<Record<Ending, number>> = { done: 200, cancelled: 200, dead: 410, noCustomer: 403, unavailable: 503 };

/** A page with a word to say and nothing to do. */
export function endPage(language: Language, ending: Ending): LinkPage {
  const { page }: Catalogue = catalogues[language];
  return { status: statuses[ending], language, title: page[`${ending}Title`], body: `<p>${escapeHtml(page[`${ending}Text`])}</p>` };
}

export function sendLinkPage(response: ServerResponse, page: LinkPage, formTargets: readonly string[], headOnly: boolean): void {
  const html = `<!doctype html>
<html lang="${page.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${escapeHtml(page.title)} · Portico</title><link rel="icon" href="data:,"><style>${stylesheet}</style></head>
<body><main><p class="brand">${mark}Portico</p><h1>${escapeHtml(page.title)}</h1>
${page.body}
</main></body></html>
`;
  response.writeHead(page.status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      'img-src data:',
      `style-src 'sha256-${styleHash}'`,
      // Chromium checks where a form ends after its redirects, too.
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    // The address of the page is the one-time link.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(headOnly ? undefined : html);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
