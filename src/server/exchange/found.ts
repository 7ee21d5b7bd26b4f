import { timingSafeEqual } from 'node:crypto'
import { verifyGenesisEntry, type SignedEntry } from '../../crypto/entry.ts'
import { Problem } from '../../crypto/problem.ts'
import { fromHex, utf8 } from '../../shared/bytes.ts'
import type { endpoints } from '../../shared/exchange/endpoints.ts'
import { sha256 } from '../../shared/hash.ts'
import { presentHead, type Roster } from '../../shared/roster/roster.ts'
import type { House, OpenHandler } from './house.ts'
import { refuse } from './refuse.ts'

const ownNames = ['localhost', '127.0.0.1', '[::1]']

/** Whether founding needs the operator's code: everywhere but on one's own machine, and there if one is set. */
export const needsCode = ({ publicUrl, foundingCode }: Pick<House, 'publicUrl' | 'foundingCode'>): boolean =>
  foundingCode !== '' || !ownNames.includes(new URL(publicUrl).hostname)

async function isRight({ foundingCode }: House, code: string): Promise<boolean> {
  // No code set where one is needed: nobody can know it.
  if (foundingCode === '') return false
  const [wanted, given] = await Promise.all([sha256(utf8(foundingCode)), sha256(utf8(code.trim()))])
  return timingSafeEqual(wanted, given)
}

/** The roster that a genesis entry opens. Refused as 'malformed' or 'signature'. */
export async function readGenesisEntry(entry: SignedEntry, space?: string): Promise<Roster> {
  try {
    return await verifyGenesisEntry(entry, space)
  } catch (error) {
    if (error instanceof Problem) refuse(error.code === 'entry-forged' ? 'signature' : 'malformed')
    throw error
  }
}

/** Refuses as 'founding-code' whoever opens a space without the operator's word, where that is needed. */
export async function checkCode(house: House, code: string, address: string): Promise<void> {
  if (!needsCode(house) || (await isRight(house, code))) return
  house.often.misses.take(address)
  refuse('founding-code')
}

type Found = typeof endpoints.found
/** Opens a space. Refused as 'founding-code', 'malformed' or 'signature'. */
export const found: OpenHandler<Found> = async (house, question, address) => {
  const { store, now, often } = house
  const wait = often.misses.wait(address)
  if (wait > 0) refuse('too-often', wait)
  const signatures = question.signatures.map(fromHex)
  const entry = { bytes: fromHex(question.bytes), signatures }
  const roster = await readGenesisEntry(entry)
  if (await store.space(roster.spaceId)) return {}
  await checkCode(house, question.code, address)
  await store.found(roster.spaceId, presentHead(roster), { ...entry, at: now() })
  return {}
}
