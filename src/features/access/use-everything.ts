import { useEffect, useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { everythingAbout, type Everything } from '../../db/mentions.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useFeatures } from '../../ui/feature.ts'
import type { FieldWords } from '../../ui/field-words.ts'
import { loadFieldWords } from '../../ui/load-field-words.ts'

export type Known = Everything & {
  /** By id, what the records are called that these name. */
  readonly labels: ReadonlyMap<string, string>
  /** Photos of which there is a picture here. */
  readonly pictures: ReadonlySet<string>
}

const anyId = /[0-9a-f]{32}/g

/** Everything about a person; undefined until it is known, null where the person isn't here. */
export function useEverything(id: string): Known | null | undefined {
  const notebook = useNotebook()
  return useLive(async () => {
    const all = await everythingAbout(notebook, id)
    if (!all) return null
    const { records, thumbs } = notebook.tables
    const texts = [all.own, ...all.mentions].map(({ row }) => JSON.stringify(row.fields))
    const ids = [...new Set(texts.flatMap((text) => text.match(anyId) ?? []))]
    const named = await records.bulkGet(ids)
    const photos = all.mentions.filter(({ row }) => row.kind === 'photo').map(({ row }) => row.id)
    const here = await thumbs.where('id').anyOf(photos).primaryKeys()
    const labels = named.flatMap((row): [string, string][] => (row ? [[row.id, row.label]] : []))
    return { ...all, labels: new Map(labels), pictures: new Set(here) }
  }, [notebook, id])
}

/** The words for the fields of all these kinds; undefined until they are there. */
export function useAllFieldWords(kinds: readonly string[]): ReadonlyMap<string, FieldWords> | undefined {
  const features = useFeatures()
  const [words, setWords] = useState<ReadonlyMap<string, FieldWords>>()
  const all = kinds.join()
  useEffect(() => {
    let gone = false
    const load = async (): Promise<ReadonlyMap<string, FieldWords>> => {
      const found = kinds.map(async (kind): Promise<[string, FieldWords]> => [
        kind,
        await loadFieldWords(features, kind),
      ])
      return new Map(await Promise.all(found))
    }
    load().then(
      (found) => gone || setWords(found),
      (reason: unknown) => reportError(reason),
    )
    return () => {
      gone = true
    }
  }, [features, all])
  return words
}
