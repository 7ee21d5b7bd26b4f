import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../shared/language.ts'

type Found<T> = { readonly language: Language; readonly content: T }

/**
 * Longer texts, a file a language, loaded when they are first shown. Undefined until they are there; what fails to load
 * is thrown at rendering. `load` stays the same function.
 */
export function useContent<T>(language: Language, load: (language: Language) => Promise<T>): T | undefined {
  const [found, setFound] = useState<Found<T>>()
  const [failure, setFailure] = useState<{ readonly reason: unknown }>()
  useEffect(() => {
    let gone = false
    load(language).then(
      (content) => gone || setFound({ language, content }),
      (reason: unknown) => gone || setFailure({ reason }),
    )
    return () => {
      gone = true
    }
  }, [language, load])
  if (failure) throw failure.reason
  return found?.language === language ? found.content : undefined
}
