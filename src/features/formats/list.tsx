import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { SearchField } from '../../ui/field.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { findFormats, without, wishNames, type Wishes } from './find.ts'
import type { Format } from './formats.ts'
import { useHandbook, type Handbook } from './handbook.ts'
import { keep, readKept } from './kept.ts'
import { NothingFound } from './nothing.tsx'
import { wishWords } from './wish-words.ts'

function Lines({ found, handbook }: { found: readonly Format[]; handbook: Handbook }): JSX.Element {
  return (
    <Rows>
      {found.map(({ id, picture }) => (
        <Row
          key={id}
          to={href(`/formats/${id}`)}
          picture={<Picture name={picture} look="thumb" />}
          detail={handbook[id].purpose}
        >
          <b>{handbook[id].title}</b>
        </Row>
      ))}
    </Rows>
  )
}

function IdeasRow(): JSX.Element {
  const { t } = useText()
  return (
    <Rows>
      <Row
        to={href('/ideas')}
        picture={<Picture name="door-ideas" look="thumb" />}
        detail={t('formats.ideasHint')}
      >
        <b>{t('formats.ideas')}</b>
      </Row>
    </Rows>
  )
}

type ChosenProps = { wishes: Wishes; onChange: (wishes: Wishes) => void }

/** What one has, each answer with the way to take it back. */
function Chosen({ wishes, onChange }: ChosenProps): JSX.Element | null {
  const { t } = useText()
  const chosen = wishNames.filter((name) => wishes[name] !== undefined)
  if (chosen.length === 0) return null
  return (
    <section class="stack tight" aria-label={t('formats.chosen')}>
      <p>{t('formats.chosenHint')}</p>
      <Buttons>
        {chosen.map((name) => (
          <Button key={name} icon="x" onPress={() => onChange(without(wishes, name))}>
            {wishWords(wishes, name, t)}
          </Button>
        ))}
      </Buttons>
    </section>
  )
}

function Found({ handbook }: { handbook: Handbook }): JSX.Element {
  const { t } = useText()
  const [{ wishes, query }, setAsked] = useState(readKept)
  const ask = (part: Partial<ReturnType<typeof readKept>>): void => {
    keep(part)
    setAsked(readKept())
  }
  const found = useMemo(() => findFormats(handbook, wishes, query), [handbook, wishes, query])
  const { shown, more } = useGrowing(found.length, found)
  return (
    <div class="stack">
      <LinkButton icon="list" to={href('/formats/find')}>
        {t('formats.byWhatOneHas')}
      </LinkButton>
      <Chosen wishes={wishes} onChange={(next) => ask({ wishes: next })} />
      <SearchField label={t('formats.search')} value={query} onInput={(typed) => ask({ query: typed })} />
      <p role="status">
        {found.length > 0 ? t('formats.found', { count: found.length }) : t('formats.nothing')}
      </p>
      {found.length === 0 ? (
        <NothingFound handbook={handbook} wishes={wishes} query={query} onAsk={ask} />
      ) : (
        <Lines found={found.slice(0, shown)} handbook={handbook} />
      )}
      {more}
    </div>
  )
}

/** The handbook: all formats, found by words and by what one has; and the way to the ideas of others. */
export function FormatList(): JSX.Element {
  const { t } = useText()
  const handbook = useHandbook()
  return (
    <Page title={t('formats.title')} parent="/more">
      <div class="page stack">
        <IdeasRow />
        <h2>{t('formats.handbook')}</h2>
        <p>{t('formats.what')}</p>
        {handbook && <Found handbook={handbook} />}
      </div>
    </Page>
  )
}
