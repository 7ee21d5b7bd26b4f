import { between, chanceFrom, pick, type Chance } from '../../../bench/random.ts'
import { openEnvelope } from '../../../src/crypto/envelope.ts'
import { sealKeyOf } from '../../../src/crypto/epoch.ts'
import { Problem } from '../../../src/crypto/problem.ts'
import { signRun, verifyRun } from '../../../src/crypto/run.ts'
import { Malformed, type Bytes } from '../../../src/shared/bytes.ts'
import { withoutErased } from '../../../src/shared/erasing.ts'
import { rosterIndexOf, writeAllowed, noChain } from '../../../src/shared/roster/writing.ts'
import { lastSeqOf, linksOf, readRun, writeRun, type Link, type Run } from '../../../src/shared/run.ts'
import { fillBook, type Book } from '../book.ts'
import { breakBytes, breakList, wrongLength } from '../break/bytes.ts'
import { anyBody, brokenPlain, noEnd, runBy, writersIn } from '../runs.ts'
import { demand, demandSame, type TargetMaker, type Verdict } from '../target.ts'

/** Reads, verifies, judges and opens a run, each as a device does. */
export async function readWhole(book: Book, input: Bytes): Promise<Verdict> {
  let run: Run
  try {
    run = readRun(input)
  } catch (error) {
    if (error instanceof Malformed) return 'refused'
    throw error
  }
  demandSame(writeRun(run), input, 'a run is written in two ways')
  const signer = book.roster.devices.get(run.deviceId)
  if (!signer) return 'refused'
  const links = await verifyRun(book.roster.spaceId, run, signer.sign)
  const refusal = writeAllowed(book.roster, run, noChain)
  if (refusal || !links) return 'refused'
  const role = signer.roles.filter(({ from }) => from <= rosterIndexOf(book.roster, run)).at(-1)?.role
  demand(role === 'coordinator' || role === 'member', 'a reader writes')
  demand(
    links.length === run.envelopes.length && lastSeqOf(run) === links.length,
    'a chain that does not begin',
  )
  await openAll(book, run, links)
  return 'accepted'
}

async function openAll(book: Book, run: Run, links: readonly Link[]): Promise<void> {
  const key = await sealKeyOf(book.key, book.roster.spaceId, run.deviceId)
  for (const link of links.filter(({ header, isErased }) => header.kind === 'change' && !isErased)) {
    try {
      await openEnvelope(key, link)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
}

const rightHash = (book: Book, run: Run): Bytes =>
  linksOf(book.roster.spaceId, run).at(-1)?.hash ?? run.prevHash

/** A run whose parts are broken and which a member signs all the same. */
export async function brokenRun(book: Book, elsewhere: Book, chance: Chance): Promise<Run> {
  const device = pick(chance, chance() < 0.7 ? writersIn(book) : [...book.devices.values()])
  const insides = Array.from({ length: between(chance, 1, 4) }, () =>
    chance() < 0.5 ? anyBody(chance) : brokenPlain(chance),
  )
  const spaceId = chance() < 0.2 ? elsewhere.roster.spaceId : book.roster.spaceId
  const { run } = await runBy(book, device, noEnd, insides, chance, { spaceId })
  const { run: other } = await runBy(book, device, noEnd, [anyBody(chance)], chance)
  const heads = book.roster.heads.map((head) => new Uint8Array(Buffer.from(head, 'hex')))
  const changed: Run = pick<() => Run>(chance, [
    () => run,
    () => ({ ...run, epoch: wrongLength(chance, 0) }),
    () => ({ ...run, firstSeq: pick(chance, [1, 2, 2 ** 53 - 600, 2 ** 32, 500]) }),
    () => ({ ...run, rosterHead: pick(chance, heads) }),
    () => ({ ...run, envelopes: breakList(chance, run.envelopes, other.envelopes) }),
    () => ({ ...run, envelopes: run.envelopes.map((one) => ({ ...one, kind: 'void' as const })) }),
    () => withoutErased(run, new Set(run.envelopes.slice(0, 2).map(({ recordId }) => recordId))),
    () => ({ ...run, deviceId: pick(chance, [...book.devices.keys(), ...elsewhere.devices.keys()]) }),
    () => ({ ...run, envelopes: Array.from({ length: pick(chance, [499, 500, 501]) }, () => voidOne) }),
  ])()
  return chance() < 0.8 ? signRun(device, changed, rightHash(book, changed)) : changed
}

const voidOne = {
  kind: 'void',
  recordId: '0'.repeat(32),
  nonce: new Uint8Array(12),
  ciphertext: new Uint8Array(),
} as const

/** Runs: valid, broken on the wire, broken by a member, of another space. */
export const run: TargetMaker = async () => {
  const [book, elsewhere] = [await fillBook('run', chanceFrom(1)), await fillBook('elsewhere', chanceFrom(2))]
  const validIn = async (where: Book, chance: Chance): Promise<Bytes> => {
    const insides = Array.from({ length: between(chance, 1, 5) }, () => anyBody(chance))
    return writeRun((await runBy(where, pick(chance, writersIn(where)), noEnd, insides, chance)).run)
  }
  const others = await Promise.all([validIn(book, chanceFrom(3)), validIn(elsewhere, chanceFrom(4))])
  return {
    make: async (chance) => {
      const how = chance()
      if (how < 0.4) return writeRun(await brokenRun(book, elsewhere, chance))
      const valid = await validIn(chance() < 0.9 ? book : elsewhere, chance)
      return how < 0.45 ? valid : breakBytes(chance, valid, others)
    },
    judge: async (input) => readWhole(book, input),
  }
}
