import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const bad = {
  'eslint(no-console)': ['console.ts', "export function a() { console.log('b') }"],
  'eslint(no-restricted-properties)': [
    'new.ts',
    'export const a = (b: number[]) => b.toSorted((c, d) => c - d)',
  ],
  'house(literal-text)': ['text.tsx', 'export const A = () => <p>Hallo</p>'],
  'import(no-cycle)': ['circle.ts', "export * from './circle.ts'"],
  'import(no-default-export)': ['default.ts', 'export default 1'],
  'jsx-a11y(alt-text)': ['picture.tsx', 'export const A = () => <img src="a.png" />'],
  'react-hooks(rules-of-hooks)': [
    'hook.tsx',
    'export function A(b: boolean) { if (b) useState(1); return null }',
  ],
  'typescript(no-explicit-any)': ['any.ts', 'export function a(b: any) { return Number(b) }'],
  'typescript(no-floating-promises)': [
    'promise.ts',
    'export function a(b: Promise<void>) { b.then(Boolean) }',
  ],
}
const good = {
  'good.ts': 'export const a = (b: string) => b.length\n',
  'src/server/serve.ts': "console.log('Ponte listens')\n",
}

/** What oxlint says of some files when it is started as `npm run lint` starts it. */
function lint(files: [name: string, text: string][]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const oxlint = join('node_modules', 'oxlint', 'bin', 'oxlint')
  const args = [oxlint, '-c', '.ci/oxlint.json', '--deny-warnings', '--type-aware', '-f', 'unix', folder]
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout
}

it('oxlint refuses what the house refuses, and nothing else', { timeout: 60_000 }, () => {
  const config = JSON.stringify({
    compilerOptions: { lib: ['ES2023', 'DOM'], strict: true, jsx: 'preserve' },
  })
  const wrong = Object.values(bad).map(([name = '', text = '']): [string, string] => [name, text])
  const told = lint([['tsconfig.json', config], ...wrong, ...Object.entries(good)])
  for (const [rule, [name]] of Object.entries(bad)) {
    const lines = told.split('\n').filter((line) => line.includes(`/${name}:`))
    expect(lines.join('\n')).toContain(`Error/${rule}`)
  }
  for (const name of Object.keys(good)) expect(told).not.toContain(`/${name}:`)
})
