import type { JSX } from 'preact'
import { Button, Buttons } from '../../ui/button.tsx'
import { useText } from '../../ui/text.ts'
import { findFormats, waysOut, without, type Wishes } from './find.ts'
import type { Handbook } from './handbook.ts'
import { wishWords } from './wish-words.ts'

type NothingProps = {
  handbook: Handbook
  wishes: Wishes
  query: string
  onAsk: (part: { wishes?: Wishes; query?: string }) => void
}

/** Nothing goes with all of it: which answer to take back, and how many formats there are then. */
export function NothingFound({ handbook, wishes, query, onAsk }: NothingProps): JSX.Element {
  const { t } = useText()
  const ways = waysOut(handbook, wishes, query)
  const isByWords = query.trim() !== '' && findFormats(handbook, wishes).length > 0
  return (
    <div class="stack tight">
      <p>{t('formats.tryWithout')}</p>
      <Buttons column>
        {ways.map(({ name, count }) => (
          <Button key={name} icon="undo-2" onPress={() => onAsk({ wishes: without(wishes, name) })}>
            {t('formats.takeBack', { answer: wishWords(wishes, name, t), count })}
          </Button>
        ))}
        {isByWords && (
          <Button icon="undo-2" onPress={() => onAsk({ query: '' })}>
            {t('formats.withoutWords')}
          </Button>
        )}
        {ways.length === 0 && !isByWords && (
          <Button icon="undo-2" onPress={() => onAsk({ wishes: {}, query: '' })}>
            {t('formats.all')}
          </Button>
        )}
      </Buttons>
    </div>
  )
}
