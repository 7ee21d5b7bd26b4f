import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { readEnds } from '../../db/anniversaries.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { anniversaryCalled, type Anniversary } from '../../records/anniversaries.ts'
import { townNameIn } from '../../records/kinds/town.ts'
import { ownZone } from '../../shared/zone.ts'
import { whenRough, yearsWords } from '../../ui/anniversary-words.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { today as dayOf } from '../../ui/dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { celebrationDay, keepCelebration } from './celebrate.ts'
import { DayChoice } from './day-choice.tsx'
import { formatCalled, type Format } from './formats.ts'
import { useHandbook, type FormatText } from './handbook.ts'
import { leadOn, leaveGone } from './lead-on.ts'
import { dayProblemOf, madeOf } from './make.ts'

type PlanProps = {
  format: Format
  text: FormatText
  partnership: Row
  anniversary: Anniversary
  there: Row | undefined
}

function Plan({ format, text, partnership, anniversary, there }: PlanProps): JSX.Element {
  const { t, language } = useText()
  const notebook = useNotebook()
  const [today] = useState(() => dayOf(new Date(notebook.now())))
  const [proposed] = useState(() => celebrationDay(format, anniversary, today))
  const [day, setDay] = useState(proposed)
  const [isTried, setTried] = useState(false)
  const isMaking = useRef(false)
  const problem = dayProblemOf(day, today)
  const town = there ? townNameIn(there.fields, language) : ''
  const title = yearsWords(anniversary.years, town, partnership.label, t)
  const make = async (): Promise<void> => {
    if (problem) return setTried(true)
    // A slow device is still at it.
    if (isMaking.current) return
    isMaking.current = true
    const beside = { title, town: there?.label ?? '' }
    const making = { make: 'project' as const, day, today, now: notebook.now(), zone: ownZone(), language }
    const made = madeOf(format, text, { ...making, beside })
    try {
      const takeBack = await keepCelebration(notebook, partnership, anniversary, made, day)
      offerUndo(t('formats.made', { title, steps: text.checklist.length }), async () => {
        await takeBack()
        leaveGone(made, `/anniversaries/${partnership.id}/${anniversary.key}`)
      })
    } finally {
      isMaking.current = false
    }
    leadOn(made)
  }
  return (
    <div class="page stack">
      <div class="stack tight">
        <h2>{title}</h2>
        <p>{whenRough(anniversary.on, language)}</p>
        <p>{t('formats.celebration.what')}</p>
      </div>
      <DayChoice
        proposed={proposed}
        hint={t('formats.celebration.proposal')}
        today={today}
        problem={isTried ? problem : undefined}
        onChange={setDay}
      />
      <Buttons column>
        <LinkButton icon="book-open" to={href(`/formats/${format.id}`)}>
          {text.title}
        </LinkButton>
        <Button writes primary icon="folder" onPress={make}>
          {t('formats.celebration.make')}
        </Button>
      </Buttons>
    </div>
  )
}

type PlanParams = { id?: string; about?: string; anniversary?: string }

/** Plans the celebration of an anniversary after a format of the handbook: a day, and one tap makes the project with its steps. */
export function CelebrationPlan({ params }: { params: PlanParams }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const handbook = useHandbook()
  const { id = '', about = '', anniversary: key = '' } = params
  const format = formatCalled(id)
  const found = useLive(async () => {
    const partnership = await rowOf(notebook, about)
    const anniversary = partnership && anniversaryCalled(partnership.fields, key)
    if (!partnership || !anniversary || partnership.list === 'bin') return null
    const { there, isOurs } = (await readEnds(notebook))(partnership)
    return { partnership, anniversary, there: isOurs ? there : undefined }
  }, [notebook, about, key])
  if (found === undefined || !handbook) return null
  return (
    <Page title={t('formats.celebration.title')} parent={`/anniversaries/${about}/${key}`}>
      {format && found ? (
        <Plan key={`${about} ${key}`} format={format} text={handbook[format.id]} {...found} />
      ) : (
        <div class="page stack">
          <Empty picture="door-ideas" words={t('formats.celebration.unknown')}>
            <LinkButton primary to={href('/formats')}>
              {t('formats.toHandbook')}
            </LinkButton>
          </Empty>
        </div>
      )}
    </Page>
  )
}
