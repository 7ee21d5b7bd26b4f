import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { remove, restore } from '../../../src/db/bin.ts'
import { daysByRule } from '../../../src/db/calendar/days-by-rule.ts'
import { daysOf } from '../../../src/db/calendar/rule.ts'
import { listAbout, listOf, rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import { formatCalled, formats, type Format } from '../../../src/features/formats/formats.ts'
import { loadHandbook, type FormatText } from '../../../src/features/formats/handbook.ts'
import { madeOf, proposedDay, ruleOf, type Made, type Making } from '../../../src/features/formats/make.ts'
import { textOf } from '../../../src/records/fields.ts'
import { addDays } from '../../../src/shared/day-count.ts'
import { languages } from '../../../src/shared/language.ts'
import { newNotebook } from '../../db/notebook.ts'

const today = '2026-11-26'

function called(id: string): Format {
  const format = formatCalled(id)
  if (!format) throw new Error(`no format ${id}`)
  return format
}

async function make(notebook: Notebook, id: string, making: Partial<Making> = {}): Promise<Made> {
  const format = called(id)
  const { language = 'de' } = making
  const text = (await loadHandbook(language))[format.id]
  const made = madeOf(format, text, {
    make: format.makes[0],
    day: proposedDay(format, today),
    today,
    now: Date.parse('2026-11-26T10:00:00Z'),
    zone: 'Europe/Berlin',
    language,
    ...making,
  })
  await save(notebook, made.edits)
  return made
}

/** What the handbook says of a format, as it is written into records: without the places where long words may break. */
async function written(id: string, language: (typeof languages)[number]): Promise<FormatText> {
  const text = (await loadHandbook(language))[called(id).id]
  return JSON.parse(JSON.stringify(text).replaceAll('\u00AD', '')) as FormatText
}

const stepsOf = async (notebook: Notebook, id: string) =>
  (await listAbout(notebook, id))
    .filter(({ kind }) => kind === 'step')
    .sort((a, b) => (a.sort < b.sort ? -1 : 1))

it('an event has its day, its hours, the invitation as its text, and the checklist as next steps', async () => {
  const notebook = newNotebook()
  const { id } = await make(notebook, 'kochen', { make: 'event', day: '2027-03-06' })
  const text = await written('kochen', 'de')
  expect((await rowOf(notebook, id))?.fields).toEqual({
    title: text.title,
    date: '2027-03-06',
    time: '16:00',
    endTime: '18:00',
    zone: 'Europe/Berlin',
    text: text.invitation,
    language: 'de',
    format: 'kochen',
  })
  const steps = await stepsOf(notebook, id)
  expect(steps.map(({ label }) => label)).toEqual(text.checklist)
  expect(steps.map(({ fields }) => fields['until'])).toEqual(
    called('kochen').days.map((days) => addDays('2027-03-06', -days)),
  )
  expect(steps.every(({ fields }) => fields['doneOn'] === '' && fields['who'] === '')).toBe(true)
})

it('a project has its goal, for whom it is, its first day and its steps, in the language of the reader', async () => {
  for (const language of languages) {
    const notebook = newNotebook()
    const { id } = await make(notebook, 'foto', { make: 'project', language })
    const text = await written('foto', language)
    expect((await rowOf(notebook, id))?.fields).toMatchObject({
      title: text.title,
      goal: text.purpose,
      audience: text.who,
      state: 'planned',
      from: proposedDay(called('foto'), today),
      format: 'foto',
    })
    expect((await stepsOf(notebook, id)).map(({ label }) => label)).toEqual(text.checklist)
  }
})

it('a series comes again on the weekday of its first day, every week or every month', async () => {
  const notebook = newNotebook()
  const { id } = await make(notebook, 'stammtisch', { make: 'monthly', day: '2026-12-10' })
  const { fields } = (await rowOf(notebook, id)) ?? { fields: {} }
  expect(fields).toMatchObject({ type: 'stammtisch', rule: 'FREQ=MONTHLY;BYDAY=2TH', endTime: '15:45' })
  const range = { from: '2026-12-01', to: '2027-03-31', most: 20 }
  expect(daysOf('2026-12-10', textOf(fields, 'rule'), range, daysByRule)).toEqual([
    '2026-12-10',
    '2027-01-14',
    '2027-02-11',
    '2027-03-11',
  ])
  const last = daysOf('2027-01-31', ruleOf('monthly', '2027-01-31'), range, daysByRule)
  expect(last).toEqual(['2027-01-31', '2027-02-28', '2027-03-28'])
  expect(ruleOf('weekly', '2026-12-10')).toBe('FREQ=WEEKLY')
})

it('the day that is proposed leaves time for everything, and is never between the years', () => {
  for (const format of formats) {
    for (let day = '2026-01-01'; day < '2027-03-01'; day = addDays(day, 1)) {
      const proposed = proposedDay(format, day)
      expect(proposed >= addDays(day, format.lead * 7)).toBe(true)
      expect(proposed <= addDays(day, format.lead * 7 + 21)).toBe(true)
      expect(proposed.slice(5) > '01-06' && proposed.slice(5) < '12-20').toBe(true)
    }
  }
})

it('the type of the event says what kind of meeting it is, where there is a word for it', async () => {
  const notebook = newNotebook()
  for (const [format, type] of [
    ['ideenboerse', 'ideaExchange'],
    ['sprechstunde', 'officeHour'],
    ['lesekreis', 'stammtisch'],
    ['quiz', undefined],
  ] as const) {
    const { id } = await make(notebook, format, { make: 'event' })
    expect((await rowOf(notebook, id))?.fields['type']).toBe(type)
  }
})

it('nothing begins overdue: what should have been done before today is meant for today', async () => {
  const notebook = newNotebook()
  const day = addDays(today, 3)
  const { id } = await make(notebook, 'festakt', { day })
  const untils = (await stepsOf(notebook, id)).map(({ fields }) => textOf(fields, 'until'))
  expect(untils.every((until) => until >= today && until <= day)).toBe(true)
  expect(untils.at(-1)).toBe(addDays(day, -1))
})

it('everything that can be made of any format is saved whole, or not at all, and undone at once', async () => {
  for (const format of formats) {
    for (const what of format.makes) {
      const notebook = newNotebook()
      const made = await make(notebook, format.id, { make: what })
      const all = async () =>
        (await Promise.all(['project', 'event', 'step'].map((kind) => listOf(notebook, kind)))).flat()
      expect(await all()).toHaveLength(1 + format.days.length)
      const ids = made.edits.map(({ record }) => record)
      await remove(notebook, ids)
      expect(await all()).toEqual([])
      await restore(notebook, ids)
      expect(await all()).toHaveLength(ids.length)
      notebook.tables.close()
    }
  }
})
