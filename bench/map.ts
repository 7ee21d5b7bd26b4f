import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mapOfEurope } from '../.ci/made/map.ts'
import { madePlaces } from '../.ci/made/places.ts'
import { readPlaces } from '../src/db/places/format.ts'
import type { MapPoint } from '../src/ui/map/points.ts'
import { launchBare, openTab, run } from './browser.ts'
import { bundle } from './bundle.ts'
import { repeat, type Clock } from './clock.ts'
import { chanceFrom, pick } from './random.ts'
import type { Result } from './result.ts'
import { median } from './statistics.ts'

/** More partner towns than the cities with the longest lists have. */
const links = 120
const countries = ['DE', 'PL', 'HU', 'GB', 'FR', 'TR', 'IT', 'RO']

/** Towns of these countries by chance: the first one is ours. */
function townsFrom(seed: number): MapPoint[] {
  const chance = chanceFrom(seed)
  const all = countries.map((country) => readPlaces(country, madePlaces().lists.get(country) ?? '') ?? [])
  return Array.from({ length: links + 1 }, (_, at): MapPoint => {
    const { name, point } = pick(chance, (all[at % all.length] ?? []).slice(0, 400))
    return { ...point, id: `${at}`, label: name, tone: at ? 'partner' : 'ours', mark: `${at}`, href: '#/' }
  })
}

async function styles(): Promise<string> {
  const files = await readdir('dist/assets')
  const sheets = files.filter((file) => file.endsWith('.css'))
  return (await Promise.all(sheets.map((file) => readFile(join('dist/assets', file), 'utf8')))).join('')
}

/** Drawing the map with 120 links in a slowed page, beside drawing its outline alone. */
export async function measureMap(seed: number, clock: Clock): Promise<Result[]> {
  const script = await bundle('map-page.ts', [mapOfEurope()])
  const profile = await mkdtemp(join(tmpdir(), 'ponte-bench-'))
  const context = await launchBare(profile)
  try {
    const tab = await openTab(context, true)
    await tab.page.addStyleTag({ content: await styles() })
    await run(tab, script)
    const points = JSON.stringify(townsFrom(seed))
    const rounds = await repeat(clock, 25, async () => ({
      drawn: await run<number>(tab, `bench.drawMap(${points})`),
      bare: await run<number>(tab, 'bench.drawOutline()'),
    }))
    return [
      {
        name: `map with ${links} links, drawn and painted`,
        unit: 'ms',
        value: median(rounds.map(({ drawn }) => drawn)),
        peer: median(rounds.map(({ bare }) => bare)),
        rounds: rounds.length,
        limit: 100,
      },
    ]
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
}
