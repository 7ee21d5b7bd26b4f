import type { JSX } from 'preact'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

type Exercise = { readonly path: string; readonly what: TextKey; readonly how: TextKey }

const exercises: readonly Exercise[] = [
  { path: '/people', what: 'practice.findPerson', how: 'practice.findPersonHow' },
  { path: '/notes/new', what: 'practice.writeNote', how: 'practice.writeNoteHow' },
  { path: '/visits/new', what: 'practice.recordVisit', how: 'practice.recordVisitHow' },
  { path: '/events', what: 'practice.answer', how: 'practice.answerHow' },
  { path: '/deleted', what: 'practice.bringBack', how: 'practice.bringBackHow' },
]

/** What one may begin with. */
export function Exercises(): JSX.Element {
  const { t } = useText()
  return (
    <Section title={t('practice.exercises')}>
      <Rows>
        {exercises.map(({ path, what, how }) => (
          <Row key={path} to={href(path)} detail={t(how)}>
            {t(what)}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
