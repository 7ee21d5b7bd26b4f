import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { readSettings } from '../../db/device.ts'
import { useForm, type Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook, useOpen } from '../../db/notebook.ts'
import { knownTowns } from '../../db/towns.ts'
import { textOf } from '../../records/fields.ts'
import { usualCurrency } from '../../shared/amount.ts'
import { newId } from '../../shared/ids.ts'
import { today } from '../../ui/dates.ts'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { useTries } from '../../ui/tries.ts'
import { AllQuestions } from './all-questions.tsx'
import { isMoneyWrong, useIdeaMoney } from './cost-fields.tsx'
import { keepLayout, readLayout, type Layout } from './layout.ts'
import { OneQuestion } from './one-question.tsx'
import { firstOpen, questions, type Question } from './questions.ts'

type InsideProps = { form: Form; towns: readonly string[]; isAdding: boolean }

function Inside({ form, towns, isAdding }: InsideProps): JSX.Element {
  const { t } = useText()
  const [now] = useState(() => today(new Date()))
  const [layout, setLayout] = useState(readLayout)
  const [at, setAt] = useState(() => (isAdding ? 0 : firstOpen(form.values)))
  const money = useIdeaMoney(form)
  const tries = useTries()
  const { record, values } = form
  const parent = isAdding ? '/ideas' : `/ideas/${record}`
  const around = { form, money, towns, now, isTried: tries.isTried }
  const question = questions[at] ?? 'title'

  const wrong = (): Question | undefined => {
    if (!textOf(values, 'title').trim()) return 'title'
    return isMoneyWrong(money) ? 'costs' : undefined
  }
  const refuse = (where: Question): void => {
    setAt(questions.indexOf(where))
    tries.refuse()
  }
  const next = async (): Promise<void> => {
    if (wrong() === question) return refuse(question)
    setAt(at + 1)
  }
  const done = async (): Promise<void> => {
    const where = wrong()
    if (where) return refuse(where)
    await form.commit()
    if (isAdding) replace(`/ideas/${record}`)
    else back(`/ideas/${record}`)
  }
  const choose = (chosen: Layout): void => {
    keepLayout(chosen)
    setLayout(chosen)
  }
  return layout === 'all' ? (
    <AllQuestions
      around={around}
      title={isAdding ? t('ideas.add') : t('ideas.change')}
      parent={parent}
      box={tries.form}
      onDone={done}
      onOne={() => choose('one')}
    />
  ) : (
    <OneQuestion
      around={around}
      parent={parent}
      question={question}
      onBack={() => (at > 0 ? setAt(at - 1) : back(parent))}
      onNext={next}
      onDone={done}
      onAll={() => choose('all')}
    />
  )
}

type FieldsProps = { record: string; isAdding: boolean; author: string }

function Fields({ record, isAdding, author }: FieldsProps): JSX.Element | null {
  const { language } = useText()
  const notebook = useNotebook()
  const [begun] = useState(() => new Date())
  const form = useForm('idea', record, {
    state: 'draft',
    currency: usualCurrency[language],
    author,
    language,
    writtenAt: begun.toISOString(),
  })
  const towns = useLive(() => knownTowns(notebook), [notebook])
  return form && towns ? <Inside form={form} towns={towns} isAdding={isAdding} /> : null
}

/** Writes an idea sheet or changes one: one question a screen, or all on one page, as the person likes. */
export function IdeaForm({ params }: { params: { id?: string } }): JSX.Element | null {
  const { device } = useOpen()
  const [fresh] = useState(newId)
  const settings = useLive(() => readSettings(device), [device])
  const { id } = params
  if (!settings) return null
  return <Fields key={id} record={id ?? fresh} isAdding={!id} author={settings.myName} />
}
