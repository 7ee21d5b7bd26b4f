import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Form } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { markOf, needOfField, translationField, translationOf } from '../../records/translation.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/rows.tsx'
import { Speak } from '../../ui/speak.tsx'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { suggest, type Machine } from './machine.ts'
import { termsIn, type Kept } from './terms.ts'

const inKeys: { readonly [language in Language]: TextKey } = {
  de: 'translate.in.de',
  en: 'translate.in.en',
  pl: 'translate.in.pl',
  hu: 'translate.in.hu',
}

/** Longer texts are written into a box that grows. */
const oneLine = 100

/** What stands in the field, blanks at its end included. */
const typedIn = (values: Fields, name: string): string => textOf((values[name] ?? {}) as Fields, 'text')

export type Work = {
  readonly form: Form
  readonly language: Language
  readonly author: string
  readonly terms: readonly Fields[]
  readonly machine: Machine
}

type SuggestProps = {
  work: Work
  text: string
  kept: readonly Kept[]
  isEmpty: boolean
  onText: (text: string) => void
}

/** The machine's suggestion, for a field that is still empty. */
function Suggest({ work, text, kept, isEmpty, onText }: SuggestProps): JSX.Element {
  const { t } = useText()
  const [state, setState] = useState<'idle' | 'busy' | 'refused' | 'offline'>('idle')
  const [loaded, setLoaded] = useState(0)
  const [lost, setLost] = useState('')
  const { form, language, machine } = work
  // The browser may take minutes: what somebody has typed meanwhile stays, and nothing comes after the page was left.
  const mayFill = useRef(isEmpty)
  mayFill.current = isEmpty
  useEffect(() => () => void (mayFill.current = false), [])
  const press = async (): Promise<void> => {
    if (machine === 'loads' && !navigator.onLine) return setState('offline')
    setState('busy')
    try {
      const found = await suggest(text, textOf(form.values, 'language'), language, kept, setLoaded)
      setState('idle')
      if (!mayFill.current) return
      setLost(found.lost.join(', '))
      onText(found.text)
    } catch {
      // Whatever the browser's reason is: nothing can be done about it here but to write by oneself.
      setState('refused')
    }
  }
  const said = {
    idle: lost && t('translate.namesLost', { names: lost }),
    busy:
      loaded > 0 && loaded < 1
        ? t('translate.loading', { number: Math.round(loaded * 100) })
        : t('translate.suggesting'),
    offline: t('translate.offline'),
    refused: t('translate.refused'),
  }
  return (
    <>
      {isEmpty && machine === 'loads' && <p class="hint">{t('translate.loadsFirst')}</p>}
      {isEmpty && (
        <Button icon="languages" onPress={press}>
          {t('translate.suggest')}
        </Button>
      )}
      <p role="status">{said[state]}</p>
    </>
  )
}

/** What has to be looked at before it can stay as it is. */
function Doubt({ words, onRight }: { words: string; onRight: () => void }): JSX.Element {
  const { t } = useText()
  return (
    <>
      <Status look="waiting" icon="info">
        {words}
      </Status>
      <Button icon="check" onPress={onRight}>
        {t('translate.isRight')}
      </Button>
    </>
  )
}

function Original({ text, lang, kept }: { text: string; lang: string; kept: readonly Kept[] }): JSX.Element {
  const { t } = useText()
  const terms = kept.map(({ from, to }) => (from === to ? to : `${from} → ${to}`))
  return (
    <div class="card stack tight note">
      <p class="eyebrow">{t('translate.original')}</p>
      <p class="written" {...(lang ? { lang } : {})}>
        {text}
      </p>
      {terms.length > 0 && <p class="small secondary">{t('translate.terms', { terms: terms.join(', ') })}</p>}
      <Speak text={text} lang={lang} />
    </div>
  )
}

/** One text of a record: the original, and its translation to be written. */
export function TranslateField({
  field,
  name,
  work,
}: {
  field: string
  name: string
  work: Work
}): JSX.Element {
  const { t } = useText()
  const { form, language, author, terms, machine } = work
  const text = textOf(form.values, field)
  const from = textOf(form.values, 'language')
  const translation = translationOf(form.values, language, field)
  const need = needOfField(form.values, field, language)
  const kept = termsIn(text, terms, from, language)
  const put = (written: string, by: Fields): void =>
    form.set(
      translationField(language, field),
      written === '' ? null : { text: written, of: markOf(text), ...by },
    )
  const shown = {
    label: t(inKeys[language]),
    value: typedIn(form.values, translationField(language, field)),
    lang: language,
    onInput: (written: string) => put(written, { by: author }),
  }
  const isLong = text.length > oneLine || text.includes('\n')
  return (
    <Section title={name}>
      <div class="stack tight">
        <Original text={text} lang={from} kept={kept} />
        {isLong ? <TextArea {...shown} /> : <TextField {...shown} />}
        {translation && (need === 'stale' || need === 'unchecked') && (
          <Doubt
            words={t(need === 'stale' ? 'translate.isStale' : 'translate.isUnchecked')}
            onRight={() => put(translation.text, { by: translation.by || author })}
          />
        )}
        {machine !== 'none' && (
          <Suggest
            work={work}
            text={text}
            kept={kept}
            isEmpty={!translation}
            onText={(made) => put(made, { by: '', isMachine: true })}
          />
        )}
      </div>
    </Section>
  )
}
