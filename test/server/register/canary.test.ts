import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Statement } from '../../../src/shared/register/statement.ts'
import { contentOf, contents } from '../../shared/register/entries.ts'
import { foundAt, type TestDevice } from '../exchange/circle.ts'
import { ServerProcess } from '../process.ts'
import { publish } from './publisher.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const canary = 'Kanarienvogel'
const root = process.cwd()

let folder: string
let server: ServerProcess
let founder: TestDevice
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  mkdirSync(join(folder, 'dist'))
  server = await ServerProcess.begin({}, folder)
  founder = (await foundAt({ url: server.url, fetch })).founder
})
afterEach(() => server.end('SIGKILL'))

/** The files of the server in which the text stands, in any letters. */
function filesWith(text: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  expect(files.length).toBeGreaterThan(0)
  return files
    .filter(({ parentPath, name }) =>
      readFileSync(join(parentPath, name)).toString('latin1').toLowerCase().includes(text.toLowerCase()),
    )
    .map(({ name }) => name)
}

/** Runs a command of the operator beside the running server, as npm does. */
function command(name: string, ...words: string[]): string {
  const file = join(root, `src/server/register/commands/${name}.ts`)
  return execFileSync(process.execPath, [file, ...words], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
}
const get = async (path: string): Promise<string> => (await fetch(server.url + path)).text()

describe('what was withdrawn', () => {
  it('is in no file of the server any more, nor on a page', async () => {
    const content = contentOf('partnership', {
      title: `${canary} Titel`,
      association: `Verein ${canary}`,
      text: { de: canary, en: canary, hu: canary, pl: canary },
      towns: [
        { name: `${canary}dorf`, country: 'DE', lat: null, lon: null, place: canary, population: null },
        { name: 'Reims', country: 'FR', lat: null, lon: null, place: '', population: null },
      ],
      contact: { mail: `${canary}@example.org`, web: `https://${canary}.example.org`, phone: '' },
    })
    const { statement } = await publish(founder, { type: 'partnership', content })
    for (let one = 0; one < 10; one += 1) await publish(founder)
    expect(filesWith(canary)).not.toEqual([])
    expect(await get('/register/de')).toContain(canary)
    await publish(founder, { ...statement, content: null, revision: 2 })
    expect(filesWith(canary)).toEqual([])
    for (const path of [
      '/register/de',
      '/register/de/towns',
      '/register/feed',
      '/register/register.json',
      '/register/de/news.atom',
    ])
      expect(await get(path), path).not.toContain(canary)
    expect(await get('/register/feed')).toContain(statement.entry)
  })

  it('is gone too if it was only written anew', async () => {
    const { statement } = await publish(founder, { content: { ...contents.idea, title: canary } })
    await publish(founder, { ...statement, content: contents.idea, revision: 2 } as Statement)
    expect(filesWith(canary)).toEqual([])
  })
})

describe('the operator', () => {
  it('hides an entry beside the running server, reads reports, and shows it again', async () => {
    const { statement } = await publish(founder, { content: { ...contents.idea, title: canary } })
    const { entry } = statement
    const report = new URLSearchParams({ text: 'Das ist\u001B[2J Werbung.', mail: 'a@example.org' })
    const headers = { Origin: server.url, 'Sec-Fetch-Site': 'same-origin' }
    const sent = await fetch(`${server.url}/register/de/entry/${entry}/report`, {
      method: 'POST',
      body: report,
      headers,
      redirect: 'manual',
    })
    // A control character is no report; the same without it is.
    expect(sent.status).toBe(400)
    report.set('text', 'Das ist\nWerbung.')
    const again = { method: 'POST', body: report, headers, redirect: 'manual' } as const
    expect((await fetch(`${server.url}/register/de/entry/${entry}/report`, again)).status).toBe(303)
    expect(command('reports')).toContain(`${entry}  a@example.org\n    Das ist Werbung.`)
    expect(command('reports', '--done', '1')).toContain('done')
    expect(command('reports')).toBe('no reports\n')
    expect(() => command('hide', entry)).toThrow('why?')
    expect(() => command('hide', '00'.repeat(16), '--reason', 'not here')).toThrow('no entry')
    expect(command('hide', entry, '--reason', 'Das ist Werbung')).toContain('hidden')
    expect(await get('/register/de')).not.toContain(canary)
    expect(await get('/register/feed')).toContain('Das ist Werbung')
    expect((await fetch(`${server.url}/register/de/entry/${entry}`)).status).toBe(404)
    expect(command('hide', '--show', entry)).toContain('shown again')
    expect(await get('/register/de')).toContain(canary)
  })

  it('publishes, revises and withdraws as the office; a wrong file changes nothing', async () => {
    const file = join(folder, 'entries.json')
    const write = (value: unknown) => writeFileSync(file, JSON.stringify(value))
    const event = { type: 'event', content: contentOf('event', { title: 'Tag der Partnerschaften' }) }
    write([event, { type: 'idea', content: { ...contents.idea, title: '' } }])
    expect(() => command('publish', file)).toThrow('entry 2: content.title is missing')
    expect(await get('/register/feed')).toContain('"n":0')
    write(event)
    const [, entry = ''] = /published ([0-9a-f]{32})/.exec(command('publish', file)) ?? []
    const page = await get(`/register/de/entry/${entry}`)
    expect(page).toContain('Veröffentlicht von der Geschäftsstelle')
    write({ ...event, entry, content: { ...event.content, title: 'Ein Fest' } })
    command('publish', file)
    expect(await get(`/register/de/entry/${entry}`)).toContain('Ein Fest')
    write({ ...event, entry, content: null })
    expect(command('publish', file)).toContain(`withdrawn ${entry}`)
    expect(filesWith('Ein Fest')).toEqual([])
  })

  it('loads a base; a broken one is refused with the line, and the old one stays', async () => {
    const header =
      'townLabel\tcountry\tlat\tlon\tpopulation\tpartnerLabel\tpartnerCountry\tpartnerLat\tpartnerLon\tpartnerPopulation\tsince'
    const file = join(folder, 'export.tsv')
    writeFileSync(file, `${header}\nAachen\tDE\t50.77\t6.08\t250000\tReims\tFR\t49.26\t4.03\t180000\t1967\n`)
    expect(command('import', file, '--as-of', '2026-11-01')).toContain('1 links of 2 towns, as of 2026-11-01')
    const before = await get('/register/feed')
    expect(before).toContain('"asOf":"2026-11-01"')
    writeFileSync(
      file,
      `${header}\nBonn\tDE\t50.77\t6.08\t250000\tOxford\tGB\t51.7\t-1.2\t180000\t1967\nBonn\tDE\n`,
    )
    expect(() => command('import', file)).toThrow(
      `export.tsv, line 3: 2 columns where the first line names 11`,
    )
    expect(() => command('import', file, '--as-of', '2026-02-30')).toThrow('--as-of')
    expect(() => command('import', join(folder, 'nowhere.tsv'))).toThrow('ENOENT')
    expect(await get('/register/feed')).toBe(before)
    expect(await get('/register/de/towns')).toContain('Aachen')
  })
})
