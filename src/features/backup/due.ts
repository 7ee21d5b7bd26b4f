import { keepSettings, readSettings, type Device } from '../../db/device.ts'
import type { Open } from '../../db/notebook.ts'
import { isPractice } from '../../db/tables.ts'

const day = 24 * 60 * 60 * 1000
const month = 31 * day
const pause = 7 * day

/** Fewer records than this are soon written again. */
const worthKeeping = 5

const isoOf = (time: number): string => new Date(time).toISOString()

/** What a device keeps once a backup was made, or one made at that time was read in: the next is due in a month. */
export const keepBackedUp = (device: Device, made: string): Promise<void> =>
  keepSettings(device, { backedUpAt: made, remindAt: isoOf(Date.parse(made) + month) })

/** Puts the reminder off for a week. */
export const putOff = ({ notebook, device }: Open): Promise<void> =>
  keepSettings(device, { remindAt: isoOf(notebook.now() + pause) })

/**
 * Whether there is something worth keeping whose last backup, or beginning on this device, is more than a month ago. If not
 * yet, says when to look again.
 */
export async function isBackupDue({ notebook, device }: Open): Promise<boolean> {
  if (isPractice(notebook) || notebook.isReader) return false
  const [{ remindAt }, own, records] = await Promise.all([
    readSettings(device),
    device.spaces.get(notebook.space),
    notebook.tables.records.count(),
  ])
  const now = notebook.now()
  const due = remindAt ? Date.parse(remindAt) : (own?.madeAt ?? now) + month
  if (due <= now && records >= worthKeeping) return true
  await keepSettings(device, { remindAt: isoOf(Math.max(due, now + day)) })
  return false
}
