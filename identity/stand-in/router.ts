import type { Route } from './context.ts';
import { loginStatusPage, thirdPartyCookiesStep1, thirdPartyCookiesStep2 } from './pages/frame-pages.ts';
import { paths } from './paths.ts';
import { authorization, resumption } from './routes/authorization.ts';
import { discovery, keys, realmSummary } from './routes/discovery.ts';
import { introspection } from './routes/introspection.ts';
import { login } from './routes/login.ts';
import { logout } from './routes/logout.ts';
import { revocation } from './routes/revocation.ts';
import { token } from './routes/token.ts';
import { userinfo } from './routes/userinfo.ts';
import { sendFrame } from './send-page.ts';

type Methods = Readonly<Partial<Record<string, Route>>>;

/** By path below the realm's, then by method. */
const routes: Readonly<Record<string, Methods>> = {
  '': { GET: realmSummary },
  [paths.discovery]: { GET: discovery },
  [paths.keys]: { GET: keys },
  [paths.authorization]: { GET: authorization },
  [paths.token]: { POST: token },
  [paths.introspection]: { POST: introspection },
  [paths.revocation]: { POST: revocation },
  [paths.userinfo]: { GET: userinfo, POST: userinfo },
  [paths.logout]: { GET: logout, POST: logout },
  [paths.loginStatus]: { GET: ({ response }) => sendFrame(response, loginStatusPage) },
  [paths.thirdPartyCookies1]: { GET: ({ response }) => sendFrame(response, thirdPartyCookiesStep1) },
  [paths.thirdPartyCookies2]: { GET: ({ response }) => sendFrame(response, thirdPartyCookiesStep2) },
};

const signIn: Methods = { GET: login, POST: login };
const resume: Methods = { GET: resumption };
const uid = /^[A-Za-z0-9_-]{1,64}$/;

export function findRoutes(path: string): Methods | undefined {
  const exact = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (exact !== undefined) return exact;
  const cut = path.lastIndexOf('/');
  if (!uid.test(path.slice(cut + 1))) return undefined;
  const parent = path.slice(0, cut);
  return parent === paths.signIn ? signIn : parent === paths.authorization ? resume : undefined;
}

/** Paths whose cookies and pages belong to the issuer's own host name. */
export function isForBrowsers(path: string): boolean {
  return path === paths.authorization || path === paths.logout;
}
