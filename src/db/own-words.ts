import { useState } from 'preact/hooks'
import { textOf } from '../records/fields.ts'
import { kindOf } from '../records/kinds.ts'
import { asWritten, needOf, tell, textFields, type Reader, type Told } from '../records/translation.ts'
import { languages, type Language } from '../shared/language.ts'
import type { Fields } from '../shared/value.ts'
import { readSettings, type Settings } from './device.ts'
import { useLive } from './live.ts'
import { useOpen } from './notebook.ts'
import type { Row } from './show.ts'

/** The languages that a setting lists. */
export const languagesIn = (list: string | undefined): Language[] =>
  languages.filter((language) => (list ?? '').split(',').includes(language))

/** What the texts of a record are to whoever reads here, and how they came to be. */
export type OwnWords = {
  /** The record with its texts in the reader's words: for showing alone, never for a form. */
  readonly row: Row
  /** The language of what is shown of a field. */
  readonly langOf: (field: string) => string
  /** The language that it was written in; '' where nobody said. */
  readonly written: string
  /** Who translated what is shown; undefined where nothing of it is translated. */
  readonly translated?: {
    readonly by: readonly string[]
    readonly isMachine: boolean
    readonly isStale: boolean
  }
  /** Whether something stands there in a language that isn't read here. */
  readonly isStrange: boolean
  /** Into which languages somebody here could translate what is missing, has changed or was made by a machine. */
  readonly into: readonly Language[]
  /** Whether the original is shown though there is a translation, and the way there and back. */
  readonly isOriginal: boolean
  readonly turn: () => void
}

type FieldTold = readonly [field: string, told: Told]

const shownRow = (row: Row, all: readonly FieldTold[]): Row => {
  const fields: Fields = {
    ...row.fields,
    ...Object.fromEntries(all.map(([field, { text }]) => [field, text])),
  }
  const kind = kindOf(row.kind)
  return { ...row, fields, label: kind?.label(fields) ?? row.label }
}

function translatedIn(all: readonly FieldTold[]): Pick<OwnWords, 'translated'> {
  const found = all.flatMap(([, told]) => (told.translation ? [{ ...told.translation, ...told }] : []))
  if (found.length === 0) return {}
  const by = [...new Set(found.map((one) => one.by).filter(Boolean))]
  const isMachine = found.some((one) => one.isMachine)
  return { translated: { by, isMachine, isStale: found.some((one) => one.isStale) } }
}

const languageIn =
  (all: readonly FieldTold[], otherwise: string) =>
  (field: string): string =>
    all.find(([name]) => name === field)?.[1].language || otherwise

/** A record as those get it whom it is handed to, who may read this language alone. */
export function wordsFor(
  row: Row,
  language: Language,
): Pick<OwnWords, 'row' | 'langOf' | 'translated'> & { readonly isWhole: boolean } {
  const names = textFields(kindOf(row.kind), row.fields)
  const told = names.map((field): FieldTold => [field, tell(row.fields, field, { language, reads: [] })])
  return {
    row: shownRow(row, told),
    langOf: languageIn(told, textOf(row.fields, 'language') || language),
    ...translatedIn(told),
    isWhole: told.every(([, one]) => one.language === language),
  }
}

/** Who reads here; undefined until it is known. */
export function useReader(
  language: Language,
): (Reader & { readonly translates: readonly Language[] }) | undefined {
  const { device } = useOpen()
  const settings = useLive<Settings>(() => readSettings(device), [device])
  return (
    settings && {
      language,
      reads: languagesIn(settings.reads).filter((one) => one !== language),
      translates: languagesIn(settings.translates),
    }
  )
}

/** A record in the words of whoever reads here; undefined until both are known. */
export function useOwnWords(row: Row | undefined, language: Language): OwnWords | undefined {
  const reader = useReader(language)
  const [wantsOriginal, setWantsOriginal] = useState(false)
  if (!row || !reader) return undefined
  const kind = kindOf(row.kind)
  const names = textFields(kind, row.fields)
  const told = names.map((field): FieldTold => [field, tell(row.fields, field, reader)])
  const isOriginal = wantsOriginal && told.some(([, one]) => one.translation)
  const shown = isOriginal
    ? names.map((field): FieldTold => [field, asWritten(row.fields, field, reader)])
    : told
  const written = textOf(row.fields, 'language')
  const isStrange = told.some(([, one]) => !one.isRead)
  const wanted = new Set([...reader.translates, ...(isStrange ? [language] : [])])
  return {
    row: shownRow(row, shown),
    langOf: languageIn(shown, written || language),
    written,
    ...translatedIn(shown),
    isStrange,
    into: languages.filter((one) => wanted.has(one) && needOf(kind, row.fields, one)),
    isOriginal,
    turn: () => setWantsOriginal(!wantsOriginal),
  }
}
