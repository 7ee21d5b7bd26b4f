import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A file of this folder with all that it imports, as one script whose exports lie in `bench`. `plugins` make what is no file. */
export async function bundle(file: string, plugins: readonly Plugin[] = []): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    publicDir: false,
    plugins: [...plugins],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    logLevel: 'error',
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
    build: {
      write: false,
      target: 'chrome108',
      lib: { entry: `bench/${file}`, name: 'bench', formats: ['iife'], fileName: 'bench' },
      minify: true,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const chunk = outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .find((one) => one.type === 'chunk')
  if (!chunk) throw new Error(`${file} was not bundled`)
  return chunk.code
}
