import type { JSX } from 'preact'
import { href } from '../../../ui/route.ts'
import { Row, Rows } from '../../../ui/rows.tsx'
import { Status } from '../../../ui/status.tsx'
import { useText } from '../../../ui/text.ts'
import type { Made } from './content.ts'

/** What is left out of it, since people haven't agreed, and how they can. */
export function HeldBack({ made }: { made: Made }): JSX.Element | null {
  const { t } = useText()
  const { names, people } = made
  if (names.length + people.length === 0) return null
  return (
    <div class="stack tight">
      {names.length > 0 && (
        <Status look="waiting" icon="circle-alert">
          <strong class="line">{t('register.held.names', { names: names.join(', ') })}</strong>
          {t('register.held.namesWhy')}
        </Status>
      )}
      {people.length > 0 && (
        <>
          <Status look="waiting" icon="circle-alert">
            <strong class="line">{t('register.held.contact')}</strong>
            {t('register.held.contactWhy')}
          </Status>
          <Rows>
            {people.map(({ id, label }) => (
              <Row key={id} to={href(`/people/${id}`)}>
                {label}
              </Row>
            ))}
          </Rows>
        </>
      )}
    </div>
  )
}
