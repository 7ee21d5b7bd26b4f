import { languages } from '../src/shared/language.ts'
import type { Fields, Value } from '../src/shared/value.ts'
import { countries, sentences } from './names.ts'
import { makeDocument, makeEvent, makePhoto, makeProject, makeStep, makeVisit } from './others.ts'
import { between, digits, id, pick, type Chance } from './random.ts'

/** A record as a form would hand it over. */
export type Entry = { readonly record: string; readonly kind: string; readonly set: Fields }

function phoneOf(chance: Chance, start: string): string {
  const area = digits(chance, 2)
  const rest = `${between(chance, 2, 9)}${digits(chance, 2)} ${digits(chance, 2)} ${digits(chance, 2)}`
  return pick(chance, [`${start}${area} ${rest}`, `0${area} ${rest}`, `0${area}/${rest.replaceAll(' ', '')}`])
}

/** E-mail addresses are plain: no accents, no letters but these. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase() || 'x'

/** One person with address, one or two numbers, mostly an e-mail address and some remarks. */
export function makePerson(chance: Chance): Entry {
  const language = pick(chance, languages)
  const country = countries[language]
  const [givenName, familyName] = [pick(chance, country.given), pick(chance, country.family)]
  const town = pick(chance, country.towns)
  const phones = Object.fromEntries(
    Array.from({ length: between(chance, 1, 2) }, (): [string, Value] => [
      `phones/${id(chance)}`,
      { number: phoneOf(chance, country.phone), label: pick(chance, ['landline', 'mobile']) },
    ]),
  )
  const email = { address: `${plain(givenName)}.${plain(familyName)}${between(chance, 1, 99)}@example.org` }
  const set: Fields = {
    givenName,
    familyName,
    ...(country.familyFirst ? { familyFirst: true } : {}),
    town,
    address: `${pick(chance, country.streets)} ${between(chance, 1, 120)}\n${digits(chance, 5)} ${town}`,
    ...phones,
    ...(chance() < 0.7 ? { [`emails/${id(chance)}`]: email } : {}),
    ...(chance() < 0.5 ? { remarks: pick(chance, sentences[language]) } : {}),
  }
  return { record: id(chance), kind: 'person', set }
}

function textOf(chance: Chance, list: readonly string[]): string {
  const wanted = between(chance, 200, 600)
  let text = pick(chance, list)
  while (text.length < wanted) text = `${text}${pick(chance, [' ', ' ', '\n'])}${pick(chance, list)}`
  return text.slice(0, 600)
}

/** One note of 200 to 600 characters of the last ten years. */
export function makeNote(chance: Chance): Entry {
  const language = pick(chance, languages)
  const country = countries[language]
  const [month, day] = [between(chance, 1, 12), between(chance, 1, 28)]
  const set = {
    text: textOf(chance, sentences[language]),
    date: [between(chance, 2016, 2025), month, day].map((part) => String(part).padStart(2, '0')).join('-'),
    author: `${pick(chance, country.given)} ${pick(chance, country.family)}`,
    language,
    about: '',
  }
  return { record: id(chance), kind: 'note', set }
}

/** What lies in the notebook during one part of the bench: how many of each. */
export type Amount = {
  readonly people: number
  readonly notes: number
  readonly events: number
  readonly projects: number
  readonly steps: number
  readonly visits: number
  readonly documents: number
  readonly photos: number
}

export const nothing: Amount = {
  people: 0,
  notes: 0,
  events: 0,
  projects: 0,
  steps: 0,
  visits: 0,
  documents: 0,
  photos: 0,
}

const idsOf = (entries: readonly Entry[]): string[] => entries.map((entry) => entry.record)

/** The same entries for the same seed. */
export function makeEntries(chance: Chance, amount: Amount): Entry[] {
  const many = (count: number, make: () => Entry): Entry[] => Array.from({ length: count }, make)
  const people = many(amount.people, () => makePerson(chance))
  const notes = many(amount.notes, () => makeNote(chance))
  const events = many(amount.events, () => makeEvent(chance))
  const projects = many(amount.projects, () => makeProject(chance))
  const steps = many(amount.steps, () => makeStep(chance, idsOf(projects)))
  const visits = many(amount.visits, () => makeVisit(chance, idsOf(projects)))
  const documents = many(amount.documents, () => makeDocument(chance))
  const photos = many(amount.photos, () => makePhoto(chance, idsOf(visits)))
  return [...people, ...notes, ...events, ...projects, ...steps, ...visits, ...documents, ...photos]
}
