import type { JSX } from 'preact'
import { phonesOf } from '../../records/contact.ts'
import { Paper } from '../../ui/paper.tsx'
import { useText } from '../../ui/text.ts'
import { Name } from './line.tsx'
import { Numbers } from './numbers.tsx'
import { usePeopleToPrint } from './to-print.tsx'

/** The telephone list as a sheet in very large letters: for beside the telephone, to be read without glasses. */
export function PhonesToPrint(): JSX.Element | null {
  const { t } = useText()
  const toPrint = usePeopleToPrint()
  if (!toPrint) return null
  const { people, group, who } = toPrint
  const reachable = people.filter((person) => phonesOf(person.fields).length > 0)
  const others = people.length - reachable.length
  return (
    <Paper
      title={group ? t('people.toPrint.phonesOf', { group }) : t('people.toPrint.phones')}
      parent="/people"
      type="large"
      before={
        <>
          {who}
          {others > 0 && <p>{t('people.toPrint.withoutPhone', { count: others })}</p>}
        </>
      }
    >
      {reachable.length === 0 && <p>{t('people.toPrint.noPhones')}</p>}
      {reachable.length > 0 && (
        <ul class="paper-list">
          {reachable.map(({ id, fields }) => (
            <li key={id}>
              <span class="line">
                <Name fields={fields} />
              </span>
              <Numbers phones={phonesOf(fields)} />
            </li>
          ))}
        </ul>
      )}
    </Paper>
  )
}
