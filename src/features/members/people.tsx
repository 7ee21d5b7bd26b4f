import type { JSX } from 'preact'
import { useNotebook } from '../../db/notebook.ts'
import type { Member, MemberDevice } from '../../sync/status.ts'
import { LinkButton } from '../../ui/button.tsx'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { deviceWords, highestRole, roleKeys, rolesAbove } from './words.ts'

type DeviceProps = { device: MemberDevice; differs: boolean; mayRaise: boolean }

function DeviceLine({ device, differs, mayRaise }: DeviceProps): JSX.Element {
  const text = useText()
  const { t } = text
  const { now } = useNotebook()
  const role = differs ? `: ${t(roleKeys[device.role])}` : ''
  return (
    <li class="device">
      <span class="small secondary">
        {deviceWords(device, now(), text)}
        {role}
      </span>
      {mayRaise && !device.isThis && rolesAbove(device.role).length > 0 && (
        <LinkButton to={href(`/members/device/${device.id}`)}>{t('members.raise.title')}</LinkButton>
      )}
    </li>
  )
}

function Person({ member, mayRaise }: { member: Member; mayRaise: boolean }): JSX.Element {
  const { t } = useText()
  const role = highestRole(member.devices)
  return (
    <li class="member">
      <Portrait initials={initialsOf(member.name)} />
      <div>
        <p>
          <strong>{member.name || t('members.noName')}</strong>
          {member.isMe && ` (${t('members.you')})`}
        </p>
        <p>{t(roleKeys[role])}</p>
        <ul class="devices">
          {member.devices.map((device) => (
            <DeviceLine key={device.id} device={device} differs={device.role !== role} mayRaise={mayRaise} />
          ))}
        </ul>
      </div>
    </li>
  )
}

/** Everybody with their devices; those who coordinate can give a device more rights. */
export function People({
  members,
  mayRaise,
}: {
  members: readonly Member[]
  mayRaise: boolean
}): JSX.Element {
  const { t } = useText()
  if (members.length === 0) return <p role="status">{t('members.notKnownYet')}</p>
  return (
    <div class="card">
      <ul class="rows">
        {members.map((member) => (
          <Person key={member.id} member={member} mayRaise={mayRaise} />
        ))}
      </ul>
    </div>
  )
}
