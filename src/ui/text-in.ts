import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../shared/language.ts'
import { useText, type Text } from './text.ts'

/** The texts in another language than the screen's; undefined until its texts are there. */
export function useTextIn(language: Language): Text | undefined {
  const text = useText()
  const [other, setOther] = useState<Text>()
  useEffect(() => {
    let gone = false
    void text.inLanguage(language).then((t) => gone || setOther({ ...text, t, language }))
    return () => {
      gone = true
    }
  }, [language])
  return other
}
