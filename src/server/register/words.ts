import type {
  EntryType,
  Happening,
  LinkKind,
  LinkState,
  PublicProjectState,
  Theme,
} from '../../shared/register/words.ts'

type Plain =
  | 'title'
  | 'lead'
  | 'places'
  | 'entries'
  | 'towns'
  | 'choose'
  | 'type'
  | 'anyType'
  | 'country'
  | 'anyCountry'
  | 'words'
  | 'townName'
  | 'seeksOnly'
  | 'show'
  | 'noEntries'
  | 'noTowns'
  | 'before'
  | 'next'
  | 'seeksPartners'
  | 'byOffice'
  | 'status'
  | 'kind'
  | 'dates'
  | 'themesTitle'
  | 'townsTitle'
  | 'contact'
  | 'mail'
  | 'web'
  | 'phone'
  | 'when'
  | 'where'
  | 'online'
  | 'openToAll'
  | 'withWhom'
  | 'again'
  | 'linkedWith'
  | 'fromOthers'
  | 'credit'
  | 'noPopulation'
  | 'noLinks'
  | 'download'
  | 'news'
  | 'report'
  | 'reportLead'
  | 'reportText'
  | 'reportMail'
  | 'send'
  | 'reportShort'
  | 'reportLong'
  | 'reportWrongMail'
  | 'reported'
  | 'reportedNext'
  | 'tooOften'
  | 'gone'
  | 'back'

/** With {{count}}, {{page}} and {{pages}}, {{name}}, {{date}}, {{from}} and {{to}}, {{date}}, {{time}} and {{zone}}, {{year}}. */
type Filled =
  'found' | 'page' | 'publishedBy' | 'changedOn' | 'clock' | 'until' | 'fromWikidata' | 'since' | 'population'

/** What the pages of the register say in one language. */
export type RegisterWords = { readonly [name in Plain | Filled]: string } & {
  readonly types: { readonly [type in EntryType]: string }
  readonly kinds: { readonly [kind in LinkKind]: string }
  readonly states: { readonly [state in LinkState]: string }
  readonly projectStates: { readonly [state in PublicProjectState]: string }
  readonly happenings: { readonly [happening in Happening]: string }
  readonly themes: { readonly [theme in Theme]: string }
}

/** A sentence with what goes into it. */
export const fill = (sentence: string, values: { readonly [name: string]: string | number }): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
