import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { save } from '../../src/db/save.ts'
import { readLeftovers, takeLeftover } from '../../src/db/leftovers.ts'
import { Refused, type Ask } from '../../src/sync/ask.ts'
import { keyOfEpoch } from '../../src/sync/keys.ts'
import { SyncProblem } from '../../src/sync/problem.ts'
import { removeDevices, setRole } from '../../src/sync/remove.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { endOtherSheets, makeSheet, trySheet } from '../../src/sync/sheet.ts'
import { readCircle, readRole, readSafety } from '../../src/sync/status.ts'
import { presentEpoch, roleNow } from '../../src/shared/roster/roster.ts'
import { edit } from '../db/notebook.ts'
import { idOf, note, textsOn } from './notes.ts'
import { comingBy, exchangeRound, found, joined, newId, publicUrl, seenOn, Server, write } from './town.ts'

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
    // Sealed, and never sent: the line is cut before the exchange hears of it.
    const { ask } = bela.exchange
    const withoutPush: Ask = (endpoint, ...rest) =>
      endpoint.path === '/v1/push' ? Promise.reject(new SyncProblem('offline')) : ask(endpoint, ...rest)
    Object.assign(bela.exchange, { ask: withoutPush })
    await expect(exchangeRound(bela.exchange)).rejects.toBeDefined()
    Object.assign(bela.exchange, { ask })
    expect(await bela.exchange.tables.sealed.count()).toBe(1)
    await write(bela, edit(newId(), 'note', { text: 'open' }))
    await removeDevices(helga.exchange, [await idOf(anna)])
    await exchangeRound(bela.exchange)
    await exchangeRound(helga.exchange)
    expect(await textsOn(helga)).toEqual(['one', 'open', 'sealed before', 'two'])
    expect(await seenOn(helga)).toEqual(await seenOn(bela))
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
  it('lets a photo wait that was not sent yet, and what others write comes all the same', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    const photo = { id: newId(), type: 'image/jpeg', bytes: Uint8Array.of(1, 2, 3).buffer }
    const taken = edit(photo.id, 'photo', { type: 'image/jpeg' })
    await save(await anna.notebook(), [taken], [{ full: photo, thumb: photo }])
    await setRole(helga.exchange, await idOf(anna), 'reader')
    await note(helga, 'Helga goes on')
    for (const one of [helga, anna]) await exchangeRound(one.exchange)
    expect(await textsOn(anna)).toEqual(['Helga goes on'])
    expect(await anna.exchange.tables.unsentPhotos.count()).toBe(1)
    await setRole(helga.exchange, await idOf(anna), 'member')
    for (const one of [anna, helga]) await exchangeRound(one.exchange)
    expect(await anna.exchange.tables.unsentPhotos.count()).toBe(0)
    expect(await helga.exchange.tables.thumbs.get(photo.id)).toBeDefined()
  })

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
    await expect(setRole(helga.exchange, await idOf(anna), 'member')).rejects.toMatchObject({
      reason: 'role',
    })
    await expect(setRole(anna.exchange, await idOf(anna), 'member')).rejects.toMatchObject({
      reason: 'last-coordinator',
    })
    await exchangeRound(anna.exchange)
    expect(await textsOn(anna)).toEqual(['still writing'])
  })
})

describe('a device that was removed', () => {
  it('empties its notebook, and the coordinators get what it had not sent', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    await note(helga, 'of all')
    await exchangeRound(helga.exchange)
    await exchangeRound(anna.exchange)
    await removeDevices(helga.exchange, [await idOf(anna)])
    await note(anna, 'never sent')
    await exchangeRound(anna.exchange)
    const { tables } = anna.exchange
    expect((await readSafety(await anna.notebook())).stopped).toBe('removed')
    for (const table of tables.tables.filter(({ name }) => name !== 'meta'))
      expect(await table.count(), table.name).toBe(0)
    await exchangeRound(anna.exchange)
    await exchangeRound(helga.exchange)
    const [left] = await readLeftovers(helga.exchange.tables)
    expect(left?.changes.map(({ set }) => set)).toEqual([{ text: 'never sent' }])
    await takeLeftover(await helga.notebook(), await idOf(anna))
    expect(await textsOn(helga)).toEqual(['never sent', 'of all'])
    expect(await readLeftovers(helga.exchange.tables)).toEqual([])
  })

  it('stays as it is when an exchange only says no', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    await note(anna, 'mine')
    const { ask } = anna.exchange
    for (const reason of ['cutoff', 'token', 'device', 'signer', 'unknown'] as const) {
      const saysNo: Ask = () => Promise.reject(new Refused(reason))
      Object.assign(anna.exchange, { ask: saysNo })
      await expect(exchangeRound(anna.exchange)).rejects.toMatchObject({ reason })
    }
    Object.assign(anna.exchange, { ask })
    expect(await textsOn(anna)).toEqual(['mine'])
    await exchangeRound(anna.exchange)
    await exchangeRound(helga.exchange)
    expect(await textsOn(helga)).toEqual(['mine'])
  })
})

describe('a recovery sheet', () => {
  it('lets one device in as coordinator after all others were lost, once', async () => {
    const server = new Server()
    const helga = await found(server)
    await note(helga, 'everything')
    const sheet = await makeSheet(helga.exchange, `${publicUrl}/`)
    expect(sheet.digits).toHaveLength(48)
    expect(await trySheet(helga.exchange, sheet.digits)).toBe(true)
    await exchangeRound(helga.exchange)
    expect((await readCircle(await helga.notebook()))?.sheets).toMatchObject([{ isTried: true }])
    expect((await readCircle(await helga.notebook()))?.invitations).toEqual([])
    // Years later.
    const fresh = await comingBy(server, sheet.digits, 'Ilse')
    expect(await readRole(await fresh.notebook())).toBe('coordinator')
    expect(await textsOn(fresh)).toEqual(['everything'])
    await removeDevices(fresh.exchange, [await idOf(helga)])
    await note(fresh, 'going on')
    await exchangeRound(fresh.exchange)
    const circle = await readCircle(await fresh.notebook())
    expect(circle?.sheets).toEqual([])
    expect(circle?.recovered.map(({ name }) => name)).toEqual(['Ilse'])
    await expect(comingBy(server, sheet.digits, 'Thief')).rejects.toMatchObject({ reason: 'slip' })
  })

  it('is no longer good once another one takes its place, or its maker was removed', async () => {
    const server = new Server()
    const helga = await found(server)
    const [old, other] = [await makeSheet(helga.exchange, ''), await makeSheet(helga.exchange, '')]
    await endOtherSheets(helga.exchange, other.slip)
    expect(await trySheet(helga.exchange, old.digits)).toBe(false)
    expect(await trySheet(helga.exchange, other.digits)).toBe(true)
    const anna = await joined(server, helga)
    await setRole(helga.exchange, await idOf(anna), 'coordinator')
    await exchangeRound(anna.exchange)
    await removeDevices(anna.exchange, [await idOf(helga)])
    expect(await trySheet(anna.exchange, other.digits)).toBe(false)
  })
})
