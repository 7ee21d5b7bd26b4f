import { emailsOf, phonesOf } from '../../../records/contact.ts'
import { textOf, tickedIn } from '../../../records/fields.ts'
import { makeNames, type Names } from '../../../records/names.ts'
import { entryTypeOf, textsOf, themesOf } from '../../../records/kinds/publication.ts'
import { stateOf as projectStateOf } from '../../../records/kinds/project.ts'
import { townNames } from '../../../records/kinds/town.ts'
import { mayBePublic } from '../../../records/consent.ts'
import { languages } from '../../../shared/language.ts'
import { pageAddress } from '../../../shared/page-address.ts'
import { sameNumber } from '../../../shared/phone.ts'
import type { Common, Content, EventContent, PublicContact, Texts } from '../../../shared/register/content.ts'
import { registerLimits as most } from '../../../shared/register/limits.ts'
import type { Fields } from '../../../shared/value.ts'
import { lineOf, linkKindOf, linkStateOf, paragraphOf, publicTown, tellableDates } from './facts.ts'
import type { Material } from './material.ts'

/** What everybody will read, and what is held back from it. */
export type Made = {
  readonly content: Content
  /** Names of people in the texts who haven't agreed, as they stand there. */
  readonly names: readonly string[]
  /** Whose address or number it is that stays out: by their records' ids. */
  readonly people: readonly { readonly id: string; readonly label: string }[]
}

const masked = (texts: Texts, { mask }: Names): Texts => {
  const text = (given: string): string => paragraphOf(mask(paragraphOf(given)))
  return { de: text(texts.de), en: text(texts.en), hu: text(texts.hu), pl: text(texts.pl) }
}

const sameMail = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** The people who can be reached so and haven't agreed to that being public. */
function ownersOf({ people, today }: Material, { mail, phone }: PublicContact): Material['people'] {
  return people.filter(
    ({ fields }) =>
      !mayBePublic(fields, today) &&
      ((mail !== '' && emailsOf(fields).some(({ value }) => sameMail(value.address, mail))) ||
        (phone !== '' && phonesOf(fields).some(({ value }) => sameNumber(value.number, phone)))),
  )
}

const contactIn = (fields: Fields): PublicContact => ({
  mail: lineOf(textOf(fields, 'mail'), 200),
  web: pageAddress(textOf(fields, 'web')),
  phone: lineOf(textOf(fields, 'phone'), 40),
})

/** Without what belongs to a person who hasn't agreed: looked at each alone, so that the other one may stay. */
function allowed(contact: PublicContact, material: Material): PublicContact {
  const { mail, phone, web } = contact
  const isFree = (only: Partial<PublicContact>): boolean =>
    ownersOf(material, { mail: '', phone: '', web: '', ...only }).length === 0
  return { mail: isFree({ mail }) ? mail : '', phone: isFree({ phone }) ? phone : '', web }
}

function commonOf(fields: Fields, material: Material, names: Names): Common {
  const ticked = new Set(tickedIn(fields, 'towns'))
  const language = languages.find((one) => one === fields['language']) ?? 'en'
  return {
    association: lineOf(textOf(fields, 'association'), most.name),
    title: lineOf(names.mask(lineOf(textOf(fields, 'title'), most.title)), most.title),
    language,
    text: masked(textsOf(fields, 'texts'), names),
    towns: material.towns
      .filter(({ id }) => ticked.has(id))
      .flatMap((town) => publicTown(town.fields) ?? [])
      .slice(0, most.towns),
    themes: themesOf(fields).slice(0, most.themes),
    seeksPartners: fields['seeking'] === true,
    contact: allowed(contactIn(fields), material),
  }
}

function eventOf(common: Common, fields: Fields, { source, when }: Material, { mask }: Names): EventContent {
  const of = source?.fields ?? {}
  const place = [textOf(of, 'place'), textOf(of, 'address')].filter(Boolean).join(', ')
  const link = textOf(of, 'link').trim()
  const [date, until] = [when?.date ?? '', when?.endDate ?? '']
  return {
    ...common,
    date,
    until: until > date ? until : '',
    time: when?.time ?? '',
    zone: when?.zone ?? '',
    place: fields['shows/place'] === true ? lineOf(mask(lineOf(place, most.line)), most.line) : '',
    online: link !== '',
    link: fields['shows/link'] === true && link ? pageAddress(link) : '',
  }
}

function contentOf(fields: Fields, material: Material, names: Names): Content {
  const common = commonOf(fields, material, names)
  const { source, towns } = material
  const of = source?.fields ?? {}
  const dated = new Set(tickedIn(fields, 'dates'))
  const labels = new Map(towns.map(({ id, label }) => [id, label]))
  const dates = tellableDates(source?.kind ?? '', of, labels)
    .filter(({ id }) => dated.has(id))
    .map(({ date }) => date)
  switch (entryTypeOf(fields)) {
    case 'partnership':
      return { ...common, kind: linkKindOf(of), status: linkStateOf(of), dates }
    case 'project':
      return { ...common, status: projectStateOf(of), dates }
    case 'event':
      return eventOf(common, fields, material, names)
    case 'experience':
      return {
        ...common,
        withWhom: lineOf(names.mask(lineOf(textOf(fields, 'withWhom'), most.line)), most.line),
        again: masked(textsOf(fields, 'again'), names),
      }
    default:
      return common
  }
}

/** All texts that somebody wrote for it or for the record behind it. */
const written = (fields: Fields, { source }: Material): string[] => [
  ...['title', 'withWhom'].map((name) => textOf(fields, name)),
  ...languages.flatMap((one) => [textOf(fields, `texts/${one}`), textOf(fields, `again/${one}`)]),
  ...(fields['shows/place'] === true ? [textOf(source?.fields ?? {}, 'place')] : []),
]

/**
 * The entry that a publication's fields and the records behind it make.
 * @param hidden what stands in place of the name of a person who hasn't agreed
 */
export function makeContent(fields: Fields, material: Material, hidden: string): Made {
  const { towns, people, today } = material
  const names = makeNames(
    people,
    towns.flatMap((town) => townNames(town.fields)),
    hidden,
    (person) => mayBePublic(person, today),
  )
  return {
    content: contentOf(fields, material, names),
    names: [
      ...new Set(written(fields, material).flatMap((text) => names.findIn(text).map(({ said }) => said))),
    ],
    people: ownersOf(material, contactIn(fields)).map(({ id, label }) => ({ id, label })),
  }
}
