import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { readSettings } from '../../db/device.ts'
import { listOf, rowOf } from '../../db/find.ts'
import { useForm } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useOpen, type Open } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { kindOf } from '../../records/kinds.ts'
import { textFields } from '../../records/translation.ts'
import { languageNames, languages, type Language } from '../../shared/language.ts'
import type { Fields as Values } from '../../shared/value.ts'
import { Choices } from '../../ui/choices.tsx'
import { usePathOf } from '../../ui/feature.ts'
import { FormEnd } from '../../ui/form-end.tsx'
import { translateIntoKeys } from '../../ui/own-words.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { useFieldWords } from '../../ui/use-field-words.ts'
import { TranslateField } from './field.tsx'
import { askMachine, type Machine } from './machine.ts'

type Found = { readonly row: Row | undefined; readonly author: string; readonly terms: readonly Values[] }

async function find({ device, notebook }: Open, id: string): Promise<Found> {
  const [row, settings, terms] = await Promise.all([
    rowOf(notebook, id),
    readSettings(device),
    listOf(notebook, 'term'),
  ])
  return { row, author: settings.myName, terms: terms.map(({ fields }) => fields) }
}

/** Whether this browser can suggest something, asked anew for each language of the original. */
function useMachine(from: string, to: Language): Machine {
  const [machine, setMachine] = useState<Machine>('none')
  useEffect(() => {
    let gone = false
    setMachine('none')
    if (from && from !== to) void askMachine(from, to).then((found) => gone || setMachine(found))
    return () => {
      gone = true
    }
  }, [from, to])
  return machine
}

type InsideProps = { found: Found; row: Row; language: Language; parent: string }

function Inside({ found, row, language, parent }: InsideProps): JSX.Element | null {
  const { t } = useText()
  const form = useForm(row.kind, row.id)
  const words = useFieldWords(row.kind)
  const from = form ? textOf(form.values, 'language') : ''
  const [isAsked] = useState(textOf(row.fields, 'language') === '')
  const machine = useMachine(from, language)
  if (!form || !words) return null
  const nameOf = (field: string): string => {
    const word = words[field] ?? words[field.split('/')[0] ?? '']
    return word ? t(word.name) : t('translate.text')
  }
  const work = { form, language, author: found.author, terms: found.terms, machine }
  const done = async (): Promise<void> => {
    await form.commit()
    back(parent)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      {isAsked && (
        <Choices
          legend={t('translate.whichLanguage')}
          beside="narrow"
          value={languages.find((one) => one === from)}
          onChoose={(one) => form.set('language', one)}
          choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
        />
      )}
      {from === language ? (
        <p role="status">{t('translate.isThatLanguage')}</p>
      ) : (
        textFields(kindOf(row.kind), form.values).map((field) => (
          <TranslateField key={field} field={field} name={nameOf(field)} work={work} />
        ))
      )}
      <FormEnd state={form.state} done={t('translate.done')} onDone={done} />
    </form>
  )
}

/** Translates what others read of a record, field by field, beside the original. */
export function TranslateForm({
  params,
}: {
  params: { id?: string; language?: string }
}): JSX.Element | null {
  const { t } = useText()
  const open = useOpen()
  const pathOf = usePathOf()
  const id = params.id ?? ''
  const language = languages.find((one) => one === params.language)
  const found = useLive(() => find(open, id), [open, id])
  if (!found) return null
  const row = found.row?.list !== 'bin' && language ? found.row : undefined
  const canBe = row && language && textFields(kindOf(row.kind), row.fields).length > 0
  const parent = row ? pathOf(row.kind, row.id) : '/translate'
  return (
    <Page title={language ? t(translateIntoKeys[language]) : t('translate.title')} parent={parent}>
      {canBe ? (
        <Inside key={`${id} ${language}`} found={found} row={row} language={language} parent={parent} />
      ) : (
        <div class="page stack">
          <p>{t('translate.isGone')}</p>
        </div>
      )}
    </Page>
  )
}
