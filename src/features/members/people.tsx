import type { JSX } from 'preact'
import { useNotebook } from '../../db/notebook.ts'
import type { Circle, Member, MemberDevice } from '../../sync/status.ts'
import { LinkButton } from '../../ui/button.tsx'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { deviceWords, highestRole, roleKeys } from './words.ts'

type DeviceProps = { device: MemberDevice; differs: boolean; bySheet: boolean; mayChange: boolean }

function DeviceLine({ device, differs, bySheet, mayChange }: DeviceProps): JSX.Element {
  const text = useText()
  const { t } = text
  const { now } = useNotebook()
  const role = differs ? `: ${t(roleKeys[device.role])}` : ''
  return (
    <li class="device">
      <span class="small secondary">
        {deviceWords(device, now(), text)}
        {role}
        {bySheet && `, ${t('members.came.onDevice')}`}
      </span>
      {mayChange && !device.isThis && (
        <LinkButton to={href(`/members/device/${device.id}`)}>{t('members.one.open')}</LinkButton>
      )}
    </li>
  )
}

type Around = { bySheet: ReadonlySet<string>; mayChange: boolean }

function Person({ member, bySheet, mayChange }: Around & { member: Member }): JSX.Element {
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
            <DeviceLine
              key={device.id}
              device={device}
              differs={device.role !== role}
              bySheet={bySheet.has(device.id)}
              mayChange={mayChange}
            />
          ))}
        </ul>
      </div>
    </li>
  )
}

type PeopleProps = { circle: Pick<Circle, 'members' | 'recovered'>; mayChange: boolean }

/** Everybody with their devices; those who coordinate can change a device's rights or take it out. */
export function People({ circle: { members, recovered }, mayChange }: PeopleProps): JSX.Element {
  const { t } = useText()
  if (members.length === 0) return <p role="status">{t('members.notKnownYet')}</p>
  const bySheet = new Set(recovered.map(({ device }) => device))
  return (
    <div class="card">
      <ul class="rows">
        {members.map((member) => (
          <Person key={member.id} member={member} bySheet={bySheet} mayChange={mayChange} />
        ))}
      </ul>
    </div>
  )
}
