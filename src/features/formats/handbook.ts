import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../shared/language.ts'
import { useText } from '../../ui/text.ts'
import type { FormatId } from './needs.ts'

/** What the handbook says of a format in one language. */
export type FormatText = {
  readonly title: string
  /** What it is for, in one sentence. */
  readonly purpose: string
  readonly who: string
  readonly length: string
  readonly needs: readonly string[]
  readonly steps: readonly string[]
  /** What others stumbled over. */
  readonly care: readonly string[]
  readonly afterwards: string
  /** Where it worked. */
  readonly proof: string
  /** What is sent to the members. */
  readonly invitation: string
  /** The next steps; when each is to be done says `Format.days`. */
  readonly checklist: readonly string[]
}

/** The texts of all formats in one language, by id. */
export type Handbook = { readonly [format in FormatId]: FormatText }

const loaders: { readonly [language in Language]: () => Promise<{ readonly default: Handbook }> } = {
  de: () => import('../../../locales/content/de/formats.json'),
  en: () => import('../../../locales/content/en/formats.json'),
  pl: () => import('../../../locales/content/pl/formats.json'),
  hu: () => import('../../../locales/content/hu/formats.json'),
}

/** The handbook in a language; its file is loaded when somebody first opens it. */
export const loadHandbook = async (language: Language): Promise<Handbook> =>
  (await loaders[language]()).default

type Loaded = { readonly language: Language; readonly handbook: Handbook }

/** The handbook in the reader's language; undefined until it is there. */
export function useHandbook(): Handbook | undefined {
  const { language } = useText()
  const [loaded, setLoaded] = useState<Loaded>()
  const [failure, setFailure] = useState<{ reason: unknown }>()
  useEffect(() => {
    let gone = false
    loadHandbook(language).then(
      (handbook) => gone || setLoaded({ language, handbook }),
      (reason: unknown) => gone || setFailure({ reason }),
    )
    return () => {
      gone = true
    }
  }, [language])
  if (failure) throw failure.reason
  return loaded?.language === language ? loaded.handbook : undefined
}
