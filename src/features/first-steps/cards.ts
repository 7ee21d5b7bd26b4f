import type { Language } from '../../shared/language.ts'
import type { PictureName } from '../../ui/pictures.ts'
import type { TextKey } from '../../ui/text.ts'

/** A card without its words: those lie in locales/content, one file a language, under the same id. */
export type Card = {
  readonly id: string
  readonly picture: PictureName
  /** Where in the app the step is done. */
  readonly path?: string
  /** Whether something is written there: who may only read is not led to it. */
  readonly writes?: boolean
}

export type CardWords = {
  readonly title: string
  /** What it is good for, in a sentence or two. */
  readonly what: string
  readonly steps: readonly string[]
  /** The button that leads to the card's `path`. */
  readonly open?: string
}

export type Words = { readonly [id: string]: CardWords }

type Chapter = { readonly titleKey: TextKey; readonly cards: readonly Card[] }

/** All cards, in the order in which they are offered. */
export const chapters: readonly Chapter[] = [
  {
    titleKey: 'first-steps.begin',
    cards: [
      { id: 'text-size', picture: 'door-text', path: '/display' },
      { id: 'home-screen', picture: 'card-home' },
      { id: 'saved-shared', picture: 'card-saved', path: '/saved' },
      { id: 'link-qr', picture: 'card-qr', path: '/join' },
      { id: 'video-call', picture: 'video' },
      { id: 'photo', picture: 'card-photo', path: '/visits/new', writes: true },
      { id: 'backup', picture: 'door-backup', path: '/backup' },
      { id: 'help-someone', picture: 'card-together', path: '/practice' },
    ],
  },
  {
    titleKey: 'first-steps.public',
    cards: [
      { id: 'people-pictures', picture: 'card-faces', path: '/people' },
      { id: 'social-purpose', picture: 'card-post' },
      { id: 'social-seen', picture: 'group', path: '/people' },
      { id: 'social-before', picture: 'card-ready' },
      { id: 'social-comments', picture: 'card-comments' },
      { id: 'social-access', picture: 'card-key', path: '/channels' },
    ],
  },
  {
    titleKey: 'first-steps.careful',
    cards: [
      { id: 'fraud-calls', picture: 'card-call' },
      { id: 'fraud-mails', picture: 'card-mail' },
    ],
  },
]

export const cards: readonly Card[] = chapters.flatMap((chapter) => chapter.cards)

/** The card to go on with: the first one behind this card that is not done, else the first one of all. */
export function nextCard(done: ReadonlySet<string>, after = ''): Card | undefined {
  const at = cards.findIndex((card) => card.id === after) + 1
  return [...cards.slice(at), ...cards.slice(0, at)].find((card) => card.id !== after && !done.has(card.id))
}

/** How many cards are done; a card that this version doesn't have counts for nothing. */
export const countDone = (done: ReadonlySet<string>): number =>
  cards.filter((card) => done.has(card.id)).length

const files = import.meta.glob<Words>('/locales/content/*/first-steps.json', { import: 'default' })

/** The words of all cards in a language. */
export function loadWords(language: Language): Promise<Words> {
  const load = files[`/locales/content/${language}/first-steps.json`]
  if (!load) throw new Error(`no first steps in ${language}`)
  return load()
}
