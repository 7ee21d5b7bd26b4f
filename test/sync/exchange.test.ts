import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { edit } from '../db/notebook.ts'
import { exchangeRound, found, joined, newId, seenOn, Server, write } from './town.ts'

describe('two tablets and an exchange', () => {
  it('come to the same notebook', async () => {
    const server = new Server()
    const helga = await found(server)
    const one = newId()
    await write(helga, edit(one, 'note', { text: 'Bus bestellt' }))
    await exchangeRound(helga.exchange)
    const anna = await joined(server, helga)
    expect(await seenOn(anna)).toEqual(await seenOn(helga))
    await write(anna, edit(newId(), 'note', { text: 'Przyjazd o 14' }))
    await exchangeRound(anna.exchange)
    await exchangeRound(helga.exchange)
    expect(await seenOn(anna)).toEqual(await seenOn(helga))
    expect(Object.keys(await seenOn(helga))).toHaveLength(3)
  })
})
