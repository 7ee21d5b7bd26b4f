import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { themesOf } from '../../../records/kinds/publication.ts'
import { sortByName } from '../../../shared/collate.ts'
import { registerLimits } from '../../../shared/register/limits.ts'
import { themes } from '../../../shared/register/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Tick, Ticks } from '../../../ui/choices.tsx'
import { useText } from '../../../ui/text.ts'
import { wordsOfTheme } from '../../../ui/theme-words.ts'
import type { PartProps } from './part.ts'

/** What it has to do with, of a fixed list, and whether partners are looked for. */
export function ThemeFields({ form }: PartProps): JSX.Element {
  const { t, language } = useText()
  const ticked = themesOf(form.values)
  const [isOpen, setOpen] = useState(false)
  const choices = sortByName(
    themes.map((value) => ({ value, label: t(wordsOfTheme[value]) })),
    ({ label }) => label,
    language,
  )
  const isFull = ticked.length >= registerLimits.themes
  return (
    <div class="stack">
      {isOpen ? (
        <>
          <Ticks
            legend={t('register.themes')}
            ticked={new Set<string>(ticked)}
            onTick={(theme, on) => (!on || !isFull) && form.set(`themes/${theme}`, on)}
            choices={choices}
          />
          {isFull && <p class="hint">{t('register.form.themesFull', { number: registerLimits.themes })}</p>}
        </>
      ) : (
        <fieldset class="stack tight">
          <legend class="label">{t('register.themes')}</legend>
          <p>{ticked.map((theme) => t(wordsOfTheme[theme])).join(', ') || t('register.form.noThemes')}</p>
          <Button icon="list" onPress={() => setOpen(true)}>
            {t('register.form.chooseThemes')}
          </Button>
        </fieldset>
      )}
      <Tick
        label={t('register.form.seeking')}
        ticked={form.values['seeking'] === true}
        onTick={(on) => form.set('seeking', on)}
      />
    </div>
  )
}
