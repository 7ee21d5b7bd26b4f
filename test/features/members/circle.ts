import { newId } from '../../../src/shared/ids.ts'
import { save } from '../../../src/db/save.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import type { Circle, Member, MemberDevice } from '../../../src/sync/status.ts'

const day = 24 * 60 * 60 * 1000

/** A member with one device. */
export function member(name: string, role: MemberDevice['role'], more: Partial<MemberDevice> = {}): Member {
  const since = Date.UTC(2026, 4, 3, 12)
  const lastSeen = Date.UTC(2026, 10, 22, 12) - day
  const device: MemberDevice = { id: newId(), kind: 'tablet', role, since, lastSeen, isThis: false, ...more }
  return { id: newId(), name, devices: [device], isMe: device.isThis }
}

/** Makes the notebook one that is exchanged, as the engine tells it. */
export async function shareInTest(
  notebook: Notebook,
  circle: Partial<Circle>,
  role: MemberDevice['role'] = 'coordinator',
): Promise<void> {
  const { space: record, tables } = notebook
  await save(notebook, [{ record, kind: 'notebook', set: { name: 'Altenbrück' }, over: {} }])
  const whole: Circle = { members: [], invitations: [], left: [], sheets: [], recovered: [], ...circle }
  await tables.meta.bulkPut([
    { key: 'exchange', value: 'https://ponte.example.org' },
    { key: 'members', value: JSON.stringify(whole) },
    { key: 'role', value: role },
  ])
}
