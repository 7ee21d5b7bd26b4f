import type { JSX } from 'preact'
import { listAbout, rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { registerOf } from '../../db/register/open.ts'
import { readInfo } from '../../db/register/info.ts'
import { textOf } from '../../records/fields.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { publicKinds } from './publish/begin.ts'
import { standingKeys, standingOf } from './publish/standing.ts'
import { useMayPublish } from './publish/use-may-publish.ts'
import { typeKeys } from './words.ts'
import { entryTypeOf } from '../../records/kinds/publication.ts'

/** What of a record stands in the public register, on its page; whoever coordinates can put it there. */
export function RegisterAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const register = registerOf(notebook)
  const mayWrite = useMayWrite()
  const may = useMayPublish()
  const known = useLive(async () => {
    const row = await rowOf(notebook, id)
    if (!row || !publicKinds.has(row.kind)) return { publications: [] }
    const about = await listAbout(notebook, id)
    return {
      kind: row.kind,
      publications: about.filter((one) => textOf(one.fields, 'about') === id && one.kind === 'publication'),
    }
  }, [notebook, id])
  const entries = known?.publications.map(({ fields }) => textOf(fields, 'entry')) ?? []
  const shown = useLive(
    async () => ({ info: await readInfo(register), items: await register.entries.bulkGet(entries) }),
    [register, entries.join()],
  )
  if (!known?.kind || !may || !shown) return null
  const { publications } = known
  const canBegin = mayWrite && may.isCoordinator && publications.length === 0
  if (publications.length === 0 && !canBegin) return null
  return (
    <Section title={t('register.title')}>
      {publications.length > 0 && (
        <Rows>
          {publications.map((row, at) => (
            <Row
              key={row.id}
              to={href(`/register/${row.id}`)}
              detail={t(standingKeys[standingOf(row.fields, shown.items[at], shown.info)])}
            >
              <strong>{row.label || t(typeKeys[entryTypeOf(row.fields)])}</strong>
            </Row>
          ))}
        </Rows>
      )}
      {canBegin && (
        <LinkButton writes icon="share" to={href(`/register/new/${id}`)}>
          {t('register.begin')}
        </LinkButton>
      )}
    </Section>
  )
}
