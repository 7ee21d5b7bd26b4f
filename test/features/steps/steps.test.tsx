// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepSettings } from '../../../src/db/device.ts'
import { listOf, rowOf } from '../../../src/db/find.ts'
import { change, save } from '../../../src/db/save.ts'
import type { Row } from '../../../src/db/show.ts'
import { StepsAbout } from '../../../src/features/steps/about.tsx'
import { StepForm } from '../../../src/features/steps/form.tsx'
import { StepList } from '../../../src/features/steps/list.tsx'
import { StepsOnPaper } from '../../../src/features/steps/print.tsx'
import { textOf } from '../../../src/records/fields.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
  opened.clock.now = Date.UTC(2026, 10, 25, 12)
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
})

afterEach(() => {
  cleanup()
  opened.close()
})

async function add(kind: string, set: Fields): Promise<string> {
  const record = newId()
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  return record
}

const visible = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00A0', ' ')

/** What each line says: the step, then whose and until when. */
const lines = (): string[] =>
  [...document.querySelectorAll('.step')].map((line) =>
    [...line.querySelectorAll('.what, .due')].map((part) => visible(part.textContent)).join(' | '),
  )

/** As two taps by a steady hand are apart. */
const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 520))

async function tap(name: RegExp): Promise<void> {
  await pause()
  fireEvent.click(await screen.findByRole('checkbox', { name }))
}

const onlyStep = async (): Promise<Row> => {
  const [row] = await listOf(opened.notebook, 'step')
  if (!row) throw new Error('no step was kept')
  return row
}

describe('the steps of a project', () => {
  it('say whose they are and until when, kindly what is late, and below what is done', async () => {
    const project = await add('project', { title: '25 Jahre mit Sopron' })
    const helga = await add('person', { givenName: 'Helga', familyName: 'Brandt' })
    const renate = await add('person', { givenName: 'Renate', familyName: 'Vogel' })
    await add('step', { text: 'Festsaal anfragen', about: project, who: helga, doneOn: '2026-11-09' })
    await add('step', { text: 'Anna anrufen', about: project, until: '2026-11-20' })
    await add('step', { text: 'Bus bestellen', about: project, who: renate, until: '2026-11-27' })
    await add('step', { text: 'Danken', about: project, who: helga })
    const visit = await add('visit', { title: 'Probe im Rathaus', project })
    await add('step', { text: 'Klavier stimmen', about: visit, project, until: '2027-01-15' })
    await add('step', { text: 'Etwas anderes' })

    opened.show(<StepsAbout id={project} />)
    await screen.findByText('Bus bestellen')
    expect(lines()).toEqual([
      'Anna anrufen | war für Freitag, 20. November, gedacht',
      'Bus bestellen | Sie, bis Freitag, 27. November',
      'Klavier stimmen | bis Freitag, 15. Januar | Probe im Rathaus',
      'Danken | Helga Brandt',
      'Festsaal anfragen | Helga Brandt, fertig seit 9. November',
    ])
    const addLink = screen.getByRole('link', { name: 'Nächsten Schritt hinzufügen' })
    expect(addLink.getAttribute('href')).toBe(`#/steps/new/${project}`)
    expect(screen.getByRole('link', { name: 'Ändern Danken' })).toBeTruthy()
  })

  it('are ticked by one tap and keep their place, and the next tap takes it back', async () => {
    const project = await add('project', { title: 'Chor' })
    const bus = await add('step', { text: 'Bus bestellen', about: project, until: '2026-11-27' })
    await add('step', { text: 'Saal mieten', about: project })
    opened.show(<StepsAbout id={project} />)

    await tap(/Bus bestellen/)
    await waitFor(() => expect(lines()[0]).toBe('Bus bestellen | fertig seit 25. November'))
    expect(textOf((await rowOf(opened.notebook, bus))?.fields ?? {}, 'doneOn')).toBe('2026-11-25')
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Bus/ }).checked).toBe(true)

    await tap(/Bus bestellen/)
    await waitFor(() => expect(lines()[0]).toBe('Bus bestellen | bis Freitag, 27. November'))
    expect(textOf((await rowOf(opened.notebook, bus))?.fields ?? {}, 'doneOn')).toBe('')
  })

  it('take the second tap of a trembling hand for none', async () => {
    const project = await add('project', { title: 'Chor' })
    const bus = await add('step', { text: 'Bus bestellen', about: project })
    opened.show(<StepsAbout id={project} />)
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /Bus/ })
    await pause()
    fireEvent.click(box)
    fireEvent.click(box)
    await screen.findByText(/fertig seit/)
    await pause()
    expect(textOf((await rowOf(opened.notebook, bus))?.fields ?? {}, 'doneOn')).toBe('2026-11-25')
    expect(box.checked).toBe(true)
  })

  it('stand on the page of the person who does them, with what they belong to; else nothing stands there', async () => {
    const project = await add('project', { title: 'Chor' })
    const helga = await add('person', { givenName: 'Helga' })
    const bela = await add('person', { givenName: 'Béla' })
    await add('step', { text: 'Noten kopieren', about: project, who: helga })
    opened.show(<StepsAbout id={helga} />)
    await screen.findByText('Noten kopieren')
    expect(lines()).toEqual(['Noten kopieren | Chor'])
    expect(screen.queryByRole('link', { name: 'Nächsten Schritt hinzufügen' })).toBeNull()
    cleanup()

    const { container } = opened.show(<StepsAbout id={bela} />)
    await pause()
    expect(container.innerHTML).toBe('')
  })
})

describe('the form of a step', () => {
  it('asks for the text, and keeps the project of what the step is about', async () => {
    await add('person', { givenName: 'Renate', familyName: 'Vogel' })
    const project = await add('project', { title: 'Chor' })
    const visit = await add('visit', { title: 'Probe', project })
    opened.show(<StepForm params={{ about: visit }} />)
    const done = await screen.findByRole('button', { name: 'Fertig' })
    fireEvent.click(done)
    await screen.findByText('Schreiben Sie auf, was zu tun ist.')

    fireEvent.input(screen.getByRole('textbox', { name: 'Was ist zu tun?' }), {
      target: { value: 'Noten kopieren' },
    })
    fireEvent.click(screen.getByRole('radio', { name: /In einer Woche/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Das mache ich' }))
    await screen.findByText('Renate Vogel')
    expect(screen.queryByRole('button', { name: 'Das mache ich' })).toBeNull()
    expect(screen.getByText('Probe')).toBeTruthy()
    await pause()
    fireEvent.click(done)
    await waitFor(async () => {
      const { fields, about } = await onlyStep()
      expect(textOf(fields, 'text')).toBe('Noten kopieren')
      expect(textOf(fields, 'until')).toBe('2026-12-02')
      expect([textOf(fields, 'about'), textOf(fields, 'project')]).toEqual([visit, project])
      expect(about).toHaveLength(3)
    })
  })

  it('of a step about a project names no second project, and of a note the project of the note', async () => {
    const project = await add('project', { title: 'Chor' })
    const note = await add('note', { text: 'Idee', about: project })
    for (const [about, behind] of [
      [project, ''],
      [note, project],
    ] as const) {
      opened.show(<StepForm params={{ about }} />)
      fireEvent.input(await screen.findByRole('textbox', { name: 'Was ist zu tun?' }), {
        target: { value: about },
      })
      fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
      await waitFor(async () => {
        const row = (await listOf(opened.notebook, 'step')).find((one) => one.label === about)
        expect(row && textOf(row.fields, 'project')).toBe(behind)
      })
      cleanup()
    }
  })

  it('shows a day that somebody chose, and lets go of it', async () => {
    const step = await add('step', { text: 'Danken', until: '2027-03-01' })
    opened.show(<StepForm params={{ id: step }} />)
    const other = await screen.findByRole<HTMLInputElement>('radio', { name: 'Anderes Datum' })
    expect(other.checked).toBe(true)
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Tag' }).value).toBe('1')
    fireEvent.click(screen.getByRole('radio', { name: 'Ohne Datum' }))
    fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
    await waitFor(async () => expect(textOf((await onlyStep()).fields, 'until')).toBe(''))
  })

  it('deletes, and one tap brings the step back', async () => {
    const step = await add('step', { text: 'Danken' })
    opened.show(
      <>
        <StepForm params={{ id: step }} />
        <UndoLine />
      </>,
    )
    fireEvent.click(await screen.findByRole('button', { name: 'Löschen' }))
    const undo = await screen.findByRole('button', { name: 'Rückgängig' })
    expect((await rowOf(opened.notebook, step))?.list).toBe('bin')
    fireEvent.click(undo)
    await waitFor(async () => expect((await rowOf(opened.notebook, step))?.list).toBe('step'))
  })
})

describe('the list of all steps', () => {
  it("has one's own first, then the others', then those of the last 30 days; and finds them by name", async () => {
    const renate = await add('person', { givenName: 'Renate', familyName: 'Vogel' })
    const helga = await add('person', { givenName: 'Helga', familyName: 'Brandt' })
    const project = await add('project', { title: 'Weihnachtsmarkt' })
    await add('step', { text: 'Bus', who: helga, until: '2026-11-01' })
    await add('step', { text: 'Rede', who: renate, until: '2026-12-24' })
    await add('step', { text: 'Gruß', who: renate, until: '2026-12-01' })
    await add('step', { text: 'Tee', about: project })
    await add('step', { text: 'Saal', doneOn: '2026-11-09' })
    await add('step', { text: 'Uralt', doneOn: '2026-10-01' })
    opened.show(<StepList />)
    await screen.findByText('Bus')
    expect([...document.querySelectorAll('h2, .what')].map((one) => one.textContent)).toEqual(
      ['Ihre nächsten Schritte', 'Gruß', 'Rede', 'Weitere nächste Schritte', 'Bus', 'Tee'].concat([
        'In den letzten 30 Tagen erledigt',
        'Saal',
      ]),
    )
    const search = screen.getByRole('searchbox', { name: 'Schritt suchen' })
    for (const [query, found] of [
      ['helga', ['Bus']],
      ['weihn', ['Tee']],
      ['saal', ['Saal']],
      ['nichts', []],
    ] as const) {
      fireEvent.input(search, { target: { value: query } })
      await waitFor(() =>
        expect([...document.querySelectorAll('.what')].map((one) => one.textContent)).toEqual(found),
      )
    }
    expect(screen.getByText('Dazu gibt es keinen Schritt.')).toBeTruthy()
  })

  it('on paper stands under projects, calls nobody "you" and has no done ones', async () => {
    const renate = await add('person', { givenName: 'Renate', familyName: 'Vogel' })
    const project = await add('project', { title: 'Chor' })
    const visit = await add('visit', { title: 'Probe', project })
    await add('step', { text: 'Danken', until: '2026-11-26' })
    await add('step', { text: 'Noten', about: visit, project, who: renate, until: '2026-11-27' })
    await add('step', { text: 'Saal', about: project })
    const done = await add('step', { text: 'Fertiges', about: project })
    await change(opened.notebook, [done], { doneOn: '2026-11-24' })
    opened.show(<StepsOnPaper />)
    await screen.findByText('Noten')
    expect([...document.querySelectorAll('h2, li')].map((one) => visible(one.textContent))).toEqual([
      'Chor',
      'NotenRenate Vogel, bis Freitag, 27. NovemberProbe',
      'Saal',
      'Ohne Projekt',
      'Dankenbis Donnerstag, 26. November',
    ])
  })
})
