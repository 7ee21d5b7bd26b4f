import type { JSX } from 'preact'
import { listOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as Record } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import { mediumDate } from '../../ui/dates.ts'
import { useKindKey, usePathOf } from '../../ui/feature.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import type { Format } from './formats.ts'
import type { FormatText } from './handbook.ts'

const dayOf = ({ fields }: Record): string => textOf(fields, 'date') || textOf(fields, 'from')

/** What was made of a format in this notebook, the latest first. */
async function madeHere(notebook: Notebook, format: string): Promise<Record[]> {
  const rows = await Promise.all(['project', 'event'].map((kind) => listOf(notebook, kind)))
  return rows
    .flat()
    .filter(({ fields }) => fields['format'] === format)
    .sort((a, b) => (dayOf(a) > dayOf(b) ? -1 : 1))
}

function Ours({ format }: { format: string }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const kindKey = useKindKey()
  const pathOf = usePathOf()
  const made = useLive(() => madeHere(notebook, format), [notebook, format]) ?? []
  if (made.length === 0) return null
  return (
    <Section title={t('formats.ours')}>
      <Rows>
        {made.map((record) => {
          const key = kindKey(record.kind)
          const day = mediumDate(dayOf(record), language)
          return (
            <Row
              key={record.id}
              to={href(pathOf(record.kind, record.id))}
              detail={[key && t(key), day].filter(Boolean).join(', ')}
            >
              <b>{record.label || t('formats.unnamed')}</b>
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}

/** The name of a site without what every site's name begins with. */
const siteOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '')

/** Where a format worked: elsewhere, with the pages that tell of it, and here. */
export function Proof({ format, text }: { format: Format; text: FormatText }): JSX.Element {
  const { t } = useText()
  return (
    <>
      <Section title={t('formats.elsewhere')}>
        <div class="stack tight">
          <p>{text.proof}</p>
          {format.sources.length > 0 && (
            <>
              <p class="secondary">{t('formats.sourcesHint')}</p>
              <Rows>
                {format.sources.map((address) => (
                  <Row key={address} to={address}>
                    {siteOf(address)}
                  </Row>
                ))}
              </Rows>
            </>
          )}
        </div>
      </Section>
      <Ours format={format.id} />
    </>
  )
}
