import type { JSX } from 'preact'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useOwnWords, type OwnWords } from '../../db/own-words.ts'
import { useHappenings } from '../../db/told-happenings.ts'
import { textOf } from '../../records/fields.ts'
import { stateOf, typeOf } from '../../records/kinds/partnership.ts'
import { isContradictory, sinceOf } from '../../records/partnership-since.ts'
import { useDatedWords, type Dated } from '../../ui/dated-rows.tsx'
import { linkStateKeys, linkTypeKeys } from '../../ui/link-words.ts'
import { Paper, PaperTable } from '../../ui/paper.tsx'
import { roughDate } from '../../ui/rough-dates.ts'
import { useText } from '../../ui/text.ts'
import { inOrder } from './timeline.tsx'
import { useTowns, type Towns } from './use-towns.ts'
import { useSide } from './who.tsx'
import { countingWords, dateTypeWords, nameOf, sideKeys } from './words.ts'

/** So much fits on a sheet beside the rest; the whole list is printed from its own page. */
const most = 12

type PartProps = { words: OwnWords; towns: Towns }

function Dates({ words, towns }: PartProps): JSX.Element | null {
  const { t, language } = useText()
  const rows = inOrder(words.row).map((date, index) => ({ ...date, id: String(index) }))
  if (rows.length === 0) return null
  return (
    <section class="section">
      <h2>{t('partnerships.history')}</h2>
      <PaperTable
        rows={rows}
        columns={[
          {
            title: t('partnerships.date.when'),
            cell: ({ date }) => roughDate(date, language) || t('partnerships.date.unknown'),
          },
          { title: t('partnerships.date.what'), cell: ({ type }) => dateTypeWords(type, towns.names, t) },
          {
            title: t('partnerships.counts.legend'),
            cell: ({ counts }) => countingWords(counts, towns.names, t),
          },
          { title: t('partnerships.date.source'), cell: ({ source }) => source },
        ]}
      />
      {isContradictory(words.row.fields) && <p>{t('partnerships.contradictory')}</p>}
    </section>
  )
}

function Side({ words, towns, side }: PartProps & { side: 'here' | 'there' }): JSX.Element | null {
  const { t, language } = useText()
  const all = useSide(words.row.fields, side)
  if (all.length === 0) return null
  return (
    <section class="section">
      <h2>{t('partnerships.who.in', { town: towns.names[side] || t(sideKeys[side]) })}</h2>
      <p>{new Intl.ListFormat(language).format(all.map(({ label }) => label))}</p>
    </section>
  )
}

function List({ title, items }: { title: string; items: readonly Dated[] }): JSX.Element | null {
  const dated = useDatedWords()
  if (items.length === 0) return null
  return (
    <section class="section">
      <h2>{title}</h2>
      <ul class="paper-list">
        {items.slice(0, most).map((one) => (
          <li key={one.id}>
            <strong lang={one.lang || undefined}>{one.title}</strong> {dated(one)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sheet({ words, towns }: PartProps): JSX.Element {
  const { t, language } = useText()
  const { row } = words
  const all = useHappenings(towns.partner?.fields, language) ?? []
  const since = roughDate(sinceOf(row.fields), language)
  const why = textOf(row.fields, 'stateWhy').trim()
  const text = textOf(row.fields, 'text').trim()
  return (
    <Paper
      title={nameOf(row.label, towns.names) || t('partnerships.unnamed')}
      parent={`/partnerships/${row.id}`}
    >
      <p>
        {[
          t(linkTypeKeys[typeOf(row.fields)]),
          t(linkStateKeys[stateOf(row.fields)]),
          since && t('partnerships.since', { when: since }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {why && <p class="written">{t('partnerships.whyIs', { reason: why })}</p>}
      {text && (
        <p class="written" lang={words.langOf('text')}>
          {text}
        </p>
      )}
      <Dates words={words} towns={towns} />
      <Side words={words} towns={towns} side="here" />
      <Side words={words} towns={towns} side="there" />
      <List title={t('partnerships.ahead')} items={all.filter(({ stage }) => stage === 'ahead')} />
      <List title={t('partnerships.past')} items={all.filter(({ stage }) => stage === 'past')} />
    </Paper>
  )
}

/** A partnership on paper, for the council meeting or the town hall. */
export function PartnershipOnPaper({ params }: { params: { id?: string } }): JSX.Element | null {
  const { language } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const partnership = useLive(() => rowOf(notebook, id), [notebook, id])
  const words = useOwnWords(partnership, language)
  const towns = useTowns(partnership?.fields)
  return partnership?.kind === 'partnership' && words && towns ? <Sheet words={words} towns={towns} /> : null
}
