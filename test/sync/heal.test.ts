import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { signEntry } from '../../src/crypto/entry.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { readRun } from '../../src/shared/run.ts'
import { toHex } from '../../src/shared/bytes.ts'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import type { HealBody } from '../../src/shared/roster/bodies.ts'
import { presentHead, roleNow, type Roster } from '../../src/shared/roster/roster.ts'
import { keysNow } from '../../src/sync/exchange.ts'
import type { Refused } from '../../src/sync/ask.ts'
import { askerOf } from '../../src/sync/copy.ts'
import { eraseForAll } from '../../src/sync/erase.ts'
import { healBody } from '../../src/sync/heal-body.ts'
import { rosterThere } from '../../src/sync/other-roster.ts'
import { removeDevices, setRole } from '../../src/sync/remove.ts'
import { entriesFrom, knownRoster } from '../../src/sync/roster.ts'
import { askAs } from '../../src/sync/token.ts'
import { healRound } from '../../src/sync/round.ts'
import { readCircle, readRole, readSafety } from '../../src/sync/status.ts'
import { makeSheet } from '../../src/sync/sheet.ts'
import { edit } from '../db/notebook.ts'
import { exchangeRound, found, joined, newId, publicUrl, seenOn, Server, write, type Tablet } from './town.ts'

const idOf = async ({ exchange }: Tablet): Promise<string> => (await keysNow(exchange)).id
const note = (tablet: Tablet, text: string): Promise<void> => write(tablet, edit(newId(), 'note', { text }))
const textsOn = async (tablet: Tablet): Promise<string[]> =>
  Object.values((await seenOn(tablet)) as Record<string, { fields: { text?: string } }>)
    .flatMap(({ fields }) => fields.text ?? [])
    .sort()
const rounds = async (...tablets: readonly Tablet[]): Promise<void> => {
  for (const { exchange } of tablets) await exchangeRound(exchange)
}
const says = async (tablet: Tablet, text: string): Promise<void> => {
  await note(tablet, text)
  await exchangeRound(tablet.exchange)
}
const rosterOn = ({ exchange }: Tablet): Promise<Roster> => knownRoster(exchange)
const roleOf = async (tablet: Tablet, on: Tablet): Promise<string | undefined> =>
  roleNow(await rosterOn(on), await idOf(tablet))

/** A backup of the store: the same entries and runs on another disk. */
async function backupOf(store: Store, { exchange }: Tablet): Promise<Store> {
  const { space } = exchange
  const backup = openSqlite(':memory:')
  const { heads } = await knownRoster(exchange)
  const [first, ...entries] = await store.entries(space, 0)
  if (!first) throw new Error('no genesis')
  await backup.found(space, heads[0] ?? '', first)
  for (const [at, entry] of entries.entries()) {
    const step = { after: heads[at] ?? '', head: heads[at + 1] ?? '', entry, isAgain: true, marks: [] }
    if ((await backup.append(space, step)) !== 'kept') throw new Error('an entry was not kept')
  }
  const { runs } = await store.log(space, 0, Infinity)
  for (const { bytes } of runs) {
    const run = readRun(bytes)
    const { hashOf, chain } = store
    const [device, firstSeq] = [run.deviceId, run.firstSeq]
    const lastSeq = firstSeq + run.envelopes.length - 1
    const kept = {
      device,
      firstSeq,
      lastSeq,
      prevHash: toHex(run.prevHash),
      lastHash: (await hashOf(space, device, lastSeq)) ?? '',
      rosterIndex: Math.min((await chain(space, device)).rosterIndex, heads.length - 1),
      bytes,
    }
    if ((await backup.addRuns(space, heads.at(-1) ?? '', [kept], Infinity)) !== 'kept')
      throw new Error('a run')
  }
  for (const { slip } of (await knownRoster(exchange)).slips.values()) await backup.keepSlip(slip, space)
  return backup
}

type Town = {
  readonly server: Server
  readonly helga: Tablet
  readonly bela: Tablet
  readonly anna: Tablet
  readonly zoe: Tablet
  /** Makes a backup; what it returns sets the exchange back to that. */
  readonly keep: () => Promise<() => void>
}

/** Two coordinators and two members who have written, and an exchange that can be set back to that. */
async function town(): Promise<Town> {
  const server = new Server()
  let store = openSqlite(':memory:')
  server.startOver(store)
  const helga = await found(server)
  const bela = await joined(server, helga, { guest: 'Béla' })
  const anna = await joined(server, helga)
  const zoe = await joined(server, helga, { guest: 'Zoë' })
  await setRole(helga.exchange, await idOf(bela), 'coordinator')
  await says(helga, 'by Helga')
  await says(anna, 'by Anna')
  await says(zoe, 'by Zoë')
  await rounds(helga, bela, anna, zoe)
  const keep = async (): Promise<() => void> => {
    const backup = await backupOf(store, helga)
    return () => {
      store = backup
      server.startOver(backup)
    }
  }
  return { server, helga, bela, anna, zoe, keep }
}

/** Everybody shows the same, holds the same roster, and nothing waits anywhere. */
async function expectSame(...tablets: readonly Tablet[]): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await rounds(...tablets)
  const [first] = tablets
  if (!first) return
  for (const tablet of tablets) {
    expect(await seenOn(tablet)).toEqual(await seenOn(first))
    expect(presentHead(await rosterOn(tablet))).toBe(presentHead(await rosterOn(first)))
    expect(await tablet.exchange.tables.frozen.count()).toBe(0)
    expect(await tablet.exchange.tables.aside.count()).toBe(0)
    expect((await readSafety(await tablet.notebook())).waiting).toBe(0)
  }
}

describe('a fork of the roster', () => {
  it('is healed by a coordinator’s device itself: all hold the same afterwards, and nothing is lost', async () => {
    const { server, helga, bela, anna, zoe, keep } = await town()
    const setBack = await keep()
    // What the exchange loses: an invitation that was used, a role, and what was written by them.
    const dora = await joined(server, helga, { guest: 'Dóra' })
    await says(dora, 'by Dóra')
    await setRole(helga.exchange, await idOf(zoe), 'reader')
    await rounds(anna)
    await says(anna, 'by Anna, then')
    await rounds(helga, dora)
    setBack()
    // Béla knows nothing of it, and goes on upon what was before.
    const emil = await joined(server, bela, { guest: 'Emil' })
    await says(bela, 'by Béla, after')
    await says(emil, 'by Emil')
    // A member that knew waits for a coordinator.
    await note(anna, 'unsent by Anna')
    await expect(exchangeRound(anna.exchange)).rejects.toMatchObject({ name: 'Forked', mayHeal: false })
    await expect(exchangeRound(dora.exchange)).rejects.toMatchObject({ name: 'Forked' })
    await exchangeRound(helga.exchange)
    await expectSame(helga, bela, anna, dora, emil, zoe)
    expect(await textsOn(emil)).toEqual([
      'by Anna',
      'by Anna, then',
      'by Béla, after',
      'by Dóra',
      'by Emil',
      'by Helga',
      'by Zoë',
      'unsent by Anna',
    ])
    expect(await roleOf(zoe, emil)).toBe('reader')
    expect(await roleOf(dora, emil)).toBe('member')
    const newcomer = await joined(server, bela, { guest: 'Franz' })
    await expectSame(newcomer, bela, helga)
    const names = (await readCircle(await newcomer.notebook()))?.members.map(({ name }) => name)
    expect(names?.sort()).toEqual(['Anna', 'Béla', 'Dóra', 'Emil', 'Franz', 'Helga', 'Zoë'])
  })

  it('leaves removed who was removed in either branch, and what was sealed in both epochs readable', async () => {
    const { server, helga, bela, anna, zoe, keep } = await town()
    const setBack = await keep()
    await removeDevices(helga.exchange, [await idOf(anna)])
    await says(helga, 'under the one key')
    await removeDevices(helga.exchange, [])
    await says(helga, 'under the next key')
    setBack()
    await removeDevices(bela.exchange, [await idOf(zoe)])
    await says(bela, 'under the other key')
    await exchangeRound(helga.exchange)
    await expectSame(helga, bela)
    const emil = await joined(server, bela, { guest: 'Emil' })
    await expectSame(helga, bela, emil)
    expect(await textsOn(emil)).toEqual([
      'by Anna',
      'by Helga',
      'by Zoë',
      'under the next key',
      'under the one key',
      'under the other key',
    ])
    for (const gone of [anna, zoe]) {
      expect(await roleOf(gone, emil)).toBeUndefined()
      await note(gone, 'too late')
      await exchangeRound(gone.exchange)
      expect((await readSafety(await gone.notebook())).stopped).toBe('removed')
    }
    await expectSame(helga, bela, emil)
    expect(await textsOn(emil)).not.toContain('too late')
  })

  it('waits for a tap where one wrote on that had been removed, and ends it there', async () => {
    const { helga, bela, anna, keep, server } = await town()
    const setBack = await keep()
    await removeDevices(helga.exchange, [await idOf(anna)])
    setBack()
    await makeSheet(bela.exchange, `${publicUrl}/`)
    await exchangeRound(anna.exchange)
    await says(anna, 'on a lost tablet')
    await exchangeRound(bela.exchange)
    await expect(exchangeRound(helga.exchange)).rejects.toMatchObject({ name: 'Forked', mayHeal: true })
    expect(await roleOf(anna, bela)).toBe('member')
    await healRound(helga.exchange)
    await expectSame(helga, bela)
    expect(await textsOn(bela)).toContain('on a lost tablet')
    expect(await roleOf(anna, bela)).toBeUndefined()
    await note(anna, 'too late')
    await exchangeRound(anna.exchange)
    await expectSame(helga, bela, await joined(server, bela, { guest: 'Emil' }))
    expect(await textsOn(bela)).not.toContain('too late')
  })

  it('is noticed where both branches are as long, and ends slips and sheets that either branch ended', async () => {
    const { helga, bela, keep } = await town()
    const setBack = await keep()
    const lost = await makeSheet(helga.exchange, `${publicUrl}/`)
    setBack()
    const kept = await makeSheet(bela.exchange, `${publicUrl}/`)
    await exchangeRound(helga.exchange)
    await expectSame(helga, bela)
    const { slips } = await rosterOn(bela)
    expect(slips.get(kept.slip)?.state).toBe('live')
    expect(slips.has(lost.slip)).toBe(false)
  })

  it('may come twice', async () => {
    const { server, helga, bela, anna, zoe, keep } = await town()
    const setBack = await keep()
    await says(helga, 'one')
    await setRole(helga.exchange, await idOf(anna), 'reader')
    setBack()
    await joined(server, bela, { guest: 'Emil' })
    await exchangeRound(helga.exchange)
    await expectSame(helga, bela, anna, zoe)
    const setBackAgain = await keep()
    await says(zoe, 'two')
    await removeDevices(bela.exchange, [])
    await says(bela, 'three')
    await expectSame(helga, bela, anna)
    setBackAgain()
    // Zoë alone hasn't seen the last entries, and is no coordinator; a guest of hers comes by a slip.
    const own = await joined(server, zoe, { guest: 'Zoë', own: true })
    await says(own, 'four')
    await exchangeRound(helga.exchange)
    await expectSame(helga, bela, anna, zoe, own)
    expect(await textsOn(own)).toEqual(['by Anna', 'by Helga', 'by Zoë', 'four', 'one', 'three', 'two'])
    expect(await readRole(await anna.notebook())).toBe('reader')
  })
})

/** Signs what a heal would say for this branch, changed in whatever way, in anybody's name. */
async function healFor(
  holder: Tablet,
  signer: Tablet,
  change: (body: HealBody) => object = (body) => body,
  signs = signer,
): Promise<{ bytes: string; signatures: string[] }> {
  const [mine, keys] = [await rosterOn(holder), await keysNow(holder.exchange)]
  const asker = { id: keys.id, key: keys.sign.privateKey }
  const { roster } = await rosterThere(holder.exchange, asker)
  const fork = mine.heads.findIndex((head, index) => head !== roster.heads[index]) - 1
  const said = await healBody(holder.exchange, asker, roster, { roster: mine, fork })
  if (!said) throw new Error('no key')
  const [{ id }, { sign }] = [await keysNow(signer.exchange), await keysNow(signs.exchange)]
  const body = { ...change(said.body) }
  const { bytes, signatures } = await signEntry(roster, { kind: 'heal', signer: id, body }, [sign.privateKey])
  return { bytes: toHex(bytes), signatures: signatures.map(toHex) }
}

/** From now on the exchange shows everybody one entry more than there is. */
function showMore(server: Server, entry: { bytes: string; signatures: string[] }): void {
  server.line = async (send) => {
    const answer = await send()
    const path = server.asked.at(-1)
    if (!answer.ok || (path !== endpoints.roster.path && path !== endpoints.pull.path)) return answer
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (path === endpoints.pull.path) {
      const page = endpoints.pull.answer.read(bytes)
      const more = { ...page, entries: page.entries + 1, head: '00'.repeat(32) }
      return new Response(endpoints.pull.answer.write(more), { headers: answer.headers })
    }
    const { entries } = endpoints.roster.answer.read(bytes)
    const more = { entries: [...entries, { ...entry, at: 0 }], more: false }
    return new Response(endpoints.roster.answer.write(more), { headers: answer.headers })
  }
}

describe('a heal', () => {
  /** A fork that nobody has healed: Helga has removed Anna in the branch that the exchange has lost. */
  async function forked(): Promise<Town & { readonly raised: Tablet; readonly gone: Tablet }> {
    const all = await town()
    const { helga, bela, anna, zoe } = all
    const setBack = await all.keep()
    await setRole(helga.exchange, await idOf(zoe), 'coordinator')
    await removeDevices(helga.exchange, [await idOf(anna)])
    await exchangeRound(zoe.exchange)
    setBack()
    const raised = await joined(all.server, bela, { guest: 'Emil' })
    await setRole(bela.exchange, await idOf(raised), 'coordinator')
    await exchangeRound(raised.exchange)
    return { ...all, raised, gone: anna }
  }

  it('is refused, by the exchange and by every device, unless it ends all that the branch ended', async () => {
    const all = await forked()
    const { server, helga, bela, anna, zoe, raised } = all
    const id = await idOf(anna)
    const elsewhere = await found(server, 'Elsewhere')
    const [foreign] = await entriesFrom(elsewhere.exchange, 0)
    const inner = {
      bytes: toHex(foreign?.bytes ?? new Uint8Array()),
      signatures: foreign?.signatures.map(toHex),
    }
    const tries: [string, { bytes: string; signatures: string[] }][] = [
      ['403 role', await healFor(helga, zoe)],
      ['403 role', await healFor(helga, anna)],
      ['403 signer', await healFor(helga, elsewhere)],
      ['403 signer', await healFor(helga, raised)],
      ['403 signature', await healFor(helga, helga, undefined, bela)],
      ['409 head', await healFor(helga, helga, (body) => ({ ...body, head: '11'.repeat(32) }))],
      ['409 head', await healFor(helga, helga, (body) => ({ ...body, entries: [inner] }))],
      ['409 head', await healFor(helga, helga, (body) => ({ ...body, entries: body.entries.slice(1) }))],
      ['409 cutoff', await healFor(helga, helga, (body) => ({ ...body, cuts: {} }))],
      [
        '409 cutoff',
        await healFor(helga, helga, (body) => ({
          ...body,
          cuts: { ...body.cuts, [id]: { seq: 0, hash: '00'.repeat(32) } },
        })),
      ],
      [
        '409 wraps',
        await healFor(helga, helga, ({ wraps, ...body }) => ({
          ...body,
          wraps: { ...wraps, [id]: `04${'00'.repeat(112)}` },
        })),
      ],
      ['400 malformed', await healFor(helga, helga, (body) => ({ ...body, other: '' }))],
    ]
    const keys = await keysNow(bela.exchange)
    const asker = { id: keys.id, key: keys.sign.privateKey }
    for (const [, entry] of tries) {
      const before = [await rosterOn(bela), await rosterOn(helga)].map(presentHead)
      const asked = askAs(bela.exchange, asker, endpoints.append, { ...entry, again: false })
      await expect(asked).rejects.toMatchObject({ name: 'Refused' })
      showMore(server, entry)
      await expect(exchangeRound(bela.exchange)).rejects.toBeDefined()
      await expect(exchangeRound(helga.exchange)).rejects.toMatchObject({ name: 'Forked' })
      server.line = (send) => send()
      expect([await rosterOn(bela), await rosterOn(helga)].map(presentHead)).toEqual(before)
    }
    const reasons = await Promise.all(
      tries.map(([, entry]) =>
        askAs(bela.exchange, asker, endpoints.append, { ...entry, again: false }).then(
          () => 'fine',
          (error: Refused) => error.reason,
        ),
      ),
    )
    expect(reasons).toEqual(tries.map(([reason]) => reason.slice(4)))
    // Nothing of all that stands in the way of the genuine one.
    await exchangeRound(helga.exchange)
    await expectSame(helga, bela, zoe, raised)
    expect(await roleOf(anna, raised)).toBeUndefined()
    expect(await roleOf(zoe, raised)).toBe('member')
  })

  it('that leaves out a removal is no reason to give the branch up; a later one is', async () => {
    const { server, helga, bela, anna, zoe, keep } = await town()
    const setBack = await keep()
    await makeSheet(helga.exchange, `${publicUrl}/`)
    // Béla knows the sheet only, Zoë the removal too.
    await exchangeRound(bela.exchange)
    await removeDevices(helga.exchange, [await idOf(anna)])
    await exchangeRound(zoe.exchange)
    setBack()
    await says(anna, 'not yet removed there')
    const own = await joined(server, anna, { guest: 'Anna', own: true })
    await exchangeRound(bela.exchange)
    expect((await rosterOn(bela)).abandoned).toHaveLength(1)
    expect(await roleOf(anna, bela)).toBe('member')
    await expect(exchangeRound(zoe.exchange)).rejects.toMatchObject({ name: 'Forked', mayHeal: false })
    expect(await roleOf(anna, zoe)).toBeUndefined()
    await expect(exchangeRound(helga.exchange)).rejects.toMatchObject({ name: 'Forked', mayHeal: true })
    await healRound(helga.exchange)
    await expectSame(helga, bela, zoe)
    expect((await rosterOn(bela)).abandoned).toHaveLength(2)
    expect(await roleOf(anna, bela)).toBeUndefined()
    expect(await roleOf(own, bela)).toBeDefined()
  })
})

it('what was erased in the branch that is given up stays erased, for everybody and at the exchange', async () => {
  const { server, helga, bela, anna, zoe, keep } = await town()
  const gone = newId()
  await write(anna, edit(gone, 'note', { text: 'zu vergessen' }))
  await rounds(anna, helga, bela)
  const setBack = await keep()
  const { exchange } = helga
  await eraseForAll(exchange, await askerOf(exchange, await knownRoster(exchange)), [gone])
  await rounds(helga, anna)
  expect(await textsOn(anna)).not.toContain('zu vergessen')
  setBack()
  // The exchange has it again, and Béla goes on upon that.
  await joined(server, bela, { guest: 'Emil' })
  await rounds(bela, zoe)
  expect(await textsOn(zoe)).toContain('zu vergessen')
  await rounds(helga)
  await expectSame(helga, bela, anna, zoe)
  for (const tablet of [helga, bela, anna, zoe]) {
    expect(await textsOn(tablet)).not.toContain('zu vergessen')
    expect((await rosterOn(tablet)).erased.has(gone)).toBe(true)
  }
  expect((await rosterOn(bela)).erasures.flatMap(({ body }) => body.records)).toEqual([gone])
  const { runs } = await server.store.log(exchange.space, 0, Infinity)
  const left = runs.flatMap(({ bytes }) => readRun(bytes).envelopes).filter((one) => one.recordId === gone)
  expect(left.length).toBeGreaterThan(0)
  expect(left.every(({ erased }) => erased)).toBe(true)
})
