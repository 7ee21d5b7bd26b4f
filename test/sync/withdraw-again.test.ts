import 'fake-indexeddb/auto'
import { mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Register } from '../../src/db/register/tables.ts'
import { change } from '../../src/db/save.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import type { Content } from '../../src/shared/register/content.ts'
import { publishEntry } from '../../src/sync/publish.ts'
import { takeRegister, tendRegister } from '../../src/sync/register.ts'
import { withdrawAgain } from '../../src/sync/withdraw-again.ts'
import { contents } from '../shared/register/entries.ts'
import { exchangeRound, found, joined, newId, publicUrl, Server, write, type Tablet } from './town.ts'

// An exchange that is set back to a backup shows again what was withdrawn since.

const day = '2026-11-01T10:00:00.000Z'
const appAddress = `${publicUrl}/`

let folder: string
let server: Server
let register: Register
let helga: Tablet
let registers = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  server = new Server(Date.now, openSqlite(join(folder, 'now.sqlite')))
  registers += 1
  register = new Register(`test-withdraw-again-${registers}`)
  helga = await found(server)
})
afterEach(async () => {
  register.close()
  await server.store.close()
  rmSync(folder, { recursive: true })
})

/** Writes the backup to which the exchange is set back later. */
function backUp(): void {
  new DatabaseSync(join(folder, 'now.sqlite')).exec(`vacuum into '${join(folder, 'then.sqlite')}'`)
}

async function setBack(): Promise<void> {
  await server.store.close()
  server.startOver(openSqlite(join(folder, 'then.sqlite')))
}

/** An entry of the notebook, published and known as such on the tablet that did it. */
async function published(title: string): Promise<{ record: string; entry: string }> {
  const [record, entry] = [newId(), newId()]
  const fields = {
    type: 'idea',
    entry,
    title,
    revision: 1,
    publishedAt: day,
    changedAt: day,
    withdrawnAt: '',
  }
  await write(helga, { record, kind: 'publication', set: fields, over: {} })
  await publishEntry(helga.exchange, {
    entry,
    type: 'idea',
    revision: 1,
    content: { ...contents.idea, title },
  })
  return { record, entry }
}

type Known = { record: string; entry: string }

async function revise({ record, entry }: Known, revision: number, content: Content | null): Promise<void> {
  await publishEntry(helga.exchange, { entry, type: 'idea', revision, content })
  await change(await helga.notebook(), [record], { revision, withdrawnAt: content ? '' : day })
}

const surroundings = () => ({ appAddress, fetch: server.fetch })
const take = (): Promise<void> => takeRegister(surroundings(), { withBase: false }, register)
const standing = async ({ entry }: Known): Promise<string | undefined> => {
  const item = await register.entries.get(entry)
  return item && `${item.state} ${item.revision}`
}

it('a coordinator’s device takes it out once more by itself, and leaves everything else', async () => {
  const [gone, kept, anew] = [await published('Weg'), await published('Da'), await published('Wieder')]
  backUp()
  await revise(gone, 2, null)
  await revise(anew, 2, null)
  await revise(anew, 3, contents.idea)
  await take()
  expect(await standing(gone)).toBe('withdrawn 2')
  await setBack()
  await take()
  // So it would stay if nobody noticed.
  expect(await standing(gone)).toBe('published 1')
  await tendRegister(surroundings(), helga.exchange, { isWanted: true }, register)
  expect(await standing(gone)).toBe('withdrawn 3')
  expect(await standing(kept)).toBe('published 1')
  expect(await standing(anew)).toBe('published 1')
  expect((await server.store.publicEntry(gone.entry))?.statement).not.toContain('Weg')
  expect(await withdrawAgain(helga.exchange, register)).toBe(0)
})

it('does it for what is deleted here too, and by one device where two try', async () => {
  const gone = await published('Weg')
  backUp()
  await revise(gone, 2, null)
  await change(await helga.notebook(), [gone.record], { deletedAt: day })
  await setBack()
  await take()
  const both = await Promise.all([
    withdrawAgain(helga.exchange, register),
    withdrawAgain(helga.exchange, register),
  ])
  expect(Math.max(...both)).toBe(1)
  await take()
  expect(await standing(gone)).toBe('withdrawn 3')
})

it('who doesn’t coordinate takes nothing out, and is told of no mistake', async () => {
  const gone = await published('Weg')
  const piotr = await joined(server, helga)
  backUp()
  await revise(gone, 2, null)
  await exchangeRound(helga.exchange)
  await exchangeRound(piotr.exchange)
  await setBack()
  await take()
  expect(await withdrawAgain(piotr.exchange, register)).toBe(0)
  expect(await standing(gone)).toBe('published 1')
})

it('a later revision of somebody else is their wish and stays', async () => {
  const gone = await published('Weg')
  await revise(gone, 2, null)
  await publishEntry(helga.exchange, { entry: gone.entry, type: 'idea', revision: 3, content: contents.idea })
  await take()
  expect(await withdrawAgain(helga.exchange, register)).toBe(0)
  expect(await standing(gone)).toBe('published 3')
})
