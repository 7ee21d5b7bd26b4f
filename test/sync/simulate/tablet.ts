import type { Device as Keys } from '../../../src/crypto/device.ts'
import type { Genesis } from '../../../src/crypto/genesis.ts'
import { finishDraft, type Opened } from '../../../src/db/draft.ts'
import { Tables, type Notebook } from '../../../src/db/tables.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { askAt } from '../../../src/sync/ask.ts'
import { keysNow, newExchange, type Exchange } from '../../../src/sync/exchange.ts'
import { renewRows } from '../../../src/db/open.ts'
import type { Edit } from './ledger.ts'
import { MortalTables, type Life } from './life.ts'
import { lineOf } from './line.ts'
import { Room } from './room.ts'
import { publicUrl } from './server.ts'
import type { World } from './world.ts'

/** What lies on the disk beside the tables: the device's small database. */
export type Own = {
  readonly space: string
  readonly keys: Keys
  readonly genesis?: Genesis
  readonly joining?: { readonly digits: string; readonly head: string }
}

/** A form on the screen, and what was typed into it. */
export type OpenForm = {
  readonly id: string
  readonly record: string
  readonly kind: string
  opened: Opened
  typed: Fields
  /** What its draft holds, once there is one. */
  draft: Edit | undefined
}

/** One open tab. */
export type Tab = {
  readonly life: Life
  readonly tables: Tables
  readonly exchange: Exchange
  readonly notebook: Notebook
  readonly forms: OpenForm[]
}

export class Tablet {
  readonly index: number
  readonly disk: string
  own: Own
  tab: Tab | undefined
  /** Reads what is on the disk, whatever happens to the tab. */
  readonly witness: Tables
  /** What was promised to be safe here. */
  readonly kept: Edit[] = []
  /** Drafts that were promised to outlive the tab, by id; not yet committed. */
  readonly drafts = new Map<string, Edit>()
  /** What was ever set aside here, because its record was erased: values by `<record> <field>`. */
  readonly aside = new Map<string, Set<string>>()
  readonly room = new Room()
  isOnline = true
  isShared = false
  isExchanging = false
  /** It is about to leave, and nobody writes there any more. */
  isLeaving = false
  isGone = false
  /** Somebody took its right to write; it gets it back before all comes to rest. */
  isLowered = false
  /** Whether somebody ever did. */
  wasLowered = false
  /** Whether it came by a recovery sheet. */
  isRecovering = false
  /** The screen is to begin anew. */
  isStale = false
  /** Whether another tablet was made of the same disk. */
  isTwin = false
  /** Whether its tab is to end soon for a newer version of the app. */
  isUpdating = false
  /** Whether the app was opened once more on it. */
  hasSecond = false
  /** All tabs that are open over its disk. */
  readonly tabs = new Set<Tab>()
  /** Milliseconds that its clock is ahead of the true one. */
  ahead = 0
  /** What it may be allowed at most, as far as anybody ever said so. */
  role: 'coordinator' | 'member' | 'reader'

  constructor(index: number, disk: string, own: Own, role: Tablet['role']) {
    this.index = index
    this.disk = disk
    this.own = own
    this.role = role
    this.witness = new Tables(disk)
  }

  get name(): string {
    return `tablet ${this.index}`
  }
}

/** An exchange on tables that die with a life. */
export function exchangeOn(world: World, tablet: Tablet, life: Life): Exchange {
  const { space, keys } = tablet.own
  const { skips, isDeaf = false } = world.fault
  const gate = (): Promise<void> => world.maybeWait(world.weather.waitsInside)
  return newExchange({
    space,
    tables: new MortalTables(tablet.disk, { life, gate, skips, room: tablet.room, isDeaf }),
    began: keys,
    url: publicUrl,
    ask: askAt(publicUrl, lineOf(world, tablet, life)),
    now: () => world.time + tablet.ahead,
    random: world.random,
    shortLog: world.weather.shortLog,
  })
}

/** Opens the app: what an earlier tab left unfinished is committed. */
export async function openTab(world: World, tablet: Tablet, life: Life): Promise<void> {
  const exchange = exchangeOn(world, tablet, life)
  try {
    const tab = {
      life,
      exchange,
      tables: exchange.tables,
      notebook: await begun(tablet, exchange),
      forms: [],
    }
    tablet.tab = tab
    tablet.tabs.add(tab)
    world.fault.onOpen?.(tab)
  } finally {
    if (!tablet.tab) exchange.tables.close()
  }
}

/** The notebook as it lies there, with nothing unfinished in it. */
async function begun(tablet: Tablet, exchange: Exchange): Promise<Notebook> {
  const { tables, space, now } = exchange
  await tables.open()
  await renewRows(tables)
  const [me, role] = await tables.meta.bulkGet(['me', 'role'])
  const keys = await keysNow(exchange)
  const isReader = role?.value === 'reader'
  const notebook: Notebook = { space, me: me?.value ?? keys.id, tables, now, isReader }
  // An open form of another tab holds its draft.
  const others = [...tablet.tabs].filter(({ life }) => !life.isOver)
  const held = new Set(others.flatMap(({ forms }) => forms.map(({ id }) => id)))
  for (const id of await tables.drafts.toCollection().primaryKeys())
    if (!held.has(id)) await finishDraft(notebook, id)
  // What a reader had typed before waits, as it does in the app.
  if (isReader) return notebook
  for (const [id, edit] of tablet.drafts) {
    if (held.has(id)) continue
    edit.isKept = true
    tablet.kept.push(edit)
    tablet.drafts.delete(id)
  }
  return notebook
}

/** Whether the device goes by another name, or may do other things, than when the app was opened. */
export async function isStale({ witness, tab }: Tablet): Promise<boolean> {
  if (!tab) return false
  const [me, role] = await witness.meta.bulkGet(['me', 'role'])
  return (
    (me?.value ?? tab.notebook.me) !== tab.notebook.me || (role?.value === 'reader') !== tab.notebook.isReader
  )
}

/** The tab is closed, or was killed. */
export function closeTab(tablet: Tablet): void {
  if (tablet.tab) tablet.tabs.delete(tablet.tab)
  tablet.tab?.tables.close()
  tablet.tab = undefined
}
