import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { readSettings } from '../../db/device.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { save } from '../../db/save.ts'
import { dropSetAside, keepsAside, listSetAside, putAsideAgain } from '../../db/set-aside.ts'
import type { SetAsideRow } from '../../db/tables.ts'
import { newId } from '../../shared/ids.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/contact-lines.tsx'
import { mediumDate, today } from '../../ui/dates.ts'
import { useFeatures, useKindKey } from '../../ui/feature.ts'
import type { FieldWords } from '../../ui/field-words.ts'
import { loadFieldWords } from '../../ui/load-field-words.ts'
import { go } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { sayField, unread } from '../../ui/say-field.ts'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'

type Fact = { readonly field: string; readonly name: string; readonly value: string }

/** What was written, field by field; undefined until the words for it are there. */
function useFacts({ kind, set }: SetAsideRow): readonly Fact[] | undefined {
  const { t, language } = useText()
  const { notebook } = useOpen()
  const features = useFeatures()
  const [words, setWords] = useState<FieldWords>()
  useEffect(() => {
    loadFieldWords(features, kind).then(setWords, (reason: unknown) => reportError(reason))
  }, [features, kind])
  const labels = useLive(async () => {
    const ids = JSON.stringify(set).match(/[0-9a-f]{32}/g) ?? []
    const rows = await notebook.tables.records.bulkGet(ids)
    return new Map(rows.flatMap((row): [string, string][] => (row ? [[row.id, row.label]] : [])))
  }, [notebook])
  if (!words || !labels) return undefined
  const saying = { t, language, fields: set, nameOf: (id: string) => labels.get(id) ?? '' }
  return Object.entries(set).flatMap(([field, value]): Fact[] => {
    const { name, say } = sayField(words, field, 'saved.aside.field', saying)
    return unread.has(field) || !say(value) ? [] : [{ field, name, value: say(value) }]
  })
}

function Item({ row }: { row: SetAsideRow }): JSX.Element | null {
  const { t, language } = useText()
  const { notebook, device, onProblem } = useOpen()
  const key = useKindKey()(row.kind)
  const facts = useFacts(row)
  if (!facts) return null
  const { tables, now } = notebook
  const { id = 0 } = row
  const name = [key && t(key), row.label].filter(Boolean).join(': ')
  const tried = (verb: () => Promise<void>): Promise<void> =>
    verb().catch((error: unknown) => onProblem(problemOf(error)))
  const text = [name, ...facts.map((fact) => `${fact.name}: ${fact.value}`)].filter(Boolean).join('\n')
  const toNote = async (): Promise<void> => {
    const record = newId()
    const { myName: author } = await readSettings(device)
    const [date, writtenAt] = [today(new Date(now())), new Date(now()).toISOString()]
    const set = { text, date, writtenAt, author, language, about: '' }
    await save(notebook, [{ record, kind: 'note', set, over: {} }])
    await dropSetAside(tables, id)
    go(`/notes/${record}`)
  }
  const letGo = async (): Promise<void> => {
    await dropSetAside(tables, id)
    offerUndo(t('saved.aside.gone'), () => putAsideAgain(tables, row))
  }
  return (
    <li class="card stack tight">
      {name && <h3>{name}</h3>}
      <dl class="report-facts">
        {facts.map((fact) => (
          <div key={fact.field}>
            <dt>{fact.name}</dt>
            <dd class="written">{fact.value}</dd>
          </div>
        ))}
      </dl>
      <p class="small secondary">
        {t('saved.aside.until', { date: mediumDate(today(new Date(keepsAside(row))), language) })}
      </p>
      <Buttons column>
        <Button writes icon="notebook-pen" onPress={() => tried(toNote)}>
          {t('saved.aside.toNote')}
        </Button>
        <CopyButton text={text} copied={t('saved.aside.copied')}>
          {t('saved.aside.copy')}
        </CopyButton>
        <Button danger icon="trash-2" onPress={() => tried(letGo)}>
          {t('saved.aside.letGo')}
        </Button>
      </Buttons>
    </li>
  )
}

/** What was written here of something that others erased meanwhile: shown, and kept for a while. */
export function SetAside(): JSX.Element | null {
  const { t } = useText()
  const { notebook } = useOpen()
  const rows = useLive(() => listSetAside(notebook.tables), [notebook])
  if (!rows?.length) return null
  return (
    <Section title={t('saved.aside.title')}>
      <div class="stack">
        <p>{t('saved.aside.what')}</p>
        <ul class="stack">
          {rows.map((row) => (
            <Item key={row.id} row={row} />
          ))}
        </ul>
      </div>
    </Section>
  )
}
