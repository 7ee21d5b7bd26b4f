// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { listBin, restore } from '../../../src/db/bin.ts'
import { keepSettings } from '../../../src/db/device.ts'
import { listAbout, rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { Versions } from '../../../src/features/versions/versions.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { from, hear } from '../../db/notebook.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
let seq = 0

beforeEach(async () => {
  opened = await openForTest()
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
  await opened.notebook.tables.meta.put({ key: 'names', value: JSON.stringify({ helgas: 'Helga Brandt' }) })
})

afterEach(() => {
  cleanup()
  opened.close()
})

/** A record that both wrote without having seen the other's words: Renate here, a minute later Helga. */
async function writeTwice(kind: string, mine: Fields, theirs: Fields, record = newId()): Promise<string> {
  const { notebook, clock } = opened
  await save(notebook, [{ record, kind, set: mine, over: {} }])
  clock.now += 60_000
  seq += 1
  await hear(notebook, from('helgas', seq, { record, kind, set: theirs, time: clock.now }))
  return record
}

const plain = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00A0', ' ')

/** The cards of the two versions as one reads them. */
const cards = async (): Promise<string[]> =>
  (await screen.findAllByRole('article')).map((card) =>
    plain([...card.querySelectorAll('.line, .written')].map((line) => line.textContent).join(' | ')),
  )

describe('two versions', () => {
  it('stand side by side with who and when, and what differs is marked', async () => {
    const id = await writeTwice(
      'note',
      { text: 'Um 14:00 mit dem Bus', date: '2026-11-22' },
      { text: 'Um 15:30 mit dem Zug' },
    )
    expect((await rowOf(opened.notebook, id))?.twice).toEqual(['text'])
    opened.show(<Versions id={id} />, features)
    expect(await cards()).toEqual([
      expect.stringMatching(
        /^Fassung von Helga Brandt \| Sonntag, 22\. November 2026, .+ \| Um 15:30 mit dem Zug$/,
      ),
      expect.stringMatching(/^Ihre Fassung \| Renate Vogel, Sonntag, .+ \| Um 14:00 mit dem Bus$/),
    ])
    expect(screen.getByRole('heading', { name: 'Text der Notiz' })).toBeTruthy()
    const marks = [...document.querySelectorAll('mark')].map((mark) => mark.textContent?.trim())
    expect(marks).toEqual(['15:30', 'Zug', '14:00', 'Bus'])
  })

  it('are settled by one of them, and the other one lies in the bin as a note that comes back', async () => {
    const { notebook } = opened
    const id = await writeTwice('note', { text: 'Mit dem Bus', date: '2026-11-22' }, { text: 'Mit dem Zug' })
    opened.show(<Versions id={id} />, features)
    const mine = await screen.findByRole('article', { name: 'Ihre Fassung' })
    fireEvent.click(within(mine).getByRole('button', { name: 'Diese nehmen' }))
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    const row = await rowOf(notebook, id)
    expect(row?.twice).toEqual([])
    expect(row?.fields['text']).toBe('Mit dem Bus')
    const [left, ...more] = await listBin(notebook)
    expect(more).toEqual([])
    expect(left?.fields).toMatchObject({
      text: 'Mit dem Zug',
      author: 'Helga Brandt',
      about: id,
      date: '2026-11-22',
    })
    await restore(notebook, [left?.id ?? ''])
    expect((await listAbout(notebook, id)).map((one) => one.label)).toEqual(['Mit dem Zug'])
  })

  it('of a long text can both stay, the older one first', async () => {
    const id = await writeTwice(
      'person',
      { givenName: 'Anna', remarks: 'Isst kein Fleisch.' },
      { remarks: 'Singt Alt.' },
    )
    opened.show(<Versions id={id} />, features)
    fireEvent.click(await screen.findByRole('button', { name: 'Beide behalten, eine nach der anderen' }))
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect((await rowOf(opened.notebook, id))?.fields['remarks']).toBe('Isst kein Fleisch.\n\nSingt Alt.')
    expect(await listBin(opened.notebook)).toEqual([])
  })

  it('of a short text or a choice cannot', async () => {
    const id = await writeTwice('person', { givenName: 'Anna', town: 'Győr' }, { town: 'Pécs' })
    opened.show(<Versions id={id} />, features)
    await screen.findAllByRole('article')
    expect(screen.queryByRole('button', { name: /Beide/ })).toBeNull()
    fireEvent.click(screen.getAllByRole('button', { name: 'Diese nehmen' })[0] as HTMLElement)
    await waitFor(async () => expect((await listBin(opened.notebook))[0]?.label).toBe('Ort: Győr'))
  })

  it.each<[what: string, kind: string, mine: Fields, theirs: Fields, title: string, said: string[]]>([
    [
      'money',
      'project',
      { currency: 'EUR', planned: 120050 },
      { planned: 99 },
      'Kosten, geplant',
      ['0,99 €', '1.200,50 €'],
    ],
    [
      'a state',
      'project',
      { state: 'idea' },
      { state: 'agreed' },
      'Wie steht es um das Projekt?',
      ['vereinbart', 'Idee'],
    ],
    [
      'a day',
      'event',
      { date: '2026-12-05' },
      { date: '2026-12-06' },
      'An welchem Tag?',
      ['6. Dezember 2026', '5. Dezember 2026'],
    ],
    [
      'no time',
      'event',
      { date: '2026-12-05', time: '' },
      { time: '18:00' },
      'Beginn',
      ['18:00 Uhr', 'Ganztägig'],
    ],
    [
      'a rule',
      'event',
      { date: '2026-12-05', rule: '' },
      { rule: 'FREQ=WEEKLY' },
      'Kommt der Termin wieder?',
      ['Jede Woche am Samstag', 'Nur einmal'],
    ],
    [
      'a tick',
      'visit',
      { date: '2026-12-05', 'people/anna': true },
      { 'people/anna': false },
      'Personen: Anna Nowak',
      ['Nein', 'Ja'],
    ],
    [
      'an answer',
      'event',
      { 'answers/once/anna': 'yes' },
      { 'answers/once/anna': 'no' },
      'Wer kommt?: Anna Nowak',
      ['Nein', 'Ja'],
    ],
    [
      'a phone number',
      'person',
      { 'phones/1': { number: '030 1', label: 'mobile' } },
      { 'phones/1': null },
      'Telefonnummer',
      ['Nichts eingetragen', 'Handy: 030 1'],
    ],
    [
      'a person',
      'step',
      { text: 'Anrufen', who: 'anna' },
      { who: '' },
      'Wer macht das?',
      ['Nichts eingetragen', 'Anna Nowak'],
    ],
    [
      'figures',
      'visit',
      { 'figures/once/country/PL': 4 },
      { 'figures/once/country/PL': 5 },
      'Zahlen (freiwillig): Polen',
      ['5', '4'],
    ],
    [
      'a rough date',
      'document',
      { date: '198' },
      { date: '1987-05' },
      'Von wann ist es?',
      ['Mai 1987', '1980er Jahre'],
    ],
    [
      'a newer version’s field',
      'note',
      { text: 'x', mood: 'gut' },
      { mood: ['sehr', 'gut'] },
      'Andere Angabe',
      ['sehr, gut', 'gut'],
    ],
  ])('of %s are said in words', async (_what, kind, mine, theirs, title, said) => {
    const { notebook } = opened
    const anna = { givenName: 'Anna', familyName: 'Nowak' }
    await save(notebook, [{ record: 'anna', kind: 'person', set: anna, over: {} }])
    const id = await writeTwice(kind, mine, theirs)
    opened.show(<Versions id={id} />, features)
    expect(await screen.findByRole('heading', { level: 3, name: title })).toBeTruthy()
    const values = [...document.querySelectorAll('.compare .written')].map((value) =>
      plain(value.textContent),
    )
    expect(values).toEqual(said)
  })

  it('of what a person offers guests stand on the person’s page', async () => {
    const { notebook } = opened
    await save(notebook, [{ record: 'anna', kind: 'person', set: { givenName: 'Anna' }, over: {} }])
    await writeTwice('hosting', { person: 'anna', smoking: 'no' }, { smoking: 'outside' })
    opened.show(<Versions id="anna" />, features)
    expect(await cards()).toEqual([
      expect.stringContaining('Geraucht wird draußen'),
      expect.stringContaining('nicht geraucht'),
    ])
  })

  it('are shown to those who may only read, without a choice', async () => {
    const id = await writeTwice('note', { text: 'Bus' }, { text: 'Zug' })
    opened.show(
      <MayWriteContext.Provider value={false}>
        <Versions id={id} />
      </MayWriteContext.Provider>,
      features,
    )
    expect(await cards()).toHaveLength(2)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('are Renate’s own at her other tablet, and somebody’s where nobody has told whose it is', async () => {
    const { notebook } = opened
    await notebook.tables.meta.put({ key: 'names', value: JSON.stringify({ phone: 'renate vogel' }) })
    const id = await writeTwice('note', { text: 'Bus' }, { text: 'Zug' })
    await hear(notebook, from('phone', 1, { record: id, set: { text: 'Auto' }, time: opened.clock.now + 1 }))
    opened.show(<Versions id={id} />, features)
    const titles = (await cards()).map((card) => card.split(' | ')[0])
    expect(titles).toEqual(['Ihre Fassung', 'Fassung von jemand anderem', 'Ihre Fassung'])
  })
})

it('a list marks what was written twice', async () => {
  const { NoteRows } = await import('../../../src/features/notes/rows.tsx')
  const id = await writeTwice('note', { text: 'Bus', date: '2026-11-22' }, { text: 'Zug' })
  const row = await rowOf(opened.notebook, id)
  opened.show(<NoteRows notes={row ? [row, { ...row, id: 'other', twice: [] }] : []} />)
  expect(screen.getAllByText('Zwei Fassungen')).toHaveLength(1)
})
