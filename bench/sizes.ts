// How many bytes the app costs, against the limits of the design: node bench/sizes.ts, after a build.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { precachedIn, total, weigh, type Piece } from './dist.ts'
import { heaviest } from './first-screens.ts'
import { showTable } from './table.ts'

const dist = 'dist'
// 1 kB is 1,000 bytes, each file by itself after gzip -9.
const firstScreenLimit = 75_000
// The design's 450 kB and what trust, checkpoints, backups, access, erasing and room for photos need besides: docs/adr/0017-what-everything-weighs.md.
const precacheLimit = 842_000

if (!existsSync(`${dist}/sw.js`)) {
  console.error('There is no build to weigh: npm run build')
  process.exit(1)
}

// The picture of Europe and of the world: docs/adr/0022-map-and-places.md.
const mapLimit = 35_000

const kB = (bytes: number): string => (bytes / 1000).toFixed(1)
const precached = precachedIn(readFileSync(`${dist}/sw.js`, 'utf8')).map((file) => weigh(dist, file))
const ending = (end: string): Piece[] => precached.filter((piece) => piece.file.endsWith(end))

// What a country is first chosen for, and then kept.
const places = readdirSync(`${dist}/places`)
  .map((file) => weigh(dist, `places/${file}`))
  .sort((a, b) => b.gzip - a.gzip)
const isMap = /virtual_map/

const start = heaviest(dist, 'start')
const rows = [
  { name: 'JavaScript of Start, longest language', pieces: start, limit: firstScreenLimit },
  {
    name: 'JavaScript of the very first screen',
    pieces: heaviest(dist, 'welcome'),
    limit: firstScreenLimit,
  },
  { name: 'Everything precached', pieces: precached, limit: precacheLimit },
  { name: '  of it JavaScript', pieces: ending('.js'), limit: undefined },
  { name: '  of it styles', pieces: ending('.css'), limit: undefined },
  { name: '  of it the map', pieces: precached.filter(({ file }) => isMap.test(file)), limit: mapLimit },
  { name: 'Fetched later: places, all countries', pieces: places, limit: undefined },
  { name: '  the largest country', pieces: places.slice(0, 1), limit: undefined },
]

console.log(
  showTable(
    ['', 'files', 'kB gzip', 'limit kB'],
    rows.map(({ name, pieces, limit }) => [
      name,
      String(pieces.length),
      kB(total(pieces)),
      limit === undefined ? '' : kB(limit),
    ]),
  ),
)
console.log('\nThe heaviest files of Start:')
for (const piece of [...start].sort((a, b) => b.gzip - a.gzip).slice(0, 6))
  console.log(`  ${kB(piece.gzip).padStart(5)}  ${piece.file}`)

const over = rows.filter(({ pieces, limit }) => limit !== undefined && total(pieces) > limit)
for (const { name } of over) console.error(`\nToo heavy: ${name}.`)
console.log(
  JSON.stringify({
    sizes: Object.fromEntries(rows.map(({ name, pieces }) => [name.trim(), total(pieces)])),
    limits: { firstScreen: firstScreenLimit, precached: precacheLimit, map: mapLimit },
    ok: over.length === 0,
  }),
)
process.exitCode = over.length === 0 ? 0 : 1
