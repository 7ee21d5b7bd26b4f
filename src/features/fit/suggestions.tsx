import type { JSX } from 'preact'
import type { RegisterInfo } from '../../db/register/tables.ts'
import { shownText } from '../../shared/register/text.ts'
import { Button } from '../../ui/button.tsx'
import { countryName } from '../../ui/country-name.ts'
import { mediumDate } from '../../ui/dates.ts'
import { useGrowing } from '../../ui/longlist.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { townPath } from '../../ui/town-path.ts'
import { Filters } from './filters.tsx'
import type { Answer, Question, Suggested, Wish } from './question.ts'
import { useFit } from './use-fit.ts'
import { isThin, reasonWords } from './words.ts'

function TownLine({ town, own }: { town: Suggested; own: number }): JSX.Element {
  const text = useText()
  const { t, language } = text
  return (
    <Row
      to={href(townPath(town))}
      detail={
        <>
          <span class="line">{countryName(town.country, language)}</span>
          {reasonWords(town, own, text).map((words) => (
            <span class="line" key={words}>
              {words}
            </span>
          ))}
          {isThin(town) && <b class="line">{t('fit.thin')}</b>}
        </>
      }
    >
      <strong>
        <bdi>{shownText(town.name)}</bdi>
      </strong>
    </Row>
  )
}

function Found({ answer }: { answer: Answer }): JSX.Element {
  const { t } = useText()
  const { towns, people, isNowhere } = answer
  const { shown, more } = useGrowing(towns.length, answer)
  if (isNowhere) return <p role="status">{t('fit.nowhere')}</p>
  if (towns.length === 0) return <p role="status">{t('fit.none')}</p>
  return (
    <>
      {people === 0 && <p>{t('fit.ownSizeUnknown')}</p>}
      <Rows>
        {towns.slice(0, shown).map((town) => (
          <TownLine key={town.id} town={town} own={people} />
        ))}
      </Rows>
      {more}
    </>
  )
}

type SuggestionsProps = {
  question: Question
  base: NonNullable<RegisterInfo['base']>
  onWish: (wish: Wish) => void
}

/** The towns that could fit by how partnerships came about so far, with why; and always that it is no verdict. */
export function Suggestions({ question, base, onWish }: SuggestionsProps): JSX.Element {
  const { t, language } = useText()
  const { fitting, again } = useFit(question)
  const { state, answer } = fitting
  return (
    <div class="stack">
      <p>
        <strong class="line">{t('fit.hint')}</strong>
        {t('fit.how')}
      </p>
      <Filters wish={question.wish} onWish={onWish} countries={answer?.countries ?? []} />
      {state === 'thinking' && (
        <State look="moving" icon="refresh-cw">
          {t('fit.thinking')}
        </State>
      )}
      {state === 'failed' && (
        <>
          <p role="alert">{t('fit.failed')}</p>
          <Button icon="refresh-cw" onPress={again}>
            {t('fit.again')}
          </Button>
        </>
      )}
      {answer && state !== 'failed' && <Found answer={answer} />}
      <p class="small secondary">
        {[
          t('register.fromWikidata', { date: mediumDate(base.asOf, language) }),
          shownText(base.attribution),
        ].join('. ')}
      </p>
    </div>
  )
}
