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
import { checkWords, missingWords, reasonWords, type Saying } from './words.ts'

/** What is missing, and what somebody has to look at: told apart from the reasons, and after them. */
function Caution({ town, saying }: { town: Suggested; saying: Saying }): JSX.Element {
  const missing = missingWords(town, saying)
  return (
    <>
      {missing.length > 0 && (
        <span class="line">
          <b>{saying.t('fit.thin')}</b> {missing.join(' ')}
        </span>
      )}
      {checkWords(town, saying).map((words) => (
        <span class="line" key={words}>
          <b>{saying.t('fit.check.yourself')}</b> {words}
        </span>
      ))}
    </>
  )
}

function TownLine({ town, saying }: { town: Suggested; saying: Saying }): JSX.Element {
  return (
    <Row
      to={href(townPath(town))}
      detail={
        <>
          <span class="line">{countryName(town.country, saying.language)}</span>
          {reasonWords(town, saying).map((words) => (
            <span class="line" key={words}>
              {words}
            </span>
          ))}
          <Caution town={town} saying={saying} />
        </>
      }
    >
      <strong>
        <bdi>{shownText(town.name)}</bdi>
      </strong>
    </Row>
  )
}

type FoundProps = { answer: Answer; name: string; isOurs: boolean }

function Found({ answer, name, isOurs }: FoundProps): JSX.Element {
  const { t, language } = useText()
  const { towns, people, partners, isNowhere } = answer
  const { shown, more } = useGrowing(towns.length, answer)
  if (isNowhere) return <p role="status">{t('fit.nowhere')}</p>
  if (towns.length === 0) return <p role="status">{t('fit.none')}</p>
  return (
    <>
      {(people === 0 || partners === 0) && (
        <p>
          <b>{t('fit.thin')}</b> {people === 0 && t('fit.ownSizeUnknown', { town: name })}{' '}
          {partners === 0 && t('fit.ownTiesUnknown', { town: name })}
        </p>
      )}
      <Rows>
        {towns.slice(0, shown).map((town) => (
          <TownLine key={town.id} town={town} saying={{ t, language, own: people, isOurs }} />
        ))}
      </Rows>
      {more}
    </>
  )
}

type SuggestionsProps = {
  question: Question
  base: NonNullable<RegisterInfo['base']>
  /** The town that is asked about is that of whoever reads. */
  isOurs: boolean
  onWish: (wish: Wish) => void
}

/** The towns that could fit by how partnerships came about so far, with why; and always that it is no verdict. */
export function Suggestions({ question, base, isOurs, onWish }: SuggestionsProps): JSX.Element {
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
      {answer && state !== 'failed' && (
        <Found answer={answer} name={shownText(question.town.names[0] ?? '')} isOurs={isOurs} />
      )}
      <p class="small secondary">
        {[
          t('register.fromWikidata', { date: mediumDate(base.asOf, language) }),
          shownText(base.attribution),
        ].join('. ')}
      </p>
    </div>
  )
}
