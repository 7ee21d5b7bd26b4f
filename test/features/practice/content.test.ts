import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { elementsOf, textOf } from '../../../src/records/fields.ts'
import { phonesOf, emailsOf } from '../../../src/records/contact.ts'
import { kindOf } from '../../../src/records/kinds.ts'
import type { Occasion } from '../../../src/records/occasion.ts'
import { documentTypes } from '../../../src/records/kinds/document.ts'
import { groupTypes } from '../../../src/records/kinds/group.ts'
import { smokingAnswers } from '../../../src/records/kinds/hosting.ts'
import { projectStates } from '../../../src/records/kinds/project.ts'
import { visitTypes } from '../../../src/records/kinds/visit.ts'
import { answerChoices } from '../../../src/records/kinds/event.ts'
import { ideaStateOf } from '../../../src/records/kinds/idea.ts'
import { slotsOf } from '../../../src/records/slots.ts'
import { markOf, textFields, translationOf } from '../../../src/records/translation.ts'
import { languages } from '../../../src/shared/language.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { addressOf, entries, writers } from '../../../src/features/practice/content.ts'
import { resolve } from '../../../src/features/practice/resolve.ts'
import { pictureNames } from '../../../src/ui/pictures.ts'

const today = new Date(2026, 10, 25, 14, 30)
const example = { text: 'Ein Beispiel', language: 'de' } as const
const { changes, names } = resolve(entries, writers, { today, myName: 'Renate Vogel', example })

type Made = { id: string; kind: string; fields: Fields; label: string }
const made = new Map<string, Made>()
for (const { record, kind, set } of changes) {
  const fields = { ...made.get(record)?.fields, ...set }
  made.set(record, { id: record, kind, fields, label: kindOf(kind)?.label(fields) ?? '' })
}
const of = (kind: string): Made[] => [...made.values()].filter((one) => one.kind === kind)
const occasions = [...made.values()].flatMap(({ kind, fields }) => kindOf(kind)?.occasions?.(fields) ?? [])
const events = of('event').flatMap(({ kind, fields }) => kindOf(kind)?.occasions?.(fields) ?? [])
const texts = (kind: string, name: string): string[] => of(kind).map(({ fields }) => textOf(fields, name))

describe('the made-up association', () => {
  test('is as large as a real one', () => {
    expect(of('person').length).toBeGreaterThanOrEqual(55)
    expect(of('person').length).toBeLessThanOrEqual(65)
    expect(['event', 'project', 'note', 'visit'].map((kind) => of(kind).length)).toEqual([27, 8, 41, 12])
    expect(of('step').length).toBeGreaterThanOrEqual(20)
    expect(of('hosting').length).toBeGreaterThanOrEqual(12)
    expect(of('group').length).toBeGreaterThanOrEqual(8)
    expect(of('document')).toHaveLength(6)
    const others = ['idea', 'report', 'term', 'channel']
    expect(others.map((kind) => of(kind).length)).toEqual([3, 1, 4, 3])
  })

  test('has friends in five towns', () => {
    const towns = new Set(texts('person', 'town'))
    expect([...towns].sort()).toEqual(['Altenbrück', 'Ayvalık', 'Chełmno', 'Saumur', 'Sopron', 'Whitby'])
  })

  test('names nothing that does not exist', () => {
    const kindByList: { readonly [list: string]: string } = {
      people: 'person',
      invited: 'person',
      answers: 'person',
      groups: 'group',
    }
    for (const { id, kind, fields } of made.values()) {
      const about = kindOf(kind)?.about?.(fields) ?? []
      expect(about.filter((one) => !made.has(one))).toEqual([])
      const wrong = Object.keys(fields).filter((name) => {
        const wanted = kindByList[name.split('/')[0] ?? '']
        return wanted && made.get(name.split('/').at(-1) ?? '')?.kind !== wanted
      })
      expect(wrong).toEqual([])
      const photo = kindOf(kind)?.photo?.(fields)
      if (photo) expect(made.get(photo)?.fields['about']).toBe(id)
    }
  })

  test('has a name for everything but what a host offers', () => {
    const nameless = [...made.values()].filter(({ kind, label }) => !label && kind !== 'hosting')
    expect(nameless).toEqual([])
  })

  test('leaves no sign of the content language in any field', () => {
    const written = JSON.stringify(changes.map((change) => change.set))
    expect(written.match(/"[@=][^"]*"|\/[@=]/g)).toBeNull()
  })

  test('can be called, visited and written to by nobody', () => {
    const nobody = [
      /^030 23125 \d{3}$/,
      /^\+44 1632 960\d{3}$/,
      /^\+48 56 555 \d\d \d\d$/,
      /^\+36 99 555 \d{3}$/,
      /^\+33 2 61 91 \d\d \d\d$/,
      /^\+90 266 000 \d\d \d\d$/,
    ]
    const all = [...of('person'), ...of('group')]
    const numbers = all.flatMap(({ fields }) => phonesOf(fields).map((phone) => phone.value.number))
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.filter((number) => !nobody.some((range) => range.test(number)))).toEqual([])
    const addresses = all.flatMap(({ fields }) => emailsOf(fields).map((email) => email.value.address))
    expect(addresses.length).toBeGreaterThan(40)
    expect(addresses.filter((address) => !/^[a-z.-]+@example\.org$/.test(address))).toEqual([])
    const everything = JSON.stringify(entries)
    expect(everything.match(/https?:\/\/(?!treffen\.example\.org\/)[^"]*/g)).toBeNull()
    expect(
      everything
        .match(/\+?\d[\d ]{7,}\d/g)
        ?.filter((one) => !nobody.some((range) => range.test(one)) && !/^(030 23125 \d{3})/.test(one)),
    ).toEqual([])
  })

  test('writes in four languages, each text marked with its own', () => {
    for (const kind of ['note', 'visit', 'document'])
      expect(texts(kind, 'language').filter((one) => !languages.some((known) => known === one))).toEqual([])
    expect(new Set(texts('note', 'language'))).toEqual(new Set(languages))
    const marks = {
      pl: /[ąęłńśźż]/,
      hu: /[őűáé]/,
      de: /[äöüß]|\b(der|die|das|und|sie|ist|wir)\b/i,
      en: /\b(the|is|and|are)\b/i,
    }
    for (const { fields } of [...of('note'), ...of('visit')]) {
      const text = textOf(fields, 'text') || textOf(fields, 'story')
      const language = languages.find((one) => one === fields['language']) ?? 'de'
      expect(text).toMatch(marks[language])
    }
  })

  test('has a note in every language, and translations that are none of an older text', () => {
    const translated = (fields: Fields): string[] =>
      languages.filter((language) => translationOf(fields, language, 'text'))
    const all = of('note').map(({ fields }) => [textOf(fields, 'language'), ...translated(fields)].sort())
    expect(all).toContainEqual([...languages].sort())
    const entriesIn = [...made.values()].flatMap(({ kind, fields }) =>
      textFields(kindOf(kind), fields).flatMap((field) =>
        languages.flatMap((language) => {
          const found = translationOf(fields, language, field)
          return found ? [{ field, of: found.of, now: markOf(textOf(fields, field)) }] : []
        }),
      ),
    )
    expect(entriesIn.length).toBeGreaterThan(15)
    expect(entriesIn.filter(({ of: then, now }) => then !== now)).toEqual([])
  })

  test('has an open and an agreed idea, free and taken times for advice, and decisions', () => {
    expect(new Set(of('idea').map(({ fields }) => ideaStateOf(fields)))).toEqual(
      new Set(['draft', 'shared', 'agreed']),
    )
    const slots = of('event').flatMap(({ fields }) => slotsOf(fields))
    expect(slots.filter(({ takers }) => takers.length === 0).length).toBeGreaterThanOrEqual(2)
    expect(slots.filter(({ takers }) => takers.length === 1)).toHaveLength(1)
    expect(of('note').filter(({ fields }) => 'decisions/1/text' in fields)).toHaveLength(1)
  })

  test('uses every type and state that there is, and no other', () => {
    expect(new Set(texts('project', 'state'))).toEqual(new Set(projectStates))
    expect(new Set(texts('visit', 'type'))).toEqual(new Set(visitTypes))
    expect(
      documentTypes.filter((type) => texts('document', 'type').includes(type)).length,
    ).toBeGreaterThanOrEqual(4)
    expect(texts('document', 'type').every((type) => documentTypes.some((one) => one === type))).toBe(true)
    expect(texts('group', 'type').every((type) => groupTypes.some((one) => one === type))).toBe(true)
    expect(
      texts('hosting', 'smoking').every((one) => !one || smokingAnswers.some((known) => known === one)),
    ).toBe(true)
    const answers = of('event').flatMap(({ fields }) => elementsOf(fields, 'answers', (value) => value))
    expect(new Set(answers.map((one) => one.value))).toEqual(new Set(answerChoices))
  })

  test('gives the reason and the money of a project that was put off', () => {
    const [project] = of('project').filter(({ fields }) => fields['state'] === 'postponed')
    expect(project?.fields).toMatchObject({ currency: 'EUR', planned: 280_000, actual: 42_000 })
    expect(textOf(project?.fields ?? {}, 'postponedWhy')).not.toBe('')
  })

  test('has every kind of day: series, several days, whole days, moved and cancelled ones, other clocks', () => {
    const has = (what: (occasion: Occasion) => boolean): boolean => events.some(what)
    expect(has((one) => one.rule.includes('BYDAY=4TH'))).toBe(true)
    expect(has((one) => one.rule.includes('WEEKLY;INTERVAL=2'))).toBe(true)
    expect(has((one) => one.rule === 'FREQ=YEARLY')).toBe(true)
    expect(has((one) => one.endDate > one.date && one.time === '')).toBe(true)
    expect(has((one) => one.time === '' && !one.endDate)).toBe(true)
    expect(has((one) => one.zone === 'Europe/London')).toBe(true)
    expect(has((one) => one.isCancelled)).toBe(true)
    expect(has((one) => Object.values(one.exceptions).includes('cancelled'))).toBe(true)
    expect(has((one) => Object.values(one.exceptions).some((other) => other !== 'cancelled'))).toBe(true)
    expect(has((one) => one.date < '2026-11-25' && !one.rule)).toBe(true)
    expect(events.every((one) => /^\d{4}-\d\d-\d\d$/.test(one.date) && /^(\d\d:\d\d)?$/.test(one.time))).toBe(
      true,
    )
  })

  test('has something to celebrate within a week, whenever one begins to practise', () => {
    const soon = new Set(
      Array.from({ length: 7 }, (_, days) => new Date(2026, 10, 25 + days, 12).toISOString().slice(5, 10)),
    )
    const near = (name: Occasion['name']): number =>
      occasions.filter((one) => one.name === name && soon.has(one.date.slice(-5))).length
    expect(near('birthday')).toBeGreaterThanOrEqual(2)
    expect(near('nameDay')).toBeGreaterThanOrEqual(2)
    expect(near('birthday')).toBeLessThanOrEqual(8)
  })

  test('has done and overdue steps, and some for whoever practises', () => {
    const steps = of('step').map(({ fields }) => fields)
    const me = [...made.values()].find((one) => one.label === 'Renate Vogel')?.id
    const open = steps.filter((step) => !step['doneOn'])
    expect(steps.length - open.length).toBeGreaterThanOrEqual(5)
    expect(
      open.filter((step) => textOf(step, 'until') < '2026-11-25' && step['until']).length,
    ).toBeGreaterThanOrEqual(2)
    expect(open.filter((step) => step['who'] === me).length).toBeGreaterThanOrEqual(3)
  })

  test('tells of each visit in a few sentences and shows it', () => {
    const told = of('visit').map(({ id, fields }) => ({
      sentences: textOf(fields, 'story')
        .split(/[.!?](?:\s|$)/)
        .filter(Boolean).length,
      photos: of('photo').filter((photo) => photo.fields['about'] === id).length,
    }))
    expect(told.filter(({ sentences }) => sentences < 3 || sentences > 8)).toEqual([])
    expect(told.filter(({ photos }) => photos < 1 || photos > 4)).toEqual([])
  })

  test('was written by several people, some of it yesterday, none of it in the future', () => {
    const yesterday = new Date(2026, 10, 24).getTime()
    const fresh = changes.filter((change) => change.time >= yesterday)
    expect(new Set(fresh.map((change) => change.by)).size).toBeGreaterThanOrEqual(4)
    expect(fresh.some((change) => change.kind !== 'note')).toBe(true)
    expect(changes.every((change) => change.time < today.getTime() && names[change.by])).toBe(true)
  })
})

describe('the pictures', () => {
  const files = readdirSync('locales/content/practice/pictures').map((file) => file.replace('.svg', ''))

  test('are all used, and all there: of their own, or those that the app has anyway', () => {
    const used = new Set(entries.flatMap((entry) => entry.picture ?? []))
    const own = [...used].filter((picture) => addressOf(picture))
    expect(own.sort()).toEqual(files.sort())
    const shared = [...used].filter((picture) => !addressOf(picture))
    expect(shared.filter((picture) => !pictureNames.some((name) => name === picture))).toEqual([])
    expect(used.size).toBeGreaterThanOrEqual(30)
  })
})
