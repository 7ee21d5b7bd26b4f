import { Tables, type Notebook } from '../../src/db/tables.ts'
import { makeDevice, type Device as Keys } from '../../src/crypto/device.ts'
import { makeGenesis, type Genesis } from '../../src/crypto/genesis.ts'
import { save, type Edit } from '../../src/db/save.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { makeExchange } from '../../src/server/exchange/exchange.ts'
import { appConfigCodec } from '../../src/shared/exchange/endpoints.ts'
import { secureRandom, newId } from '../../src/shared/ids.ts'
import { askAt, type Fetch } from '../../src/sync/ask.ts'
import { newExchange, keysNow, type Exchange } from '../../src/sync/exchange.ts'
import { inviteGuest } from '../../src/sync/invite.ts'
import { joinSpace, newKeys, openSlip, secretOf } from '../../src/sync/join.ts'
import { exchangeRound } from '../../src/sync/round.ts'
import { shareSpace } from '../../src/sync/share.ts'
import type { Guest } from '../../src/sync/verbs.ts'

export const publicUrl = 'http://localhost:8080'

const appConfig = appConfigCodec.write({ exchange: publicUrl, needsCode: false, operator: '' })

const many = { burst: 1e9, perMinute: 1e9 }

/** The real exchange over the real store in memory; every request goes through `line`, which a test may cut. */
export class Server {
  #exchange: ReturnType<typeof makeExchange>
  readonly #now: () => number
  line: (send: () => Promise<Response>) => Promise<Response> = (send) => send()
  readonly asked: string[] = []
  #store: Store

  constructor(now: () => number = Date.now, store = openSqlite(':memory:')) {
    this.#now = now
    this.#store = store
    this.#exchange = this.#over(store)
  }

  get store(): Store {
    return this.#store
  }

  /** From now on a notebook may take so many bytes. */
  giveRoom(spaceBytes: number): void {
    this.#exchange = this.#over(this.#store, spaceBytes)
  }

  /** From now on it works over another store: an older one is what a restored backup gives. */
  startOver(store: Store): void {
    this.#store = store
    this.#exchange = this.#over(store)
  }

  #over(store: Store, spaceBytes = Number.MAX_SAFE_INTEGER): ReturnType<typeof makeExchange> {
    return makeExchange({
      spaceBytes,
      store,
      publicUrl,
      appOrigin: publicUrl,
      foundingCode: '',
      now: this.#now,
      random: secureRandom,
      // A tablet here lives through more in a second than another one in an hour.
      rates: { device: many, address: many, misses: many, tokens: many },
      report: (error) => {
        throw error
      },
    })
  }

  readonly fetch: Fetch = (address, init) =>
    this.line(async () => {
      const { pathname } = new URL(address)
      this.asked.push(pathname)
      const request = new Request(address, init)
      if (pathname === '/config.json') return new Response(Buffer.from(appConfig))
      return pathname.startsWith('/register/')
        ? this.#exchange.register(request)
        : this.#exchange.fetch(request)
    })
}

let boxes = 0

/** One tablet with one notebook, on IndexedDB. */
export type Tablet = {
  readonly exchange: Exchange
  readonly notebook: () => Promise<Notebook>
  readonly clock: { time: number }
}

/** A tablet of a space that isn’t in it yet. */
export function tabletOf(server: Server, space: string, keys: Keys): Tablet {
  boxes += 1
  const clock = { time: 1_700_000_000_000 }
  // A database of its own for each tablet: all of them live in one IndexedDB here.
  const tables = new Tables(`${space}-${boxes}`)
  const exchange = newExchange({
    space,
    tables,
    began: keys,
    url: publicUrl,
    ask: askAt(publicUrl, server.fetch),
    now: () => clock.time,
    random: secureRandom,
  })
  const notebook = async (): Promise<Notebook> => ({
    space,
    me: (await keysNow(exchange)).id,
    tables,
    now: () => (clock.time += 1),
  })
  return { exchange, notebook, clock }
}

/** The first tablet of a space, shared under this name. */
export async function found(server: Server, name = 'Helga'): Promise<Tablet & { genesis: Genesis }> {
  const keys = await makeDevice()
  const genesis = await makeGenesis(keys)
  const tablet = tabletOf(server, genesis.spaceId, keys)
  await shareSpace(tablet.exchange, await tablet.notebook(), genesis, {
    name,
    device: 'tablet',
    notebook: 'Verein Altenbrück',
    code: '',
  })
  await exchangeRound(tablet.exchange)
  return { ...tablet, genesis }
}

export const guest: Guest = {
  guest: 'Anna',
  role: 'member',
  own: false,
  language: 'pl',
  helper: '',
  phone: '',
}

/** A new tablet that comes in by these digits. */
export async function comingBy(server: Server, digits: string, name: string): Promise<Tablet> {
  const ask = askAt(publicUrl, server.fetch)
  const { box } = await openSlip(ask, secretOf(digits))
  const tablet = tabletOf(server, box.space, await newKeys())
  await joinSpace({ exchange: tablet.exchange, head: box.head }, () => openSlip(ask, secretOf(digits)), {
    name,
    device: 'tablet',
  })
  await exchangeRound(tablet.exchange)
  return tablet
}

/** Another tablet that joins by an invitation of the first one. */
export async function joined(server: Server, host: Tablet, as: Partial<Guest> = {}): Promise<Tablet> {
  const invited = { ...guest, ...as }
  const { digits } = await inviteGuest(host.exchange, `${publicUrl}/`, invited)
  return comingBy(server, digits, invited.guest)
}

/** A copy of a tablet as a restored backup makes it: the same keys, the same tables, from now on a life of its own. */
export async function cloned(server: Server, { exchange }: Tablet): Promise<Tablet> {
  const twin = tabletOf(server, exchange.space, exchange.began)
  await twin.exchange.tables.open()
  for (const table of exchange.tables.tables) {
    await twin.exchange.tables.table(table.name).bulkPut(await table.toArray())
  }
  return twin
}

export async function write(tablet: Tablet, ...edits: readonly Edit[]): Promise<void> {
  await save(await tablet.notebook(), edits)
}

/** The records of a tablet as everybody should see them: their fields by id. */
export async function seenOn({ exchange }: Tablet): Promise<Record<string, unknown>> {
  const rows = await exchange.tables.records.toArray()
  return Object.fromEntries(
    rows.map((row) => [row.id, { fields: row.fields, twice: row.twice, list: row.list }]),
  )
}

export { newId, exchangeRound }
