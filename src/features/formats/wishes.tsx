import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button, Buttons } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { findFormats, wishNames, without, type Wish, type Wishes } from './find.ts'
import { useHandbook } from './handbook.ts'
import { keep, readKept } from './kept.ts'
import { choicesOf, questions } from './wish-words.ts'

/** The questions about what one has; each may be left open, and the number of formats that fit is always said. */
export function WishesPage(): JSX.Element {
  const { t } = useText()
  const handbook = useHandbook()
  const [wishes, setWishes] = useState(readKept().wishes)
  const put = (next: Wishes): void => {
    keep({ wishes: next })
    setWishes(next)
  }
  const answer = (name: Wish, value: string): void =>
    put(value === '' ? without(wishes, name) : { ...wishes, [name]: value })
  const count = handbook ? findFormats(handbook, wishes).length : 0
  const show = (): void => {
    // The words of an earlier search would hide what these answers find.
    keep({ query: '' })
    back('/formats')
  }
  return (
    <Page title={t('formats.whatOneHas')} parent="/formats">
      <form class="page stack" onSubmit={(event) => event.preventDefault()}>
        <p>{t('formats.leaveOpen')}</p>
        {wishNames.map((name) => (
          <Choices
            key={name}
            legend={t(questions[name].legend)}
            beside="wide"
            value={wishes[name] ?? ''}
            onChoose={(value) => answer(name, value)}
            choices={choicesOf(name, t)}
          />
        ))}
        <Buttons column>
          {Object.keys(wishes).length > 0 && (
            <Button icon="undo-2" onPress={() => put({})}>
              {t('formats.allOpen')}
            </Button>
          )}
          <p role="status">
            {handbook && (count > 0 ? t('formats.found', { count }) : t('formats.nothing'))}
          </p>
          <Button primary submit onPress={show}>
            {t('formats.show')}
          </Button>
        </Buttons>
      </form>
    </Page>
  )
}
