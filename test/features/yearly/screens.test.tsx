// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { remove } from '../../../src/db/bin.ts'
import { rowOf } from '../../../src/db/find.ts'
import { change, save } from '../../../src/db/save.ts'
import { ReportsAbout } from '../../../src/features/yearly/about.tsx'
import { BeginYearly } from '../../../src/features/yearly/begin.tsx'
import { ReportList } from '../../../src/features/yearly/list.tsx'
import { Missing } from '../../../src/features/yearly/missing.tsx'
import { nextNumber, ReceiptForm } from '../../../src/features/yearly/receipt.tsx'
import { SectionForm } from '../../../src/features/yearly/section.tsx'
import { ReportSheet } from '../../../src/features/yearly/sheet.tsx'
import { receiptOf, receiptsOf } from '../../../src/records/report.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { workOut } from '../../db/calendar/whole.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

const write = async (kind: string, set: Fields): Promise<string> => {
  const record = newId()
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  await workOut(opened.notebook)
  return record
}

const party: Fields = {
  title: 'Empfang',
  date: '2026-06-05',
  time: '18:00',
  zone: 'Europe/Berlin',
  town: 'Whitby',
}

const yearly = (set: Fields = {}): Promise<string> =>
  write('report', {
    kindOf: 'yearly',
    from: '2026-01-01',
    to: '2026-12-31',
    language: 'de',
    state: 'draft',
    ...set,
  })

const fieldsOf = async (id: string): Promise<Fields> => (await rowOf(opened.notebook, id))?.fields ?? {}

const show = (part: JSX.Element): void =>
  void opened.show(
    <>
      {part}
      <UndoLine />
    </>,
  )

const sectionOf = async (heading: string): Promise<HTMLElement> =>
  (await screen.findByRole('heading', { name: heading })).closest('section') as HTMLElement

it('begins a report for this year at the end of it, as one record', async () => {
  opened.show(<BeginYearly />)
  fireEvent.click(await screen.findByRole('button', { name: 'Bericht machen' }))
  await waitFor(async () => expect(await opened.notebook.tables.records.count()).toBe(1))
  const [row] = await opened.notebook.tables.records.toArray()
  expect(row?.fields).toEqual({
    kindOf: 'yearly',
    from: '2026-01-01',
    to: '2026-12-31',
    language: 'de',
    state: 'draft',
  })
})

it('says that a period ends before it begins, and begins none', async () => {
  opened.show(<BeginYearly />)
  fireEvent.click(await screen.findByRole('radio', { name: /Von/ }))
  const last = screen.getByRole('group', { name: 'Letzter Tag' })
  fireEvent.input(within(last).getByRole('textbox', { name: 'Jahr' }), { target: { value: '2025' } })
  fireEvent.click(screen.getByRole('button', { name: 'Bericht machen' }))
  expect(await screen.findByText(/liegt vor dem ersten/)).toBeTruthy()
  expect(await opened.notebook.tables.records.count()).toBe(0)
})

it('keeps a section as somebody rewrites it, says when the records change, and makes it anew with a way back', async () => {
  await write('event', party)
  const id = await yearly()
  show(<SectionForm params={{ id, section: 'overview' }} />)
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Überblick' })
  expect(box.value).toContain('Veranstaltungen: 1')
  fireEvent.input(box, { target: { value: 'Ein gutes Jahr.' } })
  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
  await waitFor(async () => expect((await fieldsOf(id))['texts/overview']).toBe('Ein gutes Jahr.'))
  cleanup()
  show(<ReportSheet params={{ id }} />)
  let overview = await sectionOf('Überblick')
  await within(overview).findByText('Ein gutes Jahr.')
  expect(within(overview).getByText('Geändert.')).toBeTruthy()
  await write('event', { ...party, title: 'Fest' })
  overview = await sectionOf('Überblick')
  await within(overview).findByText(/inzwischen etwas anderes/)
  fireEvent.click(within(overview).getByRole('button', { name: 'Neu aus dem Notizbuch' }))
  await waitFor(async () => expect((await sectionOf('Überblick')).textContent).toMatch(/Veranstaltungen: 2/))
  fireEvent.click(await screen.findByRole('button', { name: 'Rückgängig' }))
  await waitFor(async () => expect((await sectionOf('Überblick')).textContent).toContain('Ein gutes Jahr.'))
})

it('writes nothing where a text is as it is made, and takes a rewritten one away where it is so again', async () => {
  await write('event', party)
  const id = await yearly()
  opened.show(<SectionForm params={{ id, section: 'overview' }} />)
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Überblick' })
  const made = box.value
  fireEvent.input(box, { target: { value: `${made}!` } })
  fireEvent.input(box, { target: { value: made } })
  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
  await waitFor(async () => expect(await opened.notebook.tables.drafts.count()).toBe(0))
  expect((await fieldsOf(id))['texts/overview'] ?? null).toBeNull()
})

it('keeps a report as it was handed over, in one change that can be taken back', async () => {
  const event = await write('event', party)
  const id = await yearly()
  show(<ReportSheet params={{ id }} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Bericht ist abgegeben' }))
  await screen.findByText(/Der Bericht bleibt so/)
  await change(opened.notebook, [event], { title: 'Ganz anders' })
  expect(await screen.findByText('Empfang')).toBeTruthy()
  expect(screen.queryByText('Text ändern')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }))
  expect(await screen.findByText('Ganz anders')).toBeTruthy()
  expect(Object.values(await fieldsOf(id)).filter((value) => typeof value === 'object' && value)).toEqual([])
})

it('leads to where each missing thing is filled in', async () => {
  const event = await write('event', party)
  const id = await yearly({ contact: 'Renate Vogel', 'texts/wishes': 'Ein Raum.' })
  opened.show(<Missing params={{ id }} />)
  expect(await screen.findByText(/Von 1 Terminen und Besuchen fehlt bei 1 die Zahl/)).toBeTruthy()
  expect(screen.getByRole('link', { name: /Empfang/ }).getAttribute('href')).toBe(
    `#/events/${event}/figures/once`,
  )
  expect(
    screen.getAllByRole('link', { name: 'Jetzt eintragen' }).map((link) => link.getAttribute('href')),
  ).toEqual(['#/privacy/change'])
})

it('is made in its own language, whatever the reader reads, and offers what can be done in theirs', async () => {
  await write('event', party)
  const id = await yearly({ language: 'hu' })
  opened.show(<ReportSheet params={{ id }} />)
  const overview = await sectionOf('Áttekintés')
  expect(overview.textContent).toMatch(/Rendezvények: 1/)
  expect(within(overview).getByText('Text ändern')).toBeTruthy()
})

it('offers readers the sheet, and nothing that writes', async () => {
  await write('event', party)
  const id = await yearly({ 'texts/overview': 'Ein gutes Jahr.', 'bases/overview': 'x' })
  opened.show(
    <MayWriteContext.Provider value={false}>
      <ReportSheet params={{ id }} />
    </MayWriteContext.Provider>,
  )
  await screen.findByText('Ein gutes Jahr.')
  expect(screen.getAllByRole('button').map((button) => button.textContent?.trim())).toEqual(['Drucken'])
  expect(screen.queryByText('Text ändern')).toBeNull()
})

it("stands in the list and on its project's page under a name that tells them apart", async () => {
  const project = await write('project', { title: 'Radtour' })
  const id = await yearly({ kindOf: 'funder', project, funder: 'Stiftung' })
  await yearly()
  opened.show(<ReportsAbout id={project} />)
  expect((await screen.findByRole('link', { name: /Sachbericht: Radtour/ })).getAttribute('href')).toBe(
    `#/yearly/${id}`,
  )
  cleanup()
  opened.show(<ReportList />)
  expect(await screen.findByRole('link', { name: /Bericht zum Jahrestreffen 2026/ })).toBeTruthy()
  expect(await screen.findByRole('link', { name: /Sachbericht: Radtour/ })).toBeTruthy()
})

it('adds a receipt with the next number, and takes one away with a way back', async () => {
  const first = { number: '7', day: '2026-05-05', what: 'Bus', cents: 100, currency: 'PLN' }
  const id = await yearly({ kindOf: 'funder', 'receipts/a': first })
  opened.show(<ReceiptForm params={{ id, receipt: 'new' }} />)
  fireEvent.input(await screen.findByRole('textbox', { name: 'Wofür?' }), { target: { value: 'Saal' } })
  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
  expect(await screen.findByText(/Schreiben Sie einen Betrag/)).toBeTruthy()
  fireEvent.input(screen.getByRole('textbox', { name: 'Betrag' }), { target: { value: '1.240,50' } })
  await new Promise((resolve) => setTimeout(resolve, 600))
  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
  await waitFor(async () => expect(receiptsOf(await fieldsOf(id))).toHaveLength(2))
  expect(receiptsOf(await fieldsOf(id))[1]?.value).toEqual({
    number: '8',
    day: '',
    what: 'Saal',
    cents: 124_050,
    currency: 'PLN',
  })
  cleanup()
  show(<ReceiptForm params={{ id, receipt: 'a' }} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Beleg löschen' }))
  await waitFor(async () => expect(receiptsOf(await fieldsOf(id))).toHaveLength(1))
  fireEvent.click(await screen.findByRole('button', { name: 'Rückgängig' }))
  await waitFor(async () => expect((await fieldsOf(id))['receipts/a']).toEqual(first))
})

it('counts on from the highest number, and from none where a number has letters', () => {
  const receipts = (...numbers: string[]) => numbers.map((number) => receiptOf({ number }))
  expect(nextNumber([])).toBe('1')
  expect(nextNumber(receipts('2', '10'))).toBe('11')
  expect(nextNumber(receipts('2', 'A-7'))).toBe('')
})

it('hides the name of somebody who was deleted, also in the headline of a funder’s report', async () => {
  const erika = await write('person', { givenName: 'Erika', familyName: 'Nowak', namedOn: '2026-01-01' })
  const project = await write('project', { title: 'Ausstellung von Erika Nowak', state: 'done' })
  const id = await yearly({ kindOf: 'funder', project })
  const { unmount } = opened.show(<ReportSheet params={{ id }} />)
  expect(await screen.findByRole('heading', { level: 1, name: /Ausstellung von Erika Nowak/ })).toBeTruthy()
  unmount()
  await remove(opened.notebook, [erika])
  opened.show(<ReportSheet params={{ id }} />)
  expect(await screen.findByRole('heading', { level: 1, name: /Ausstellung von \[Name\]/ })).toBeTruthy()
  expect(document.body.textContent).not.toContain('Nowak')
})
