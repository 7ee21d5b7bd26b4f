import type { JSX } from 'preact'
import type { Mention } from '../../db/mentions.ts'
import { useOpen } from '../../db/notebook.ts'
import { useThumb } from '../../db/photo.ts'
import { problemOf } from '../../db/problem.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { dateAndTime, mediumDate, today } from '../../ui/dates.ts'
import { useKindKey } from '../../ui/feature.ts'
import type { FieldWords } from '../../ui/field-words.ts'
import { download } from '../../ui/hand-out.ts'
import { Page } from '../../ui/page.tsx'
import { Paper } from '../../ui/paper.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { factsOf } from './facts.ts'
import { pageFile, recordsFile } from './files.ts'
import { useAllFieldWords, useEverything, type Known } from './use-everything.ts'

type PartProps = { mention: Mention; known: Known; person: string; words: FieldWords }

function Facts({ mention, known, person, words }: PartProps): JSX.Element {
  const { t, language } = useText()
  const saying = { t, language, nameOf: (id: string) => known.labels.get(id) ?? '' }
  return (
    <dl class="report-facts">
      {factsOf(mention, person, words, saying).map(({ field, name, values }) => (
        <div key={field}>
          <dt>{name}</dt>
          {values.map((value, index) => (
            <dd class="written" key={index}>
              {index === 0 ? value : t('access.also', { value })}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

function PhotoHere({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const url = useThumb(id)
  if (!url) return null
  return (
    <ul class="report-photos">
      <li>
        <img class="picture" data-photo={id} src={url} alt={t('access.photo')} />
      </li>
    </ul>
  )
}

/** One record: what it is called, when it was changed, whether it was deleted, and what stands in it. */
function Part(props: PartProps): JSX.Element {
  const { t, language } = useText()
  const { mention, known } = props
  const { row, names } = mention
  const label = /^\d{4}-\d\d-\d\d$/.test(row.label) ? mediumDate(row.label, language) : row.label
  const when = (time: number): string => dateAndTime(new Date(time), language)
  return (
    <section class="stack tight">
      {label && <h3>{label}</h3>}
      <p class="small secondary">
        {[
          t('access.changed', { when: when(row.changedAt) }),
          row.deletedAt > 0 && t('access.deleted', { when: when(row.deletedAt) }),
          !names && t('access.onlyNamed'),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {known.pictures.has(row.id) && <PhotoHere id={row.id} />}
      <Facts {...props} />
    </section>
  )
}

/** The records of one kind, under its word. */
function Kind({ kind, parts }: { kind: string; parts: readonly PartProps[] }): JSX.Element {
  const { t } = useText()
  const key = useKindKey()(kind)
  return (
    <section class="section stack">
      <h2>{t('access.kind', { kind: key ? t(key) : t('access.otherKind'), count: parts.length })}</h2>
      {parts.map((part) => (
        <Part key={part.mention.row.id} {...part} />
      ))}
    </section>
  )
}

type FilesProps = { known: Known; title: string }

/** The same as a file: one to read anywhere, one for other programs. */
function Files({ known, title }: FilesProps): JSX.Element {
  const { t, language } = useText()
  const { notebook, onProblem } = useOpen()
  const give = async (make: () => Promise<Blob>, ending: string): Promise<void> => {
    const name = `ponte-${today(new Date(notebook.now()))}-${t('access.fileName')}.${ending}`
    await make().then(
      (file) => download(new File([file], name, { type: file.type })),
      (error: unknown) => onProblem(problemOf(error)),
    )
  }
  const toRead = async (): Promise<void> => {
    const sheet = document.querySelector('article.paper')
    if (sheet) await give(() => pageFile(notebook, { sheet, title, language }), 'html')
  }
  return (
    <Buttons column>
      <Button icon="file-down" onPress={toRead}>
        {t('access.toRead')}
      </Button>
      <Button icon="file-down" onPress={() => give(() => recordsFile(notebook, known), 'json')}>
        {t('access.forPrograms')}
      </Button>
      <LinkButton writes icon="trash-2" to={href(`/erase/${known.own.row.id}`)}>
        {t('access.erase')}
      </LinkButton>
    </Buttons>
  )
}

function Sheet({ known, id }: { known: Known; id: string }): JSX.Element | null {
  const { t } = useText()
  const all = [known.own, ...known.mentions]
  const kinds = [...new Set(all.map(({ row }) => row.kind))]
  const words = useAllFieldWords(kinds)
  const { row } = known.own
  const title = t('access.title', { name: row.label || t('access.unnamed') })
  const parts = all.map((mention): PartProps => ({
    mention,
    known,
    person: id,
    words: words?.get(mention.row.kind) ?? {},
  }))
  return (
    <Paper title={title} parent={`/people/${id}`} before={<Files known={known} title={title} />}>
      <p>{t('access.what', { count: known.mentions.length })}</p>
      {(words ? kinds : []).map((kind) => (
        <Kind key={kind} kind={kind} parts={parts.filter(({ mention }) => mention.row.kind === kind)} />
      ))}
      {known.drafts.length > 0 && <p>{t('access.drafts', { count: known.drafts.length })}</p>}
      <section class="section">
        <h2>{t('access.elsewhere')}</h2>
        <p>{t('access.elsewhereWhat')}</p>
      </section>
    </Paper>
  )
}

/** Everything about one person, on paper and as a file; made on this device. */
export function AccessPage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t } = useText()
  const id = params.id ?? ''
  const known = useEverything(id)
  if (known === undefined) return null
  if (known === null || known.own.row.kind !== 'person')
    return (
      <Page title={t('access.everything')} parent="/people">
        <div class="page">
          <p>{t('access.unknown')}</p>
        </div>
      </Page>
    )
  return <Sheet known={known} id={id} />
}
