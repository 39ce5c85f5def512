import { withSignIn } from './authorization.js';
import { drafts } from './storage.js';

const { React, ReactDOM, GraphiQL } = globalThis;
const { createElement, useEffect, useState } = React;
const answerTimeoutMs = 60_000;
/** The width under which explorer.css stacks the panes. */
const narrow = '(max-width: 40rem)';

/** Shows GraphiQL in `place`. The returned function renews what the Headers pane says about the sign-in. */
export function showGraph(place, { graphqlPath, clientId, session, homeQuery }) {
  let signInChanged = () => {};

  async function fetcher(operation, { headers = {} } = {}) {
    await session.ensureFresh();
    const renewed = JSON.parse(withSignIn(JSON.stringify(headers), session.token, { clientId }) || '{}');
    const response = await fetch(graphqlPath, {
      method: 'POST',
      headers: { accept: 'application/graphql-response+json, application/json', 'content-type': 'application/json', ...renewed },
      body: JSON.stringify(operation),
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    const text = await response.text();
    try {
      return JSON.parse(text);
    } catch {
      throw new Error(`${graphqlPath} answered ${response.status} without JSON: ${text.slice(0, 500)}`);
    }
  }

  function Graph() {
    const [headers, setHeaders] = useState(() => withSignIn('', session.token, { clientId, fillEmpty: true }));

    useEffect(() => {
      let before = session.token;
      signInChanged = () => {
        const fillEmpty = before === undefined;
        before = session.token;
        setHeaders((text) => withSignIn(text, session.token, { clientId, fillEmpty }));
      };
      signInChanged();
    }, []);

    // A query tab or an entry of the history may bring back a token of some minutes ago.
    function onEditHeaders(text) {
      setHeaders(text);
      const renewed = withSignIn(text, session.token, { clientId });
      if (renewed !== text) setTimeout(() => setHeaders(renewed));
    }

    return createElement(
      GraphiQL,
      {
        fetcher,
        headers,
        onEditHeaders,
        defaultHeaders: headers,
        defaultQuery: homeQuery,
        // On a phone the query and its answer take all the room; the panes open by a touch.
        defaultEditorToolsVisibility: matchMedia(narrow).matches ? false : 'headers',
        inputValueDeprecation: true,
        shouldPersistHeaders: false,
        showPersistHeadersSettings: false,
        storage: drafts,
      },
      createElement(GraphiQL.Logo, null, createElement('span', { className: 'address' }, `POST ${graphqlPath}`)),
    );
  }

  ReactDOM.createRoot(place).render(createElement(Graph));
  return () => signInChanged();
}
