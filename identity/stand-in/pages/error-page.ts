import { escapeHtml, type Page, renderPage } from './page.ts';

export function errorPage(reason: string): Page {
  return renderPage({
    title: 'Not possible',
    body: `<h1>This did not work</h1>
<p class="lead">Go back to the application and try again.</p>
<p class="alarm" role="alert">${escapeHtml(reason)}</p>`,
  });
}
