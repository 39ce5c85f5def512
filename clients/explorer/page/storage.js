import { withoutTokens } from './authorization.js';

/** GraphiQL's drafts and history live as long as the browser tab, and never hold a token. */
export const drafts = {
  getItem: (key) => sessionStorage.getItem(key),
  setItem: (key, value) => sessionStorage.setItem(key, withoutTokens(value)),
  removeItem: (key) => sessionStorage.removeItem(key),
  clear: () => sessionStorage.clear(),
  get length() {
    return sessionStorage.length;
  },
};

const signedInKey = 'portico-explorer:signed-in';

/** Whether this tab was logged in before it was loaded again. The tokens themselves are not kept. */
export const signedInBefore = {
  read: () => sessionStorage.getItem(signedInKey) === 'yes',
  write: (signedIn) => (signedIn ? sessionStorage.setItem(signedInKey, 'yes') : sessionStorage.removeItem(signedInKey)),
};
