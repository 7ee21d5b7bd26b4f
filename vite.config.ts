import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { VitePWA } from 'vite-plugin-pwa'
import { filesOnStart, wordsInParts } from './.ci/words.ts'

const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version

type Modules = { getModuleInfo(id: string): { importers: string[] } | null }

/** Whether one of the files needs a module at once: it hangs on them by static imports alone. */
function hangsOn(files: readonly string[], id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (files.some((file) => id.endsWith(`/${file}`))) return true
  if (seen.has(id)) return false
  seen.add(id)
  const importers = modules.getModuleInfo(id)?.importers ?? []
  return importers.some((importer) => hangsOn(files, importer, modules, seen))
}

const onStart = filesOnStart()

// A file for each feature instead of many small ones: they compress better. What every start needs lies in two more;
// the very first screen does without the second.
function chunkOf(id: string, modules: Modules): string | null {
  if (hangsOn(['src/app/main.tsx'], id, modules)) return 'first'
  if (hangsOn(onStart, id, modules)) return 'start'
  return /\/src\/features\/(\w+)\//.exec(id)?.[1] ?? null
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
      output: {
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
      // The manifest and its icons are added by the plugin: naming them here too would list them twice.
      injectManifest: {
        globPatterns: ['**/*.{js,css,html}', 'assets/*.svg', 'favicon.svg', 'apple-touch-icon.png'],
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
