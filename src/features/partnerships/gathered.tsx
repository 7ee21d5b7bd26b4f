import type { JSX } from 'preact'
import type { Row } from '../../db/show.ts'
import { useHappenings, type ToldHappening } from '../../db/told-happenings.ts'
import { LinkButton } from '../../ui/button.tsx'
import { DatedRows } from '../../ui/dated-rows.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

/** What is read at one go; the rest stands behind "all". */
const most = 5

const parts: readonly (readonly [kind: string, title: TextKey])[] = [
  ['project', 'partnerships.projects'],
  ['visit', 'partnerships.visits'],
  ['event', 'partnerships.events'],
  ['note', 'partnerships.notes'],
]

/** What runs or is planned stands before what was. */
const aheadFirst = (all: readonly ToldHappening[]): ToldHappening[] => [
  ...all.filter(({ stage }) => stage === 'ahead'),
  ...all.filter(({ stage }) => stage !== 'ahead'),
]

/** What is done with the partner town: projects, visits, events and the notes about them, the latest first. */
export function Gathered({ town, name }: { town: Row; name: string }): JSX.Element | null {
  const { t, language } = useText()
  const all = useHappenings(town.fields, language) ?? []
  if (all.length === 0) return null
  return (
    <>
      {parts.map(([kind, title]) => {
        const ofKind = aheadFirst(all.filter((one) => one.kind === kind))
        return (
          ofKind.length > 0 && (
            <Section key={kind} title={t(title)}>
              <DatedRows items={ofKind.slice(0, most)} />
            </Section>
          )
        )
      })}
      <LinkButton icon="list" to={href(`/towns/${town.id}/all`)}>
        {t('partnerships.allWith', { town: name, number: all.length })}
      </LinkButton>
    </>
  )
}
