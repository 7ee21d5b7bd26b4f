import type { Language } from '../../shared/language.ts'
import type { TextKey, Translate } from '../../ui/text.ts'
import { shorten } from './shorten.ts'

/** What a post tells of, in the post's own language and without names that may not stand there. */
export type Told = {
  readonly what: 'visit' | 'event' | 'anniversary'
  /** '' where it has none. */
  readonly title: string
  /** When it was or will be, in words; '' where nobody said. */
  readonly when: string
  /** How many years ago, for an anniversary; 0 for any other. */
  readonly years: number
  /** Whether it is told on the day on which those years are full, not just some day after. */
  readonly isAnniversary: boolean
  readonly place: string
  readonly town: string
  /** Of those who were there, whoever may be named. */
  readonly names: readonly string[]
  /** '' where there is none in this language. */
  readonly story: string
  readonly isAhead: boolean
}

/** A post is read in passing: as much of a story as stands on a small screen. */
const mostStory = 400

const unnamed: { readonly [what in Told['what']]: TextKey } = {
  visit: 'posts.visit',
  event: 'posts.event',
  anniversary: 'posts.anniversary',
}

/** Side by side, so that no name is inflected: "Delegation, Kraków". */
const beside = (...parts: readonly string[]): string => [...new Set(parts.filter(Boolean))].join(', ')

function headOf({ what, title, town, years, isAnniversary }: Told, t: Translate): string {
  const name = title || beside(t(unnamed[what]), town)
  if (isAnniversary) return t('posts.years', { count: years, what: name })
  return years > 0 ? t('posts.yearsAgo', { count: years, what: name }) : name
}

function endOf({ what, isAhead }: Told, t: Translate): string {
  if (what === 'anniversary') return ''
  return isAhead ? t('posts.lookingForward') : t('posts.thanks')
}

/** The short text that somebody begins with: what it was, when and where, who, the story, a word of thanks. */
export function draftText(told: Told, { t, language }: { t: Translate; language: Language }): string {
  const { title, town, place, when, names, story } = told
  const where = beside(place, title ? town : '')
  const people = new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
  const first = [headOf(told, t), beside(when, where), people && t('posts.takingPart', { names: people })]
  return [first.filter(Boolean).join('\n'), shorten(story, mostStory), endOf(told, t)]
    .filter(Boolean)
    .join('\n\n')
}
