import { chanceFrom, pick, between, type Chance } from '../../../bench/random.ts'
import { sign } from '../../../src/crypto/sign.ts'
import { verifyEntry, verifyGenesisEntry, type SignedEntry } from '../../../src/crypto/entry.ts'
import { Problem } from '../../../src/crypto/problem.ts'
import { concat, fromHex, toHex, u32, utf8, type Bytes } from '../../../src/shared/bytes.ts'
import { readParts, writeParts } from '../../../src/shared/exchange/codec.ts'
import { labelled, labels } from '../../../src/shared/labels.ts'
import { headOf, readEntry, writeEntry } from '../../../src/shared/roster/entry.ts'
import { pastOf } from '../../../src/shared/roster/folding.ts'
import { presentHead } from '../../../src/shared/roster/roster.ts'
import { fillBook, signSaid, type Book } from '../book.ts'
import { breakBytes, breakList, wrongLength } from '../break/bytes.ts'
import { breakJson } from '../break/json.ts'
import { sayableKinds, sayings, type Said } from '../entries.ts'
import { demand, demandSame, verdictOf, type TargetMaker, type Verdict } from '../target.ts'

async function someSaid(book: Book, chance: Chance): Promise<Said> {
  for (;;) {
    const said = await sayings[pick(chance, sayableKinds)](book, chance)
    if (said) return said
  }
}

/** The signatures that these keys give for whatever bytes. */
async function signBytes(bytes: Bytes, keys: readonly CryptoKey[]): Promise<SignedEntry> {
  const message = labelled(labels.entry, await headOf(bytes))
  return { bytes, signatures: await Promise.all(keys.map((key) => sign(key, message))) }
}

const place = (book: Book, chance: Chance, said: Said): Bytes =>
  concat(
    utf8('PR'),
    Uint8Array.of(
      1,
      chance() < 0.7
        ? (writeEntry({ ...said, spaceId: '0'.repeat(32), index: 0, prevHead: new Uint8Array(32) })[3] ?? 0)
        : between(chance, 0, 255),
    ),
    fromHex(book.roster.spaceId),
    u32(chance() < 0.9 ? book.roster.heads.length : wrongLength(chance, book.roster.heads.length)),
    fromHex(chance() < 0.9 ? presentHead(book.roster) : pick(chance, book.roster.heads)),
    fromHex(chance() < 0.9 ? said.signer : pick(chance, [...book.devices.keys(), ...book.slips.keys()])),
  )

/** An entry that is valid upon this book, or broken, and in most cases signed all the same by who should. */
export async function anyEntry(book: Book, elsewhere: Book, chance: Chance): Promise<SignedEntry> {
  const said = await someSaid(book, chance)
  const how = chance()
  const valid = await signSaid(book, said)
  if (how < 0.1) return valid
  if (how < 0.6) {
    const body = breakJson(chance, said.body)
    const length = chance() < 0.9 ? body.length : wrongLength(chance, body.length)
    return signBytes(concat(place(book, chance, said), u32(length), body), said.keys)
  }
  if (how < 0.8)
    return signBytes(
      breakBytes(
        chance,
        valid.bytes,
        elsewhere.entries.map(({ bytes }) => bytes),
      ),
      said.keys,
    )
  if (how < 0.9)
    return {
      ...valid,
      signatures: breakList(
        chance,
        valid.signatures,
        elsewhere.entries.flatMap(({ signatures }) => signatures),
      ),
    }
  return pick(chance, [...book.entries, ...elsewhere.entries])
}

async function judgeFirst(entry: SignedEntry): Promise<Verdict> {
  return verdictOf(
    () => verifyGenesisEntry(entry),
    (error) => error instanceof Problem,
  )
}

/** The entry upon the roster: refused by name, or the roster is that of its bytes. */
export async function judgeEntry({ roster, entries }: Book, entry: SignedEntry): Promise<Verdict> {
  if ((await judgeFirst(entry)) === 'accepted')
    demand(readEntry(entry.bytes).kind === 'genesis', 'another entry opens a space')
  const verified = await verifyEntry(roster, entry, pastOf(entries.map(({ bytes }) => bytes)))
  if ('refusal' in verified) return 'refused'
  const read = readEntry(entry.bytes)
  demand(read.kind !== 'unknown' && read.kind !== 'genesis', 'an entry without a meaning was taken')
  demandSame(writeEntry({ ...read, kind: read.kind }), entry.bytes, 'an entry is written in two ways')
  const after = verified.roster
  demand(presentHead(after) === toHex(await headOf(entry.bytes)), 'another head than that of its bytes')
  demand(after.heads.length === roster.heads.length + 1, 'not one entry more')
  demand(
    after.devices.size >= roster.devices.size && after.slips.size >= roster.slips.size,
    'somebody is gone',
  )
  return 'accepted'
}

/** Roster entries as a hostile server, a hostile member or a foreign space brings them. */
export const entry: TargetMaker = async () => {
  const [book, elsewhere] = [
    await fillBook('entry', chanceFrom(1)),
    await fillBook('elsewhere', chanceFrom(2)),
  ]
  return {
    make: async (chance) => {
      const { bytes, signatures } = await anyEntry(book, elsewhere, chance)
      return writeParts([bytes, ...signatures])
    },
    judge: async (input) => {
      const [bytes = new Uint8Array(), ...signatures] = readParts(input)
      return judgeEntry(book, { bytes, signatures })
    },
  }
}
