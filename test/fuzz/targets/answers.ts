import { isDeepStrictEqual } from 'node:util'
import { utf8 } from '../../../src/shared/bytes.ts'
import { askAt } from '../../../src/sync/ask.ts'
import { inviteGuest } from '../../../src/sync/invite.ts'
import { joinSpace, newKeys, openSlip, secretOf } from '../../../src/sync/join.ts'
import { isExpected } from '../../../src/sync/stopped.ts'
import { edit } from '../../db/notebook.ts'
import * as town from '../../sync/town.ts'
import type { Tablet } from '../../sync/town.ts'
import { anyHostility, hostileLine, type Hostility } from '../hostile-line.ts'
import { demand, verdictOf, Wrong, type TargetMaker, type Verdict } from '../target.ts'

/** An honest exchange with two tablets; what one of them is told is broken on its way. */
type Town = { readonly server: town.Server; readonly helga: Tablet; anna: Tablet; age: number }

async function openTown(): Promise<Town> {
  const server = new town.Server()
  const helga = await town.found(server)
  return { server, helga, anna: await town.joined(server, helga), age: 0 }
}

const honest = (send: () => Promise<Response>): Promise<Response> => send()

/** What a tablet throws for what an exchange said is named. A circle is no name, whoever caught it meanwhile. */
async function endsWell(act: () => Promise<unknown>): Promise<Verdict> {
  return verdictOf(act, (error) => {
    const cause = (error as Error).cause
    return isExpected(error) && !(cause instanceof Wrong)
  })
}

async function round({ server }: Town, { exchange }: Tablet): Promise<void> {
  server.line = honest
  try {
    await town.exchangeRound(exchange)
  } catch (error) {
    throw new Wrong('a round with the honest exchange failed afterwards', { cause: error })
  }
}

let notes = 0

async function note(tablet: Tablet): Promise<string> {
  notes += 1
  const id = town.newId()
  await town.write(tablet, edit(id, 'note', { text: `note ${notes}` }))
  return id
}

async function sameEverywhere(
  place: Town,
  tablets: readonly Tablet[],
  written: readonly string[],
): Promise<void> {
  for (const tablet of [...tablets, ...tablets]) await round(place, tablet)
  const seen = await Promise.all(tablets.map((tablet) => town.seenOn(tablet)))
  for (const one of seen) demand(isDeepStrictEqual(one, seen[0]), 'they see different things')
  for (const id of written) demand(id in (seen[0] ?? {}), 'what was written is gone')
}

async function exchangeAsUsual(place: Town, how: Hostility): Promise<Verdict> {
  const { server, helga, anna } = place
  const written = [await note(helga), await note(helga), await note(anna)]
  await round(place, helga)
  written.push(await note(helga))
  await round(place, helga)
  server.line = hostileLine(how, server.asked)
  const verdicts = [await endsWell(() => town.exchangeRound(anna.exchange))]
  written.push(await note(anna))
  verdicts.push(await endsWell(() => town.exchangeRound(anna.exchange)))
  await sameEverywhere(place, [helga, anna], written)
  return verdicts.includes('refused') ? 'refused' : 'accepted'
}

async function joinMeanwhile(place: Town, how: Hostility): Promise<Verdict> {
  const { server, helga } = place
  await round(place, helga)
  const { digits } = await inviteGuest(helga.exchange, `${town.publicUrl}/`, town.guest)
  const ask = askAt(town.publicUrl, server.fetch)
  const open = () => openSlip(ask, secretOf(digits))
  const { box } = await open()
  const karl = town.tabletOf(server, box.space, await newKeys())
  const me = { name: 'Karl', device: 'tablet' } as const
  const join = () => joinSpace({ exchange: karl.exchange, head: box.head }, open, me)
  server.line = hostileLine(how, server.asked)
  const verdict = await endsWell(join)
  server.line = honest
  await join()
  await sameEverywhere(place, [helga, karl], [])
  return verdict
}

/** So many inputs a town lives: it grows with each. */
const oldest = 15

/** Hostile answers to an honest tablet: its round ends by a name or goes on, and with an honest exchange all is there. */
export const answers: TargetMaker = async () => {
  let place = await openTown()
  return {
    make: async (chance) => utf8(JSON.stringify(anyHostility(chance))),
    async judge(input) {
      const how = JSON.parse(new TextDecoder().decode(input)) as Hostility
      if (place.age >= oldest) place = await openTown()
      place.age += 1
      try {
        return await (how.isJoining ? joinMeanwhile : exchangeAsUsual)(place, how)
      } catch (error) {
        place.age = oldest
        throw error
      }
    },
  }
}
