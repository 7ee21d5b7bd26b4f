import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { practise } from '../ui/practise.ts'
import { hasPractisedOvernight } from '../ui/practising.ts'
import { useText } from '../ui/text.ts'

const stop = (): Promise<void> => practise(false)

/** Stands over every page while practising, and colours the frame of them all. */
export function PracticeBand(): JSX.Element {
  const { t } = useText()
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['practice'] = 'yes'
    const wake = (): void => {
      if (document.visibilityState === 'visible' && hasPractisedOvernight()) void stop()
    }
    document.addEventListener('visibilitychange', wake)
    return () => {
      delete dataset['practice']
      document.removeEventListener('visibilitychange', wake)
    }
  }, [])
  return (
    <aside class="band-line" aria-label={t('practice.title')}>
      <Icon name="pencil" />
      <span>{t('practice.band')}</span>
      <Button onPress={stop}>{t('practice.end')}</Button>
    </aside>
  )
}
