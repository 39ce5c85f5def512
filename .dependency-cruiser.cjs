// The import law: who may import whom. Each rule has its planted violation in scripts/import-law.test.ts.

const testkits = '[/.](testkit|contract)(/|\\.ts$)';
const tests = `\\.test\\.tsx?$|${testkits}`;
/** Pages' own scripts run in a browser, which asks the server for what they import. */
const pages = '^clients/[^/]+/(page|public)/';
const simulators = '^legacy-adapters/(simulation/|[^/]+/simulator[^/]*\\.ts$)';
const adapter = '^legacy-adapters/(?!soap/|simulation/)([^/]+)/';
/** Every room that another one may be allowed to import; bank, e2e, bench and scripts stand above these and have a rule of their own. */
const rooms = '^(platform|legacy-adapters|subgraphs|gateway|identity|clients)/';
const topRooms = '^(bank|e2e|bench|scripts)/';
const production = '^(platform|legacy-adapters|subgraphs|gateway|identity|clients|bank)/';

/** `from` may import of the lower rooms only what `may` matches. */
const sees = (name, comment, from, ...may) => ({ name, comment, severity: 'error', from, to: { path: rooms, pathNot: may } });
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    sees('platform-stands-alone', 'platform/ imports nothing of ours.', { path: '^platform/' }, '^platform/'),

    sees(
      'soap-kit-sees-platform',
      'legacy-adapters/soap/ imports platform/ only.',
      { path: '^legacy-adapters/soap/', pathNot: tests },
      '^platform/',
      '^legacy-adapters/soap/',
    ),
    sees(
      'soap-kit-tests-see-simulation',
      "The wrapping kit's tests may also use legacy-adapters/simulation/.",
      { path: `^legacy-adapters/soap/.*(${tests})` },
      '^platform/',
      '^legacy-adapters/(soap|simulation)/',
    ),
    sees(
      'simulation-sees-platform',
      'legacy-adapters/simulation/ imports platform/ only.',
      { path: '^legacy-adapters/simulation/' },
      '^platform/',
      '^legacy-adapters/simulation/',
    ),
    sees(
      'adapter-sees-platform-and-soap',
      'An adapter imports platform/ and legacy-adapters/soap/.',
      { path: adapter },
      '^platform/',
      '^legacy-adapters/',
    ),
    never(
      'adapter-never-another-adapter',
      'One legacy system knows nothing of another.',
      { path: adapter },
      { path: adapter, pathNot: '^legacy-adapters/$1/' },
    ),
    never(
      'simulation-for-simulators-only',
      "Only an adapter's simulator*.ts and tests import legacy-adapters/simulation/.",
      { path: adapter, pathNot: [simulators, tests] },
      { path: '^legacy-adapters/simulation/' },
    ),
    never(
      'soap-packages-in-adapters-only',
      'SOAP and XML stay in legacy-adapters/, and in bench/, whose package has them as peers to measure against.',
      { pathNot: '^(legacy-adapters|bench)/' },
      { path: '(^|/)node_modules/(@types/)?(soap|fast-xml-parser)/' },
    ),

    sees(
      'subgraph-sees-platform-and-adapters',
      'A subgraph imports platform/, subgraphs/kit/ and adapters.',
      { path: '^subgraphs/' },
      '^platform/',
      '^subgraphs/',
      '^legacy-adapters/',
    ),
    never(
      'subgraph-sees-adapters-by-their-index',
      'Of an adapter a subgraph sees only its index.ts; its tests may also use the simulators.',
      { path: '^subgraphs/', pathNot: tests },
      { path: '^legacy-adapters/', pathNot: `${adapter}index\\.ts$` },
    ),
    never(
      'subgraph-tests-see-index-and-simulators',
      "Of an adapter a subgraph's test sees its index.ts and its simulators.",
      { path: `^subgraphs/.*(${tests})` },
      { path: '^legacy-adapters/', pathNot: [`${adapter}index\\.ts$`, simulators] },
    ),
    never(
      'subgraph-never-another-subgraph',
      'Subgraphs meet in the graph only.',
      { path: '^subgraphs/(?!kit/)([^/]+)/' },
      { path: '^subgraphs/', pathNot: ['^subgraphs/kit/', '^subgraphs/$1/'] },
    ),
    never(
      'kit-knows-no-subgraph',
      'subgraphs/kit/ knows no subgraph and not the list of them.',
      { path: '^subgraphs/kit/' },
      { path: '^subgraphs/', pathNot: '^subgraphs/kit/' },
    ),
    never(
      'kit-knows-no-legacy-system',
      'subgraphs/kit/ serves every subgraph, so it knows no legacy system.',
      { path: '^subgraphs/kit/', pathNot: tests },
      { path: `${adapter}index\\.ts$` },
    ),

    sees(
      'gateway-sees-platform',
      'gateway/ imports platform/ only; it reads schema/ as files.',
      { path: '^gateway/' },
      '^platform/',
      '^gateway/',
    ),
    sees('identity-sees-platform', 'identity/ imports platform/ only.', { path: '^identity/' }, '^platform/', '^identity/'),
    sees(
      'clients-see-no-server',
      "clients/ import no server code; a client's server-side description may import platform/static-site.ts, and its tests the browser.",
      { path: '^clients/', pathNot: '^clients/messengers/' },
      '^platform/static-site\\.ts$',
      '^platform/testkit/',
      '^clients/',
    ),
    sees(
      'messengers-see-platform',
      'Messengers run on a server of their own: they import platform/, and meet the bank in the graph only.',
      { path: '^clients/messengers/' },
      '^platform/',
      '^clients/',
    ),
    never(
      'messengers-core-knows-no-messenger',
      'What is said and done in a chat is the same in every messenger; a channel comes in through its port.',
      { path: '^clients/messengers/(core|linking)/', pathNot: tests },
      { path: '^clients/messengers/channels/' },
    ),
    never(
      'channel-never-another-channel',
      'One messenger knows nothing of another.',
      { path: '^clients/messengers/channels/([^/]+)/' },
      { path: '^clients/messengers/channels/[^/]+/', pathNot: '^clients/messengers/channels/$1/' },
    ),
    never(
      'web-pages-see-only-themselves',
      "The web bank's pages run in a browser: they know the graph by its generated operations, and nothing of any room.",
      { path: '^clients/web/src/', pathNot: tests },
      { path: rooms, pathNot: ['^clients/web/src/', '/node_modules/'] },
    ),
    never(
      'nobody-imports-the-top-rooms',
      'bank/ composes the rooms and e2e/ tests them; no room knows of either, nor of scripts/ and bench/.',
      { path: rooms },
      { path: topRooms },
    ),
    never(
      'bank-knows-no-test',
      'bank/ imports every room but e2e/, bench/ and scripts/.',
      { path: '^bank/' },
      { path: '^(e2e|bench|scripts)/' },
    ),

    never('no-circular', 'Modules that need each other are one module, or lack a third.', {}, { circular: true }),
    never('tests-are-not-imported', 'A test is run, not imported.', {}, { path: '\\.test\\.tsx?$' }),
    never(
      'testkit-for-tests-only',
      'What only tests use is not imported by what runs.',
      { pathNot: [tests, '^(e2e|bench|scripts)/'] },
      { path: testkits },
    ),
    never(
      'no-dev-dependency-in-production',
      'What runs in production stands in "dependencies".',
      { path: production, pathNot: [tests, '\\.config\\.ts$'] },
      { dependencyTypes: ['npm-dev'], path: 'node_modules', pathNot: '(^|/)node_modules/@types/' },
    ),
    never(
      'no-undeclared-dependency',
      'Every imported package stands in package.json.',
      { pathNot: '(^|/)generated/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    never('no-unresolvable', 'An import leads to a file.', { pathNot: [pages, '(^|/)generated/', '^bench/'] }, { couldNotResolve: true }),
    never(
      'no-orphan',
      'A module that nobody imports and that imports nothing is left over.',
      { orphan: true, pathNot: [tests, pages, '\\.d\\.ts$', '(^|/)main\\.ts$', '^[^/]+$', '^scripts/', '(^|/)generated/'] },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(clients/web/)?dist(\\.new)?/' },
    // `import type` counts: a type is knowledge too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
