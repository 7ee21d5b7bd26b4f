import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { save } from '../../src/db/save.ts'
import { metaKeys } from '../../src/sync/status.ts'
import { edit } from '../db/notebook.ts'
import { exchangeRound, found, joined, newId, Server, write } from './town.ts'

it('who can send nothing to a full notebook still gets all that is in it', async () => {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  const photo = newId()
  const row = { id: photo, type: 'image/jpeg', bytes: Uint8Array.of(1, 2, 3).buffer }
  await save(
    await helga.notebook(),
    [edit(photo, 'photo', { type: 'image/jpeg' })],
    [{ full: row, thumb: row }],
  )
  await exchangeRound(helga.exchange)
  await joined(server, helga, { guest: 'Karl' })
  await write(anna, edit(newId(), 'note', { text: 'no room' }))
  server.giveRoom(1)
  await expect(exchangeRound(anna.exchange)).rejects.toMatchObject({ reason: 'full' })
  const { thumbs, meta } = anna.exchange.tables
  expect(await thumbs.get(photo)).toBeDefined()
  const names = JSON.parse((await meta.get(metaKeys.names))?.value ?? '{}') as Record<string, string>
  expect(Object.values(names)).toContain('Karl')
})
