import type { Notebook } from '../db/tables.ts'
import type { Role } from '../shared/roster/bodies.ts'

/** Keys of a space's `meta` in which the engine tells how it stands. All but `role` hold JSON. */
export const metaKeys = {
  /** The exchange's address; missing while the notebook is on this device alone. */
  exchange: 'exchange',
  /** What this device may do; missing means everything. */
  role: 'role',
  /** When the exchange had acknowledged all that there was, in milliseconds since 1970. */
  safeAt: 'safeAt',
  /** When this device and the exchange last talked without a problem. */
  talkedAt: 'talkedAt',
  /** A transfer under way: { done, of, from, at }. */
  moving: 'moving',
  /** Why it stands still, if somebody has to do something. */
  stopped: 'stopped',
  members: 'members',
  /** By device, who writes there: read by db/who.ts. */
  names: 'names',
} as const

/**
 * Why the exchange stands still until somebody does something: the app must be brought up to date; this device has left or
 * isn't known there; it was removed, and what lay here was wiped; the exchange doesn't know the notebook any more; it shows
 * another history than the one seen here, and a coordinator's device ends that, or this one does at a tap; it has no room for
 * more of the notebook.
 */
export type Stopped = 'outdated' | 'left' | 'removed' | 'unknown' | 'forked' | 'healable' | 'full'

/** What the words of ux.md section 7 are chosen by. Times in milliseconds since 1970. */
export type Safety = {
  /** Whether the notebook is exchanged at all. */
  readonly isShared: boolean
  /** Items (records, photos with their bytes) that the exchange has not acknowledged. */
  readonly waiting: number
  /** A transfer that has taken more than a second. */
  readonly moving: { readonly done: number; readonly of: number } | undefined
  /** When all items were acknowledged; undefined while any is not, or never. */
  readonly safeAt: number | undefined
  /** Since when nothing was exchanged, once that is more than seven days. */
  readonly quietSince: number | undefined
  readonly stopped: Stopped | undefined
  /** When this device and the exchange last talked without a problem. */
  readonly talkedAt: number | undefined
}

export type MemberDevice = {
  readonly id: string
  readonly kind: 'tablet' | 'phone' | 'computer'
  readonly role: Role
  /** When it came; undefined where the exchange hasn't said. */
  readonly since: number | undefined
  readonly lastSeen: number | undefined
  readonly isThis: boolean
}

export type Member = {
  readonly id: string
  readonly name: string
  readonly devices: readonly MemberDevice[]
  readonly isMe: boolean
}

/** An invitation that still admits somebody. `guest` is '' where no name was typed or another device made it. */
export type OpenInvitation = {
  readonly slip: string
  readonly guest: string
  readonly role: Role
  readonly expires: number
  readonly isMine: boolean
}

/** A device that is no more in the notebook. `at` as below. */
export type Gone = {
  readonly name: string
  readonly kind: MemberDevice['kind']
  readonly isRemoved: boolean
  readonly at: number | undefined
}

export type Circle = {
  readonly members: readonly Member[]
  readonly invitations: readonly OpenInvitation[]
  /** Devices that left or were removed, by whom. */
  readonly left: readonly Gone[]
  /** Recovery sheets that are good, since when (undefined where the exchange hasn't said), and whether tried on this device. */
  readonly sheets: readonly {
    readonly slip: string
    readonly at: number | undefined
    readonly isTried: boolean
  }[]
  /** Who came in by a recovery sheet, on which device, and when. */
  readonly recovered: readonly {
    readonly name: string
    readonly device: string
    readonly at: number | undefined
  }[]
}

const week = 7 * 24 * 60 * 60 * 1000

type Moving = { readonly done: number; readonly of: number; readonly from: number; readonly at: number }

/** A transfer that hasn't moved for so long was cut off with its tab. */
const isOver = 15_000

async function metaOf({ tables }: Notebook): Promise<ReadonlyMap<string, string>> {
  const keys = Object.values(metaKeys)
  const rows = await tables.meta.bulkGet(keys)
  return new Map(rows.flatMap((row) => (row ? [[row.key, row.value]] : [])))
}

/**
 * The keys of open rows. Their count is asked first and not for its own sake: on a table with hooks, Dexie tells a live
 * query that read keys alone nothing of new ones.
 */
async function openRows({ tables: { outbox } }: Notebook, most = Infinity): Promise<[string, number][]> {
  if ((await outbox.count()) === 0) return []
  return outbox.orderBy('[record+open]').limit(most).primaryKeys()
}

/** How many items wait: records once each, however often they were changed. */
async function countWaiting(notebook: Notebook): Promise<number> {
  const { tables } = notebook
  const [open, sealed, photos] = await Promise.all([
    openRows(notebook),
    tables.waiting.orderBy('record').uniqueKeys(),
    tables.unsentPhotos.toCollection().primaryKeys(),
  ])
  return new Set([...open.map(([record]) => record), ...sealed.map(String), ...photos]).size
}

function movingNow(text: string | undefined, now: number): Safety['moving'] {
  if (text === undefined) return undefined
  const { done, of, from, at } = JSON.parse(text) as Moving
  return now - at < isOver && at - from > 1000 ? { done, of } : undefined
}

/** How safe everything in the notebook is; of what the exchange has acknowledged, never of being online. For `useLive`. */
export async function readSafety(notebook: Notebook): Promise<Safety> {
  const meta = await metaOf(notebook)
  const isShared = meta.has(metaKeys.exchange)
  const waiting = isShared ? await countWaiting(notebook) : 0
  const timeOf = (key: string): number | undefined => {
    const text = meta.get(key)
    return text === undefined ? undefined : Number(text)
  }
  const talkedAt = timeOf(metaKeys.talkedAt)
  const now = notebook.now()
  return {
    isShared,
    waiting,
    moving: movingNow(meta.get(metaKeys.moving), now),
    safeAt: isShared && waiting === 0 ? timeOf(metaKeys.safeAt) : undefined,
    quietSince: isShared && talkedAt !== undefined && now - talkedAt > week ? talkedAt : undefined,
    stopped: meta.get(metaKeys.stopped) as Stopped | undefined,
    talkedAt: isShared ? talkedAt : undefined,
  }
}

/** Whether the notebook is exchanged, and whether a record waits for its receipt. For the line at one item, with `useLive`. */
export async function readItemSafety(
  { tables }: Notebook,
  record: string,
): Promise<{ isShared: boolean; isWaiting: boolean }> {
  const [exchange, open, sealed, photo] = await Promise.all([
    tables.meta.get(metaKeys.exchange),
    tables.outbox.where('[record+open]').between([record, 0], [record, Infinity], true, true).count(),
    tables.waiting.where('record').equals(record).count(),
    tables.unsentPhotos.get(record),
  ])
  return { isShared: exchange !== undefined, isWaiting: open + sealed > 0 || photo !== undefined }
}

/** What waits for its receipt, by id: for the list behind the line. At most `most`. */
export async function waitingItems(notebook: Notebook, most: number): Promise<string[]> {
  const { tables } = notebook
  const [open, sealed, photos] = await Promise.all([
    openRows(notebook, most),
    tables.waiting.orderBy('record').limit(most).uniqueKeys(),
    tables.unsentPhotos.limit(most).primaryKeys(),
  ])
  return [...new Set([...open.map(([record]) => record), ...sealed.map(String), ...photos])].slice(0, most)
}

/** Everybody in the notebook with their devices, and the open invitations; undefined until it was exchanged once. */
export async function readCircle({ tables }: Notebook): Promise<Circle | undefined> {
  const row = await tables.meta.get(metaKeys.members)
  return row && (JSON.parse(row.value) as Circle)
}

/** What this device may do here. Whoever shares with nobody may do everything. */
export async function readRole({ tables }: Notebook): Promise<Role> {
  return ((await tables.meta.get(metaKeys.role))?.value ?? 'coordinator') as Role
}
