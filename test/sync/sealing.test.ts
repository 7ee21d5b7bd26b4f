import 'fake-indexeddb/auto'
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { finishDraft, commitForm, keepDraft, openForm } from '../../src/db/draft.ts'
import { keepSealed } from '../../src/db/exchange/keep-sealed.ts'
import { openRows, plan } from '../../src/db/exchange/plan.ts'
import { save } from '../../src/db/save.ts'
import type { DraftRow } from '../../src/db/tables.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import { toHex } from '../../src/shared/bytes.ts'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { pushOnly } from '../../src/sync/background.ts'
import { chainOf } from '../../src/sync/chains.ts'
import { keysNow, newExchange } from '../../src/sync/exchange.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { sealRuns } from '../../src/sync/seal.ts'
import { readSafety } from '../../src/sync/status.ts'
import { edit } from '../db/notebook.ts'
import { textOfDisk } from './disks.ts'
import { exchangeRound, found, joined, newId, seenOn, Server, write, type Tablet } from './town.ts'

async function formOver(tablet: Tablet, record: string, text: string): Promise<DraftRow> {
  const { over, fields } = await openForm(await tablet.notebook(), record)
  const shown = { text: [fields['text'] ?? null] }
  return { id: newId(), record, kind: 'note', set: { text }, over: { text: over['text'] ?? [] }, shown }
}

async function versionsOf({ exchange }: Tablet, record: string): Promise<unknown[]> {
  const register = (await exchange.tables.versions.get(record))?.registers['text']
  return Object.values(register?.live ?? {}).map(({ value }) => value)
}

async function two(): Promise<{ server: Server; helga: Tablet; anna: Tablet; note: string }> {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  const note = newId()
  await write(anna, edit(note, 'note', { text: 'first' }))
  return { server, helga, anna, note }
}

async function bothHold(helga: Tablet, anna: Tablet, note: string, text: string): Promise<void> {
  await exchangeRound(anna.exchange)
  await exchangeRound(helga.exchange)
  expect(await versionsOf(anna, note)).toEqual([text])
  expect(await versionsOf(helga, note)).toEqual([text])
}

describe('while a change is sealed and sent', () => {
  it('a draft over it stays over it, though it goes by another name then', async () => {
    const { helga, anna, note } = await two()
    const draft = await formOver(anna, note, 'typed')
    await keepDraft(await anna.notebook(), draft)
    await exchangeRound(anna.exchange)
    await finishDraft(await anna.notebook(), draft.id)
    await bothHold(helga, anna, note, 'typed')
  })

  it('a form that was open all the time replaces what it showed', async () => {
    const { helga, anna, note } = await two()
    const form = await formOver(anna, note, 'typed')
    await exchangeRound(anna.exchange)
    await commitForm(await anna.notebook(), form)
    await bothHold(helga, anna, note, 'typed')
  })

  it('a form that showed it never replaces what was written after it, under the same unsent name', async () => {
    const { helga, anna, note } = await two()
    const early = await formOver(anna, note, 'typed early')
    await exchangeRound(anna.exchange)
    await commitForm(await anna.notebook(), await formOver(anna, note, 'second'))
    await keepDraft(await anna.notebook(), early)
    await exchangeRound(anna.exchange)
    await finishDraft(await anna.notebook(), early.id)
    await exchangeRound(anna.exchange)
    await exchangeRound(helga.exchange)
    expect(new Set(await versionsOf(anna, note))).toEqual(new Set(['second', 'typed early']))
    expect(new Set(await versionsOf(helga, note))).toEqual(new Set(['second', 'typed early']))
  })

  it('whoever amends it is first: what was sealed is thrown away, and what is new is sealed', async () => {
    const { helga, anna, note } = await two()
    const { tables } = anna.exchange
    const [roster, keys] = [await knownRoster(anna.exchange), await keysNow(anna.exchange)]
    const chain = chainOf(await tables.seen.get(keys.id))
    const planned = plan(await openRows(tables, 500), keys.id, chain.seq + 1)
    const runs = await sealRuns(anna.exchange, roster, keys, chain, planned)
    await commitForm(await anna.notebook(), await formOver(anna, note, 'amended'))
    const before = await textOfDisk(tables)
    expect(await keepSealed(tables, keys.id, planned, runs)).toBe(false)
    expect(await textOfDisk(tables)).toBe(before)
    await bothHold(helga, anna, note, 'amended')
    expect((await helga.exchange.tables.seen.get(keys.id))?.seq).toBe(1)
  })

  it('a second change of its record that came beside it is sealed with it', async () => {
    const { helga, anna, note } = await two()
    const { tables } = anna.exchange
    const [roster, keys] = [await knownRoster(anna.exchange), await keysNow(anna.exchange)]
    const chain = chainOf(undefined)
    const planned = plan(await openRows(tables, 500), keys.id, 1)
    const runs = await sealRuns(anna.exchange, roster, keys, chain, planned)
    await write(anna, edit(note, 'note', { text: 'beside' }))
    expect(await keepSealed(tables, keys.id, planned, runs)).toBe(false)
    await exchangeRound(anna.exchange)
    await exchangeRound(helga.exchange)
    expect(await versionsOf(helga, note)).toEqual(await versionsOf(anna, note))
    expect(await versionsOf(helga, note)).toHaveLength(2)
  })

  it('and its answer is lost, the same bytes are sent again', async () => {
    const { helga, anna, note } = await two()
    const sent: string[] = []
    let loses = true
    const server = anna.exchange.ask
    const ask: typeof server = async (endpoint, question, token) => {
      const answer = await server(endpoint, question, token)
      if (endpoint.path !== endpoints.push.path) return answer
      sent.push(toHex(endpoint.question.write(question)))
      if (loses) throw new TypeError('lost')
      return answer
    }
    const exchange = newExchange({ ...anna.exchange, ask })
    await expect(exchangeRound(exchange)).rejects.toThrow('lost')
    expect((await readSafety(await anna.notebook())).safeAt).toBeUndefined()
    // By the background, which doesn't ask first what is there.
    loses = false
    await pushOnly(exchange)
    expect(sent[1]).toBe(sent[0])
    expect((await readSafety(await anna.notebook())).waiting).toBe(0)
    await bothHold(helga, anna, note, 'first')
  })
})

const photoOf = (id: string) => {
  const row = { id, type: 'image/jpeg', bytes: Uint8Array.of(1, 2, 3).buffer }
  return { full: row, thumb: row }
}

describe('photos', () => {
  it('that are taken while a round is under way go with the next one, and are not said to be safe before', async () => {
    const { server, helga, anna } = await two()
    const photo = newId()
    server.line = async (send) => {
      const answer = await send()
      if (server.asked.at(-1) === endpoints.push.path) {
        server.line = (plain) => plain()
        await save(await anna.notebook(), [edit(photo, 'photo', { type: 'image/jpeg' })], [photoOf(photo)])
      }
      return answer
    }
    await exchangeRound(anna.exchange)
    expect((await readSafety(await anna.notebook())).safeAt).toBeUndefined()
    await exchangeRound(anna.exchange)
    expect((await readSafety(await anna.notebook())).safeAt).toBeDefined()
    await exchangeRound(helga.exchange)
    expect(await helga.exchange.tables.thumbs.get(photo)).toBeDefined()
  })
})

describe('a tablet whose exchange was put back to a backup', () => {
  it('sends again what was lost there, photos too, and everybody has it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
    const [file, backup] = [join(folder, 'now.sqlite'), join(folder, 'backup.sqlite')]
    const store = openSqlite(file)
    const server = new Server(Date.now, store)
    const helga = await found(server)
    const anna = await joined(server, helga)
    await write(anna, edit(newId(), 'note', { text: 'before' }))
    await exchangeRound(anna.exchange)
    await store.close()
    copyFileSync(file, backup)
    server.startOver(openSqlite(file))
    const photo = newId()
    await save(await anna.notebook(), [edit(photo, 'photo', { type: 'image/jpeg' })], [photoOf(photo)])
    await write(anna, edit(newId(), 'note', { text: 'lost there' }))
    await exchangeRound(anna.exchange)
    const older = openSqlite(backup)
    server.startOver(older)
    await exchangeRound(anna.exchange)
    await exchangeRound(helga.exchange)
    expect(await seenOn(helga)).toEqual(await seenOn(anna))
    expect(await helga.exchange.tables.thumbs.get(photo)).toBeDefined()
    const me = (await keysNow(anna.exchange)).id
    expect(await older.chain(anna.exchange.space, me)).toMatchObject(
      chainOf(await anna.exchange.tables.seen.get(me)),
    )
  })
})
