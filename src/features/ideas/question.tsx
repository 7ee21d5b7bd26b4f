import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { ideaWayOf, ideaWays } from '../../records/kinds/idea.ts'
import { Choices } from '../../ui/choices.tsx'
import { DateField } from '../../ui/datefield.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { TownField } from '../../ui/townfield.tsx'
import { CostFields, type IdeaMoney } from './cost-fields.tsx'
import { questionWords, type Question } from './questions.ts'
import { wayKeys } from './states.ts'
import { WhoFields } from './who-fields.tsx'

/** What the answers need beside the form. */
export type Around = {
  readonly form: Form
  readonly money: IdeaMoney
  readonly towns: readonly string[]
  readonly now: string
  readonly isTried: boolean
}

type LineProps = { around: Around; field: string; labelKey: TextKey; message?: string | undefined }

function Line({ around, field, labelKey, message }: LineProps): JSX.Element {
  const { t } = useText()
  const { values, set } = around.form
  return (
    <TextField
      label={t(labelKey)}
      optional={field !== 'title'}
      value={textOf(values, field)}
      message={message}
      lang={textOf(values, 'language')}
      onInput={(text) => set(field, text)}
    />
  )
}

function Day({ around, field, labelKey }: Omit<LineProps, 'message'>): JSX.Element {
  const { t } = useText()
  const { form, now } = around
  return (
    <DateField
      legend={t(labelKey)}
      value={textOf(form.values, field)}
      onChange={(day) => form.set(field, day)}
      today={now}
    />
  )
}

function Where({ around }: { around: Around }): JSX.Element {
  const { t } = useText()
  const { values, set } = around.form
  return (
    <>
      <Choices
        legend={t('ideas.where.name')}
        beside="wide"
        value={ideaWayOf(values)}
        onChoose={(way) => set('way', way)}
        choices={ideaWays.map((way) => ({ value: way, label: t(wayKeys[way]) }))}
      />
      <Line around={around} field="place" labelKey="ideas.place" />
    </>
  )
}

/** The fields in which a question is answered. */
export function AnswerFields({ question, around }: { question: Question; around: Around }): JSX.Element {
  const { t } = useText()
  const { form, towns, isTried, money } = around
  const { values, set } = form
  switch (question) {
    case 'title': {
      const isMissing = isTried && !textOf(values, 'title').trim()
      return (
        <Line
          around={around}
          field="title"
          labelKey="ideas.title.name"
          message={isMissing ? t('ideas.titleMissing') : undefined}
        />
      )
    }
    case 'town':
      return (
        <TownField
          legend={t('ideas.town.name')}
          value={textOf(values, 'town')}
          onChoose={(town) => set('town', town)}
          towns={towns}
        />
      )
    case 'who':
      return <WhoFields form={form} />
    case 'where':
      return <Where around={around} />
    case 'when':
      return (
        <>
          <Day around={around} field="date" labelKey="ideas.date" />
          <Day around={around} field="otherDate" labelKey="ideas.otherDate" />
        </>
      )
    case 'costs':
      return <CostFields form={form} money={money} isTried={isTried} />
    case 'funding':
      return (
        <>
          <Line around={around} field="funder" labelKey="ideas.funder" />
          <Day around={around} field="applyBy" labelKey="ideas.applyBy" />
        </>
      )
    default:
      return (
        <TextArea
          label={t(questionWords[question].name)}
          optional
          most={2000}
          value={textOf(values, question)}
          lang={textOf(values, 'language')}
          onInput={(text) => set(question, text)}
        />
      )
  }
}

/** What a question means, and how somebody else answered it. */
export function QuestionHelp({ question }: { question: Question }): JSX.Element {
  const { t } = useText()
  const words = questionWords[question]
  return (
    <>
      <p>{t(words.help)}</p>
      <p class="hint">{t('ideas.forExample', { answer: t(words.example) })}</p>
    </>
  )
}
