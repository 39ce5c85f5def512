const find = (name) => document.querySelector(`[data-testid="${name}"]`);

/** The bar on top: who is logged in, and the way in and out. Without an address of its own, identity is the stand-in. */
export function createBar(session, { identityUrl }) {
  const [logIn, logOut, person, userName, whoAmI, notice] = ['log-in', 'log-out', 'person', 'user-name', 'who-am-i', 'notice'].map(find);
  logIn.addEventListener('click', () => session.logIn());
  logOut.addEventListener('click', () => session.logOut());
  document.addEventListener('click', (event) => {
    if (!person.contains(event.target)) person.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') person.open = false;
  });

  return {
    show(text) {
      const { claims } = session;
      notice.textContent = text || adviceFor(claims, identityUrl === '');
      logIn.hidden = claims !== undefined;
      logOut.hidden = claims === undefined;
      person.hidden = claims === undefined;
      if (claims === undefined) return;
      userName.textContent = claims.name ?? claims.preferred_username ?? 'Logged in';
      whoAmI.replaceChildren(...facts(claims).flatMap(([term, value]) => [element('dt', term), element('dd', value)]));
    },
  };
}

/** The graph's root is the customer who asks, so for anybody else the prepared query can only be refused. */
function adviceFor(claims, hasDemoUsers) {
  if (claims === undefined || claims.customer_number !== undefined) return '';
  const customer = hasDemoUsers ? 'olena' : 'a customer';
  return `You are no customer: read the schema in Docs (the book icon), or log in as ${customer} to ask for accounts.`;
}

function facts(claims) {
  const ends = new Date(claims.exp * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return [
    ['User name', claims.preferred_username],
    ['Subject', claims.sub],
    ['Roles', claims.realm_access?.roles?.join(', ')],
    ['Scope', claims.scope],
    ['Token', `until ${ends}, renewed by itself`],
  ].filter(([, value]) => value !== undefined && value !== '');
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
