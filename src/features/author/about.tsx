import type { JSX } from 'preact'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { dialable } from '../../shared/phone.ts'
import { LinkButton } from '../../ui/button.tsx'
import { mediumDate } from '../../ui/dates.ts'
import { useKindKey } from '../../ui/feature.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { findAuthor, type Reach } from './find.ts'

function ReachButton({ reach, row }: { reach: Reach; row: Row }): JSX.Element {
  const { t, language } = useText()
  const key = useKindKey()(row.kind)
  const { name, email, phone } = reach
  if (!email)
    return (
      <LinkButton icon="phone" to={`tel:${dialable(phone)}`}>
        {t('author.call', { name })}
      </LinkButton>
    )
  const label = mediumDate(row.label, language)
  const subject = key ? t('author.subject', { kind: t(key), name: label }) : label
  return (
    <LinkButton icon="mail" to={`mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(subject)}`}>
      {t('author.write', { name })}
    </LinkButton>
  )
}

/** For those who may only read: the way to whoever wrote a record. */
export function WriteToAuthor({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const found = useLive(async () => {
    const row = mayWrite ? undefined : await rowOf(notebook, id)
    return row && { row, author: await findAuthor(notebook, row) }
  }, [notebook, id, mayWrite])
  if (!found) return null
  const { row, author } = found
  const { name, reach } = author
  return (
    <Section title={t('author.title')}>
      <div class="stack tight">
        <p>{name ? t('author.by', { name }) : t('author.unknown')}</p>
        {reach && reach.name !== name && <p>{t('author.askCoordinator')}</p>}
        {reach ? <ReachButton reach={reach} row={row} /> : <p>{t('author.unreachable')}</p>}
      </div>
    </Section>
  )
}
