import type { Tables } from '../db/tables.ts'
import type { Invitation } from './verbs.ts'

// What this device invited with, so that it can show it again: the secrets of slips never leave the device but by the
// person's own hand.
const key = 'invitations'

type Invitations = { readonly [slip: string]: Invitation }

/** The invitations that this device made, by slip. */
export async function ownInvitations({ meta }: Pick<Tables, 'meta'>): Promise<Invitations> {
  return JSON.parse((await meta.get(key))?.value ?? '{}') as Invitations
}

/** Keeps an invitation; durable when it resolves. */
export async function keepInvitation({ meta }: Tables, invitation: Invitation): Promise<void> {
  await meta.db.transaction('rw', meta, async () => {
    const all = await ownInvitations({ meta })
    await meta.put({ key, value: JSON.stringify({ ...all, [invitation.slip]: invitation }) })
  })
}

/** Forgets invitations that admit nobody any more. */
export async function forgetInvitation({ meta }: Tables, slip: string): Promise<void> {
  await meta.db.transaction('rw', meta, async () => {
    const { [slip]: _gone, ...rest } = await ownInvitations({ meta })
    await meta.put({ key, value: JSON.stringify(rest) })
  })
}
