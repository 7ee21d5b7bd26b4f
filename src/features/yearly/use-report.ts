import { useMemo } from 'preact/hooks'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { languages, type Language } from '../../shared/language.ts'
import type { Text } from '../../ui/text.ts'
import { useText } from '../../ui/text.ts'
import { useTextIn } from '../../ui/text-in.ts'
import { readMaterial } from './read.ts'
import { makeReport, type Shown } from './sections/make.ts'
import type { Material } from './sections/material.ts'
import { namesIn } from './sections/yearly.ts'
import { titleOf } from './words.ts'

export type Report = {
  readonly row: Row
  readonly material: Material
  readonly sections: readonly Shown[]
  readonly title: string
  /** The words in the report's own language, whatever language the reader's is. */
  readonly text: Text
}

/** The language that a report is written in. */
const languageOf = (row: Row | undefined, own: Language): Language =>
  languages.find((one) => one === row?.fields['language']) ?? own

/** A report as it is now; undefined until it is made, and where there is none. */
export function useReport(id: string): Report | undefined {
  const notebook = useNotebook()
  const reader = useText()
  const read = useLive(async () => {
    const row = await rowOf(notebook, id)
    return row?.kind === 'report' ? { row, material: await readMaterial(notebook, row) } : undefined
  }, [notebook, id])
  const language = languageOf(read?.row, reader.language)
  const other = useTextIn(language)
  const text = language === reader.language ? reader : other
  return useMemo(() => {
    // While another language's texts come, those of the one before must not be taken for them.
    if (!read || text?.language !== language) return undefined
    const { row, material } = read
    const found = material.projects.find((one) => one.id === textOf(row.fields, 'project'))
    const { mask } = namesIn(material, { t: text.t, language })
    const project = found && { ...found, label: mask(found.label) }
    return {
      row,
      material,
      text,
      sections: makeReport(material, { t: text.t, language }),
      title: titleOf(row.fields, project, text.t, language),
    }
  }, [read, text, language])
}
