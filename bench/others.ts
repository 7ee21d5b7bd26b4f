import { documentTypes } from '../src/records/kinds/document.ts'
import { projectStates } from '../src/records/kinds/project.ts'
import { visitTypes } from '../src/records/kinds/visit.ts'
import { languages } from '../src/shared/language.ts'
import type { Fields } from '../src/shared/value.ts'
import { countries, sentences } from './names.ts'
import { between, id, pick, type Chance } from './random.ts'

type Made = { readonly record: string; readonly kind: string; readonly set: Fields }

const two = (number: number): string => String(number).padStart(2, '0')

/** A day of the years around this one. */
const dayFrom = (chance: Chance, back: number, ahead: number): string =>
  [
    new Date().getFullYear() + between(chance, -back, ahead),
    two(between(chance, 1, 12)),
    two(between(chance, 1, 28)),
  ].join('-')

const about = (chance: Chance, ids: readonly string[]): string => (ids.length > 0 ? pick(chance, ids) : '')

const story = (chance: Chance, language: (typeof languages)[number]): string =>
  Array.from({ length: between(chance, 2, 6) }, () => pick(chance, sentences[language])).join(' ')

/** One event in five comes again and again, as a Stammtisch does. */
export function makeEvent(chance: Chance): Made {
  const town = pick(chance, countries[pick(chance, languages)].towns)
  const rules = ['FREQ=MONTHLY;BYDAY=4TH', 'FREQ=MONTHLY;BYDAY=2TU', 'FREQ=WEEKLY;BYDAY=WE', 'FREQ=YEARLY']
  const set = {
    title: `Treffen ${between(chance, 1, 999)}`,
    date: dayFrom(chance, 6, 1),
    time: chance() < 0.8 ? `${between(chance, 10, 19)}:00` : '',
    zone: pick(chance, ['Europe/Berlin', 'Europe/Warsaw', 'Europe/London']),
    rule: chance() < 0.2 ? pick(chance, rules) : '',
    place: 'Rathaus',
    town,
  }
  return { record: id(chance), kind: 'event', set }
}

export function makeProject(chance: Chance): Made {
  const town = pick(chance, countries[pick(chance, languages)].towns)
  const set = {
    title: `Projekt ${between(chance, 1, 999)} mit ${town}`,
    state: pick(chance, projectStates),
    town,
    goal: pick(chance, sentences.de),
  }
  return { record: id(chance), kind: 'project', set }
}

/** A step of one of these projects; every second one is done. */
export function makeStep(chance: Chance, projects: readonly string[]): Made {
  const day = dayFrom(chance, 1, 1)
  const set = {
    text: pick(chance, sentences[pick(chance, languages)]),
    until: day,
    doneOn: chance() < 0.5 ? day : '',
    about: about(chance, projects),
  }
  return { record: id(chance), kind: 'step', set }
}

export function makeVisit(chance: Chance, projects: readonly string[]): Made {
  const language = pick(chance, languages)
  const set = {
    type: pick(chance, visitTypes),
    date: dayFrom(chance, 10, 0),
    town: pick(chance, countries[language].towns),
    story: story(chance, language),
    language,
    author: `${pick(chance, countries.de.given)} ${pick(chance, countries.de.family)}`,
    project: chance() < 0.3 ? about(chance, projects) : '',
  }
  return { record: id(chance), kind: 'visit', set }
}

export function makeDocument(chance: Chance): Made {
  const set = {
    title: `Brief ${between(chance, 1, 999)}`,
    type: pick(chance, documentTypes),
    date: String(between(chance, 1960, 2020)),
    text: story(chance, 'de'),
    language: 'de',
  }
  return { record: id(chance), kind: 'document', set }
}

/** A photo about one of these visits; its bytes are drawn in the browser. */
export function makePhoto(chance: Chance, visits: readonly string[]): Made {
  const set = { about: about(chance, visits), type: 'image/jpeg', width: 1600, height: 1200 }
  return { record: id(chance), kind: 'photo', set }
}
