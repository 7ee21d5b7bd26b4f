import type { MemberDevice } from '../../sync/status.ts'
import { addDays } from '../../shared/day-count.ts'
import { mediumDate, today } from '../../ui/dates.ts'
import type { Text, TextKey } from '../../ui/text.ts'

export const roleKeys: { readonly [role in MemberDevice['role']]: TextKey } = {
  coordinator: 'members.role.coordinator',
  member: 'members.role.member',
  reader: 'members.role.reader',
}

export const deviceKeys: { readonly [kind in MemberDevice['kind']]: TextKey } = {
  tablet: 'members.device.tablet',
  phone: 'members.device.phone',
  computer: 'members.device.computer',
}

/** "5. Juni 2026" of a moment in milliseconds. */
export const dayOf = (time: number, { language }: Pick<Text, 'language'>): string =>
  mediumDate(today(new Date(time)), language)

/** When a device was last seen: by day, and never to the minute. */
function seen(time: number, now: number, text: Text): string {
  const [day, present] = [today(new Date(time)), today(new Date(now))]
  if (day === present) return text.t('members.seen.today')
  if (day === addDays(present, -1)) return text.t('members.seen.yesterday')
  return text.t('members.seen.on', { date: mediumDate(day, text.language) })
}

/** "Tablet, seit 3. Mai 2026, zuletzt heute". */
export function deviceWords(device: MemberDevice, now: number, text: Text): string {
  const { t } = text
  return [
    t(deviceKeys[device.kind]),
    device.isThis ? t('members.thisOne') : '',
    device.since === undefined ? '' : t('members.since', { date: dayOf(device.since, text) }),
    device.lastSeen === undefined || device.isThis ? '' : seen(device.lastSeen, now, text),
  ]
    .filter(Boolean)
    .join(', ')
}

const ranks: readonly MemberDevice['role'][] = ['reader', 'member', 'coordinator']

/** What somebody may do on the device where they may do most. */
export const highestRole = (devices: readonly MemberDevice[]): MemberDevice['role'] =>
  ranks[Math.max(0, ...devices.map(({ role }) => ranks.indexOf(role)))] ?? 'reader'

/** All roles, the least first. */
export const roles = ranks

/** Whether a role may do less than another one. */
export const isLess = (role: MemberDevice['role'], before: MemberDevice['role']): boolean =>
  ranks.indexOf(role) < ranks.indexOf(before)

/** "Anna Nowak, Tablet" */
export const whoseDevice = (name: string, { kind }: Pick<MemberDevice, 'kind'>, { t }: Text): string =>
  `${name || t('members.noName')}, ${t(deviceKeys[kind])}`
