import { countries } from './names.ts'
import { between, chanceFrom, digits, id, pick, type Chance } from './random.ts'
import { languages } from '../src/shared/language.ts'

/** A record that every contender of the join can hold: flat, and nothing but text. */
export type Plain = {
  readonly id: string
  readonly kind: Kind
  readonly fields: { readonly [field: string]: string }
}
/** One field of one record gets a new text. */
export type Edit = {
  readonly id: string
  readonly kind: Kind
  readonly field: string
  readonly value: string
}
/** How much of everything there is. */
export type Volume = {
  readonly person: number
  readonly note: number
  readonly event: number
  readonly edits: number
}

/** The fields of each kind, in their order. */
export const fieldsOf = {
  person: [
    'givenName',
    'familyName',
    'role',
    'town',
    'address',
    'phone',
    'mobile',
    'email',
    'birthday',
    'language',
    'since',
    'remarks',
  ],
  note: ['text', 'date', 'author', 'language'],
  event: ['title', 'date', 'time', 'place', 'remarks'],
} as const
export type Kind = keyof typeof fieldsOf

/** 10,000 records, of which 1,000 are changed. */
export const fullVolume: Volume = { person: 4000, note: 4000, event: 2000, edits: 1000 }
const syllables =
  'ba ben bo chen da del der di e fen ga gen go ha her ig in ka ken ko la len li lo ma mit na nen ni ra ren ri ro sa schen sel si ta ten ti tor un ver wa ze'.split(
    ' ',
  )

/**
 * Made-up words: a text of them has about as much in it as one that a person wrote. Sentences drawn from a short
 * list would shrink to nothing wherever many records are compressed together.
 */
export function makeWords(chance: Chance): string[] {
  return Array.from({ length: 6000 }, () =>
    Array.from({ length: between(chance, 1, 4) }, () => pick(chance, syllables)).join(''),
  )
}

/** As many characters of text; the first words of the list come more often, as in any language. */
export function write(chance: Chance, words: readonly string[], length: number): string {
  let text = ''
  while (text.length < length) text += `${words[Math.floor(chance() ** 2 * words.length)] ?? ''} `
  return text.slice(0, length)
}

const dateBetween = (chance: Chance, from: number, to: number): string =>
  [between(chance, from, to), between(chance, 1, 12), between(chance, 1, 28)]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

function makeContact(chance: Chance, words: readonly string[]): Plain['fields'] {
  const language = pick(chance, languages)
  const { given, family, towns, streets, phone } = countries[language]
  const [givenName, familyName, town] = [pick(chance, given), pick(chance, family), pick(chance, towns)]
  const number = (): string => `${phone}${digits(chance, 3)} ${digits(chance, 3)} ${digits(chance, 4)}`
  return {
    givenName,
    familyName,
    role: pick(chance, words),
    town,
    address: `${pick(chance, streets)} ${between(chance, 1, 120)}\n${digits(chance, 5)} ${town}`,
    phone: number(),
    mobile: number(),
    email: `${pick(chance, words)}.${pick(chance, words)}${between(chance, 1, 99)}@example.org`,
    birthday: dateBetween(chance, 1935, 1990),
    language,
    since: dateBetween(chance, 1980, 2025),
    remarks: write(chance, words, 60),
  }
}

function makeNote(chance: Chance, words: readonly string[]): Plain['fields'] {
  const language = pick(chance, languages)
  const { given, family } = countries[language]
  return {
    text: write(chance, words, 600),
    date: dateBetween(chance, 2016, 2025),
    author: `${pick(chance, given)} ${pick(chance, family)}`,
    language,
  }
}

function makeEvent(chance: Chance, words: readonly string[]): Plain['fields'] {
  return {
    title: write(chance, words, 30),
    date: dateBetween(chance, 2016, 2027),
    time: `${between(chance, 10, 20)}:${pick(chance, ['00', '15', '30'])}`,
    place: pick(chance, countries[pick(chance, languages)].towns),
    remarks: write(chance, words, 120),
  }
}

const makers = { person: makeContact, note: makeNote, event: makeEvent }
const kinds: readonly Kind[] = ['person', 'note', 'event']

/** Contacts of 12 fields, notes of 600 characters and events: the same for the same seed. */
export function makeRecords(seed: number, volume: Volume): Plain[] {
  const chance = chanceFrom(seed)
  const words = makeWords(chance)
  return kinds.flatMap((kind) =>
    Array.from({ length: volume[kind] }, () => ({
      id: id(chance),
      kind,
      fields: makers[kind](chance, words),
    })),
  )
}

/** A new text for one field of each of so many different records. */
export function makeEdits(seed: number, volume: Volume): Edit[] {
  const chance = chanceFrom(seed + 1)
  const words = makeWords(chance)
  const left = makeRecords(seed, volume)
  return Array.from({ length: Math.min(volume.edits, left.length) }, (): Edit => {
    const [found] = left.splice(Math.floor(chance() * left.length), 1)
    if (!found) throw new Error('there are fewer records than edits')
    const field = pick<string>(chance, fieldsOf[found.kind])
    const length = Math.max(10, found.fields[field]?.length ?? 0)
    // The sign makes an edited text unlike every first one.
    return { id: found.id, kind: found.kind, field, value: `${editSign}${write(chance, words, length)}` }
  })
}

/** What every edited text begins with, and no other. */
export const editSign = '~ '

/** The records after the edits. */
export function applyEdits(records: readonly Plain[], edits: readonly Edit[]): Plain[] {
  const byId = new Map(edits.map((edit) => [edit.id, edit]))
  return records.map((record) => {
    const edit = byId.get(record.id)
    return edit ? { ...record, fields: { ...record.fields, [edit.field]: edit.value } } : record
  })
}

/** The same for the same records, in whatever order they and their fields come. */
export async function digestOf(records: readonly Plain[]): Promise<string> {
  const lines = records.map(({ id: name, kind, fields }) =>
    JSON.stringify([name, kind, ...fieldsOf[kind].map((field) => fields[field] ?? null)]),
  )
  const bytes = new TextEncoder().encode(lines.sort().join('\n'))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
