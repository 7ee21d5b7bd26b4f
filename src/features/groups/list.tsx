import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { listOf } from '../../db/find.ts'
import { matcherOf } from '../../db/match.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as GroupRow } from '../../db/show.ts'
import { groupTypes } from '../../records/kinds/group.ts'
import { sortByName } from '../../shared/collate.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SearchField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { typeIcons, typeKeys } from './types.ts'

function GroupLine({ group, current }: { group: GroupRow; current: boolean }): JSX.Element {
  const { t } = useText()
  const type = groupTypes.find((one) => one === group.fields['type']) ?? 'other'
  return (
    <Row
      to={href(`/groups/${group.id}`)}
      current={current}
      picture={
        <span class="portrait initials" aria-hidden="true">
          <Icon name={typeIcons[type]} />
        </span>
      }
      detail={[t(typeKeys[type]), group.detail].filter(Boolean).join(', ')}
    >
      <b>{group.label || t('groups.unnamed')}</b>
      <TwiceMark twice={group.twice} />
    </Row>
  )
}

/** All groups, as the reader's language sorts. */
export function GroupList({ current }: { current: string | undefined }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const rows = useLive(() => listOf(notebook, 'group'), [notebook])
  const groups = useMemo(() => rows && sortByName(rows, (row) => row.label, language), [rows, language])
  const matching = useMemo(() => (groups ?? []).filter(matcherOf(query) ?? (() => true)), [groups, query])
  const { shown, more } = useGrowing(matching.length, query)
  if (!groups) return null
  const add = (
    <LinkButton writes primary icon="plus" to={href('/groups/new')}>
      {t('groups.add')}
    </LinkButton>
  )
  const tabs = <Tabs place="/people" label={t('groups.what')} current="/groups" />
  if (groups.length === 0)
    return (
      <div class="stack tight">
        {tabs}
        <Empty picture="group" words={t('groups.none')}>
          {add}
        </Empty>
      </div>
    )
  return (
    <div class="stack tight">
      {tabs}
      <SearchField label={t('groups.search')} value={query} onInput={setQuery} />
      {matching.length === 0 ? (
        <p role="status">{t('groups.noneFound')}</p>
      ) : (
        <Rows>
          {matching.slice(0, shown).map((group) => (
            <GroupLine key={group.id} group={group} current={group.id === current} />
          ))}
        </Rows>
      )}
      {more}
      <div class="dock">{add}</div>
    </div>
  )
}
