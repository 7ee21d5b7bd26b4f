import type { Member, MemberDevice } from '../../sync/status.ts'
import { useTogether, type Together } from './use-circle.ts'

export type Chosen = { readonly together: Together; readonly member: Member; readonly device: MemberDevice }

/** Somebody else's device, for those who coordinate; null where there is none of that id, undefined until it is known. */
export function useDevice(id: string | undefined): Chosen | null | undefined {
  const together = useTogether()
  if (!together) return undefined
  const member = together.circle.members.find(({ devices }) => devices.some((one) => one.id === id))
  const device = member?.devices.find((one) => one.id === id)
  if (!member || !device || device.isThis || together.role !== 'coordinator') return null
  return { together, member, device }
}
