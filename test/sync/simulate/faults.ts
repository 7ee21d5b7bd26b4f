import type { Checked } from '../../../src/db/backup/check.ts'
import type { Tables } from '../../../src/db/tables.ts'
import type { Erasure } from '../../../src/server/store/store.ts'
import type { Exchange } from '../../../src/sync/exchange.ts'
import { erasingFaults } from './faults-erasing.ts'
import type { Skips } from './life.ts'
import type { Tab, Tablet } from './tablet.ts'
import type { Weather } from './weather.ts'
import type { World } from './world.ts'
import {
  allSeeing,
  cursorFirst,
  firstPiece,
  fromHereOn,
  fromScratch,
  inWork,
  isAhead,
  isJoin,
  rememberVersions,
  trusting,
  unseal,
  withoutLineage,
  withoutMyself,
  withoutStamps,
} from './wrong-ways.ts'

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
    answers: withoutMyself,
    // Both have to come far enough to write.
    weather: {
      hasCopies: true,
      hasSetBack: false,
      crash: 0,
      torn: 0,
      lost: 0,
      full: 0,
      fullThere: 0,
      away: 0,
      files: 0,
      update: 0,
      second: 0,
      shortLog: 1000,
    },
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
    does: 'orders the backups of a device by its clock',
    reads: withoutLineage,
    weather: {
      files: 0.6,
      jump: 0.3,
      crash: 0,
      full: 0,
      fullThere: 0,
      away: 0,
      second: 0,
      update: 0,
      hasCopies: false,
    },
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
