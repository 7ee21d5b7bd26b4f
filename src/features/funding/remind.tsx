import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { remove } from '../../db/bin.ts'
import { rowOf } from '../../db/find.ts'
import { useForm, type Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook, useOpen } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { idsOfMe } from '../../db/who.ts'
import { textOf } from '../../records/fields.ts'
import { newId } from '../../shared/ids.ts'
import { useContent } from '../../ui/content.ts'
import { DateField } from '../../ui/datefield.tsx'
import { today } from '../../ui/dates.ts'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { Picker } from '../../ui/picker.tsx'
import { replace } from '../../ui/route.ts'
import { State } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { Funding } from './list.tsx'
import { loadWords, programmes } from './programmes.ts'

/** The project that the money is for, where there is one already. */
function ProjectPicker({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const about = textOf(form.values, 'about')
  const project = useLive(async () => (about ? rowOf(notebook, about) : undefined), [notebook, about])
  return (
    <Picker
      label={t('funding.project')}
      chosen={project?.label || t('funding.noProject')}
      changeText={about ? t('funding.otherProject') : t('funding.chooseProject')}
      clearText={about ? t('funding.noProject') : undefined}
      searchText={t('funding.searchProject')}
      find={(query) => findByName(notebook, ['project'], query)}
      onPick={(id) => form.set('about', id)}
    />
  )
}

/** What is wrong with the day; undefined where it can be kept. */
function problemWith(until: string, now: string): TextKey | undefined {
  if (!until) return 'funding.untilMissing'
  return until < now ? 'funding.untilPast' : undefined
}

type FieldsProps = { record: string; text: string; who: string }

function Fields({ record, text, who }: FieldsProps): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const [begun] = useState(() => new Date(notebook.now()))
  const [looked, setLooked] = useState(false)
  const form = useForm('step', record, { text, who, writtenAt: begun.toISOString() })
  if (!form) return null
  const { values, set } = form
  const now = today(begun)
  const written = textOf(values, 'text')
  const problem = looked ? problemWith(textOf(values, 'until'), now) : undefined
  const done = async (): Promise<void> => {
    if (!written.trim() || problemWith(textOf(values, 'until'), now)) {
      setLooked(true)
      window.scrollTo(0, 0)
      return
    }
    await form.commit()
    offerUndo(t('funding.reminded'), () => remove(notebook, [record]))
    replace(`/steps/${record}`)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <p>{t('funding.remindWhat')}</p>
      <TextArea
        label={t('funding.text')}
        message={looked && !written.trim() ? t('funding.textMissing') : undefined}
        most={1000}
        value={written}
        onInput={(value) => set('text', value)}
      />
      <div class="stack tight">
        {problem && (
          <State look="problem" icon="circle-alert">
            {t(problem)}
          </State>
        )}
        <DateField
          legend={t('funding.until')}
          value={textOf(values, 'until')}
          onChange={(date) => set('until', date)}
          today={now}
        />
      </div>
      <ProjectPicker form={form} />
      <FormEnd state={form.state} done={t('funding.done')} onDone={done} />
    </form>
  )
}

/** Makes a next step of a deadline: the person says the day, since no card can know it. */
export function Remind({ params }: { params: { programme?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const open = useOpen()
  const [record] = useState(newId)
  const words = useContent(language, loadWords)
  // Whoever sets it means to do it, and finds it among their own steps.
  const mine = useLive(async () => [...(await idsOfMe(open))], [open])
  const programme = programmes.find(({ id }) => id === params.programme)
  if (!programme) return <Funding />
  const own = words?.[programme.id]
  if (!own || !mine) return null
  // Where a word may break is for the screen: what people write to each other has no such marks.
  const text = t('funding.step', { name: own.name }).replaceAll('\u00AD', '')
  return (
    <Page title={t('funding.remindTitle')} parent={`/funding/${programme.id}`}>
      <Fields record={record} text={text} who={mine[0] ?? ''} />
    </Page>
  )
}
