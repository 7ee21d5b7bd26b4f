import type { JSX } from 'preact'
import { listOf } from '../../../db/find.ts'
import { useLive } from '../../../db/live.ts'
import { useNotebook } from '../../../db/notebook.ts'
import type { EntryRow, Register } from '../../../db/register/tables.ts'
import { sameValue, type Row as RecordRow } from '../../../db/show.ts'
import type { Notebook } from '../../../db/tables.ts'
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
import { makeContent } from './content.ts'
import { readMaterial } from './material.ts'
import { Orphans } from './orphans.tsx'
import { standingKeys, standingOf } from './standing.ts'
import { useMayPublish } from './use-may-publish.ts'

type Ours = { readonly row: RecordRow; readonly item: EntryRow | undefined; readonly isChanged: boolean }

/** All entries of this notebook, the newest first, each as the register has it. */
async function oursIn(notebook: Notebook, register: Register, hidden: string): Promise<Ours[]> {
  const rows = (await listOf(notebook, 'publication')).reverse()
  const items = await register.entries.bulkGet(rows.map(({ fields }) => textOf(fields, 'entry')))
  const ours: Ours[] = []
  for (const [at, row] of rows.entries()) {
    const material = await readMaterial(notebook, textOf(row.fields, 'about'))
    const { content } = makeContent(row.fields, material, hidden)
    ours.push({ row, item: items[at], isChanged: !sameValue(content, row.fields['published']) })
  }
  return ours
}

function Line({ ours: { row, item, isChanged }, hand }: { ours: Ours; hand: OnHand }): JSX.Element {
  const { t } = useText()
  const type = entryTypeOf(row.fields)
  const standing = standingOf(row.fields, item, hand.info)
  const words = standing === 'public' && isChanged ? 'register.own.publicChanged' : standingKeys[standing]
  return (
    <Row
      to={href(`/register/${row.id}`)}
      picture={<Icon name={typeIcons[type]} />}
      detail={`${t(typeKeys[type])} · ${t(words)}`}
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
  const { register } = hand
  const all = useLive(() => oursIn(notebook, register, t('register.hiddenName')), [notebook, register])
  if (!all || !may) return null
  return (
    <div class="page stack">
      <StateLine hand={hand} />
      {all.length === 0 && <p>{t('register.own.none')}</p>}
      {all.length > 0 && (
        <Rows>
          {all.map((ours) => (
            <Line key={ours.row.id} ours={ours} hand={hand} />
          ))}
        </Rows>
      )}
      <Orphans
        hand={hand}
        known={all.map(({ row }) => textOf(row.fields, 'entry'))}
        canWithdraw={may.isCoordinator && may.hindrance === undefined}
      />
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
