import type { Part } from '../../records/fit/features.ts'
import type { Check, Doubt } from './doubts.ts'

/** A town as a notebook or a list of places has it. `names`: all that it is called, its own first; `people`: 0 for unknown. */
export type Asked = {
  readonly names: readonly string[]
  /** ISO 3166. */
  readonly country: string
  /** Degrees, null where nobody said where it lies. */
  readonly lat: number | null
  readonly lon: number | null
  readonly people: number
}

/** Which towns are wanted. */
export type Wish = {
  /** ISO 3166, '' for any. */
  readonly country: string
  /** Not farther than that; Infinity for any. */
  readonly km: number
  /** At least so many people, and fewer than; 0 and Infinity also for towns of which nobody knows. */
  readonly people: readonly [least: number, below: number]
}

/** Two towns that are linked, and why that wants a second look. */
export type Linked = readonly [one: Asked, other: Asked, doubt: Doubt]

/** What the worker is asked: for a town, with the links that the notebook knows. */
export type Question = {
  readonly register: string
  /** Another one as soon as something else lies in the register. */
  readonly asOf: string
  readonly town: Asked
  readonly links: readonly Linked[]
  readonly wish: Wish
}

/** A reason with the names of the towns in between. */
export type Told = {
  readonly part: Part | 'data'
  readonly via: readonly string[]
  readonly km?: number
  readonly missing?: true
}

export type Suggested = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly lat: number
  readonly lon: number
  /** 0 for unknown. */
  readonly people: number
  /** How many known partners it has. */
  readonly partners: number
  /** Those that weigh most first. */
  readonly reasons: readonly Told[]
  /** What a person has to look at before anything is built on these reasons. */
  readonly checks: readonly Check[]
}

export type Answer = {
  /** The best, `mostSuggested` of them. */
  readonly towns: readonly Suggested[]
  /** How many people the town itself has, 0 for unknown. */
  readonly people: number
  /** How many partners of it are known. */
  readonly partners: number
  /** Where there are towns at all: those with the most first. */
  readonly countries: readonly string[]
  /** It isn't known where the town lies: then there are no suggestions. */
  readonly isNowhere: boolean
}
