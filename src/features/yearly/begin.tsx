import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useNotebook } from '../../db/notebook.ts'
import { save } from '../../db/save.ts'
import { newId } from '../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { today } from '../../ui/dates.ts'
import { Page } from '../../ui/page.tsx'
import { replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { isPeriod, PeriodFields } from './period-fields.tsx'
import type { Period } from './sections/material.ts'

const wholeYear = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** The office meets at the beginning of a year about the last one. */
const halfYear = 7

/** Chooses the period of a report for the yearly meeting, and begins it. */
export function BeginYearly(): JSX.Element {
  const { t, language } = useText()
  const notebook = useNotebook()
  const [now] = useState(() => today(new Date(notebook.now())))
  const year = Number(now.slice(0, 4))
  const [choice, choose] = useState<'this' | 'last' | 'other'>(
    Number(now.slice(5, 7)) < halfYear ? 'last' : 'this',
  )
  const [other, setOther] = useState(wholeYear(year))
  const [isTried, setTried] = useState(false)
  const period = choice === 'other' ? other : wholeYear(choice === 'this' ? year : year - 1)
  const begin = async (): Promise<void> => {
    if (!isPeriod(period)) return setTried(true)
    const record = newId()
    const set = { kindOf: 'yearly', ...period, language, state: 'draft' }
    await save(notebook, [{ record, kind: 'report', set, over: {} }])
    replace(`/yearly/${record}`)
  }
  return (
    <Page title={t('yearly.begin')} parent="/yearly">
      <form class="page stack" onSubmit={(event) => event.preventDefault()}>
        <Choices
          legend={t('yearly.which')}
          value={choice}
          onChoose={choose}
          choices={[
            { value: 'this', label: t('yearly.thisYear'), hint: String(year) },
            { value: 'last', label: t('yearly.lastYear'), hint: String(year - 1) },
            { value: 'other', label: t('yearly.otherPeriod') },
          ]}
        />
        {choice === 'other' && (
          <PeriodFields
            period={other}
            onChange={(part) => setOther((before) => ({ ...before, ...part }))}
            isTried={isTried}
            today={now}
          />
        )}
        <Button primary submit writes onPress={begin}>
          {t('yearly.make')}
        </Button>
      </form>
    </Page>
  )
}
