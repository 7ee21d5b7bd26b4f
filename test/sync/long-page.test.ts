import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { cursorKey } from '../../src/db/exchange/receive.ts'
import { exchangeRound, found, joined, newId, seenOn, Server, write } from './town.ts'

const many = 1600

const notes = () =>
  Array.from({ length: many }, (_, at) => ({
    record: newId(),
    kind: 'note',
    set: { text: `Note ${at}` },
    over: {},
  }))

test('a page that is too long for one go comes in pieces; what breaks off in between goes on where it was', async () => {
  const server = new Server()
  const helga = await found(server)
  const anna = await joined(server, helga)
  const { tables } = anna.exchange
  const before = await tables.meta.get(cursorKey)
  await write(helga, ...notes())
  await exchangeRound(helga.exchange)

  let left = 1200
  const breakOff = (): void => {
    left -= 1
    if (left === 0) throw new Error('the tablet was switched off')
  }
  tables.records.hook('creating', breakOff)
  await expect(exchangeRound(anna.exchange)).rejects.toThrow('the tablet was switched off')
  tables.records.hook('creating').unsubscribe(breakOff)
  expect(await tables.records.filter((row) => row.list === 'note').count()).toBe(1000)
  expect(await tables.meta.get(cursorKey)).toEqual(before)

  await exchangeRound(anna.exchange)
  expect(await seenOn(anna)).toEqual(await seenOn(helga))
  expect(await tables.meta.get(cursorKey)).toEqual(await helga.exchange.tables.meta.get(cursorKey))
  expect(await tables.log.toArray()).toEqual(await helga.exchange.tables.log.toArray())
})
