import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { note, textsOn } from './notes.ts'
import { exchangeRound, found, joined, Server } from './town.ts'

it('somebody joins whose browser asks for a token again by itself, since the first answer was cut off', async () => {
  const server = new Server()
  const helga = await found(server)
  await note(helga, 'by Helga')
  await exchangeRound(helga.exchange)
  let resent = 0
  server.line = async (send) => {
    const answer = await send()
    // Every second time: a line that is cut at each answer brings nobody in.
    const isCut = server.asked.at(-1)?.endsWith(endpoints.token.path) === true && resent++ % 2 === 0
    return isCut ? send() : answer
  }
  const anna = await joined(server, helga)
  expect(resent).toBeGreaterThan(2)
  expect(await textsOn(anna)).toEqual(['by Helga'])
})
