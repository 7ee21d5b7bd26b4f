// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepSettings } from '../../../src/db/device.ts'
import { save } from '../../../src/db/save.ts'
import { TodayCard } from '../../../src/features/steps/today/card.tsx'
import { TodayPage } from '../../../src/features/steps/today/page.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { openForTest, wordsIn } from '../../house/open.tsx'

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

/** A person with a birthday or name day that the calendar has worked out. */
async function celebrating(name: 'birthday' | 'nameDay', who: string, born: string, day: string) {
  const record = await add('person', { givenName: who, [name]: born })
  await opened.notebook.tables.occurrences.put({
    id: `${record} ${name} ${day}`,
    record,
    name,
    original: day,
    date: day,
    time: '',
    endDate: day,
    endTime: '',
    starts: Date.parse(day),
    ends: Date.parse(day),
    state: 'stands',
  })
}

const visible = (text: string | null): string => (text ?? '').replaceAll('\u00A0', ' ')

const all = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((one) => visible(one.textContent))

describe('the card of today on Start', () => {
  it('is not there when nothing is due', async () => {
    await add('step', { text: 'Irgendwann' })
    await add('step', { text: 'Später', until: '2026-12-03' })
    await add('step', { text: 'Schon getan', until: '2026-11-25', doneOn: '2026-11-25' })
    await celebrating('birthday', 'Zu spät', '1950-12-03', '2026-12-03')
    const { container } = opened.show(<TodayCard />)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(container.innerHTML).toBe('')
  })

  it("shows today's birthday before a step that is late, and how many more there are", async () => {
    await add('step', { text: 'Längst fällig', until: '2026-11-01' })
    await add('step', { text: 'Am Freitag', until: '2026-11-27' })
    await celebrating('birthday', 'Margaret', '--11-25', '2026-11-25')
    opened.show(<TodayCard />)
    await screen.findByText('Margaret')
    expect(all('.feast-when')).toEqual(['Geburtstag am Mittwoch, 25. November'])
    expect(screen.queryByRole('checkbox')).toBeNull()
    const more = screen.getByRole('link', { name: 'Noch 2 weitere' })
    expect(more.getAttribute('href')).toBe('#/today')
  })

  it('shows a step that is late before a birthday of tomorrow; ticked it keeps its place until Start is left', async () => {
    await add('step', { text: 'Anna anrufen', until: '2026-11-20' })
    await celebrating('birthday', 'Margaret', '--11-26', '2026-11-26')
    opened.show(<TodayCard />)
    await screen.findByText('Anna anrufen')
    expect(all('.due')).toEqual(['war für Freitag, 20. November, gedacht'])
    await new Promise((resolve) => setTimeout(resolve, 520))
    fireEvent.click(screen.getByRole('checkbox'))
    await waitFor(() => expect(all('.due')).toEqual(['fertig seit 25. November']))
    expect(screen.getByText('Noch 1 weiteres')).toBeTruthy()
    cleanup()

    opened.show(<TodayCard />)
    await screen.findByText('Margaret')
    expect(screen.getByRole('link', { name: 'Mehr dazu' })).toBeTruthy()
  })

  it("shows another's task only after all that the person can do", async () => {
    const renate = await add('person', { givenName: 'Renate', familyName: 'Vogel' })
    const helga = await add('person', { givenName: 'Helga' })
    await add('step', { text: 'Helgas', who: helga, until: '2026-11-01' })
    await add('step', { text: 'Meine', who: renate, until: '2026-12-01' })
    await add('step', { text: 'Niemandes', until: '2026-11-26' })
    opened.show(<TodayCard />)
    await screen.findByText('Niemandes')
    cleanup()

    opened.show(<TodayPage />)
    await screen.findByText('Helgas')
    expect(all('h2, .what')).toEqual([
      'Ihre nächsten Schritte',
      'Meine',
      'Weitere nächste Schritte',
      'Niemandes',
      'Helgas',
    ])
  })
})

describe('the page of today', () => {
  it('has everything of the coming week under its headings, with the age of round birthdays alone', async () => {
    await add('step', { text: 'Längst fällig', until: '2026-11-01' })
    await celebrating('birthday', 'Anna', '1956-11-28', '2026-11-28')
    await celebrating('birthday', 'Béla', '1955-11-29', '2026-11-29')
    await celebrating('nameDay', 'Andrzej', '--11-30', '2026-11-30')
    opened.show(<TodayPage />)
    await screen.findByText('Anna')
    expect(all('h2')).toEqual(['Was ansteht', 'Geburtstage und Namenstage'])
    expect(all('.feast-when')).toEqual([
      'Geburtstag am Samstag, 28. November, wird 70',
      'Geburtstag am Sonntag, 29. November',
      'Namenstag am Montag, 30. November',
    ])
    expect(all('.what')).toEqual(['Längst fällig'])
  })

  it('says that nothing is due, where nothing is', async () => {
    opened.show(<TodayPage />)
    expect(await screen.findByText('Diese Woche steht nichts an.')).toBeTruthy()
  })
})

it.each([
  ['de', ['Noch 1 weiteres', 'Noch 3 weitere', 'Noch 5 weitere']],
  ['en', ['1 more', '3 more', '5 more']],
  [
    'pl',
    ['Jeszcze 1 sprawa', 'Jeszcze 3 sprawy', 'Jeszcze 5 spraw', 'Jeszcze 22 sprawy', 'Jeszcze 1.5 sprawy'],
  ],
  ['hu', ['Még 1 további', 'Még 3 további', 'Még 5 további']],
] as const)('how many more there are is said as %s counts', (language, said) => {
  const t = wordsIn(language)
  expect(said.map((_, at) => t('steps.today.more', { count: [1, 3, 5, 22, 1.5][at] ?? 0 }))).toEqual(said)
})
