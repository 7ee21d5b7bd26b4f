import type { JSX } from 'preact'
import type { Row as PersonRow } from '../../db/show.ts'
import { emailsOf, phonesOf } from '../../records/contact.ts'
import { textOf } from '../../records/fields.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Paper, PaperTable } from '../../ui/paper.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { Name } from './line.tsx'
import { Numbers } from './numbers.tsx'
import { usePeopleToPrint } from './to-print.tsx'

function NameAndTown({ fields }: PersonRow): JSX.Element {
  return (
    <>
      <span class="line">
        <Name fields={fields} />
      </span>
      {textOf(fields, 'town')}
    </>
  )
}

const Phones = ({ fields }: PersonRow): JSX.Element => <Numbers phones={phonesOf(fields)} />

/** An address too long for its column breaks behind the @ before it breaks anywhere else. */
function Addresses({ fields }: PersonRow): JSX.Element {
  return (
    <>
      {emailsOf(fields).map(({ id, value: { address } }) => (
        <span class="line" key={id}>
          {address.slice(0, address.indexOf('@') + 1)}
          <wbr />
          {address.slice(address.indexOf('@') + 1)}
        </span>
      ))}
    </>
  )
}

/** The member list as a sheet: who, where, and how to reach them. */
export function MembersToPrint(): JSX.Element | null {
  const { t } = useText()
  const toPrint = usePeopleToPrint()
  if (!toPrint) return null
  const { people, group, who } = toPrint
  return (
    <Paper
      title={group ? t('people.toPrint.membersOf', { group }) : t('people.toPrint.members')}
      parent="/people"
      before={
        <>
          {who}
          <LinkButton icon="phone" to={href('/people/print/phones')}>
            {t('people.toPrint.toPhones')}
          </LinkButton>
        </>
      }
    >
      {people.length === 0 && <p>{t('people.none')}</p>}
      {people.length > 0 && (
        <PaperTable
          columns={[
            { title: t('people.toPrint.name'), share: 8, cell: NameAndTown },
            { title: t('people.toPrint.numbers'), share: 9, cell: Phones },
            { title: t('people.toPrint.email'), share: 9, cell: Addresses },
          ]}
          rows={people}
        />
      )}
    </Paper>
  )
}
