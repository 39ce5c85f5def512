/**
 * The text of the Headers pane, with our sign-in put in, renewed or taken out. Everything else in it is the user's own
 * and stays, an Authorization header of another origin included.
 *
 * @param {string} text what stands in the pane
 * @param {string | undefined} token the access token of now; undefined when nobody is logged in
 * @param {{ clientId: string, fillEmpty?: boolean }} options `fillEmpty` puts the header into an empty pane too
 * @returns {string}
 */
export function withSignIn(text, token, { clientId, fillEmpty = false }) {
  const empty = text.trim() === '';
  const headers = empty ? {} : parseObject(text);
  if (headers === undefined) return text;
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'authorization');
  if (name === undefined) {
    return empty && fillEmpty && token !== undefined ? print({ Authorization: `Bearer ${token}` }) : text;
  }
  if (!isOurs(headers[name], clientId)) return text;
  const { [name]: _, ...others } = headers;
  if (token !== undefined) return print({ ...headers, [name]: `Bearer ${token}` });
  return Object.keys(others).length === 0 ? '' : print(others);
}

/** Bearer tokens stay in memory: what is written to a storage keeps only the word. */
export function withoutTokens(text) {
  return text.replace(/\b(Bearer) +[\w.~+/-]+=*/gi, '$1');
}

/** @returns {boolean} whether this value is a token that was issued to the explorer, or what `withoutTokens` left of it. */
function isOurs(value, clientId) {
  const token = /^Bearer(?: +(\S+))?$/i.exec(String(value).trim());
  if (token === null) return false;
  return token[1] === undefined || claimsOf(token[1])?.azp === clientId;
}

function claimsOf(token) {
  const [, payload = ''] = token.split('.');
  try {
    return parseObject(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
  } catch {
    return undefined;
  }
}

function parseObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function print(headers) {
  return JSON.stringify(headers, null, 2);
}
