import type { JSX } from 'preact'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { settle, type TwiceFilled } from '../../db/settle.ts'
import { textOf } from '../../records/fields.ts'
import type { Fields, Value } from '../../shared/value.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import { usePathOf } from '../../ui/feature.ts'
import type { FieldWords, Saying } from '../../ui/field-words.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { go } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { sayAny } from '../../ui/sayings.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { useFieldWords } from '../../ui/use-field-words.ts'
import { useTwice, type TwiceRecord } from './find.ts'
import { VersionCard } from './version.tsx'
import { isText, nameOfField, wordOf, wordsOf } from './words.ts'

type TwiceProps = { page: string; record: TwiceRecord; twice: TwiceFilled; words: FieldWords }

/** What was not taken, as a note that lies in the bin; nothing where there is nothing to say. */
function leftOver(
  { page, record, twice, words }: TwiceProps,
  taken: Value,
  saying: Saying,
): Fields | undefined {
  const word = wordOf(words, twice.field)
  const others = twice.values.filter(({ value }) => value !== taken && !word.photo)
  const [first] = others
  const said = others.map(({ value }) => wordsOf(word, value, saying))
  if (!first) return undefined
  const text = word.long ? said.join('\n\n') : `${nameOfField(word, twice.field, saying)}: ${said.join(', ')}`
  const moment = new Date(first.time)
  return {
    text,
    about: page,
    author: record.writers.get(first.stamps[0] ?? '')?.name ?? '',
    date: today(moment),
    writtenAt: moment.toISOString(),
    language: textOf(record.row.fields, 'language') || saying.language,
  }
}

function Twice(props: TwiceProps): JSX.Element {
  const { page, record, twice, words } = props
  const { t, language } = useText()
  const { notebook, onProblem } = useOpen()
  const pathOf = usePathOf()
  const { row, writers, names } = record
  const { field, values } = twice
  const word = wordOf(words, field)
  const saying = { t, language, fields: row.fields, nameOf: (id: string) => names.get(id) ?? '' }
  const keep = (value: Value, left?: Fields): Promise<void> =>
    settle(notebook, row.id, twice, value, left).catch((error: unknown) => onProblem(problemOf(error)))
  const isLong = word.long && values.every(({ value }) => isText(word, value))
  // In the order in which they were written.
  const both = (): string =>
    [...values]
      .sort((a, b) => a.time - b.time)
      .map(({ value }) => sayAny(value).trim())
      .join('\n\n')
  const keepBoth = (): Promise<void> => keep(both())
  const rewrite = async (): Promise<void> => {
    await keepBoth()
    go(`${pathOf(row.kind, row.id)}/change`)
  }
  return (
    <div class="stack tight">
      <h3>{nameOfField(word, field, saying)}</h3>
      <div class="compare">
        {values.map((version, index) => (
          <VersionCard
            key={version.stamps[0]}
            version={version}
            other={values[index === 0 ? 1 : 0]}
            writer={writers.get(version.stamps[0] ?? '')}
            word={word}
            saying={saying}
            lang={textOf(row.fields, 'language') || undefined}
            onTake={() => keep(version.value, leftOver(props, version.value, saying))}
          />
        ))}
      </div>
      {isLong && (
        <Buttons column>
          {row.id === page && (
            <Button writes icon="pencil" onPress={rewrite}>
              {t('versions.rewrite')}
            </Button>
          )}
          <Button writes icon="copy" onPress={keepBoth}>
            {t('versions.keepBoth')}
          </Button>
        </Buttons>
      )}
    </div>
  )
}

function TwiceFields({ page, record }: { page: string; record: TwiceRecord }): JSX.Element | null {
  const words = useFieldWords(record.row.kind)
  if (!words) return null
  return (
    <>
      {record.fields.map((twice) => (
        <Twice key={twice.field} page={page} record={record} twice={twice} words={words} />
      ))}
    </>
  )
}

/** What two people wrote differently about the same thing, side by side, until somebody chooses for all. */
export function Versions({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const mayWrite = useMayWrite()
  const records = useTwice(id)
  if (!records?.length) return null
  return (
    <Section title={t('versions.title')}>
      <div class="stack">
        <Status look="waiting" icon="copy">
          <strong class="line">{t('versions.explain')}</strong>
          {mayWrite ? t('versions.left') : t('versions.onlyRead')}
        </Status>
        {records.map((record) => (
          <TwiceFields key={record.row.id} page={id} record={record} />
        ))}
      </div>
    </Section>
  )
}
