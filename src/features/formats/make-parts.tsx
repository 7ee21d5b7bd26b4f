import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { remove } from '../../db/bin.ts'
import { useNotebook } from '../../db/notebook.ts'
import { save } from '../../db/save.ts'
import { ownZone } from '../../shared/zone.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { today as dayOf } from '../../ui/dates.ts'
import type { IconName } from '../../ui/icons.ts'
import { Section } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { DayChoice } from './day-choice.tsx'
import type { Format } from './formats.ts'
import type { FormatText } from './handbook.ts'
import { dayProblemOf, madeOf, proposedDay, type Made } from './make.ts'
import { leadOn, leaveGone } from './lead-on.ts'
import type { Make } from './plans.ts'

const makeKeys: { readonly [make in Make]: TextKey } = {
  project: 'formats.make.project',
  event: 'formats.make.event',
  weekly: 'formats.make.weekly',
  monthly: 'formats.make.monthly',
}

const icons: { readonly [make in Make]: IconName } = {
  project: 'folder',
  event: 'calendar-days',
  weekly: 'repeat',
  monthly: 'repeat',
}

/** What can be made of a format with one tap: the record and its next steps, counted back from the day. */
export function MakeParts({ format, text }: { format: Format; text: FormatText }): JSX.Element {
  const { t, language } = useText()
  const notebook = useNotebook()
  const [today] = useState(() => dayOf(new Date(notebook.now())))
  const [day, setDay] = useState(() => proposedDay(format, today))
  const [isTried, setTried] = useState(false)
  const isMaking = useRef(false)
  const problem = dayProblemOf(day, today)
  const offer = (made: Made): void =>
    offerUndo(t('formats.made', { title: text.title, steps: text.checklist.length }), async () => {
      await remove(
        notebook,
        made.edits.map((edit) => edit.record),
      )
      leaveGone(made, `/formats/${format.id}`)
    })
  const make = async (what: Make): Promise<void> => {
    if (problem) return setTried(true)
    // A slow device is still at it.
    if (isMaking.current) return
    isMaking.current = true
    const now = notebook.now()
    const made = madeOf(format, text, { make: what, day, today, now, zone: ownZone(), language })
    try {
      await save(notebook, made.edits)
    } finally {
      isMaking.current = false
    }
    offer(made)
    leadOn(made)
  }
  const [first, ...others] = format.makes
  return (
    <Section title={t('formats.make.title')}>
      <div class="stack">
        <p>{t('formats.make.what')}</p>
        <DayChoice
          proposed={proposedDay(format, today)}
          hint={t('formats.proposal')}
          today={today}
          problem={isTried ? problem : undefined}
          onChange={setDay}
        />
        <Buttons column>
          {others.map((other) => (
            <Button writes key={other} icon={icons[other]} onPress={() => make(other)}>
              {t(makeKeys[other])}
            </Button>
          ))}
          <Button writes primary icon={icons[first]} onPress={() => make(first)}>
            {t(makeKeys[first])}
          </Button>
        </Buttons>
      </div>
    </Section>
  )
}
