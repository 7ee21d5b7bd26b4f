import { createContext, type ComponentType } from 'preact'
import { useContext } from 'preact/hooks'
import type { FieldWords } from './field-words.ts'
import type { IconName } from './icons.ts'
import type { PictureName } from './pictures.ts'
import type { TextKey } from './text.ts'

export type Params = { readonly [name: string]: string }
export type Screen = ComponentType<{ params: Params }>

/** One of the few main places of the app, always in sight. */
export type Place = {
  readonly path: string
  readonly icon: IconName
  readonly titleKey: TextKey
  readonly order: number
}

/** A second page of the same place, chosen by tabs at its top: people, groups, towns. */
export type Tab = {
  readonly place: string
  readonly path: string
  readonly titleKey: TextKey
  readonly order: number
}

/** A door on "Everything else". */
export type Door = {
  readonly group: 'association' | 'tablet'
  readonly path: string
  readonly picture: PictureName
  readonly titleKey: TextKey
  readonly order: number
}

/** One of the big buttons on Start. */
export type StartButton = {
  readonly path: string
  readonly icon: IconName
  readonly titleKey: TextKey
  readonly order: number
}

/**
 * All that the app knows of a feature. A feature is a folder that exports one of these as `feature`,
 * and one line in `app/features.ts`, or in `app/first-features.ts` if the first screens need it.
 */
export type Feature = {
  readonly name: string
  /** Screens by path pattern, loaded when first opened. Patterns with the same loader share one screen instance. */
  readonly routes: { readonly [pattern: string]: () => Promise<Screen> }
  /** The words for the kinds of record that are this feature's, by kind. */
  readonly kindKeys?: { readonly [kind: string]: TextKey }
  readonly place?: Place
  /** The path of another feature's place that its screens lie under: it is marked while one of them is shown. */
  readonly under?: string
  readonly tab?: Tab
  readonly doors?: readonly Door[]
  readonly startButtons?: readonly StartButton[]
  /** A section on Start; those of negative order stand above the two big buttons. */
  readonly onStart?: { readonly order: number; readonly load: () => Promise<ComponentType> }
  /** A section on the page of any record: what this feature holds about it. */
  readonly about?: () => Promise<ComponentType<{ id: string }>>
  /** The line at the page of any record that says how safe it is. */
  readonly itemLine?: () => Promise<ComponentType<{ id: string }>>
  /** The line at the top of Start, once the notebook is exchanged with others. */
  readonly startLine?: () => Promise<ComponentType>
  /** A word below everything on Start, once the moment has come that this setting of the device names. */
  readonly reminder?: { readonly at: 'remindAt' | 'roomAt'; readonly load: () => Promise<ComponentType> }
  /** What few screens ask of it: its file `details.ts`. */
  readonly details?: () => Promise<{ readonly details: FeatureDetails }>
}

/** What is known of a feature beside all that its first screens need. */
export type FeatureDetails = {
  /** The patterns of those routes that are there for writing: who may only read is told so instead. */
  readonly writes?: readonly string[]
  /** How the fields of its kinds are called and said, by kind. */
  readonly fieldWords?: { readonly [kind: string]: () => Promise<FieldWords> }
}

export const FeaturesContext = createContext<readonly Feature[]>([])

/** Where the page of a record of that kind lies: under the name of the feature that has a word for the kind. */
export function usePathOf(): (kind: string, id: string) => string {
  const features = useFeatures()
  return (kind, id) => `/${features.find((feature) => feature.kindKeys?.[kind])?.name ?? ''}/${id}`
}

export const useFeatures = (): readonly Feature[] => useContext(FeaturesContext)

/** The word for a kind of record, from the feature whose kind it is; undefined for one of a newer version. */
export function useKindKey(): (kind: string) => TextKey | undefined {
  const features = useFeatures()
  return (kind) => features.map((feature) => feature.kindKeys?.[kind]).find(Boolean)
}
