import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { keepAllPhotos, keepsAllPhotos } from '../../src/db/photos-here.ts'
import { endpoints, refusedCodec } from '../../src/shared/exchange/endpoints.ts'
import { askerOf } from '../../src/sync/copy.ts'
import { newExchange, type Exchange } from '../../src/sync/exchange.ts'
import { fetchKept, fetchPhotoHere } from '../../src/sync/fetch-photos.ts'
import { freePhotos } from '../../src/sync/free-photos.ts'
import { keepExchanging } from '../../src/sync/loop.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { edit } from '../db/notebook.ts'
import { albumOf, takePhotos } from './album.ts'
import { changeAnswers } from './lines.ts'
import { note, textsOn } from './notes.ts'
import { exchangeRound, found, joined, Server, write, type Tablet } from './town.ts'

const minute = 60_000

/** The same tablet with other surroundings. */
const among = (tablet: Tablet, parts: Partial<Exchange>): Tablet => ({
  ...tablet,
  exchange: newExchange({ ...tablet.exchange, ...parts }),
})

const free = async ({ exchange }: Tablet): ReturnType<typeof freePhotos> =>
  freePhotos(exchange, await askerOf(exchange, await knownRoster(exchange)))

const look = async ({ exchange }: Tablet, id: string): Promise<boolean> =>
  fetchPhotoHere(exchange, await askerOf(exchange, await knownRoster(exchange)), id)

const asks = (server: Server, { path }: { readonly path: string }): number =>
  server.asked.filter((one) => one === path).length

/** The exchange refuses such questions for this reason. */
function refuse(server: Server, { path }: { readonly path: string }, reason: 'too-often'): void {
  server.line = async (send) => {
    const answer = await send()
    if (server.asked.at(-1) !== path) return answer
    return new Response(refusedCodec.write({ reason }), { status: 429, headers: answer.headers })
  }
}

describe('many photos', () => {
  it('take a few questions of a round, then it is the texts’ turn, and the rest follows', async () => {
    const server = new Server()
    const helga = among(await found(server), { photoRate: { burst: 60, perMinute: 60 } })
    await takePhotos(helga, 40)
    await exchangeRound(helga.exchange)
    const { unsent } = await albumOf(helga)
    expect(unsent).toBeGreaterThan(20)
    expect(unsent).toBeLessThan(40)
    const wait = helga.exchange.kept.goOnIn ?? 0
    expect(wait).toBeGreaterThan(10_000)
    expect(wait).toBeLessThan(2 * minute)
    await note(helga, 'written meanwhile')
    await exchangeRound(helga.exchange)
    expect((await albumOf(helga)).unsent).toBe(unsent)
    const anna = await joined(server, helga)
    expect(await textsOn(anna)).toEqual(['written meanwhile'])
    helga.clock.time += 5 * minute
    await exchangeRound(helga.exchange)
    expect((await albumOf(helga)).unsent).toBeLessThan(unsent)
  })

  it('make the next round come soon, and wait where somebody wants to exchange at once', async () => {
    const server = new Server()
    const helga = among(await found(server), { photoRate: { burst: 60, perMinute: 60 } })
    await takePhotos(helga, 40)
    const pauses: number[] = []
    const loop = keepExchanging(helga.exchange, {
      alone: (job) => job(),
      later(milliseconds) {
        pauses.push(milliseconds)
        return () => undefined
      },
      chance: () => 1,
      report: (error) => {
        throw error
      },
    })
    while (pauses.length < 1) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(pauses[0]).toBe(helga.exchange.kept.goOnIn)
    expect(pauses[0]).toBeLessThan(2 * minute)
    loop.stop()

    helga.clock.time += 60 * minute
    const { unsent } = await albumOf(helga)
    helga.exchange.kept.isPressed = true
    await exchangeRound(helga.exchange)
    expect((await albumOf(helga)).unsent).toBe(unsent)
    expect(helga.exchange.kept.goOnIn).toBe(0)
  })

  it('are no reason for a round to fail where the exchange is asked too often', async () => {
    const server = new Server()
    const helga = await found(server)
    await takePhotos(helga, 3)
    refuse(server, endpoints.putPhoto, 'too-often')
    await exchangeRound(helga.exchange)
    expect((await albumOf(helga)).unsent).toBe(3)
    expect(helga.exchange.kept.goOnIn).toBe(minute)
    server.line = (send) => send()
    await exchangeRound(helga.exchange)
    expect((await albumOf(helga)).unsent).toBe(0)
  })

  it('that others have not sent yet are asked for in one question, and come when they are there', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    await takePhotos(helga, 30)
    // Too many were asked about just before: the texts go alone.
    helga.exchange.kept.photoQuestions = { left: 0, at: helga.clock.time }
    await exchangeRound(helga.exchange)
    await exchangeRound(anna.exchange)
    server.asked.length = 0
    await exchangeRound(anna.exchange)
    expect([asks(server, endpoints.havePhotos), asks(server, endpoints.getPhoto)]).toEqual([1, 0])
    helga.clock.time += 60 * minute
    await exchangeRound(helga.exchange)
    await exchangeRound(anna.exchange)
    expect(await albumOf(anna)).toEqual({ all: 30, thumbs: 30, photos: 0, unsent: 0 })
  })
})

describe('a whole photo', () => {
  it('comes once for all who ask for it meanwhile', async () => {
    const server = new Server()
    const helga = await found(server)
    const [id = ''] = await takePhotos(helga, 1)
    await exchangeRound(helga.exchange)
    const anna = await joined(server, helga)
    server.asked.length = 0
    expect(await Promise.all([look(anna, id), look(anna, id)])).toEqual([true, true])
    expect(asks(server, endpoints.getPhoto)).toBe(1)
    expect(await look(anna, id)).toBe(true)
    expect(asks(server, endpoints.getPhoto)).toBe(2)
  })
})

describe('keeping all photos', () => {
  it('fetches them after everything else, where somebody wants that, until the device is nearly full', async () => {
    const server = new Server()
    const helga = await found(server)
    await takePhotos(helga, 12)
    await exchangeRound(helga.exchange)
    let left = 5e9
    const anna = among(await joined(server, helga), {
      estimate: () => Promise.resolve({ quota: 10e9, usage: 10e9 - left }),
    })
    await exchangeRound(anna.exchange)
    await fetchKept(anna.exchange)
    expect(await albumOf(anna)).toMatchObject({ thumbs: 12, photos: 0 })
    await keepAllPhotos(anna.exchange.tables, true)
    server.line = async (send) => {
      if (asks(server, endpoints.getPhoto) >= 12 + 5) left = 100e6
      return send()
    }
    await fetchKept(anna.exchange)
    expect((await albumOf(anna)).photos).toBe(6)
    server.asked.length = 0
    await fetchKept(anna.exchange)
    expect(server.asked).toEqual([])
    server.line = (send) => send()
    left = 5e9
    await fetchKept(anna.exchange)
    expect((await albumOf(anna)).photos).toBe(12)
    server.asked.length = 0
    await fetchKept(anna.exchange)
    expect(server.asked).toEqual([])
  })
})

describe('making room', () => {
  it('takes only what the exchange has, keeps the small pictures, and all comes again when it is looked at', async () => {
    const server = new Server()
    const helga = await found(server)
    const [first = '', second = '', third = ''] = await takePhotos(helga, 3)
    await exchangeRound(helga.exchange)
    const { tables } = helga.exchange
    const before = await tables.photos.get(first)
    await keepAllPhotos(tables, true)
    // Of the second a piece is missing there, and the third has a caption that was not sent.
    changeAnswers(server, endpoints.havePhotos, ({ pieces }) => ({
      pieces: pieces.map((one, at) => (at === [first, second].sort().indexOf(second) ? [0] : one)),
    }))
    await write(helga, edit(third, 'photo', { caption: 'Am See' }))
    expect(await free(helga)).toEqual({ photos: 1, bytes: 2000 })
    expect(await tables.photos.toCollection().primaryKeys()).toEqual([second, third].sort())
    expect((await albumOf(helga)).thumbs).toBe(3)
    expect(await keepsAllPhotos(tables)).toBe(false)
    server.line = (send) => send()
    expect(await look(helga, first)).toBe(true)
    expect(await tables.photos.get(first)).toEqual(before)
  })

  it('takes nothing that waits, nothing without a network, and nothing whose key has two versions', async () => {
    const server = new Server()
    const helga = await found(server)
    const [id = ''] = await takePhotos(helga, 1)
    expect(await free(helga)).toEqual({ photos: 0, bytes: 0 })
    await exchangeRound(helga.exchange)
    const { tables } = helga.exchange
    server.line = () => Promise.reject(new TypeError('no network'))
    await expect(free(helga)).rejects.toMatchObject({ code: 'offline' })
    server.line = (send) => send()
    await tables.records
      .where('id')
      .equals(id)
      .modify({ twice: ['key', 'pieces'] })
    expect(await free(helga)).toEqual({ photos: 0, bytes: 0 })
    await tables.records.where('id').equals(id).modify({ twice: [] })
    await tables.unsentPhotos.put({ id })
    expect(await free(helga)).toEqual({ photos: 0, bytes: 0 })
    await tables.unsentPhotos.clear()
    expect((await albumOf(helga)).photos).toBe(1)
    expect(await free(helga)).toEqual({ photos: 1, bytes: 2000 })
  })
})
