import { between, chanceFrom } from '../../../bench/random.ts'
import { verifyRoster, type SignedEntry } from '../../../src/crypto/entry.ts'
import { Problem } from '../../../src/crypto/problem.ts'
import { Malformed, type Bytes } from '../../../src/shared/bytes.ts'
import { readParts, writeParts } from '../../../src/shared/exchange/codec.ts'
import { presentHead } from '../../../src/shared/roster/roster.ts'
import { fillBook } from '../book.ts'
import { breakList } from '../break/bytes.ts'
import { demand, verdictOf, type TargetMaker } from '../target.ts'
import { anyEntry } from './entry.ts'

const pack = ({ bytes, signatures }: SignedEntry): Bytes => writeParts([bytes, ...signatures])

function unpack(part: Bytes): SignedEntry {
  const [bytes = new Uint8Array(), ...signatures] = readParts(part)
  return { bytes, signatures }
}

/** Whole chains, reordered, cut, doubled, spliced: only a beginning of the true one holds, or one that goes on by its rules. */
export const roster: TargetMaker = async () => {
  const [book, elsewhere] = [
    await fillBook('roster', chanceFrom(1)),
    await fillBook('elsewhere', chanceFrom(2)),
  ]
  const { spaceId } = book.roster
  return {
    make: async (chance) => {
      const cut = book.entries.slice(0, between(chance, 0, book.entries.length))
      const entries = chance() < 0.2 ? [...book.entries, await anyEntry(book, elsewhere, chance)] : cut
      const broken = chance() < 0.8 ? breakList(chance, entries, elsewhere.entries) : entries
      return writeParts(broken.map(pack))
    },
    judge: async (input) => {
      const entries = readParts(input).map(unpack)
      return verdictOf(
        async () => {
          const verified = await verifyRoster(entries, spaceId)
          demand(verified.heads.length === entries.length, 'an entry counts twice, or not at all')
          const known = book.rosters[Math.min(entries.length, book.rosters.length) - 1]
          demand(known !== undefined && verified.heads.includes(presentHead(known)), 'it is another history')
        },
        (error) => error instanceof Problem || error instanceof Malformed,
      )
    },
  }
}
