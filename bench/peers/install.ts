import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))

type Package = { readonly version: string; readonly dependencies: Readonly<Record<string, string>> }
const read = (path: string): Package => JSON.parse(readFileSync(`${folder}${path}`, 'utf8')) as Package

const isInstalled = ([name, version]: [string, string]): boolean => {
  const path = `node_modules/${name}/package.json`
  return existsSync(`${folder}${path}`) && read(path).version === version
}

/** Fetches what Ponte is measured beside, unless it lies there already. */
export function installPeers(): void {
  if (Object.entries(read('package.json').dependencies).every(isInstalled)) return
  console.log(
    'What Ponte is measured beside is not here yet: npm ci --prefix bench/peers fetches about 60 MB now, this once.',
  )
  const { status } = spawnSync('npm', ['ci', '--prefix', folder], {
    stdio: 'inherit',
    // On Windows npm is a script, which only a shell can start.
    shell: process.platform === 'win32',
  })
  if (status !== 0)
    throw new Error(
      'The peers could not be fetched. Please look at the lines above, and whether there is a network.',
    )
}
