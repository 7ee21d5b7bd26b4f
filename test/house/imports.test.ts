import { describe, expect, it } from 'vitest'
import * as rule from './imports.ts'

function importsOf(path: string, text: string): rule.Import[] {
  return rule.readImports({ path, text })
}

/** The imports of a file that imports one path. */
function one(path: string, specifier: string): rule.Import[] {
  return importsOf(path, `import { x } from '${specifier}'`)
}

describe('reading imports', () => {
  it.each([
    ["import { x } from './x.ts'"],
    ["import type { X } from './x.ts'"],
    ["import {\n  x,\n  type Y,\n} from './x.ts'"],
    ["import * as x from './x.ts'"],
    ["import './x.ts'"],
    ["export { x } from './x.ts'"],
    ["export * from './x.ts'"],
    ["export type { X } from './x.ts'"],
    ["const x = await import('./x.ts')"],
    ["const x = lazy(() => import(/* later */ './x.ts'))"],
    ["type X = import('./x.ts').X"],
    ["new Worker(new URL('./x.ts', import.meta.url), { type: 'module' })"],
  ])('finds %j', (text) => {
    expect(importsOf('src/ui/a.ts', text)).toEqual([
      { from: 'src/ui/a.ts', specifier: './x.ts', target: 'src/ui/x.ts' },
    ])
  })

  it('finds each of several', () => {
    const text = "import { h } from 'preact'\nimport { a } from '../shared/a.ts'\n\nexport const b = 'from'\n"
    expect(importsOf('src/ui/a.ts', text).map((found) => found.target)).toEqual([
      undefined,
      'src/shared/a.ts',
    ])
  })

  it('reads a path with a variable part as a pattern, and a query not at all', () => {
    expect(importsOf('src/app/a.ts', 'import(`../../locales/${language}.json`)')[0]?.target).toBe(
      'locales/*.json',
    )
    expect(one('src/app/a.ts', './a.svg?url')[0]?.target).toBe('src/app/a.svg')
  })

  it('takes neither exports nor comments for imports', () => {
    const text =
      "// import from './x.ts'\n * import './x.ts'\nexport const a = 'b'\nexport function from() { return './x.ts' }"
    expect(importsOf('src/ui/a.ts', text)).toEqual([])
  })
})

describe('the way of imports', () => {
  it.each([
    ['src/shared/a.ts', '../crypto/b.ts'],
    ['src/crypto/a.ts', '../records/b.ts'],
    ['src/records/a.ts', '../db/b.ts'],
    ['src/db/a.ts', '../sync/b.ts'],
    ['src/sync/a.ts', '../ui/b.ts'],
    ['src/ui/a.tsx', '../features/people/b.tsx'],
    ['src/features/people/a.tsx', '../../app/b.tsx'],
    ['src/records/a.ts', '../crypto/b.ts'],
    ['src/records/kinds/a.ts', '../../crypto/b.ts'],
    ['src/ui/a.tsx', '../db/b.ts'],
    ['src/ui/a.tsx', '../records/b.ts'],
    ['src/ui/a.tsx', '../sync/status.ts'],
    ['src/server/a.ts', '../db/b.ts'],
    ['src/server/a.ts', '../records/b.ts'],
    ['src/app/a.ts', '../server/b.ts'],
    ['src/shared/a.ts', '../server/b.ts'],
    ['src/ui/a.ts', '../vite-env.d.ts'],
    ['src/ui/a.ts', '../other/b.ts'],
  ])('refuses %s importing %s', (from, to) => expect(rule.wrongWay(one(from, to))).toHaveLength(1))

  it('refuses types and later imports as well', () => {
    expect(rule.wrongWay(importsOf('src/ui/a.ts', "import type { A } from '../db/a.ts'"))).toHaveLength(1)
    expect(rule.wrongWay(importsOf('src/ui/a.ts', "void import('../db/a.ts')"))).toHaveLength(1)
  })

  it.each([
    ['src/crypto/a.ts', '../shared/b.ts'],
    ['src/db/a.ts', '../records/kinds/b.ts'],
    ['src/features/people/a.tsx', '../../ui/b.tsx'],
    ['src/features/people/a.tsx', '../../crypto/b.ts'],
    ['src/app/a.tsx', '../features/people/b.tsx'],
    ['src/app/sw/sw.ts', '../../sync/b.ts'],
    ['src/server/a.ts', '../crypto/b.ts'],
    ['src/ui/a.tsx', './b.tsx'],
    ['src/ui/a.tsx', 'preact/hooks'],
  ])('allows %s importing %s', (from, to) => expect(rule.wrongWay(one(from, to))).toEqual([]))
})

describe('the other rules of imports', () => {
  it('keep features apart', () => {
    expect(rule.betweenFeatures(one('src/features/people/a.ts', '../events/b.ts'))).toHaveLength(1)
    expect(rule.betweenFeatures(one('src/features/people/a.ts', '../b.ts'))).toHaveLength(1)
    expect(rule.betweenFeatures(one('src/features/people/form/a.ts', '../list/b.ts'))).toEqual([])
  })

  it('show features only the status and the verbs of sync', () => {
    expect(rule.deepInSync(one('src/features/people/a.ts', '../../sync/pull.ts'))).toHaveLength(1)
    expect(rule.deepInSync(one('src/features/people/a.ts', '../../sync/statuses.ts'))).toHaveLength(1)
    expect(rule.deepInSync(one('src/features/people/a.ts', '../../sync/status.ts'))).toEqual([])
    expect(rule.deepInSync(one('src/features/people/a.ts', '../../sync/verbs/invite.ts'))).toEqual([])
    expect(rule.deepInSync(one('src/app/a.ts', '../sync/pull.ts'))).toEqual([])
  })

  it('keep everything in the house but locales', () => {
    expect(rule.outOfTheHouse(one('src/ui/a.ts', '../../test/b.ts'))).toHaveLength(1)
    expect(rule.outOfTheHouse(one('src/ui/a.ts', '../../locales/de.json'))).toEqual([])
  })

  it('leave Node to the server', () => {
    expect(rule.nodeOutsideServer(one('src/shared/a.ts', 'node:crypto'))).toHaveLength(1)
    expect(rule.nodeOutsideServer(one('src/server/a.ts', 'node:crypto'))).toEqual([])
  })

  it('want an extension', () => {
    expect(rule.withoutExtension(one('src/ui/a.ts', './b'))).toHaveLength(1)
    expect(rule.withoutExtension(one('src/ui/a.ts', './b.js'))).toHaveLength(1)
    expect(rule.withoutExtension(one('src/ui/a.ts', '.'))).toHaveLength(1)
    expect(rule.withoutExtension(one('src/ui/a.ts', './b.css'))).toEqual([])
  })

  it('want a file that exists', () => {
    const files = [{ path: 'src/ui/b.ts', text: '' }]
    expect(rule.ofNothing(one('src/ui/a.ts', './c.ts'), files)).toHaveLength(1)
    expect(rule.ofNothing(one('src/ui/a.ts', './b.ts'), files)).toEqual([])
  })

  it('want a path that can be read', () => {
    expect(rule.ofAnything([{ path: 'src/ui/a.ts', text: 'await import(path)' }])).toHaveLength(1)
    expect(rule.ofAnything([{ path: 'src/ui/a.ts', text: "await import('./b.ts')" }])).toEqual([])
  })

  it('allow no circle, of two files or of one', () => {
    const two = [...one('src/ui/a.ts', './b.ts'), ...one('src/ui/b.ts', './a.ts')]
    expect(rule.cycles(two)).toEqual(['src/ui/a.ts -> src/ui/b.ts -> src/ui/a.ts'])
    expect(rule.cycles(one('src/ui/a.ts', './a.ts'))).toHaveLength(1)
    const tree = [
      ...one('src/ui/a.ts', './b.ts'),
      ...one('src/ui/a.ts', './c.ts'),
      ...one('src/ui/b.ts', './c.ts'),
    ]
    expect(rule.cycles(tree)).toEqual([])
  })

  it('allow no room of its own making', () => {
    expect(rule.homeless([{ path: 'src/helpers/a.ts', text: '' }])).toHaveLength(1)
    expect(rule.homeless([{ path: 'src/main.ts', text: '' }])).toHaveLength(1)
    expect(rule.homeless([{ path: 'src/vite-env.d.ts', text: '' }])).toEqual([])
  })

  it('want a README.md in every room', () => {
    expect(rule.withoutReadme(['src/ui/a.ts', 'src/app/sw/sw.ts', 'src/app/README.md'])).toEqual([
      'src/ui has no README.md',
    ])
  })

  it('want at most 200 lines', () => {
    expect(rule.tooLong([{ path: 'src/ui/a.ts', text: 'x\n'.repeat(201) }])).toHaveLength(1)
    expect(rule.tooLong([{ path: 'src/ui/a.ts', text: 'x\n'.repeat(200) }])).toEqual([])
  })
})
