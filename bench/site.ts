import { copyFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Writes a page that runs a file of this folder, with its workers and all else that it needs, to be served under
 * /site/. `before` are finished scripts, by their path in this folder, that the page runs first.
 */
export async function buildSite(file: string, folder: string, before: readonly string[] = []): Promise<void> {
  await build({
    configFile: false,
    root,
    base: '/site/',
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome120',
      modulePreload: false,
      rolldownOptions: { input: { bench: `bench/${file}` }, output: { entryFileNames: '[name].js' } },
    },
  })
  await Promise.all(before.map((path) => copyFile(join(root, 'bench', path), join(folder, basename(path)))))
  const scripts = before.map((path) => `<script src="/site/${basename(path)}"></script>`).join('')
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>${scripts}<script type="module" src="/site/bench.js"></script></html>`,
  )
}
