type Spoken = { readonly lang: string; readonly text: string }

class Utterance {
  voice: unknown = null
  lang = ''
  onend: (() => void) | undefined
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/**
 * A device with a voice for each of these languages; one that ends with + would send the text away. Comes back: what is read
 * aloud, and the way to bring the last one to its end. Until the file is over, for a page that goes stops what it reads.
 */
export function voices(languages: readonly string[]): {
  readonly spoken: readonly Spoken[]
  readonly end: () => void
} {
  const uttered: Utterance[] = []
  const spoken: Spoken[] = []
  const all = languages.map((name) => ({ lang: name.replace('+', ''), localService: !name.endsWith('+') }))
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => all,
    cancel: () => undefined,
    speak(one: Utterance) {
      uttered.push(one)
      spoken.push({ lang: one.lang, text: one.text })
    },
  })
  Object.assign(globalThis, { speechSynthesis: synthesis, SpeechSynthesisUtterance: Utterance })
  return { spoken, end: () => uttered.at(-1)?.onend?.() }
}
