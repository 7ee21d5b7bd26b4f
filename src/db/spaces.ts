import { Dexie } from 'dexie'
import { keepSettings, type OwnSpace } from './device.ts'
import { eraseMark, readMark } from './mark.ts'
import type { Open } from './notebook.ts'
import { makeSpace, testDevice } from './make-space.ts'
import { renewRows } from './open.ts'
import { countAll } from './overview.ts'
import { save } from './save.ts'
import { Tables } from './tables.ts'

/** One of the notebooks on this device. */
export type Space = {
  readonly space: string
  /** '' for one that began here and was never named. */
  readonly name: string
  readonly entries: number
  readonly isShared: boolean
  /** Shared, and this device is still one of its circle. */
  readonly belongs: boolean
  readonly isOpen: boolean
  readonly isOwn: boolean
}

type Here = Pick<Open, 'device' | 'notebook'>

/** What the exchange says of a device that is not, or no longer, in the circle. */
const outside = new Set(['left', 'removed', 'unknown'])

async function within<T>(space: string, read: (tables: Tables) => Promise<T>): Promise<T> {
  const tables = new Tables(space)
  await tables.open()
  try {
    return await read(tables)
  } finally {
    tables.close()
  }
}

async function look({ notebook }: Here, { space, name, genesis }: OwnSpace): Promise<Space> {
  const isOpen = notebook.space === space
  return within(space, async (tables) => {
    const row = await tables.records.get(space)
    const [exchange, stopped] = await tables.meta.bulkGet(['exchange', 'stopped'])
    const { entries } = await countAll({ ...notebook, space, tables })
    const isShared = exchange !== undefined
    return {
      space,
      name: row?.label || name || '',
      entries,
      isShared,
      belongs: isShared && !outside.has(stopped?.value ?? ''),
      isOpen,
      isOwn: genesis !== undefined,
    }
  })
}

/** Began here, and nothing ever came of it: whoever joined another notebook need not see it. */
const isIdle = ({ isOwn, isOpen, isShared, entries, name }: Space): boolean =>
  isOwn && !isOpen && !isShared && entries === 0 && name === ''

/** The notebooks on this device, the oldest first. */
export async function listSpaces(here: Here): Promise<Space[]> {
  const own = await here.device.spaces.orderBy('madeAt').toArray()
  const found: Space[] = []
  for (const one of own) if (!one.joining) found.push(await look(here, one))
  return found.filter((space) => !isIdle(space))
}

/** Makes another notebook on this device, with keys of its own. Returns its space. */
export async function beginSpace({ device, notebook: { now } }: Here, name: string): Promise<string> {
  const own = { ...(await makeSpace(now())), name }
  const { space } = own
  await device.spaces.add(own)
  await testDevice(own.device)
  await within(space, async (tables) => {
    await renewRows(tables)
    const notebook = { space, me: own.device.id, tables, now }
    await save(notebook, [{ record: space, kind: 'notebook', set: { name }, over: {} }])
  })
  return space
}

/** Which notebook is open after the next load. */
export const openNext = ({ device }: Pick<Here, 'device'>, space: string): Promise<void> =>
  keepSettings(device, { space })

/**
 * Removes a notebook and all that is in it from this device. The open one's page has to be loaded anew at once.
 * Its row goes last: whatever is interrupted stands in the list still, and can be removed again.
 */
export async function removeSpace(
  { device, notebook }: Here,
  space: string,
  storage: Storage,
): Promise<void> {
  if (readMark(storage)?.space === space) eraseMark(storage)
  if (notebook.space === space) notebook.tables.close()
  await Dexie.delete(new Tables(space).name)
  await device.transaction('rw', device.spaces, device.settings, async () => {
    await device.spaces.delete(space)
    if ((await device.settings.get('space'))?.value === space) await keepSettings(device, { space: '' })
  })
}

/** An invitation whose acceptance was begun here and cut off, with the name of its notebook; undefined if there is none. */
export async function begunJoining({
  device,
}: Pick<Here, 'device'>): Promise<{ digits: string; notebook: string } | undefined> {
  const begun = await device.spaces.filter(({ joining }) => joining !== undefined).first()
  return begun?.joining && { digits: begun.joining.digits, notebook: begun.name ?? '' }
}

/** How many records of a notebook that is being joined have come so far; 0 before it has begun. `since` is when it was. */
export async function countArrived({ device, notebook }: Here, since: number): Promise<number> {
  const own = await device.spaces.orderBy('madeAt').last()
  if (!own || own.space === notebook.space || (!own.joining && own.madeAt < since)) return 0
  return within(own.space, async (tables) => (await countAll({ ...notebook, tables })).entries)
}
