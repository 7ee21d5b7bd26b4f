import type { JSX } from 'preact'
import { keepSettings, readSettings } from '../../db/device.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { languagesIn } from '../../db/own-words.ts'
import { languageNames, languages, type Language } from '../../shared/language.ts'
import { Ticks } from '../../ui/choices.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'

/** Which languages somebody here reads besides the screens' own, and into which they translate. Kept at once. */
export function Languages(): JSX.Element | null {
  const { t, language } = useText()
  const { device } = useOpen()
  const mayWrite = useMayWrite()
  const settings = useLive(() => readSettings(device), [device])
  if (!settings) return null
  const choices = languages.map((one) => ({ value: one, label: languageNames[one] }))
  const tick = (name: 'reads' | 'translates') => (one: Language, isTicked: boolean) => {
    const others = languagesIn(settings[name]).filter((other) => other !== one)
    void keepSettings(device, { [name]: (isTicked ? [...others, one] : others).join() })
  }
  return (
    <Page title={t('translate.languages')} parent="/language">
      <div class="page stack">
        <Ticks
          legend={t('translate.reads')}
          choices={choices.filter(({ value }) => value !== language)}
          ticked={new Set(languagesIn(settings.reads))}
          onTick={tick('reads')}
        />
        <p>{t('translate.readsExplain')}</p>
        {mayWrite && (
          <>
            <Ticks
              legend={t('translate.translates')}
              choices={choices}
              ticked={new Set(languagesIn(settings.translates))}
              onTick={tick('translates')}
            />
            <p>{t('translate.translatesExplain')}</p>
          </>
        )}
      </div>
    </Page>
  )
}
