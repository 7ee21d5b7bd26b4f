import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { VitePWA } from 'vite-plugin-pwa'
import { mapOfEurope } from './.ci/made/map.ts'
import { placesByCountry } from './.ci/made/places.ts'
import { filesOnStart, wordsInParts } from './.ci/words.ts'

const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version

type Modules = {
  getModuleInfo(id: string): { importers: string[]; dynamicImporters: string[] } | null
}

/** Where the modules that need this one at once begin: a page, a worker, whatever is loaded on demand. */
function rootsOf(id: string, modules: Modules, met = new Set<string>()): string[] {
  if (met.has(id)) return []
  met.add(id)
  const { importers = [], dynamicImporters = [] } = modules.getModuleInfo(id) ?? {}
  return [
    ...(importers.length === 0 || dynamicImporters.length > 0 ? [id] : []),
    ...importers.flatMap((importer) => rootsOf(importer, modules, met)),
  ]
}

const page = 'src/app/main.tsx'
const beside = 'src/sync/exchange.worker.ts'
const onStart = filesOnStart()

// A file for each feature instead of many small ones: they compress better. What every start needs lies in two more;
// the very first screen does without the second. The worker beside the screen has what it shares with the page in files
// of their own: Dexie lies here once.
function chunkOf(id: string, modules: Modules): string | null {
  const met = new Set<string>()
  const roots = rootsOf(id, modules, met)
  const hangsOn = (files: readonly string[]): boolean =>
    [...met].some((one) => files.some((file) => one.endsWith(`/${file}`)))
  const shared = hangsOn([beside]) ? (roots.every((one) => one.endsWith(beside)) ? 'beside' : 'both') : ''
  if (shared === 'beside') return shared
  if (hangsOn([page])) return `first${shared}`
  if (hangsOn(onStart)) return `start${shared}`
  // What makes the keys is wanted by the very first screen, with nothing else.
  if (hangsOn(['src/db/make-space.ts'])) return 'keys'
  // Wanted by whoever invites or joins, with a network: nothing that every tablet has to keep.
  if (/\/qr\/\w+\.js$/.test(id)) return id.endsWith('/decode.js') ? 'qr-scan' : 'qr-draw'
  if (shared) return shared
  // A map and the finder of places: wanted by two or three screens.
  if (/\/src\/(ui\/map|db\/places)\//.test(id)) return 'towns-and-map'
  // What several screens have in common lies in one file; what the first questions need of it in another.
  if (hangsOn(['src/features/welcome/welcome.tsx'])) return 'welcome'
  if (/\/src\/(ui|db|records|shared)\//.test(id)) return 'common'
  return /\/src\/features\/([\w-]+)\//.exec(id)?.[1] ?? null
}

export default defineConfig({
  // Dexie's default entry is its UMD build; the modern module is smaller and tree-shakes.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    target: ['chrome108', 'safari16.4', 'firefox115'],
    assetsInlineLimit: 0,
    // Everything is precached: announcing each file before it is needed only makes the first one heavier.
    modulePreload: false,
    rolldownOptions: {
      input: { index: 'index.html', exchange: beside },
      output: {
        // The worker is found by its name; the service worker keeps it together with the rest of its version.
        entryFileNames: ({ name }) => (name === 'exchange' ? 'exchange.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: chunkOf, debugName: 'features' }],
        },
      },
    },
    manifest: true,
  },
  plugins: [
    wordsInParts(),
    placesByCountry(),
    mapOfEurope(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app/sw',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: {
        name: 'Ponte',
        short_name: 'Ponte',
        description: 'Das gemeinsame Notizbuch der Städtepartnerschaft',
        lang: 'de',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#FAF7F0',
        theme_color: '#FAF7F0',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      // Whoever installs the app has a network and takes the large icons from there; the browser asks for small ones always.
      includeManifestIcons: false,
      // The manifest is added by the plugin: naming it here too would list it twice.
      injectManifest: {
        // Without modules: not every browser has them in a service worker.
        rollupFormat: 'iife',
        globPatterns: [
          '**/*.{js,css,html}',
          'assets/*.svg',
          'favicon.svg',
          'apple-touch-icon.png',
          'icon-192.png',
        ],
        // What reads and draws codes is used with the network alone: it comes with its first use.
        globIgnores: ['assets/scan-*.js', 'assets/qr-*.js', 'sw.js'],
      },
    }),
  ],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    environment: 'node',
    pool: 'threads',
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
})
