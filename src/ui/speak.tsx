import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { useText } from './text.ts'

/** A voice that lives on this device and speaks the text's language: others would send the text away. */
function localVoice(lang: string): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined
  return speechSynthesis
    .getVoices()
    .find((voice) => voice.localService && voice.lang.slice(0, 2) === lang.slice(0, 2))
}

/** Reads a text aloud; not shown where no voice of its language is at hand. */
export function Speak({ text, lang }: { text: string; lang: string }): JSX.Element | null {
  const { t } = useText()
  const [voice, setVoice] = useState(() => localVoice(lang))
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const look = (): void => setVoice(localVoice(lang))
    look()
    speechSynthesis.addEventListener('voiceschanged', look)
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look)
      speechSynthesis.cancel()
    }
  }, [lang])
  if (!voice || !text) return null
  const toggle = (): void => {
    speechSynthesis.cancel()
    setSpeaking(!speaking)
    if (speaking) return
    const speech = new SpeechSynthesisUtterance(text)
    speech.voice = voice
    speech.lang = lang
    speech.onend = () => setSpeaking(false)
    speechSynthesis.speak(speech)
  }
  return (
    <Button icon="volume-2" onPress={toggle}>
      {speaking ? t('ui.stopReading') : t('ui.readAloud')}
    </Button>
  )
}
