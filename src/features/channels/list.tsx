import type { JSX } from 'preact'
import { listOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as ChannelRow } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import { sortByName } from '../../shared/collate.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'

type Channel = { readonly row: ChannelRow; readonly people: string }

/** All channels and who looks after each, the deputy last. */
async function channelsOf(notebook: Notebook): Promise<Channel[]> {
  const rows = await listOf(notebook, 'channel')
  const idsOf = ({ fields }: ChannelRow): string[] => ['owner', 'deputy'].map((name) => textOf(fields, name))
  const people = await rowsOf(notebook, [...new Set(rows.flatMap(idsOf).filter(Boolean))])
  const names = new Map(people.map(({ id, label }) => [id, label]))
  return rows.map((row) => ({
    row,
    people: idsOf(row)
      .flatMap((id) => names.get(id) ?? [])
      .join(', '),
  }))
}

/** The channels on which the association shows itself. */
export function ChannelList(): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const channels = useLive(() => channelsOf(notebook), [notebook])
  if (!channels) return null
  const add = (
    <LinkButton writes primary icon="plus" to={href('/channels/new')}>
      {t('channels.add')}
    </LinkButton>
  )
  return (
    <Page title={t('channels.title')} parent="/more">
      <div class="page stack">
        {channels.length === 0 ? (
          <Empty picture="card-post" words={t('channels.none')}>
            {add}
          </Empty>
        ) : (
          <>
            <p>{t('channels.what')}</p>
            <Rows>
              {sortByName(channels, ({ row }) => row.label, language).map(({ row, people }) => (
                <Row key={row.id} to={href(`/channels/${row.id}`)} detail={people || t('channels.nobody')}>
                  <strong>{row.label || t('channels.unnamed')}</strong>
                  <TwiceMark twice={row.twice} />
                </Row>
              ))}
            </Rows>
            <div class="dock">{add}</div>
          </>
        )}
      </div>
    </Page>
  )
}
