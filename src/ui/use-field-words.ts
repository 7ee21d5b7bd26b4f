import { useEffect, useState } from 'preact/hooks'
import { useFeatures } from './feature.ts'
import type { FieldWords } from './field-words.ts'
import { loadFieldWords } from './load-field-words.ts'

/** The words for the fields of a kind; undefined until they are there. */
export function useFieldWords(kind: string): FieldWords | undefined {
  const features = useFeatures()
  const [words, setWords] = useState<FieldWords>()
  useEffect(() => {
    let gone = false
    // A field without words of its own is shown as well as it can be.
    loadFieldWords(features, kind).then(
      (found) => gone || setWords(found),
      (reason: unknown) => reportError(reason),
    )
    return () => {
      gone = true
    }
  }, [features, kind])
  return words
}
