import { locks } from 'node:worker_threads'
import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { configure, render, type RenderResult } from '@testing-library/preact'
import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { Device } from '../../src/db/device.ts'
import { OpenContext, type Open } from '../../src/db/notebook.ts'
import { openNotebook } from '../../src/db/open.ts'
import type { NotebookProblem } from '../../src/db/problem.ts'
import type { Notebook } from '../../src/db/tables.ts'
import { languages, type Language } from '../../src/shared/language.ts'
import { FeaturesContext, type Feature } from '../../src/ui/feature.ts'
import { TextContext, type Translate } from '../../src/ui/text.ts'

// Two busy cores can make a screen late; what is late is not wrong.
configure({ asyncUtilTimeout: 10_000 })

// The pictures come from the disk: nothing listens where happy-dom would ask for them.
class PictureRequest extends EventTarget {
  responseType = ''
  responseXML: Document | null = null
  #address = ''
  overrideMimeType(): void {
    // The picture below is what it is.
  }
  open(_method: string, address: string): void {
    this.#address = address
  }
  send(): void {
    const markup = readFileSync(`.${this.#address}`, 'utf8')
    this.responseXML = new DOMParser().parseFromString(markup, 'image/svg+xml')
    queueMicrotask(() => this.dispatchEvent(new Event('load')))
  }
}
Object.defineProperty(globalThis, 'XMLHttpRequest', { value: PictureRequest, configurable: true })

// happy-dom has no locks; Node has the real ones.
if (!navigator.locks) Object.defineProperty(navigator, 'locks', { value: locks })

let devices = 0

type Opened = {
  readonly notebook: Notebook
  readonly device: Device
  /** What came up where no screen was left to show it. */
  readonly problems: readonly NotebookProblem[]
  readonly clock: { now: number }
  /** Shows a screen over this notebook, in German at first. */
  readonly show: (screen: ComponentChild, features?: readonly Feature[]) => RenderResult
  readonly close: () => void
}

/** A new device with an empty notebook on IndexedDB, as the app opens it; the clock stands until it is set. */
export async function openForTest(): Promise<Opened> {
  devices += 1
  localStorage.clear()
  const device = new Device(`test-device-${devices}`)
  const clock = { now: Date.UTC(2026, 10, 22, 12) }
  const notebook = await openNotebook(device, {
    now: () => clock.now,
    storage: localStorage,
    onBlocked: () => undefined,
    onNewerVersion: () => undefined,
  })
  const problems: NotebookProblem[] = []
  const open: Open = { notebook, device, onProblem: (problem) => void problems.push(problem) }
  return {
    notebook,
    device,
    problems,
    clock,
    show: (screen, features = []) => render(<Around open={open} features={features} screen={screen} />),
    close() {
      notebook.tables.close()
      device.close()
    },
  }
}

const words = createInstance()
await words.init({
  lng: 'de',
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(languages.map((language) => [language, { translation: wordsOf(language) }])),
})

function wordsOf(language: Language): Record<string, unknown> {
  return JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as Record<string, unknown>
}

/** The words of the screens in a language. */
export const wordsIn = (language: Language): Translate => words.getFixedT(language) as unknown as Translate

const inLanguage = (language: Language): Promise<Translate> => Promise.resolve(wordsIn(language))

type AroundProps = { open: Open; features: readonly Feature[]; screen: ComponentChild }

function Around({ open, features, screen }: AroundProps) {
  const [language, choose] = useState<Language>('de')
  return (
    <TextContext.Provider value={{ t: wordsIn(language), language, choose, inLanguage }}>
      <FeaturesContext.Provider value={features}>
        <OpenContext.Provider value={open}>{screen}</OpenContext.Provider>
      </FeaturesContext.Provider>
    </TextContext.Provider>
  )
}
