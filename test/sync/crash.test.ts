import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeDevice } from '../../src/crypto/device.ts'
import { makeGenesis } from '../../src/crypto/genesis.ts'
import { remove } from '../../src/db/bin.ts'
import { finishDraft, commitForm, keepDraft, openForm } from '../../src/db/draft.ts'
import { becomeNew } from '../../src/db/exchange/become.ts'
import { hear, type Page } from '../../src/db/exchange/hear.ts'
import { keepSealed } from '../../src/db/exchange/keep-sealed.ts'
import { openRows, plan } from '../../src/db/exchange/plan.ts'
import { receive } from '../../src/db/exchange/receive.ts'
import { commitHeld, keepHeld } from '../../src/db/held.ts'
import { save } from '../../src/db/save.ts'
import { listSetAside } from '../../src/db/set-aside.ts'
import { settle, twiceFilled } from '../../src/db/settle.ts'
import { Tables, type DraftRow, type Notebook } from '../../src/db/tables.ts'
import { askAt } from '../../src/sync/ask.ts'
import { chainOf } from '../../src/sync/chains.ts'
import { keysNow, newExchange, type Exchange } from '../../src/sync/exchange.ts'
import { inviteGuest } from '../../src/sync/invite.ts'
import { joinSpace, newKeys, openSlip, secretOf } from '../../src/sync/join.ts'
import { askPage, readCursor } from '../../src/sync/pull.ts'
import { readPage } from '../../src/sync/page.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { sealRuns } from '../../src/sync/seal.ts'
import { askerOf } from '../../src/sync/copy.ts'
import { shareSpace } from '../../src/sync/share.ts'
import { secureRandom } from '../../src/shared/ids.ts'
import { edit } from '../db/notebook.ts'
import { dieAtEveryAwait, mortalCopy, outlives } from './disks.ts'
import { allOn, canary, erase, rounds } from './forgotten.ts'
import { cutAfterPull } from './lines.ts'
import { seedKeys } from './simulate/keys.ts'
import { Life } from './simulate/life.ts'
import {
  exchangeRound,
  found,
  guest,
  joined,
  newId,
  publicUrl,
  seenOn,
  Server,
  write,
  type Tablet,
} from './town.ts'

// A slip's secret would be stretched for a minute in all.
beforeAll(() => seedKeys(1))

const [note, other, twice] = [newId(), newId(), newId()]

/** Two tablets with something sent, something sealed, something open, something typed and something filled in twice. */
async function inTheMiddle(): Promise<{ helga: Tablet; anna: Tablet; server: Server }> {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  await write(anna, edit(twice, 'note', { text: 'by Anna' }), edit(note, 'note', { text: 'sent' }))
  await exchangeRound(anna.exchange)
  await write(helga, edit(twice, 'note', { text: 'by Helga' }))
  await exchangeRound(helga.exchange)
  await exchangeRound(anna.exchange)
  await write(anna, edit(other, 'note', { text: 'sealed' }))
  cutAfterPull(server)
  await expect(exchangeRound(anna.exchange)).rejects.toMatchObject({ code: 'offline' })
  expect(await anna.exchange.tables.sealed.count()).toBe(1)
  server.line = (send) => send()
  await write(anna, edit(other, 'note', { author: 'open' }))
  await keepDraft(await anna.notebook(), await draftOver(anna, other))
  return { helga, anna, server }
}

async function draftOver(tablet: Tablet, record: string): Promise<DraftRow> {
  const { over, fields } = await openForm(await tablet.notebook(), record)
  const shown = { text: [fields['text'] ?? null] }
  return {
    id: 'draft',
    record,
    kind: 'note',
    set: { text: 'typed' },
    over: { text: over['text'] ?? [] },
    shown,
  }
}

const on = (notebook: Notebook, tables: Tables): Notebook => ({
  ...notebook,
  tables,
  now: () => 1_800_000_000_000,
})

describe('a tab that dies at any await leaves all or nothing of', async () => {
  const { helga, anna } = await inTheMiddle()
  const { tables } = anna.exchange
  const mine = await anna.notebook()
  const draft = await draftOver(anna, note)
  const photo = { id: newId(), type: 'image/jpeg', bytes: new ArrayBuffer(3) }
  const held = { record: newId(), kind: 'note', first: {} }
  await keepHeld(mine, held, { text: 'held' })
  const [one] = await twiceFilled(mine, twice)
  await write(helga, edit(note, 'note', { author: 'Helga' }), edit(newId(), 'note', { text: 'news' }))
  await exchangeRound(helga.exchange)
  const asker = await askerOf(anna.exchange, await knownRoster(anna.exchange))
  const from = await readCursor(anna.exchange)
  const answer = await askPage(anna.exchange, asker, from)
  const way = { from, to: { n: answer.n, hash: answer.hash }, isNext: true }
  const roster = await knownRoster(anna.exchange)
  const { value: page } = (await readPage(anna.exchange, roster, answer.parts, way, 1000).next()) as {
    value: Page
  }
  const keys = await keysNow(anna.exchange)
  const chain = chainOf(await tables.seen.get(keys.id))
  const planned = plan(await openRows(tables, 500), keys.id, chain.seq + 1)
  const runs = await sealRuns(anna.exchange, roster, keys, chain, planned)
  const fresh = await makeDevice()
  const receipt = { device: keys.id, seq: 1, hash: '0'.repeat(64), rosterIndex: 0 }

  const verbs: readonly (readonly [string, (tables: Tables) => Promise<unknown>])[] = [
    [
      'saving several records and a photo',
      (there) =>
        save(
          on(mine, there),
          [edit(note, 'note', { text: 'new' }), edit(photo.id, 'photo', { type: 'image/jpeg' })],
          [{ full: photo, thumb: photo }],
        ),
    ],
    ['keeping a draft', (there) => keepDraft(on(mine, there), { ...draft, set: { text: 'typed more' } })],
    ['leaving a form', (there) => commitForm(on(mine, there), draft)],
    ['leaving a form at the next start', (there) => finishDraft(on(mine, there), 'draft')],
    ['keeping an answer', (there) => keepHeld(on(mine, there), held, { author: 'held' })],
    [
      'leaving a form with a check page',
      (there) => commitHeld(on(mine, there), held.record, (set) => [edit(held.record, 'note', set)]),
    ],
    ['settling two versions', async (there) => one && settle(on(mine, there), twice, one, 'settled')],
    ['deleting', (there) => remove(on(mine, there), [note, other])],
    ['sealing', (there) => keepSealed(there, keys.id, planned, runs)],
    ['a receipt', (there) => receive(there, keys.id, { seq: chain.seq, cursor: { n: 9, hash: chain.hash } })],
    ['a page of the log', (there) => hear(there, page, () => 1)],
    ['going on as another device', (there) => becomeNew(there, keys, fresh, receipt)],
  ]

  test.each(verbs)('%s', async (_, act) => {
    expect(await dieAtEveryAwait(tables, act)).toBeGreaterThan(0)
  })
})

/** Asks in a tab that dies when its fuse has burnt down: before a question, or before its answer is heard. */
const mortalAsk = (server: Server, life: Life) =>
  askAt(publicUrl, async (address, init) => {
    life.tick()
    const answer = await server.fetch(address, init)
    life.tick()
    return answer
  })

const mortalExchange = ({ exchange }: Tablet, server: Server, life: Life): Exchange =>
  newExchange({ ...exchange, tables: mortalCopy(exchange.tables, life), ask: mortalAsk(server, life) })

const burning = (fuse: number): Life => Object.assign(new Life(), { fuse })

const textsOn = async (tablet: Tablet): Promise<string[]> => {
  const seen = Object.values(await seenOn(tablet)) as { fields: { text?: string } }[]
  return seen.flatMap(({ fields }) => fields.text ?? []).sort()
}

describe('a tab that dies at any await of', () => {
  test('a round loses nothing and sends nothing twice', { timeout: 120_000 }, async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    const texts: string[] = []
    let isDone = false
    for (let fuse = 1; !isDone; fuse += 1) {
      texts.push(`Anna ${fuse}`, `Helga ${fuse}`)
      await write(anna, edit(newId(), 'note', { text: `Anna ${fuse}` }))
      await write(helga, edit(newId(), 'note', { text: `Helga ${fuse}` }))
      await exchangeRound(helga.exchange)
      const life = burning(fuse)
      const exchange = mortalExchange(anna, server, life)
      isDone = await outlives(life, () => exchangeRound(exchange))
      exchange.tables.close()
      await exchangeRound(anna.exchange)
    }
    await exchangeRound(helga.exchange)
    expect(texts.length).toBeGreaterThan(60)
    for (const tablet of [anna, helga]) expect(await textsOn(tablet)).toEqual([...texts].sort())
    const chain = await helga.exchange.tables.seen.get((await keysNow(anna.exchange)).id)
    expect(chain?.seq).toBe(texts.length / 2)
  })

  test(
    'a round that erases forgets all of it, and sets aside once what was unsent',
    { timeout: 180_000 },
    async () => {
      const server = new Server()
      const helga = await found(server)
      const anna = await joined(server, helga)
      let isDone = false
      let fuse = 1
      for (; !isDone; fuse += 1) {
        const gone = newId()
        await write(helga, edit(gone, 'note', { text: `${canary} ${fuse}` }))
        await rounds(helga, anna)
        await write(anna, edit(gone, 'note', { author: `von Anna ${fuse}` }))
        await erase(helga, gone)
        const life = burning(fuse)
        const exchange = mortalExchange(anna, server, life)
        isDone = await outlives(life, () => exchangeRound(exchange))
        exchange.tables.close()
        await exchangeRound(anna.exchange)
      }
      expect(fuse).toBeGreaterThan(40)
      const aside = await listSetAside(anna.exchange.tables)
      expect(aside.map(({ set }) => set['author'])).toEqual(
        Array.from({ length: fuse - 1 }, (_, at) => `von Anna ${fuse - 1 - at}`),
      )
      await anna.exchange.tables.setAside.clear()
      for (const tablet of [anna, helga]) expect((await allOn(tablet)).includes(canary)).toBe(false)
      expect(await seenOn(anna)).toEqual(await seenOn(helga))
    },
  )

  test('joining joins once, with the same keys', { timeout: 120_000 }, async () => {
    let isDone = false
    for (let fuse = 1; !isDone; fuse += 1) {
      const server = new Server()
      const helga = await found(server)
      const { digits } = await inviteGuest(helga.exchange, `${publicUrl}/`, guest)
      const { box } = await openSlip(askAt(publicUrl, server.fetch), secretOf(digits))
      const began = await newKeys()
      const disk = new Tables(`${box.space}-joins`)
      const join = async (life: Life): Promise<void> => {
        const tables = mortalCopy(disk, life)
        const exchange = newExchange({ ...helga.exchange, began, tables, ask: mortalAsk(server, life) })
        const open = () => openSlip(exchange.ask, secretOf(digits))
        try {
          await joinSpace({ exchange, head: box.head }, open, { name: 'Anna', device: 'tablet' })
        } finally {
          tables.close()
        }
      }
      const life = burning(fuse)
      isDone = await outlives(life, () => join(life))
      if (!isDone) await join(new Life())
      await exchangeRound(helga.exchange)
      const { devices, slips } = await knownRoster(helga.exchange)
      expect([...devices.keys()]).toEqual([helga.exchange.began.id, began.id])
      expect([...slips.values()].map(({ state }) => state)).toEqual(['used'])
    }
  })

  test('sharing shares once, and all that was written before', { timeout: 120_000 }, async () => {
    const founding = { name: 'Helga', device: 'tablet', notebook: 'Verein', code: '' } as const
    let isDone = false
    for (let fuse = 1; !isDone; fuse += 1) {
      const server = new Server()
      const keys = await newKeys()
      const genesis = await makeGenesis(keys)
      const space = genesis.spaceId
      const disk = new Tables(space)
      await save({ space, me: keys.id, tables: disk, now: () => 1 }, [edit(note, 'note', { text: 'before' })])
      const share = async (life: Life): Promise<Exchange> => {
        const tables = mortalCopy(disk, life)
        const parts = { space, tables, began: keys, url: publicUrl, ask: mortalAsk(server, life) }
        const exchange = newExchange({ ...parts, now: () => 2, random: secureRandom })
        await shareSpace(exchange, { space, me: keys.id, tables, now: () => 2 }, genesis, founding)
        return exchange
      }
      const life = burning(fuse)
      isDone = await outlives(life, () => share(life))
      const helga = { exchange: await share(new Life()) } as Tablet
      await exchangeRound(helga.exchange)
      const anna = await joined(server, helga)
      expect(await seenOn(anna)).toEqual(await seenOn(helga))
      expect(await textsOn(anna)).toEqual(['before'])
    }
  })
})
