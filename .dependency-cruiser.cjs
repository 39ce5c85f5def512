// The import law: who may import whom. Each rule has its planted violation in tools/lint/import-law.wire.test.ts.

const testkits = '[/.](testkit|contract)(/|\\.ts$)';
const tests = `\\.test\\.tsx?$|${testkits}`;
/** Pages' own scripts run in a browser, which asks the server for what they import. */
const pages = '^clients/[^/]+/(page|public)/';
const simulators = '^legacy-adapters/(simulation/|[^/]+/simulator/)';
/** A legacy system's own folder, not one of the rooms that all of them share. */
const adapter = '^legacy-adapters/(?!(?:kit|xml|soap|wsdl-compiler|simulation|conformance)/)([^/]+)/';
/** Every room that another one may be allowed to import; bank, deploy, e2e, bench and tools stand above these and have a rule of their own. */
const rooms = '^(platform|legacy-adapters|subgraphs|gateway|identity|clients)/';
const topRooms = '^(bank|deploy|e2e|bench|tools)/';
const production = '^(platform|legacy-adapters|subgraphs|gateway|identity|clients|bank)/';

/** `from` may import of the lower rooms only what `may` matches. */
const sees = (name, comment, from, ...may) => ({ name, comment, severity: 'error', from, to: { path: rooms, pathNot: may } });
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    sees('platform-stands-alone', 'platform/ imports nothing of ours.', { path: '^platform/' }, '^platform/'),

    sees(
      'kit-sees-platform',
      'legacy-adapters/kit/ imports platform/ only.',
      { path: '^legacy-adapters/kit/', pathNot: tests },
      '^platform/',
      '^legacy-adapters/kit/',
    ),
    sees(
      'xml-sees-kit',
      'legacy-adapters/xml/ imports platform/ and kit/: a system that speaks XML without SOAP needs no more.',
      { path: '^legacy-adapters/xml/', pathNot: tests },
      '^platform/',
      '^legacy-adapters/(kit|xml)/',
    ),
    sees(
      'soap-sees-xml-and-kit',
      'legacy-adapters/soap/ imports platform/, kit/ and xml/.',
      { path: '^legacy-adapters/soap/', pathNot: tests },
      '^platform/',
      '^legacy-adapters/(kit|xml|soap)/',
    ),
    sees(
      'runtime-tests-see-simulation',
      'The tests of kit/, xml/ and soap/ may also use each other, the compiler and simulation/.',
      { path: `^legacy-adapters/(kit|xml|soap)/.*(${tests})` },
      '^platform/',
      '^legacy-adapters/(kit|xml|soap|simulation|wsdl-compiler)/',
    ),
    sees(
      'compiler-sees-runtime',
      'legacy-adapters/wsdl-compiler/ imports the runtime that it generates for, and tries its skeletons by simulation/ and conformance/.',
      { path: '^legacy-adapters/wsdl-compiler/', pathNot: tests },
      '^platform/',
      '^legacy-adapters/(kit|xml|soap|simulation|conformance|wsdl-compiler)/',
    ),
    never(
      'compiler-is-a-tool',
      'The compiler is run by developers; no server imports it.',
      { path: production, pathNot: [tests, '^legacy-adapters/wsdl-compiler/'] },
      { path: '^legacy-adapters/wsdl-compiler/' },
    ),
    sees(
      'simulation-sees-platform',
      'legacy-adapters/simulation/ imports platform/ only.',
      { path: '^legacy-adapters/simulation/' },
      '^platform/',
      '^legacy-adapters/simulation/',
    ),
    sees(
      'conformance-sees-kit-and-simulation',
      'The conformance suite knows the runtime and the simulators, and no system.',
      { path: '^legacy-adapters/conformance/' },
      '^platform/',
      '^legacy-adapters/(kit|xml|soap|simulation|conformance)/',
    ),
    never(
      'conformance-for-tests-only',
      'The conformance suite is for tests, and for the compiler that writes them.',
      { path: production, pathNot: [tests, '^legacy-adapters/(conformance|wsdl-compiler)/'] },
      { path: '^legacy-adapters/conformance/' },
    ),
    sees(
      'adapter-sees-platform-and-kit',
      'An adapter imports platform/ and the rooms of legacy-adapters/ that all adapters share.',
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
      "Only an adapter's simulator/ and tests import legacy-adapters/simulation/.",
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
      'Subgraphs meet in the graph and in the journal: of another one a subgraph sees the events that it appends, in its events.ts.',
      { path: '^subgraphs/(?!kit/)([^/]+)/' },
      { path: '^subgraphs/', pathNot: ['^subgraphs/kit/', '^subgraphs/$1/', '^subgraphs/[^/]+/events\\.ts$'] },
    ),
    sees(
      'events-see-platform',
      "A subgraph's events.ts is its contract for others, and imports platform/ only.",
      { path: '^subgraphs/[^/]+/events\\.ts$' },
      '^platform/',
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
      "clients/ import no server code; a client's server-side description may import platform/composition/ and platform/http/static-site.ts, and its tests the browser.",
      { path: '^clients/', pathNot: '^clients/messengers/' },
      '^platform/composition/',
      '^platform/http/static-site\\.ts$',
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
      'bank/ composes the rooms and e2e/ tests them; no room knows of either, nor of tools/ and bench/; only the tests of the compiler hold what it writes to the rules in tools/.',
      { path: rooms, pathNot: '^legacy-adapters/wsdl-compiler/.*\\.test\\.ts$' },
      { path: topRooms },
    ),
    never(
      'bank-knows-no-test',
      'bank/ imports every room but e2e/, bench/ and tools/.',
      { path: '^bank/' },
      { path: '^(deploy|e2e|bench|tools)/' },
    ),

    never('no-circular', 'Modules that need each other are one module, or lack a third.', {}, { circular: true }),
    never('tests-are-not-imported', 'A test is run, not imported.', {}, { path: '\\.test\\.tsx?$' }),
    never(
      'testkit-for-tests-only',
      'What only tests use is not imported by what runs.',
      { pathNot: [tests, '^(e2e|bench|tools)/'] },
      { path: testkits },
    ),
    never(
      'no-dev-dependency-in-production',
      'What runs in production stands in "dependencies".',
      { path: production, pathNot: [tests, '\\.config\\.ts$', '^legacy-adapters/wsdl-compiler/'] },
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
      {
        orphan: true,
        pathNot: [
          tests,
          pages,
          '\\.d\\.ts$',
          '(^|/)main\\.ts$',
          '^[^/]+$',
          '^tools/',
          '^legacy-adapters/wsdl-compiler/wrap/',
          '(^|/)generated/',
        ],
      },
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
      importsFields: ['imports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
