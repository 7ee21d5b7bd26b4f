import { describe, expect, it } from 'vitest'
import { pathsUnder, sourcesUnder } from './house/files.ts'
import * as rule from './house/imports.ts'
import { loadedBy } from './house/threads.ts'

const files = sourcesUnder('src')
const imports = files.flatMap(rule.readImports)

describe('the rooms under src', () => {
  it('have files and imports to look at', () => {
    expect(files.length).toBeGreaterThan(0)
    expect(imports.length).toBeGreaterThan(0)
  })
  it('know only what lies left of them', () => expect(rule.wrongWay(imports)).toEqual([]))
  it('keep features apart', () => expect(rule.betweenFeatures(imports)).toEqual([]))
  it('show features only the status and the verbs of sync', () =>
    expect(rule.deepInSync(imports)).toEqual([]))
  it('need nothing outside of src but locales', () => expect(rule.outOfTheHouse(imports)).toEqual([]))
  it('leave Node to the server', () => expect(rule.nodeOutsideServer(imports)).toEqual([]))
  it('have no circles', () => expect(rule.cycles(imports)).toEqual([]))
  it('name each import with its extension', () => expect(rule.withoutExtension(imports)).toEqual([]))
  it('import only files that exist', () => expect(rule.ofNothing(imports, files)).toEqual([]))
  it('import nothing by a computed path', () => expect(rule.ofAnything(files)).toEqual([]))
  it('hold every file', () => expect(rule.homeless(files)).toEqual([]))
  it('open with a README.md each', () => expect(rule.withoutReadme(pathsUnder('src'))).toEqual([]))
  it('hold no file over 200 lines', () => expect(rule.tooLong(files)).toEqual([]))
})

describe('the thread that screens are drawn in', () => {
  const screens = loadedBy(files, 'src/app/main.tsx')
  const ofLog = /^src\/(?:crypto\/(?:run|envelope|checkpoint)|shared\/(?:run|log-hash))\.ts$/

  it('never seals, opens, hashes or parses a log: that is the worker’s', () => {
    expect(screens.length).toBeGreaterThan(300)
    expect(screens.filter((path) => ofLog.test(path))).toEqual([])
    for (const worker of ['src/sync/exchange.worker.ts', 'src/app/sw/sw.ts'])
      expect(loadedBy(files, worker).filter((path) => ofLog.test(path)).length).toBe(5)
  })

  it('knows of the exchange no more than how it stands and what can be asked of it', () => {
    const names = ['ask-background', 'background-tag', 'problem', 'start', 'status', 'verbs', 'watch-me']
    expect(screens.filter((path) => path.startsWith('src/sync/'))).toEqual(
      names.map((name) => `src/sync/${name}.ts`),
    )
  })
})

describe('the second implementation of the protocol', () => {
  const own = sourcesUnder('test/vectors').filter(({ path }) => /^test\/vectors\/p1[/.]/.test(path))
  const allowed = /^(?:@noble\/(?:ciphers|curves|hashes)\/|node:|vitest$)/

  it('knows nothing of the first one', () => {
    const known = own.flatMap(rule.readImports)
    expect(known.length).toBeGreaterThan(20)
    const foreign = known.filter(
      ({ specifier, target }) => !(target?.startsWith('test/vectors/p1/') ?? allowed.test(specifier)),
    )
    expect(foreign).toEqual([])
  })
})
