import { posix } from 'node:path'

/** One file of the repository: its path from the root with forward slashes (`src/ui/button.tsx`) and its text. */
export interface SourceFile {
  path: string
  text: string
}

/** One import: the file that has it, the words in its quotes and, if these are a path, the file they mean. */
export interface Import {
  from: string
  specifier: string
  target: string | undefined
}

const rooms = ['shared', 'crypto', 'records', 'db', 'sync', 'ui', 'features', 'app']
/** Rooms that may see less than what lies left of them. */
const tighter: Record<string, string[]> = {
  records: ['shared'],
  ui: ['shared'],
  server: ['shared', 'crypto'],
}
const openToFeatures = /^src\/sync\/(status|verbs)(\/|\.tsx?$)/
const maximumLines = 200

const statement = /^[ \t]*(?:import|export)\b(?:[^'"`;=]*?\bfrom)?\s*(['"])([^'"\n]+)\1/gm
const call = /\bimport\(\s*(?:\/\*.*?\*\/\s*)?(['"`])([^'"`\n]+)\1/g
const address = /\bnew URL\(\s*(['"`])(\.[^'"`\n]*)\1,\s*import\.meta\.url/g
const computed = /\bimport\(\s*(?:\/\*.*?\*\/\s*)?[^'"`\s/]/

/** Every static, dynamic and type import of the file, and every `new URL` (a worker is started by one). */
export function readImports(file: SourceFile): Import[] {
  return [statement, call, address]
    .flatMap((pattern) => [...file.text.matchAll(pattern)].map((match) => match[2] ?? ''))
    .map((specifier) => ({ from: file.path, specifier, target: targetOf(file.path, specifier) }))
}

function targetOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const path = specifier.replace(/\?.*$/, '').replaceAll(/\$\{[^}]*\}/g, '*')
  return posix.join(posix.dirname(from), path)
}

/** The folder right under src; empty for a file that lies in src itself or outside. */
function roomOf(path: string): string {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? ''
}

function featureOf(path: string): string {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? ''
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true
  if (tighter[from] !== undefined) return tighter[from].includes(to)
  return rooms.includes(to) && rooms.indexOf(to) < rooms.indexOf(from)
}

type Inner = Import & { target: string }

function inner(imports: Import[]): Inner[] {
  return imports.filter((one): one is Inner => one.target?.startsWith('src/') === true)
}

function tell(found: Import[], wrong: string): string[] {
  return found.map((one) => `${one.from} imports ${one.specifier}: ${wrong}`)
}

/** Imports that go to the right in the row of rooms, or from a room that may see less. */
export function wrongWay(imports: Import[]): string[] {
  const wrong = inner(imports).filter((one) => !mayImport(roomOf(one.from), roomOf(one.target)))
  return wrong.flatMap((one) => tell([one], `${roomOf(one.from)} may not know ${roomOf(one.target)}`))
}

/** A feature that imports another feature. */
export function betweenFeatures(imports: Import[]): string[] {
  const within = inner(imports).filter(
    (one) => roomOf(one.from) === 'features' && roomOf(one.target) === 'features',
  )
  const wrong = within.filter((one) => featureOf(one.from) !== featureOf(one.target))
  return tell(wrong, 'features never import each other')
}

/** A feature that sees more of sync than its status and its verbs. */
export function deepInSync(imports: Import[]): string[] {
  const seen = inner(imports).filter(
    (one) => roomOf(one.from) === 'features' && roomOf(one.target) === 'sync',
  )
  return tell(
    seen.filter((one) => !openToFeatures.test(one.target)),
    'of sync a feature knows only status and verbs',
  )
}

/** Relative imports that leave src for anything but the screen texts and the package's own name and version. */
export function outOfTheHouse(imports: Import[]): string[] {
  const outside = imports.filter((one) => one.target !== undefined && !one.target.startsWith('src/'))
  return tell(
    outside.filter((one) => !/^(locales\/|package\.json$)/.test(one.target ?? '')),
    'only locales lie outside of src',
  )
}

/** Node's own modules anywhere but in server: everything else must run in a browser too. */
export function nodeOutsideServer(imports: Import[]): string[] {
  const node = imports.filter((one) => one.specifier.startsWith('node:'))
  return tell(
    node.filter((one) => roomOf(one.from) !== 'server'),
    'only server runs on Node alone',
  )
}

/** Relative imports whose path has no extension. */
export function withoutExtension(imports: Import[]): string[] {
  const bare = imports.filter(
    (one) => one.target !== undefined && !/\.(tsx?|css|json|svg|txt)$/.test(one.target),
  )
  return tell(bare, 'a path ends with its extension')
}

/** Relative imports of a file in src that is not there. */
export function ofNothing(imports: Import[], files: SourceFile[]): string[] {
  const there = new Set(files.map((file) => file.path))
  const code = inner(imports).filter((one) => /\.tsx?$/.test(one.target) && !one.target.includes('*'))
  return tell(
    code.filter((one) => !there.has(one.target)),
    'no such file',
  )
}

/** Dynamic imports whose path is a variable: nobody could tell where they go. */
export function ofAnything(files: SourceFile[]): string[] {
  const hidden = files.filter((file) => computed.test(file.text))
  return hidden.map((file) => `${file.path} imports a computed path: write it as a literal`)
}

/** Imports that lead back to the file they start from, each circle told once. */
export function cycles(imports: Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const one of inner(imports)) next.set(one.from, [...(next.get(one.from) ?? []), one.target])
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
    if (trail.includes(path) || done.has(path)) return
    for (const target of next.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const path of next.keys()) visit(path, [])
  return found
}

/** Files that lie in src in no known room. Declarations for the compiler (`vite-env.d.ts`) may lie in src itself. */
export function homeless(files: SourceFile[]): string[] {
  const known = [...rooms, 'server']
  const lost = files.filter(
    (file) => !known.includes(roomOf(file.path)) && !/^src\/[^/]+\.d\.ts$/.test(file.path),
  )
  return lost.map((file) => `${file.path} lies in no room: ${known.join(', ')}`)
}

/** Rooms (`src/ui`) that do not open with a README.md. `paths` are all files under src. */
export function withoutReadme(paths: string[]): string[] {
  const folders = new Set(
    paths.filter((path) => path.split('/').length > 2).map((path) => path.split('/', 2).join('/')),
  )
  const lacking = [...folders].filter((folder) => !paths.includes(`${folder}/README.md`))
  return lacking.map((folder) => `${folder} has no README.md`)
}

/** Files longer than a reader holds in mind. */
export function tooLong(files: SourceFile[]): string[] {
  const long = files.filter((file) => file.text.trimEnd().split('\n').length > maximumLines)
  return long.map((file) => `${file.path} has more than ${maximumLines} lines`)
}
