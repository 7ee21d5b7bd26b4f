import type { JSX } from 'preact'
import { listOf } from '../../../db/find.ts'
import { useLive } from '../../../db/live.ts'
import { useNotebook } from '../../../db/notebook.ts'
import type { EntryRow } from '../../../db/register/tables.ts'
import type { Row as RecordRow } from '../../../db/show.ts'
import { textOf } from '../../../records/fields.ts'
import { entryTypeOf } from '../../../records/kinds/publication.ts'
import { Buttons, LinkButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Page } from '../../../ui/page.tsx'
import { href } from '../../../ui/route.ts'
import { Row, Rows } from '../../../ui/rows.tsx'
import { useText } from '../../../ui/text.ts'
import { TwiceMark } from '../../../ui/twice-mark.tsx'
import { StateLine } from '../state-line.tsx'
import { useRegister, type OnHand } from '../use-register.ts'
import { typeIcons, typeKeys } from '../words.ts'
import { standingKeys, standingOf } from './standing.ts'
import { useMayPublish } from './use-may-publish.ts'

function Line({
  row,
  item,
  hand,
}: {
  row: RecordRow
  item: EntryRow | undefined
  hand: OnHand
}): JSX.Element {
  const { t } = useText()
  const type = entryTypeOf(row.fields)
  return (
    <Row
      to={href(`/register/${row.id}`)}
      picture={<Icon name={typeIcons[type]} />}
      detail={`${t(typeKeys[type])} · ${t(standingKeys[standingOf(row.fields, item, hand.info)])}`}
    >
      <strong>{row.label || t('register.publication')}</strong>
      <TwiceMark twice={row.twice} />
    </Row>
  )
}

function Inside({ hand }: { hand: OnHand }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const may = useMayPublish()
  const rows = useLive(async () => (await listOf(notebook, 'publication')).reverse(), [notebook])
  const entries = (rows ?? []).map(({ fields }) => textOf(fields, 'entry'))
  const items = useLive(() => hand.register.entries.bulkGet(entries), [hand.register, entries.join()])
  if (!rows || !may) return null
  return (
    <div class="page stack">
      <StateLine hand={hand} />
      {rows.length === 0 && <p>{t('register.own.none')}</p>}
      {rows.length > 0 && (
        <Rows>
          {rows.map((row, at) => (
            <Line key={row.id} row={row} item={items?.[at]} hand={hand} />
          ))}
        </Rows>
      )}
      <p>{t(may.isCoordinator ? 'register.own.how' : 'register.onlyCoordinators')}</p>
      {may.isCoordinator && (
        <Buttons column>
          <LinkButton writes icon="book-open" to={href('/register/experience')}>
            {t('register.own.experience')}
          </LinkButton>
          <LinkButton writes icon="circle-help" to={href('/register/advice')}>
            {t('register.own.advice')}
          </LinkButton>
        </Buttons>
      )}
    </div>
  )
}

/** All that this notebook shows in the public register, or is to. */
export function Published(): JSX.Element | null {
  const { t } = useText()
  const hand = useRegister()
  if (!hand) return null
  return (
    <Page title={t('register.own.title')} parent="/register">
      <Inside hand={hand} />
    </Page>
  )
}
