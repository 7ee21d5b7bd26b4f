import type { JSX } from 'preact'
import { useNotebook } from '../../db/notebook.ts'
import type { Circle, MemberDevice } from '../../sync/status.ts'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { dayOf } from './words.ts'

/** How long it stands on top of the page; at the device itself it stands for good. */
const twoWeeks = 14 * 24 * 60 * 60 * 1000

type CameProps = { circle: Circle; role: MemberDevice['role'] }

/** Who came in by a recovery sheet lately: everybody is told, and those who coordinate get the way to take the device out. */
export function Came({ circle: { recovered, members }, role }: CameProps): JSX.Element {
  const text = useText()
  const { t } = text
  const now = useNotebook().now()
  const mine = new Set(
    members.flatMap(({ devices }) => devices.filter(({ isThis }) => isThis).map(({ id }) => id)),
  )
  const mayRemove = role === 'coordinator'
  return (
    <>
      {recovered
        .filter(({ at }) => at === undefined || now - at < twoWeeks)
        .map(({ name, device, at }) => {
          const isMe = mine.has(device)
          const advice = mayRemove ? 'members.came.advice' : 'members.came.adviceOthers'
          const to = isMe ? '/members/sheet' : `/members/device/${device}`
          return (
            <Status
              key={device}
              look="waiting"
              icon={isMe ? 'info' : 'circle-alert'}
              {...(mayRemove ? { to: href(to) } : {})}
            >
              <strong class="line">
                {isMe ? t('members.came.me') : t('members.came.other', { name: name || t('members.noName') })}
              </strong>
              {at !== undefined && <span class="line">{dayOf(at, text)}</span>}
              {t(isMe ? 'members.came.meAdvice' : advice)}
            </Status>
          )
        })}
    </>
  )
}
