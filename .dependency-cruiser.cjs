/**
 * The architecture's import boundaries. What each folder is for: README.md.
 *
 * A domain is a folder of bff/src that is not infrastructure (common, config, database, integrations, outbox, audit, cli,
 * demo).
 */
const INFRASTRUCTURE = 'common|config|database|integrations|outbox|audit|cli|demo';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'service-not-controller',
      comment: 'A request goes controller → service → repository; nothing calls upwards.',
      severity: 'error',
      from: { path: '^bff/src/.*(\\.service|\\.repository)\\.ts$' },
      to: { path: '^bff/src/.*\\.controller\\.ts$' },
    },
    {
      name: 'repository-not-service',
      comment: 'A request goes controller → service → repository; nothing calls upwards.',
      severity: 'error',
      from: { path: '^bff/src/.*\\.repository\\.ts$' },
      to: { path: '^bff/src/.*\\.service\\.ts$' },
    },
    {
      name: 'controller-not-repository',
      comment: 'A controller speaks HTTP only; what it needs it asks of a service.',
      severity: 'error',
      from: { path: '^bff/src/.*\\.controller\\.ts$' },
      to: { path: '^bff/src/.*\\.repository\\.ts$' },
    },
    {
      name: 'repository-of-its-domain',
      comment: 'A domain uses another through its service, never its repository.',
      severity: 'error',
      from: { path: `^bff/src/(?!(?:${INFRASTRUCTURE})/)([^/]+)/` },
      to: { path: '^bff/src/[^/]+/.*\\.repository\\.ts$', pathNot: '^bff/src/$1/' },
    },
    {
      name: 'infrastructure-not-domain',
      comment: 'What every domain stands on knows none of them.',
      severity: 'error',
      from: { path: '^bff/src/(common|config|database|integrations|audit)/' },
      to: { path: `^bff/src/(?!(?:${INFRASTRUCTURE})/)[^/]+/` },
    },
    {
      name: 'shared-stands-alone',
      comment:
        'What both ends decide alike imports nothing outside shared but small pure packages of its own.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^(shared/src/|(shared/)?node_modules/(canonicalize|gcoord|@noble/hashes)/)' },
    },
    {
      name: 'client-not-server',
      comment: 'The mini-program knows the BFF by its contract, and nothing of Node.',
      severity: 'error',
      from: { path: '^miniapp/src/' },
      to: { path: '^(bff|tests)/' },
    },
    {
      name: 'client-not-node',
      comment: 'A phone has no Node.',
      severity: 'error',
      from: { path: '^miniapp/src/', pathNot: '\\.spec\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-apart',
      comment: 'Features do not import one another; what two need goes to components or lib.',
      severity: 'error',
      from: { path: '^miniapp/src/features/([^/]+)/' },
      to: { path: '^miniapp/src/features/', pathNot: '^miniapp/src/features/$1/' },
    },
    {
      name: 'foundation-not-features',
      comment: 'Components, lib and theme are used by features and pages, never the other way round.',
      severity: 'error',
      from: { path: '^miniapp/src/(components|lib|theme)/' },
      to: { path: '^miniapp/src/(features|pages)' },
    },
    {
      name: 'production-not-tests',
      comment: 'Production code never imports tests.',
      severity: 'error',
      from: { path: '^(shared|bff|miniapp)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^tests/' },
    },
    {
      name: 'production-not-development-packages',
      comment: 'A package that only development installs is missing in production.',
      severity: 'error',
      from: { path: '^bff/src/', pathNot: '(\\.spec\\.ts|cli/api-generate\\.ts)$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that resolves to nothing fails when it runs.',
      severity: 'error',
      from: { pathNot: '^miniapp/src/.*\\.h5\\.tsx?$' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '^tests/support/weapp/fixture/'] },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'tests/launch/boundaries-resolve.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mts', '.js', '.mjs', '.cjs', '.jsx', '.json'],
      mainFields: ['types', 'typings', 'module', 'main'],
    },
  },
};
