import type { Fields } from '../../shared/value.ts'

/** A record as the content writes it: texts that begin with @ or = stand for what only the day of filling knows. */
export type Entry = {
  readonly key: string
  readonly kind: string
  /** The key of the writer. */
  readonly by: string
  /** Days from today and the time of day, '-12 17:20'. */
  readonly at: string
  /** The file in `pictures` that a photo is drawn from. */
  readonly picture?: string
  readonly fields: Fields
  /** Changes that were made to it afterwards. */
  readonly later?: readonly Pick<Entry, 'by' | 'at' | 'fields'>[]
}

export type Writer = { readonly key: string; readonly name: string }

const lists = import.meta.glob<readonly Entry[]>(
  ['/locales/content/practice/*.json', '!/locales/content/practice/writers.json'],
  { import: 'default', eager: true },
)
const files = import.meta.glob<readonly Writer[]>('/locales/content/practice/writers.json', {
  import: 'default',
  eager: true,
})
const addresses = import.meta.glob<string>('/locales/content/practice/pictures/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** Everything that the made-up association has written. */
export const entries: readonly Entry[] = Object.values(lists).flat()

/** Who wrote it. */
export const writers: readonly Writer[] = Object.values(files).flat()

/** Where a picture of its own lies; undefined for one of the app's pictures. */
export const addressOf = (picture: string): string | undefined =>
  addresses[`/locales/content/practice/pictures/${picture}.svg`]
