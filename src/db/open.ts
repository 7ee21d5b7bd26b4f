import type { Dexie, Transaction } from 'dexie'
import { kindsRevision } from '../records/revision.ts'
import { deviceVersion, openOne, type Device, type OwnSpace } from './device.ts'
import { leaveMark, readMark } from './mark.ts'
import { askToKeep } from './persist.ts'
import { NotebookProblem, problemOf } from './problem.ts'
import { Tables, tablesVersion, type Notebook } from './tables.ts'

/** What opening needs of the platform; tests hand in their own. */
export type Surroundings = {
  readonly now: () => number
  readonly storage: Storage
  /** Another tab with an older version holds the database. */
  readonly onBlocked: () => void
  /** Another tab with a newer version wants it: this tab has let go and must be loaded anew. */
  readonly onNewerVersion: () => void
}

/** A space of one's own is made at the first start, so that no id ever changes later. */
async function makeOwnSpace(device: Device, now: number): Promise<OwnSpace> {
  const { makeSpace, testDevice } = await import('./make-space.ts')
  const own = await makeSpace(now)
  const kept = await device.transaction('rw', device.spaces, async () => {
    // Two tabs may start at once: the first one's space is the space.
    const first = await device.spaces.orderBy('madeAt').first()
    if (!first) await device.spaces.add(own)
    return device.spaces.orderBy('madeAt').first()
  })
  if (!kept) throw new NotebookProblem('refused')
  // Private modes can refuse keys quietly: nothing is promised before they were read back and have signed.
  await testDevice(kept.device)
  return kept
}

async function ownSpace(device: Device, { now, storage }: Surroundings): Promise<OwnSpace> {
  const own = await openOne(device)
  const mark = readMark(storage)
  if (!own && mark) throw new NotebookProblem('gone')
  return own ?? makeOwnSpace(device, now())
}

/** Makes the rows anew that an earlier version of the app wrote with fewer kinds. */
export async function renewRows(tables: Tables): Promise<void> {
  if ((await tables.meta.get('kinds'))?.value === kindsRevision) return
  // A notebook that begins has no rows, and its first screen needs none of the code that makes them.
  if ((await tables.versions.count()) > 0) await (await import('./renew.ts')).makeRowsAnew(tables)
  else await tables.meta.put({ key: 'kinds', value: kindsRevision })
}

/**
 * Dexie opens a database of a newer app version as if it were its own: the old code would write over the new schema
 * (carouselbot#42). It counts ten native versions for one of ours.
 */
function refuseNewer(database: Dexie, known: number): void {
  if (database.backendDB().version < (known + 1) * 10) return
  database.close()
  throw new NotebookProblem('old-version')
}

/** A space's notebook under the keys that this device goes by there now, with what it may do. */
async function notebookOf(own: OwnSpace, tables: Tables, now: () => number): Promise<Notebook> {
  const [me, role] = await tables.meta.bulkGet(['me', 'role'])
  return { space: own.space, me: me?.value ?? own.device.id, tables, now, isReader: role?.value === 'reader' }
}

/** Works for a while in another notebook of this device, beside the open one. */
export async function besideOpen<T>(
  own: OwnSpace,
  now: () => number,
  job: (other: Notebook) => Promise<T>,
): Promise<T> {
  const tables = new Tables(own.space)
  try {
    await tables.open()
    refuseNewer(tables, tablesVersion)
    return await job(await notebookOf(own, tables, now))
  } finally {
    tables.close()
  }
}

/** Browsers promise more readily to those who have something to lose; nobody waits for the answer. */
function askAfterFirstSave({ outbox }: Tables): void {
  const first = (_key: unknown, _row: unknown, { idbtrans }: Transaction): void => {
    outbox.hook('creating').unsubscribe(first)
    idbtrans.addEventListener('complete', () => void askToKeep())
  }
  outbox.hook('creating', first)
}

/** Most starts find nothing to finish, and then need none of the writing code for the first screen. */
export async function finishDrafts(notebook: Notebook): Promise<void> {
  if ((await notebook.tables.drafts.count()) === 0) return
  const { finishAbandoned } = await import('./draft.ts')
  await finishAbandoned(notebook)
}

/** The tables of a space, refused where a newer version of the app made them. */
export async function openTables(
  space: string,
  surroundings: Pick<Surroundings, 'onBlocked' | 'onNewerVersion'>,
): Promise<Tables> {
  const tables = new Tables(space)
  tables.on('blocked', surroundings.onBlocked)
  tables.on('versionchange', () => {
    tables.close()
    surroundings.onNewerVersion()
  })
  await tables.open()
  refuseNewer(tables, tablesVersion)
  return tables
}

/**
 * Opens this device's notebook, at the first start makes it; then commits what an earlier run left unfinished.
 * Throws NotebookProblem: gone, refused, full, old-version, blocked, unknown.
 */
export async function openNotebook(device: Device, surroundings: Surroundings): Promise<Notebook> {
  try {
    await device.open()
    refuseNewer(device, deviceVersion)
    const own = await ownSpace(device, surroundings)
    const tables = await openTables(own.space, surroundings)
    const mark = readMark(surroundings.storage)
    if (mark?.space === own.space && (await tables.meta.count()) === 0) throw new NotebookProblem('gone')
    await renewRows(tables)
    const notebook = await notebookOf(own, tables, surroundings.now)
    tables.outbox.hook('creating', () =>
      leaveMark(surroundings.storage, { space: own.space, savedAt: surroundings.now() }),
    )
    askAfterFirstSave(tables)
    await finishDrafts(notebook)
    return notebook
  } catch (error) {
    throw problemOf(error)
  }
}
