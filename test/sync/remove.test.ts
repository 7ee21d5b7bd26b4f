import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { keysNow } from '../../src/sync/exchange.ts'
import { keyOfEpoch } from '../../src/sync/keys.ts'
import { removeDevices, setRole } from '../../src/sync/remove.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { readCircle, readRole } from '../../src/sync/status.ts'
import { presentEpoch, roleNow } from '../../src/shared/roster/roster.ts'
import { edit } from '../db/notebook.ts'
import { exchangeRound, found, joined, newId, seenOn, Server, write, type Tablet } from './town.ts'

const idOf = async ({ exchange }: Tablet): Promise<string> => (await keysNow(exchange)).id
const note = (tablet: Tablet, text: string): Promise<void> => write(tablet, edit(newId(), 'note', { text }))
const textsOn = async (tablet: Tablet): Promise<string[]> =>
  Object.values((await seenOn(tablet)) as Record<string, { fields: { text?: string } }>)
    .flatMap(({ fields }) => fields.text ?? [])
    .sort()

describe('a device that is removed', () => {
  it('reads and writes nothing more; the others go on under a new key, and newcomers read the past', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    const bela = await joined(server, helga, { guest: 'Béla' })
    await note(anna, 'by Anna, before')
    await exchangeRound(anna.exchange)
    await removeDevices(helga.exchange, [await idOf(anna)])
    await note(helga, 'after')
    await exchangeRound(helga.exchange)
    await expect(exchangeRound(anna.exchange)).rejects.toBeDefined()
    await exchangeRound(bela.exchange)
    expect(await textsOn(bela)).toEqual(['after', 'by Anna, before'])
    const roster = await knownRoster(bela.exchange)
    expect(presentEpoch(roster)).toBe(1)
    expect(roleNow(roster, await idOf(anna))).toBeUndefined()
    const dora = await joined(server, helga, { guest: 'Dóra' })
    expect(await textsOn(dora)).toEqual(['after', 'by Anna, before'])
    const names = (await readCircle(await dora.notebook()))?.members.map(({ name }) => name)
    expect(names).toEqual(['Helga', 'Béla', 'Dóra'])
    expect(await keyOfEpoch(anna.exchange, roster, 1)).toBeUndefined()
  })

  it('changes nothing for who wrote without a network meanwhile, sealed or not', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    const bela = await joined(server, helga, { guest: 'Béla' })
    await note(bela, 'sealed before')
    const [one, two] = [newId(), newId()]
    await write(bela, edit(one, 'note', { text: 'one' }), edit(two, 'note', { text: 'two' }))
    server.line = async (send) => {
      const answer = await send()
      if (server.asked.at(-1) === '/v1/push') throw new TypeError('cut')
      return answer
    }
    let pushes = 0
    server.line = async (send) => {
      if (server.asked.at(-1) === '/v1/pull' || server.asked.at(-1) === '/v1/push') pushes += 1
      return send()
    }
    // Sealed, and never sent: the line is cut before the exchange hears of it.
    const line = server.fetch
    expect(line).toBeDefined()
    const cut = bela.exchange.ask
    Object.assign(bela.exchange, {
      ask: (endpoint: { path: string }, ...rest: never[]) =>
        endpoint.path === '/v1/push'
          ? Promise.reject(new TypeError('no network'))
          : (cut as (...all: unknown[]) => Promise<unknown>)(endpoint, ...rest),
    })
    await expect(exchangeRound(bela.exchange)).rejects.toBeDefined()
    Object.assign(bela.exchange, { ask: cut })
    expect(await bela.exchange.tables.sealed.count()).toBe(1)
    await write(bela, edit(newId(), 'note', { text: 'open' }))
    await removeDevices(helga.exchange, [await idOf(anna)])
    await exchangeRound(bela.exchange)
    await exchangeRound(helga.exchange)
    expect(await textsOn(helga)).toEqual(['one', 'open', 'sealed before', 'two'])
    expect(await seenOn(helga)).toEqual(await seenOn(bela))
    expect(pushes).toBeGreaterThan(0)
  })

  it('is cut off where it had come to, though it writes at the same time', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    await note(anna, 'not yet known to Helga')
    await exchangeRound(anna.exchange)
    await removeDevices(helga.exchange, [await idOf(anna)])
    expect(await textsOn(helga)).toEqual(['not yet known to Helga'])
  })
})

describe('a role that is lowered', () => {
  it('ends what the device may write, and what it wrote until then stays', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    await note(anna, 'as a member')
    await exchangeRound(anna.exchange)
    await setRole(helga.exchange, await idOf(anna), 'reader')
    await note(anna, 'too late')
    await exchangeRound(anna.exchange)
    expect(await readRole(await anna.notebook())).toBe('reader')
    await note(helga, 'Helga goes on')
    await exchangeRound(helga.exchange)
    await exchangeRound(anna.exchange)
    expect(await textsOn(helga)).toEqual(['Helga goes on', 'as a member'])
    expect(await textsOn(anna)).toEqual(['Helga goes on', 'as a member', 'too late'])
    await setRole(helga.exchange, await idOf(anna), 'member')
    await exchangeRound(anna.exchange)
    await exchangeRound(helga.exchange)
    expect(await textsOn(helga)).toEqual(['Helga goes on', 'as a member', 'too late'])
  })

  it('leaves a member what it may do, where it only coordinates no more', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    await setRole(helga.exchange, await idOf(anna), 'coordinator')
    await exchangeRound(anna.exchange)
    await setRole(anna.exchange, await idOf(helga), 'member')
    await note(helga, 'still writing')
    await exchangeRound(helga.exchange)
    await expect(setRole(helga.exchange, await idOf(anna), 'member')).rejects.toMatchObject({ reason: 'role' })
    await expect(setRole(anna.exchange, await idOf(anna), 'member')).rejects.toMatchObject({
      reason: 'last-coordinator',
    })
    await exchangeRound(anna.exchange)
    expect(await textsOn(anna)).toEqual(['still writing'])
  })
})
