import type { JSX } from 'preact'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { stateOf, typeOf, type PartnershipState } from '../../records/kinds/partnership.ts'
import { sinceOf } from '../../records/partnership-since.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { linkStateKeys, linkTypeKeys } from '../../ui/link-words.ts'
import { roughDate } from '../../ui/rough-dates.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

const looks: {
  readonly [state in PartnershipState]: readonly ['' | 'shared' | 'waiting' | 'problem', IconName]
} = {
  preparing: ['', 'lightbulb'],
  active: ['shared', 'check'],
  resting: ['waiting', 'pause'],
  ended: ['', 'x'],
}

/** What a partnership is, how it stands and why, and since when it counts. */
export function Standing({ partnership }: { partnership: Row }): JSX.Element {
  const { t, language } = useText()
  const { fields } = partnership
  const state = stateOf(fields)
  const [look, icon] = looks[state]
  const since = roughDate(sinceOf(fields), language)
  const why = textOf(fields, 'stateWhy').trim()
  const isOver = state === 'resting' || state === 'ended'
  return (
    <>
      <ul class="chips">
        <li class="chip">
          <Icon name="heart-handshake" />
          <span>{t(linkTypeKeys[typeOf(fields)])}</span>
        </li>
        <li class={`chip ${look}`}>
          <Icon name={icon} />
          <span>{t(linkStateKeys[state])}</span>
        </li>
        {since && (
          <li class="chip">
            <Icon name="calendar-days" />
            <span>{t('partnerships.since', { when: since })}</span>
          </li>
        )}
      </ul>
      {isOver && why && (
        <Status look={state === 'resting' ? 'waiting' : 'neutral'} icon={icon}>
          <span class="written" lang={textOf(fields, 'language') || undefined}>
            {t('partnerships.whyIs', { reason: why })}
          </span>
        </Status>
      )}
    </>
  )
}
