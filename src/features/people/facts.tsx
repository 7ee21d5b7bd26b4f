import type { JSX } from 'preact'
import { rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as PersonRow } from '../../db/show.ts'
import { textOf, tickedIn } from '../../records/fields.ts'
import { uses } from '../../shared/uses.ts'
import { mediumDate } from '../../ui/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { wordsOfUse } from '../../ui/use-words.ts'

type Fact = { readonly icon: IconName; readonly words: string }

function useFacts({ fields }: PersonRow): Fact[] {
  const { t, language } = useText()
  const date = (name: string): string => mediumDate(textOf(fields, name), language)
  const shownIn = uses.filter((use) => fields[`shownIn/${use}`] === true)
  const agreed = (what: string, on: string): string =>
    textOf(fields, on) ? t('people.agreedOn', { what, date: date(on) }) : what
  const facts: readonly (Fact | false)[] = [
    !!textOf(fields, 'address') && { icon: 'map-pin', words: textOf(fields, 'address') },
    !!textOf(fields, 'birthday') && {
      icon: 'cake',
      words: t('people.birthdayOn', { date: date('birthday') }),
    },
    !!textOf(fields, 'nameDay') && { icon: 'gift', words: t('people.nameDayOn', { date: date('nameDay') }) },
    !!textOf(fields, 'keepFor') && {
      icon: 'check',
      words: agreed(t('people.keptFor', { purpose: textOf(fields, 'keepFor') }), 'keepOn'),
    },
    !!textOf(fields, 'photosFor') && {
      icon: 'image',
      words: agreed(t('people.photosFor', { purpose: textOf(fields, 'photosFor') }), 'photosOn'),
    },
    shownIn.length > 0 && {
      icon: 'image',
      words: t('people.shownWhere', { where: shownIn.map((use) => t(wordsOfUse[use])).join(', ') }),
    },
    !!textOf(fields, 'namedOn') && {
      icon: 'check',
      words: agreed(t('people.mayBeNamed'), 'namedOn'),
    },
    !!textOf(fields, 'namedInPostsOn') && {
      icon: 'check',
      words: agreed(t('people.mayBePosted'), 'namedInPostsOn'),
    },
    !!textOf(fields, 'parentsOn') && {
      icon: 'check',
      words: agreed(t('people.parentsAgreed'), 'parentsOn'),
    },
    !!textOf(fields, 'remarks') && { icon: 'info', words: textOf(fields, 'remarks') },
  ]
  return facts.filter((fact) => fact !== false)
}

/** Address, birthday, what was agreed to, remarks; and the groups that the person belongs to. */
export function Facts({ person }: { person: PersonRow }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const facts = useFacts(person)
  const ids = tickedIn(person.fields, 'groups')
  const groups = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
  if (facts.length === 0 && groups.length === 0) return null
  return (
    <Section title={t('people.more')}>
      <div class="stack tight">
        {facts.length > 0 && (
          <ul class="card facts">
            {facts.map((fact) => (
              <li class="fact" key={fact.words}>
                <Icon name={fact.icon} />
                <span class="written">{fact.words}</span>
              </li>
            ))}
          </ul>
        )}
        {groups.length > 0 && (
          <Rows>
            {groups.map((group) => (
              <Row key={group.id} to={href(`/groups/${group.id}`)} detail={group.detail}>
                {group.label}
              </Row>
            ))}
          </Rows>
        )}
      </div>
    </Section>
  )
}
