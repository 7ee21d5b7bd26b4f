import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Node runs the source as it is, but for `import.meta.glob`, which is the bundler's.
const glob = /import\.meta\.glob<.*>\('\.\/(\w+)\/\*\.ts', \{ eager: true, import: '(\w+)' \}\)/

function spellOut(source: string, file: string): string {
  const [, folder = '', noun = ''] = glob.exec(source) ?? []
  if (folder === '') throw new Error(`${file} finds its kinds in another way than it did`)
  const names = readdirSync(join(dirname(file), folder)).filter((name) => name.endsWith('.ts'))
  const paths = names.map((name) => `./${folder}/${name}`)
  const imports = paths.map((path, at) => `import { ${noun} as found${at} } from '${path}'`)
  const entries = paths.map((path, at) => `'${path}': found${at}`)
  return `${imports.join('\n')}\n${source.replace(glob, () => `{ ${entries.join(', ')} }`)}`
}

registerHooks({
  resolve(name, context, nextResolve) {
    // The build that the app is made with.
    return nextResolve(name === 'dexie' ? 'dexie/dist/modern/dexie.min.mjs' : name, context)
  },
  load(url, context, nextLoad) {
    if (!url.endsWith('/records/kinds.ts')) return nextLoad(url, context)
    const file = fileURLToPath(url)
    const source = spellOut(readFileSync(file, 'utf8'), file)
    return { format: 'module-typescript', source, shortCircuit: true }
  },
})
