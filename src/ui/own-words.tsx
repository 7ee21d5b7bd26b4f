import type { JSX } from 'preact'
import type { Language } from '../shared/language.ts'
import { Button, Buttons, LinkButton } from './button.tsx'
import { href } from './route.ts'
import { useText, type TextKey, type Translate } from './text.ts'

type ByLanguage = { readonly [language in Language]: TextKey }

const fromKeys: ByLanguage = {
  de: 'ui.own.from.de',
  en: 'ui.own.from.en',
  pl: 'ui.own.from.pl',
  hu: 'ui.own.from.hu',
}

const writtenKeys: ByLanguage = {
  de: 'ui.own.written.de',
  en: 'ui.own.written.en',
  pl: 'ui.own.written.pl',
  hu: 'ui.own.written.hu',
}

/** "Ins Polnische übersetzen" */
export const translateIntoKeys: ByLanguage = {
  de: 'ui.own.into.de',
  en: 'ui.own.into.en',
  pl: 'ui.own.into.pl',
  hu: 'ui.own.into.hu',
}

const word = (keys: ByLanguage, language: string, t: Translate): string => {
  const key = Object.entries(keys).find(([known]) => known === language)?.[1]
  return key ? t(key) : ''
}

/** "Das Original ist auf Polnisch."; '' for a language that the screens don't know. */
export const writtenIn = (language: string, t: Translate): string => word(writtenKeys, language, t)

type Words = {
  readonly written: string
  readonly translated?: {
    readonly by: readonly string[]
    readonly isMachine: boolean
    readonly isStale: boolean
  }
  readonly isStrange: boolean
  readonly into: readonly Language[]
  readonly isOriginal: boolean
  /** The way to the original and back; missing where there is no such choice. */
  readonly turn?: () => void
}

/** What is to be known of a text beside itself, in a few words: that it is translated, or in which strange language it is. */
export function ownWordsBriefly({ translated, isStrange, written }: Words, t: Translate): string {
  if (translated) return translated.isMachine ? t('ui.own.byMachine') : t('ui.own.translated')
  return isStrange ? writtenIn(written, t) : ''
}

function linesOf({ written, translated, isStrange, isOriginal }: Words, t: Translate): string[] {
  if (!translated) return [isStrange || isOriginal ? writtenIn(written, t) : ''].filter(Boolean)
  const { by, isMachine, isStale } = translated
  const names = by.length > 0 ? t('ui.own.translatedBy', { name: by.join(', ') }) : t('ui.own.translated')
  const who = isMachine ? t('ui.own.byMachine') : names
  const first = [who, word(fromKeys, written, t)].filter(Boolean).join(' · ')
  return [first, isStrange ? t('ui.own.partly') : '', isStale ? t('ui.own.stale') : ''].filter(Boolean)
}

/** Below a text: in whose words it stands there, one tap to the original and back, and the way to translate it. */
export function OwnWordsLine({ id, words }: { id: string; words: Words }): JSX.Element | null {
  const { t } = useText()
  const lines = linesOf(words, t)
  const { turn } = words
  const canTurn = words.translated !== undefined || words.isOriginal
  if (lines.length === 0 && words.into.length === 0) return null
  return (
    <div class="stack tight">
      {lines.length > 0 && (
        <p class="small secondary" role="status">
          {lines.map((line) => (
            <span class="line" key={line}>
              {line}
            </span>
          ))}
        </p>
      )}
      <Buttons>
        {turn && canTurn && (
          <Button icon="languages" onPress={turn}>
            {words.isOriginal ? t('ui.own.showTranslation') : t('ui.own.showOriginal')}
          </Button>
        )}
        {words.into.map((language) => (
          <LinkButton key={language} writes icon="pencil" to={href(`/translate/${id}/${language}`)}>
            {t(translateIntoKeys[language])}
          </LinkButton>
        ))}
      </Buttons>
    </div>
  )
}
