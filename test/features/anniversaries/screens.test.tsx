// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listOf, rowOf } from '../../../src/db/find.ts'
import { change, save } from '../../../src/db/save.ts'
import { AnniversariesAbout } from '../../../src/features/anniversaries/about.tsx'
import { CelebrationForm } from '../../../src/features/anniversaries/form.tsx'
import { AnniversaryList } from '../../../src/features/anniversaries/list.tsx'
import { AnniversaryPage } from '../../../src/features/anniversaries/page.tsx'
import { PrintAnniversaries } from '../../../src/features/anniversaries/print.tsx'
import { EventList } from '../../../src/features/events/list.tsx'
import { CelebrationPlan } from '../../../src/features/formats/celebration.tsx'
import { TodayCard } from '../../../src/features/steps/today/card.tsx'
import { TodayPage } from '../../../src/features/steps/today/page.tsx'
import { textOf } from '../../../src/records/fields.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { workOut } from '../../db/calendar/whole.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
  opened.clock.now = Date.UTC(2026, 10, 25, 12)
})

afterEach(() => {
  cleanup()
  opened.close()
})

const day = (date: string, counts = 'both', type = 'signedHere'): Fields => ({
  date,
  counts,
  type,
  source: '',
})

const towns: readonly (readonly [string, Fields])[] = [
  ['home', { name: 'Altenbrück', isOurs: true }],
  ['whitby', { name: 'Whitby' }],
  ['krakow', { name: 'Kraków', 'names/de': 'Krakau' }],
  ['leeds', { name: 'Leeds' }],
  ['dortmund', { name: 'Dortmund' }],
]

async function add(partnerships: { readonly [id: string]: Fields }): Promise<void> {
  await save(opened.notebook, [
    ...towns.map(([record, set]) => ({ record, kind: 'town', set, over: {} })),
    ...Object.entries(partnerships).map(([record, set]) => ({ record, kind: 'partnership', set, over: {} })),
  ])
  await workOut(opened.notebook)
}

const link = (there: string, set: Fields, here = 'home'): Fields => ({
  name: `${here} – ${there}`,
  here,
  there,
  ...set,
})

const visible = (text: string | null): string => (text ?? '').replaceAll('\u00A0', ' ')
const all = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((one) => visible(one.textContent))

describe('on Start', () => {
  it('an anniversary stands from sixty days ahead, by the town that it is with', async () => {
    await add({
      a: link('whitby', { 'dates/1': day('1987-01-24') }),
      b: link('krakow', { 'dates/1': day('1987-01-25'), 'plannedOn/1:40': '2027-05-08' }),
    })
    opened.show(<TodayCard />)
    await screen.findByText('40 Jahre mit Whitby')
    expect(all('.feast-when')).toEqual(['Sonntag, 24. Januar'])
    expect(screen.getByRole('link', { name: 'Mehr dazu' })).toBeTruthy()
  })

  it('one that nobody has planned stands there 24 months ahead, behind all else, until somebody plans it', async () => {
    await add({
      a: link('whitby', { 'dates/1': day('1988-11-20') }),
      b: link('krakow', { 'dates/1': day('1988-12-20') }),
      c: link('leeds', { 'dates/1': day('1988-05-20'), 'celebration/1:40': 'p' }),
    })
    const step = { text: 'Anrufen', until: '2026-12-01' }
    await save(opened.notebook, [{ record: 's', kind: 'step', set: step, over: {} }])
    const { unmount } = opened.show(<TodayCard />)
    await screen.findByText('Anrufen')
    expect(screen.getByText('Noch 1 weiteres')).toBeTruthy()
    unmount()
    opened.show(<TodayPage />)
    await screen.findByText('40 Jahre mit Whitby')
    expect(all('.feast-when')).toEqual(['Montag, 20. November 2028'])
    // A celebration long before the day itself is told of when it comes near.
    await change(opened.notebook, ['a'], { 'plannedOn/1:40': '2028-05-20' })
    await waitFor(() => expect(all('.feast-when')).toEqual([]))
    await change(opened.notebook, ['a'], { 'plannedOn/1:40': '2026-12-20' })
    await waitFor(() => expect(all('.feast-when')).toEqual(['Feier: Sonntag, 20. Dezember']))
  })

  it('what is due in the coming week is more urgent', async () => {
    await add({ a: link('whitby', { 'dates/1': day('1987-01-20') }) })
    await save(opened.notebook, [
      { record: 's', kind: 'step', set: { text: 'Anrufen', until: '2026-12-01' }, over: {} },
    ])
    opened.show(<TodayCard />)
    await screen.findByText('Anrufen')
    expect(screen.getByText('Noch 1 weiteres')).toBeTruthy()
    cleanup()
    opened.show(<TodayPage />)
    await screen.findByText('40 Jahre mit Whitby')
    expect(all('h2')).toEqual(['Was ansteht', 'Jahrestage'])
  })

  it('one that was celebrated is thought of no more; one that is put off is, on its new day', async () => {
    await add({
      a: link('whitby', { 'dates/1': day('1987-01-20'), 'celebratedOn/1:40': '2026-11-01' }),
      b: link('krakow', { 'dates/1': day('1996-03-01'), 'plannedOn/1:30': '2026-12-05' }),
    })
    opened.show(<TodayPage />)
    await screen.findByText('30 Jahre mit Krakau')
    expect(all('.feast-when')).toEqual(['Feier: Samstag, 5. Dezember'])
  })

  it('one of a month or a year stands there without a day, until it is planned; those of other towns never', async () => {
    await add({
      a: link('whitby', { 'dates/1': day('1996-12') }),
      b: link('krakow', { 'dates/1': day('1976') }),
      c: link('leeds', { 'dates/1': day('1976-12-01') }, 'dortmund'),
    })
    opened.show(<TodayPage />)
    await screen.findByText('30 Jahre mit Whitby')
    expect(all('.feast-when')).toEqual(['im Jahr 2026', 'im Dezember 2026'])
    await change(opened.notebook, ['b'], { 'plannedOn/1:50': '2027-05-01' })
    await waitFor(() => expect(all('.feast-when')).toEqual(['im Dezember 2026']))
  })
})

describe('among the events', () => {
  it('stands each in its month, rough ones at the beginning, with one tap to plan; nothing of other towns', async () => {
    await add({
      a: link('whitby', { 'dates/1': day('1987-05-03'), 'dates/2': day('1977'), 'dates/3': day('1997-05') }),
      b: link('krakow', { 'dates/1': day('1976') }),
      c: link('leeds', { 'dates/1': day('1987-05-03') }, 'dortmund'),
    })
    opened.show(<EventList current={undefined} day="" />)
    await screen.findByText('40 Jahre mit Whitby')
    expect(all('h2, .row .line > .line')).toEqual([
      'November 2026',
      '50 Jahre mit Krakau',
      'im Jahr 2026',
      'Januar 2027',
      '50 Jahre mit Whitby',
      'im Jahr 2027',
      'Mai 2027',
      '30 Jahre mit Whitby',
      'im Mai 2027',
      '40 Jahre mit Whitby',
      'Montag, 3. Mai 2027',
    ])
    const plans = screen.getAllByRole('link', { name: 'Feier planen' })
    expect(plans[3]?.getAttribute('href')).toBe('#/formats/festakt/for/a/1:40')
  })
})

describe('the celebration', () => {
  it('becomes a project of that day with its steps, and the partnership knows of it', async () => {
    await add({ a: link('krakow', { 'dates/1': day('1987-05-03') }) })
    opened.show(<CelebrationPlan params={{ id: 'festakt', about: 'a', anniversary: '1:40' }} />)
    fireEvent.click(await screen.findByRole('button', { name: 'Projekt anlegen' }))
    await waitFor(async () => expect(await listOf(opened.notebook, 'project')).toHaveLength(1))
    const [project] = await listOf(opened.notebook, 'project')
    expect(project?.fields).toMatchObject({
      title: '40 Jahre mit Krakau',
      town: 'Kraków',
      from: '2027-05-03',
      format: 'festakt',
    })
    const steps = await listOf(opened.notebook, 'step')
    expect(steps.map(({ fields }) => textOf(fields, 'until')).sort()).toEqual([
      '2027-02-02',
      '2027-02-12',
      '2027-03-04',
      '2027-03-22',
      '2027-04-19',
      '2027-04-23',
      '2027-05-02',
    ])
    expect((await rowOf(opened.notebook, 'a'))?.fields).toMatchObject({
      'plannedOn/1:40': '2027-05-03',
      'celebration/1:40': project?.id,
    })
  })

  it.each([
    ['1987-05', '1:40', 'Samstag, 1. Mai 2027'],
    ['1988', '1:40', 'Samstag, 6. Mai 2028'],
    ['1976', '1:50', 'Samstag, 27. Februar 2027'],
    ['1987-01-10', '1:40', 'Sonntag, 10. Januar 2027'],
    ['1996-10-10', '1:30', 'Mittwoch, 24. Februar 2027'],
  ])('of %s is proposed for a day that can be kept', async (date, anniversary, proposed) => {
    await add({ a: link('whitby', { 'dates/1': day(date) }) })
    opened.show(<CelebrationPlan params={{ id: 'festakt', about: 'a', anniversary }} />)
    await screen.findByRole('button', { name: 'Projekt anlegen' })
    expect(visible(screen.getAllByRole('radio')[0]?.closest('label')?.textContent ?? '')).toContain(proposed)
  })

  it('has the day that was planned and the day on which it was, put on one page', async () => {
    await add({ a: link('whitby', { 'dates/1': day('1969-06-02'), 'celebration/1:50': 'gone' }) })
    opened.show(<CelebrationForm params={{ id: 'a', anniversary: '1:50' }} />)
    await screen.findByText('Wann wurde gefeiert?')
    const fields = screen.getAllByRole('textbox')
    for (const [at, text] of ['2', '6', '2019', '10', 'September', '2022'].entries())
      fireEvent.input(fields[at] as HTMLElement, { target: { value: text } })
    fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
    await waitFor(async () =>
      expect((await rowOf(opened.notebook, 'a'))?.fields).toMatchObject({
        'plannedOn/1:50': '2019-06-02',
        'celebratedOn/1:50': '2022-09-10',
      }),
    )
    cleanup()
    opened.show(<AnniversaryPage params={{ id: 'a', anniversary: '1:50' }} />)
    await screen.findByText('50 Jahre mit Whitby')
    expect(all('p')).toEqual([
      'Jahrestag',
      'Sonntag, 2. Juni 2019',
      'Unterschrieben in Altenbrück: 2. Juni 1969',
      'So zählen beide Seiten.',
      'Feier geplant: 2. Juni 2019',
      'Gefeiert: 10. September 2022',
    ])
    expect(screen.queryByRole('link', { name: 'Feier planen' })).toBeNull()
  })
})

describe('all of them', () => {
  it('stand on a partnership, of both sides and of dates that contradict each other', async () => {
    await add({
      a: link('leeds', {
        'dates/1': day('1977-06-02', 'here'),
        'dates/2': day('1976-04', 'there', 'signedThere'),
        'dates/3': day('1946', 'nobody'),
      }),
    })
    opened.show(<AnniversariesAbout id="a" />)
    await screen.findByText('Jahrestage')
    expect(all('.row .line > .line')).toEqual([
      '50 Jahre, im April 2026',
      'Unterschrieben in Leeds: April 1976',
      'So zählt Leeds.',
      '50 Jahre, 2. Juni 2027',
      'Unterschrieben in Altenbrück: 2. Juni 1977',
      'So zählt Altenbrück.',
    ])
  })

  it('stand on one page, those of other towns by themselves, and on paper', async () => {
    await add({
      a: link('whitby', { state: 'resting', 'dates/1': day('1987-05-03') }),
      c: link('leeds', { 'dates/1': day('1977-06') }, 'dortmund'),
    })
    opened.show(<AnniversaryList />)
    await screen.findByText('40 Jahre mit Whitby')
    expect(all('h2, .row .line > .line')).toEqual([
      'In den nächsten 24 Monaten',
      '40 Jahre mit Whitby',
      'Montag, 3. Mai 2027',
      'Die Partnerschaft ruht.',
      'Von anderen Städten',
      '50 Jahre: dortmund – leeds',
      'im Juni 2027',
    ])
    cleanup()
    opened.show(<PrintAnniversaries />)
    await screen.findByText('40 Jahre mit Whitby')
    expect(all('tbody tr')).toEqual(['3. Mai 202740 Jahre mit Whitby3. Mai 1987'])
  })

  it.each(['1:41', 'x:40', ''])('are not called %s', async (anniversary) => {
    await add({ a: link('whitby', { 'dates/1': day('1987-05-03') }) })
    opened.show(<AnniversaryPage params={{ id: 'a', anniversary }} />)
    expect(await screen.findByText('Diesen Jahrestag gibt es hier nicht.')).toBeTruthy()
  })

  it('are none where nothing is known', async () => {
    opened.show(<AnniversaryList />)
    expect(await screen.findByText('In den nächsten 24 Monaten ist kein Jahrestag.')).toBeTruthy()
  })
})
