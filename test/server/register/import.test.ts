import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Broken, type Row } from '../../../src/server/register/import/broken.ts'
import { countryOf } from '../../../src/server/register/import/countries.ts'
import { Gathering } from '../../../src/server/register/import/gather.ts'
import { readJson } from '../../../src/server/register/import/json.ts'
import { readExports } from '../../../src/server/register/import/read.ts'
import { textOf } from '../../../src/server/register/import/text.ts'
import { readTsv } from '../../../src/server/register/import/tsv.ts'
import { packed } from '../../../src/server/register/pack.ts'
import { utf8 } from '../../../src/shared/bytes.ts'
import { readBase } from '../../../src/shared/register/base.ts'

type Read = (texts: AsyncIterable<string>) => AsyncGenerator<Row>

async function* piecesOf<T>(...pieces: readonly T[]): AsyncGenerator<T> {
  yield* pieces
}

async function gather(read: Read, ...pieces: string[]): Promise<Gathering> {
  const gathering = new Gathering()
  for await (const row of read(piecesOf(...pieces))) gathering.add(row)
  return gathering
}

const row = {
  town: 'http://www.wikidata.org/entity/Q3868',
  townLabel: 'Lüdenscheid',
  country: 'DE',
  lat: '51.22',
  lon: '7.63',
  population: '72000',
  partner: 'http://www.wikidata.org/entity/Q938204',
  partnerLabel: 'Myślenice',
  partnerCountry: 'PL',
  partnerLat: '49.83',
  partnerLon: '19.94',
  since: '1996-05-01T00:00:00Z',
}
type Cells = { [column: string]: string | number }
const columns = [...Object.keys(row), 'partnerPopulation']
const bindings = (...rows: Cells[]) =>
  JSON.stringify({
    head: { vars: columns },
    results: {
      bindings: rows.map((one) =>
        Object.fromEntries(Object.entries(one).map(([name, value]) => [name, { type: 'literal', value }])),
      ),
    },
  })
const simple = (...rows: Cells[]) => JSON.stringify(rows)
const tsv = (...rows: Cells[]) =>
  [columns.join('\t'), ...rows.map((one) => columns.map((column) => one[column] ?? '').join('\t')), ''].join(
    '\n',
  )
/** As the query service's own TSV spells it. */
const typed = (...rows: Cells[]) => {
  const spell = (value: string | number) =>
    String(value).startsWith('http')
      ? `<${value}>`
      : `"${String(value)}"^^<http://www.w3.org/2001/XMLSchema#string>`
  const lines = rows.map((one) => columns.map((column) => (one[column] ? spell(one[column]) : '')).join('\t'))
  return [columns.map((column) => `?${column}`).join('\t'), ...lines].join('\r\n')
}
const old = (...rows: string[]) =>
  [
    'origincityLabel\torigincountry\toriginlat\toriginlong\toriginpopulation\tsistercityLabel\tdestinationlat\tdestinationlong\tdestinationpopulation\tdestination_countryLabel\tdist\teu',
    ...rows,
  ].join('\n')

const forms: readonly [string, Read, (...rows: Cells[]) => string][] = [
  ['JSON with bindings', readJson, bindings],
  ['JSON, simplified', readJson, simple],
  ['JSON on many lines', readJson, (...rows) => JSON.stringify(rows, null, 2)],
  ['TSV, simplified', readTsv, tsv],
  ['TSV as it is', readTsv, typed],
]

describe.each(forms)('an export as %s', (_, read, write) => {
  it('gives towns and links, each once, whichever side tells', async () => {
    const back = {
      ...row,
      town: row.partner,
      townLabel: row.partnerLabel,
      country: 'PL',
      lat: row.partnerLat,
      lon: row.partnerLon,
      population: '18000',
      partner: row.town,
      partnerLabel: row.townLabel,
      partnerCountry: 'DE',
      partnerLat: row.lat,
      partnerLon: row.lon,
      since: '',
    }
    const { towns, links, leftOut } = await gather(read, write(row, back))
    expect(towns).toEqual([
      { name: 'Lüdenscheid', country: 'DE', lat: 51.22, lon: 7.63, population: 72_000, wikidata: 'Q3868' },
      { name: 'Myślenice', country: 'PL', lat: 49.83, lon: 19.94, population: 18_000, wikidata: 'Q938204' },
    ])
    expect(links).toEqual([{ a: 0, b: 1, since: 1996 }])
    expect(leftOut).toEqual({ name: 0, place: 0, itself: 0 })
  })

  it('is read the same however it is cut into pieces', async () => {
    const text = write(row, {
      ...row,
      partner: 'x',
      partnerLabel: 'Kraków "{[',
      partnerLat: '50',
      partnerLon: '19',
    })
    const whole = await gather(read, text)
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(text.length), { maxLength: 8 }), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length]
        const pieces = places.slice(1).map((to, at) => text.slice(places[at], to))
        const { towns, links } = await gather(read, ...pieces)
        expect([towns, links]).toEqual([whole.towns, whole.links])
      }),
      { numRuns: 60 },
    )
  })

  it('leaves out rows without a name, a place or another town, and says how many', async () => {
    const same = { partner: row.town, partnerLabel: row.townLabel, partnerLat: row.lat, partnerLon: row.lon }
    const { links, leftOut } = await gather(
      read,
      write(
        row,
        { ...row, townLabel: 'Q3868' },
        { ...row, lat: '' },
        { ...row, lat: '_:b1' },
        { ...row, ...same, partnerCountry: 'DE' },
      ),
    )
    expect(links).toHaveLength(1)
    expect(leftOut).toEqual({ name: 1, place: 2, itself: 1 })
  })

  it.each<[string, Cells]>([
    ['no globe', { lat: '91' }],
    ['no number', { lon: 'NaN' }],
    ['no people', { population: '-5' }],
    ['no date', { since: 'yesterday' }],
  ])('is refused with the line: %s', async (_name, wrong) => {
    const broken = gather(read, write(row, row, { ...row, ...wrong }))
    const line = read === readTsv ? 4 : write(row).includes('\n') ? 2 + 2 * (Object.keys(row).length + 2) : 1
    await expect(broken).rejects.toMatchObject({ name: 'Broken', line })
  })
})

describe('a table of 2017', () => {
  const line = 'Spittal an der Drau\tAustria\t46.79\t13.49\t15505\tPorcia\t45.96\t12.61\t\tItaly\t114\tEU'

  it('is read by its header', async () => {
    const { towns, links } = await gather(
      readTsv,
      old(line, 'Brno\tCzech Republic\t49.2\t16.6\t370000\tGraz\t47.06\t15.43\t\tAustrian Empire\t1\tEU'),
    )
    expect(towns.map(({ name, country, population }) => [name, country, population])).toEqual([
      ['Spittal an der Drau', 'AT', 15_505],
      ['Porcia', 'IT', 0],
      ['Brno', 'CZ', 370_000],
      ['Graz', '', 0],
    ])
    expect(links).toHaveLength(2)
  })

  it('takes one of the same name, country and place for the same town', async () => {
    const { towns } = await gather(
      readTsv,
      old(
        line,
        line.replace('46.79', '46.80').replace('Porcia', 'Ort'),
        line.replace('46.79', '48.0').replace('Porcia', 'Ort'),
      ),
    )
    expect(towns.map(({ name }) => name)).toEqual([
      'Spittal an der Drau',
      'Porcia',
      'Ort',
      'Spittal an der Drau',
    ])
  })

  it.each([
    ['Germany', 'DE'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['Bosnia and Herzegovina', 'BA'],
    ['Russia', 'RU'],
    ['Ukraine', 'UA'],
    ['DE', 'DE'],
    ['Transnistria', ''],
    ['', ''],
  ])('of %s is in %s', (name, code) => expect(countryOf(name)).toBe(code))
})

describe('refused with the line that broke it is', () => {
  /** The line and the reason of what was refused. */
  const brokenAt = async (read: Read, ...pieces: string[]): Promise<Broken> => {
    try {
      await gather(read, ...pieces)
    } catch (error) {
      if (error instanceof Broken) return error
      throw error
    }
    throw new Error('it was not refused')
  }

  it('a table with other columns, or with a line that has more or fewer', async () => {
    expect((await brokenAt(readTsv, 'a\tb\n1\t2\n')).line).toBe(2)
    expect((await brokenAt(readTsv, 'a\n')).line).toBe(1)
    expect((await brokenAt(readTsv, `${tsv(row, row)}x\ty`)).line).toBe(4)
    expect((await brokenAt(readJson, '[{"a":1}]')).line).toBe(1)
  })

  it('JSON that ends too early, isn’t JSON, or has no rows', async () => {
    const whole = `${JSON.stringify([row, row], null, 1)}\n`
    expect(await brokenAt(readJson, whole.slice(0, -3))).toBeInstanceOf(Broken)
    expect((await brokenAt(readJson, whole.slice(0, 60))).message).toContain('ends too early')
    expect((await brokenAt(readJson, `[\n${JSON.stringify(row)},\n{"town": oops}]`)).line).toBe(3)
    expect((await brokenAt(readJson, `[\n${JSON.stringify(row)},\n5]`)).line).toBe(3)
    expect((await brokenAt(readJson, '{"results":{}}')).message).toContain('no rows')
    expect((await brokenAt(readJson, '[1]')).message).toContain('something else')
    expect((await brokenAt(readJson, '{"head":]}')).message).toContain('bracket')
    expect((await brokenAt(readJson, `{"a":${'['.repeat(50)}`)).message).toContain('deeper')
  })

  it('a row or a line that is longer than any', async () => {
    expect((await brokenAt(readJson, `[\n{"town":"${'a'.repeat(70_000)}`, '"}]')).line).toBe(2)
    expect((await brokenAt(readJson, `[{"town":"${'a'.repeat(70_000)}"}]`)).message).toContain(
      'longer than any',
    )
    expect((await brokenAt(readTsv, `a\tb\n${'a'.repeat(70_000)}`)).line).toBe(2)
    expect((await brokenAt(readTsv, `a\tb\n${'a'.repeat(70_000)}\n`)).line).toBe(2)
  })

  it('what is no text', async () => {
    const texts = async () => {
      for await (const text of textOf(piecesOf(utf8('a\nb\n'), new Uint8Array([0x61, 0xff]))))
        expect(text).toBe('a\nb\n')
    }
    await expect(texts()).rejects.toMatchObject({ line: 3 })
    const half = async () => {
      for await (const text of textOf(piecesOf(new Uint8Array([0xc3])))) expect(text).toBe('')
    }
    await expect(half()).rejects.toBeInstanceOf(Broken)
  })

  it('anything else, and in no other way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.json(), fc.string(), fc.string({ unit: fc.constantFrom(...'[]{}":,\\ \t\na1') })),
        async (text) => {
          for (const read of [readJson, readTsv])
            await gather(read, text).catch((error: unknown) => expect(error).toBeInstanceOf(Broken))
        },
      ),
    )
  })
})

const data = '../shared/data/wikidata-p190'
const isThere = existsSync(data)
if (!isThere) console.warn(`no ${data}: the test of the whole export is left out`)

describe.skipIf(!isThere)('the export of 2017', () => {
  it('is read whole, and the app’s download stays far below a megabyte', async () => {
    const files = readdirSync(data)
      .filter((name) => name.endsWith('.tsv'))
      .map((name) => join(data, name))
    const rows = files.reduce(
      (sum, file) => sum + readFileSync(file, 'utf8').trim().split('\n').length - 1,
      0,
    )
    const { towns, links, leftOut } = await readExports(files)
    const base = packed({ asOf: '2017-01-01', towns, links })
    console.info(
      `${rows} rows: ${links.length} links of ${towns.length} towns, ${base.gzip.length} bytes by gzip, ${base.brotli.length} by brotli, left out`,
      leftOut,
    )
    expect(links.length).toBeGreaterThan(rows / 2)
    expect(base.gzip.length).toBeLessThan(400_000)
    expect(readBase(base.bytes).links).toEqual(links)
    expect(towns.filter(({ country }) => country === '').length).toBeLessThan(towns.length / 50)
  })
})
