import type { JSX } from 'preact'
import { listAbout } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { stateOf, typeOf } from '../../records/kinds/partnership.ts'
import { sortByName } from '../../shared/collate.ts'
import { linkStateKeys, linkTypeKeys } from '../../ui/link-words.ts'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { useTowns } from './use-towns.ts'
import { nameOf } from './words.ts'

function PartnershipRow({ partnership }: { partnership: RecordRow }): JSX.Element | null {
  const { t } = useText()
  const towns = useTowns(partnership.fields)
  if (!towns) return null
  return (
    <Row
      to={href(`/partnerships/${partnership.id}`)}
      picture={<Picture name="door-towns" look="thumb" />}
      detail={`${t(linkTypeKeys[typeOf(partnership.fields)])}, ${t(linkStateKeys[stateOf(partnership.fields)])}`}
    >
      <b>{nameOf(partnership.label, towns.names) || t('partnerships.unnamed')}</b>
      <TwiceMark twice={partnership.twice} />
    </Row>
  )
}

/** The partnerships of a town, or those that a person or group looks after, on its page. */
export function PartnershipsAbout({ id }: { id: string }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const about = useLive(() => listAbout(notebook, id), [notebook, id]) ?? []
  const partnerships = about.filter(({ kind }) => kind === 'partnership')
  if (partnerships.length === 0) return null
  return (
    <Section title={t('partnerships.title')}>
      <Rows>
        {sortByName(partnerships, ({ label }) => label, language).map((one) => (
          <PartnershipRow key={one.id} partnership={one} />
        ))}
      </Rows>
    </Section>
  )
}
