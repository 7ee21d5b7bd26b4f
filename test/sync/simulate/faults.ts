import type { DBCoreMutateRequest } from 'dexie'
import type { Checked } from '../../../src/db/backup/check.ts'
import { becomeNew } from '../../../src/db/exchange/become.ts'
import type { Tables, VersionsRow } from '../../../src/db/tables.ts'
import type { Erasure } from '../../../src/server/store/store.ts'
import { endpoints } from '../../../src/shared/exchange/endpoints.ts'
import type { Exchange } from '../../../src/sync/exchange.ts'
import { chainOf } from '../../../src/sync/chains.ts'
import { erasingFaults, withoutStamps } from './faults-erasing.ts'
import type { Skips } from './life.ts'
import type { Tab, Tablet } from './tablet.ts'
import type { World } from './world.ts'
import type { Weather } from './weather.ts'

/** Something that an engine or an exchange does wrong, to see that the simulator notices. */
export type Fault = {
  readonly does: string
  /** The weather in which it shows soonest. */
  readonly weather?: Partial<Weather>
  /** Writes that it leaves out. */
  readonly skips?: Skips
  /** What it makes of an answer, or does upon one. */
  readonly answers?: (tablet: Tablet, path: string, answer: Response) => Promise<Response>
  /** What it does before a round. */
  readonly beforeRound?: (tab: Tab) => Promise<void>
  /** What it does before its first round, when it has just come in. */
  readonly beforeFirstRound?: (world: World, exchange: Exchange) => Promise<void>
  /** What a newer version of the app does to the tables that it finds. */
  readonly onUpdate?: (tables: Tables) => Promise<void>
  /** What it takes a backup for. */
  readonly reads?: (backup: Checked, tab: Tab) => Checked | Promise<Checked>
  /** What a tab does when it is opened. */
  readonly onOpen?: (tab: Tab) => void
  /** Whether it takes no notice of a full disk. */
  readonly isDeaf?: boolean
  /** Whether the exchange answers before it has written, and forgets the last of it when its process ends. */
  readonly isHasty?: boolean
  /** Whether the exchange keeps every run as it came first, and takes that when it comes again. */
  readonly isMindful?: boolean
  /** What the exchange makes of an erasure. */
  readonly erases?: (erasure: Erasure) => Erasure
}

export const noFault: Fault = { does: 'nothing wrong' }

const inWork =
  (one: string, other: string): Skips =>
  (table, stores) =>
    table === one && stores.includes(other)

/** Puts what is sealed and has no receipt back among the open changes: it will be sealed once more. */
async function unseal({ exchange }: Tab): Promise<void> {
  const { tables, began } = exchange
  if ((await tables.sealed.count()) === 0) return
  const logged = await tables.log
    .where('[device+lastSeq]')
    .between([began.id, 0], [began.id, Infinity])
    .last()
  const { rosterIndex } = chainOf(await tables.seen.get(began.id))
  const receipt = { seq: logged?.lastSeq ?? 0, hash: logged?.hash ?? '0'.repeat(64), rosterIndex }
  await becomeNew(tables, began, began, { device: began.id, ...receipt })
}

async function withoutMark(_: Tablet, path: string, answer: Response): Promise<Response> {
  if (path !== endpoints.pull.path || !answer.ok) return answer
  const { question: _question, answer: codec } = endpoints.pull
  const said = codec.read(new Uint8Array(await answer.arrayBuffer()))
  return new Response(codec.write({ ...said, you: null }), { headers: answer.headers })
}

async function cursorFirst({ tab }: Tablet, path: string, answer: Response): Promise<Response> {
  if (path !== endpoints.pull.path || !answer.ok || !tab) return answer
  const { n, hash } = endpoints.pull.answer.read(new Uint8Array(await answer.clone().arrayBuffer()))
  await tab.tables.meta.put({ key: 'cursor', value: JSON.stringify({ n, hash }) })
  return answer
}

/** Takes it for certain that the exchange still has what it once took. */
async function trusting(tablet: Tablet, path: string, answer: Response): Promise<Response> {
  const { witness, own } = tablet
  if (path === endpoints.pull.path && answer.ok) {
    const said = endpoints.pull.answer.read(new Uint8Array(await answer.arrayBuffer()))
    const last = await witness.log
      .where('[device+lastSeq]')
      .between([own.keys.id, 0], [own.keys.id, Infinity])
      .last()
    const you =
      last && last.lastSeq > (said.you?.seq ?? 0) ? { seq: last.lastSeq, hash: last.hash } : said.you
    return new Response(endpoints.pull.answer.write({ ...said, you }), { headers: answer.headers })
  }
  if (path !== endpoints.marks.path || !answer.ok) return answer
  const devices = new Set((await witness.log.toCollection().primaryKeys()).map(([device]) => device))
  const chains = [...devices].map((device) => ({ device, seq: 1e9, hash: '0'.repeat(64) }))
  return new Response(endpoints.marks.answer.write({ chains }), { headers: answer.headers })
}

/** Takes no interest in what was before it came. */
async function fromHereOn({ server }: World, { space, tables }: Exchange): Promise<void> {
  const { n = 0 } = (await server.store.space(space)) ?? {}
  const hash = await server.store.hashAt(space, n)
  if (hash) await tables.meta.put({ key: 'cursor', value: JSON.stringify({ n, hash }) })
}

/** Each tab reads a record's versions once, and again only what it wrote itself. */
function rememberVersions({ tables: { versions } }: Tab): void {
  const known = new Map<string, VersionsRow>()
  const [get, put] = [versions.bulkGet.bind(versions), versions.bulkPut.bind(versions)]
  const bulkGet = async (ids: string[]): Promise<(VersionsRow | undefined)[]> => {
    const rows = await get(ids)
    return rows.map((row, at) => known.get(ids[at] ?? '') ?? row)
  }
  const bulkPut = (rows: readonly VersionsRow[]): unknown => {
    for (const row of rows) known.set(row.record, row)
    return put(rows)
  }
  Object.assign(versions, { bulkGet, bulkPut })
}

/** Takes its device for one that had seen everything that anybody ever wrote. */
const allSeeing = (backup: Checked): Checked => ({
  ...backup,
  origin: { ...backup.origin, seen: new Proxy({}, { get: () => 1e9 }) },
})

async function fromScratch({ witness }: Tablet, path: string, answer: Response): Promise<Response> {
  if (path !== endpoints.pull.path || !answer.ok) return answer
  const { restart } = endpoints.pull.answer.read(new Uint8Array(await answer.clone().arrayBuffer()))
  if (restart) await witness.outbox.clear()
  return answer
}

async function firstPiece({ witness }: Tablet, path: string, answer: Response): Promise<Response> {
  if (path === endpoints.putPhoto.path && answer.ok) await witness.unsentPhotos.clear()
  return answer
}

/** The transaction in which a piece of a checkpoint is joined. */
const isJoin = (stores: readonly string[]): boolean => stores.join() === 'records,seen,stale,versions'

/** Whether something in it is dated far in the future. */
const isAhead = (request: DBCoreMutateRequest): boolean =>
  request.type === 'put' &&
  (request.values as VersionsRow[]).some(({ registers }) =>
    Object.values(registers).some(({ live }) => Object.values(live).some(({ time }) => time > 2.3e12)),
  )

/** Ways that look as good as the true one, and lose or repeat what somebody wrote. */
export const faults: readonly Fault[] = [
  { does: 'seals anew what has no receipt', beforeRound: unseal, weather: { unanswered: 0.3 } },
  {
    does: 'leaves the versions of what was sealed without their numbers',
    skips: inWork('versions', 'sealed'),
  },
  {
    does: 'keeps open what was sealed',
    skips: (table, stores, { type }) =>
      table === 'outbox' && type.startsWith('delete') && stores.includes('sealed'),
  },
  { does: 'moves the cursor before it has merged', answers: cursorFirst, weather: { crash: 0.4 } },
  {
    does: 'never finds out that it is a copy',
    answers: withoutMark,
    weather: { hasCopies: true, hasSetBack: false },
  },
  {
    does: 'writes no row to be sent',
    skips: (table, stores) => table === 'outbox' && !stores.includes('sealed'),
  },
  {
    does: 'forgets a draft before its change is saved',
    skips: (table, stores, { type }) =>
      table === 'versions' && type === 'put' && stores.includes('drafts') && !stores.includes('sealed'),
  },
  {
    does: 'does not remember who it was',
    skips: (table, stores) => table === 'seen' && stores.includes('own'),
    weather: { hasCopies: true, hasSetBack: false },
  },
  { does: 'asks for nothing from before it came in', beforeFirstRound: fromHereOn },
  {
    does: 'does not fill up an exchange that lost its log',
    answers: trusting,
    weather: { hasCopies: false, hasSetBack: true },
  },
  {
    does: 'loses what was open when the app is renewed',
    onUpdate: ({ outbox }) => outbox.clear(),
    weather: { update: 0.05 },
  },
  {
    does: 'goes by what a tab remembers of a record, though another one wrote in it',
    onOpen: rememberVersions,
    weather: { second: 0.1, crash: 0, full: 0, hasCopies: false },
  },
  {
    does: 'believes nothing that is dated years ahead',
    skips: (table, stores, request) => table === 'versions' && stores.includes('frozen') && isAhead(request),
    weather: { jump: 0.1 },
  },
  { does: 'takes no notice of a full disk', isDeaf: true, weather: { full: 0.1 } },
  {
    does: 'gives receipts before it has written',
    isHasty: true,
    weather: { restart: 0.05, hasCopies: false, hasSetBack: true },
  },
  {
    does: 'reads a backup as if nobody had gone on since',
    reads: withoutStamps,
    weather: { files: 0.5, hasCopies: false },
  },
  {
    does: 'puts a backup in the place of what was written since',
    reads: allSeeing,
    weather: { files: 0.5, hasCopies: false },
  },
  {
    does: 'takes nothing of a checkpoint but its place in the log',
    skips: (table, stores) => table === 'versions' && isJoin(stores),
    weather: { away: 0.05, shortLog: 12, hasCopies: false, hasSetBack: false },
  },
  {
    does: 'gives up what waits where the log begins anew after a year',
    answers: fromScratch,
    weather: { away: 0.05, shortLog: 12, hasCopies: false, hasSetBack: false },
  },
  {
    does: 'takes photos for sent once the first piece has come',
    answers: firstPiece,
    weather: { torn: 0.1, hasCopies: false, hasSetBack: false },
  },
  ...erasingFaults,
]
