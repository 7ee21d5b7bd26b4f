import { between, pick, type Chance } from '../../bench/random.ts'
import { authMessage } from '../../src/crypto/auth.ts'
import { sign } from '../../src/crypto/sign.ts'
import { signStatement } from '../../src/crypto/checkpoint.ts'
import { writeStatement } from '../../src/shared/checkpoint/statement.ts'
import { presentEpoch, presentHead } from '../../src/shared/roster/roster.ts'
import { toHex, type Bytes } from '../../src/shared/bytes.ts'
import {
  publisherOf,
  statementMessage,
  writeStatement as writeEntry,
} from '../../src/shared/register/statement.ts'
import type { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { writeRun } from '../../src/shared/run.ts'
import { beginBook } from './book.ts'
import { noise } from './break/bytes.ts'
import { publicUrl } from './exchange.ts'
import { contents } from '../shared/register/entries.ts'
import { idFor } from './keys.ts'
import { anyBody, brokenPlain, noEnd, runBy, writersIn } from './runs.ts'
import type { Scene } from './scene.ts'
import { anyStatement } from './targets/checkpoint.ts'
import { anyEntry } from './targets/entry.ts'
import { brokenRun } from './targets/run.ts'

/** A question to one endpoint: who asks, the JSON, and the parts behind it. */
export type Said = {
  /** A holder of a token in the scene, '' for nobody. */
  readonly as: string
  readonly head: { readonly [field: string]: unknown }
  readonly parts?: readonly Bytes[]
}

type Ask = (scene: Scene, chance: Chance) => Promise<Said>

const holderIn = ({ tokens }: Scene, chance: Chance): string => pick(chance, [...tokens.keys()])

/** In most cases one who may, else anybody. */
const writerIn = (scene: Scene, chance: Chance): string =>
  chance() < 0.85 ? pick(chance, writersIn(scene.book)).id : holderIn(scene, chance)

async function pushed(scene: Scene, chance: Chance, id: string): Promise<Bytes> {
  const { book, elsewhere, ends } = scene
  const device = book.devices.get(id)
  if (!device || chance() < 0.3) return writeRun(await brokenRun(book, elsewhere, chance))
  const end = chance() < 0.8 ? (ends.get(id) ?? noEnd) : pick(chance, [...ends.values(), noEnd])
  const insides = Array.from({ length: between(chance, 1, 4) }, () =>
    chance() < 0.8 ? anyBody(chance) : brokenPlain(chance),
  )
  return writeRun((await runBy(book, device, end, insides, chance)).run)
}

async function token(scene: Scene, chance: Chance): Promise<Said> {
  const { book, challenges } = scene
  const id = holderIn(scene, chance)
  const key = book.devices.get(id)?.sign.privateKey ?? book.slips.get(id)?.privateKey
  const challenge = pick(chance, challenges)
  const message = authMessage(publicUrl, book.roster.spaceId, id, challenge)
  const signature = key ? toHex(await sign(key, message)) : '00'.repeat(64)
  return { as: '', head: { space: book.roster.spaceId, id, challenge, signature } }
}

async function found(_: Scene, chance: Chance): Promise<Said> {
  const book = await beginBook(pick(chance, ['exchange', 'new', 'newer']))
  const [first] = book.entries
  const signatures = (first?.signatures ?? []).map(toHex)
  return { as: '', head: { bytes: toHex(first?.bytes ?? new Uint8Array()), signatures, code: '' } }
}

async function append(scene: Scene, chance: Chance): Promise<Said> {
  const { bytes, signatures } = await anyEntry(scene.book, scene.elsewhere, chance)
  return {
    as: holderIn(scene, chance),
    head: { bytes: toHex(bytes), signatures: signatures.map(toHex), again: chance() < 0.3 },
  }
}

/** The whole roster, one that is cut short, or another one's. */
async function refill(scene: Scene, chance: Chance): Promise<Said> {
  const { head } = await token(scene, chance)
  const whole = chance() < 0.8 ? scene.book : await beginBook(pick(chance, ['exchange', 'new']))
  const entries = whole.entries.map(({ bytes, signatures }) => ({
    bytes: toHex(bytes),
    signatures: signatures.map(toHex),
  }))
  const kept = chance() < 0.3 ? entries.slice(0, between(chance, 0, entries.length)) : entries
  return { as: '', head: { ...head, code: '', entries: kept } }
}

async function putLeftover(scene: Scene, chance: Chance): Promise<Said> {
  const bytes = noise(chance, pick(chance, [0, 1, 300]))
  return { as: holderIn(scene, chance), head: {}, parts: chance() < 0.8 ? [bytes] : [bytes, bytes] }
}

async function push(scene: Scene, chance: Chance): Promise<Said> {
  const as = writerIn(scene, chance)
  const parts = await Promise.all(
    Array.from({ length: between(chance, 0, 3) }, () => pushed(scene, chance, as)),
  )
  const doubled = chance() < 0.2 ? [...parts, ...parts] : parts
  return { as, head: { mode: pick(chance, ['new', 'new', 'again']) }, parts: doubled }
}

async function pull(scene: Scene, chance: Chance): Promise<Said> {
  const hashes = ['0'.repeat(64), ...[...scene.ends.values()].map(({ hash }) => toHex(hash))]
  const n = pick(chance, [0, 1, 2, 4, 5, 2 ** 31, 2 ** 32, 2 ** 53 - 1])
  return { as: writerIn(scene, chance), head: { n, hash: pick(chance, hashes) } }
}

async function putPhoto(scene: Scene, chance: Chance): Promise<Said> {
  const head = {
    photo: pick(chance, [scene.photo, idFor('another')]),
    index: pick(chance, [0, 1, 7, 8, 2 ** 53 - 1]),
    count: pick(chance, [0, 1, 2, 8, 9, 2 ** 53 - 1]),
  }
  const bytes = noise(chance, pick(chance, [0, 1, 40, 1000]))
  return { as: writerIn(scene, chance), head, parts: chance() < 0.8 ? [bytes] : [bytes, bytes] }
}

/** A statement of this space, right in more or less of its parts, signed by somebody who may or may not. */
async function putCheckpoint(scene: Scene, chance: Chance): Promise<Said> {
  const { roster, devices } = scene.book
  const said = anyStatement(chance, chance() < 0.8 ? roster.spaceId : idFor('elsewhere'), {
    ...(chance() < 0.7
      ? { index: roster.heads.length - 1, head: presentHead(roster), epoch: presentEpoch(roster) }
      : {}),
    ...(chance() < 0.5 ? { chunks: [], firsts: [], marks: [] } : {}),
    ...(chance() < 0.5 ? { reach: [], n: 0 } : {}),
  })
  const bytes = writeStatement(said)
  const signatures = await Promise.all(
    [...devices.values()].slice(0, between(chance, 0, 3)).map(async (device) => ({
      device: device.id,
      signature: toHex(await signStatement(device, chance() < 0.8 ? bytes : noise(chance, 9))),
    })),
  )
  return { as: holderIn(scene, chance), head: { bytes: toHex(bytes), signatures } }
}

/** An entry of the register of this space or another's, signed by somebody who may or may not. */
async function publish(scene: Scene, chance: Chance): Promise<Said> {
  const as = holderIn(scene, chance)
  const { roster, devices } = scene.book
  const bytes = writeEntry({
    entry: idFor(pick(chance, ['entry', 'entry', 'another entry'])),
    publisher: publisherOf(chance() < 0.8 ? roster.spaceId : idFor('elsewhere')),
    device: chance() < 0.8 ? as : pick(chance, [...devices.keys()]),
    revision: between(chance, 1, 9),
    ...(chance() < 0.5
      ? { type: 'idea', content: pick(chance, [contents.idea, null]) }
      : { type: 'event', content: pick(chance, [contents.event, null]) }),
  })
  const key = devices.get(as)?.sign.privateKey
  const signature = key && chance() < 0.9 ? await sign(key, statementMessage(bytes)) : noise(chance, 64)
  return { as, head: { bytes: toHex(bytes), signature: toHex(signature) } }
}

const nothing: Ask = async (scene, chance) => ({ as: holderIn(scene, chance), head: {} })

/** A question that makes sense, or nearly, for every endpoint. A new one is added here: the types ask for it. */
export const questions: { readonly [endpoint in keyof typeof endpoints]: Ask } = {
  challenge: async () => ({ as: '', head: {} }),
  token,
  found,
  box: async ({ book }, chance) => ({
    as: '',
    head: { slip: pick(chance, [...book.slips.keys(), idFor('none')]) },
  }),
  roster: async (scene, chance) => ({
    as: holderIn(scene, chance),
    head: { from: pick(chance, [0, 1, 5, 1000, 2 ** 32, 2 ** 53 - 1]) },
  }),
  append,
  push,
  pull,
  poke: nothing,
  marks: nothing,
  refill,
  publish,
  report: async (_, chance) => ({
    as: '',
    head: { entry: idFor('entry'), text: pick(chance, ['this is wrong', '', 'a'.repeat(1001)]), mail: '' },
  }),
  putLeftover,
  leftovers: nothing,
  getLeftover: async (scene, chance) => ({
    as: holderIn(scene, chance),
    head: { device: pick(chance, [...scene.tokens.keys(), idFor('none')]) },
  }),
  visits: nothing,
  checkpoints: nothing,
  putCheckpoint,
  putChunk: async (scene, chance) => ({
    as: holderIn(scene, chance),
    head: {},
    parts: pick(chance, [[], [new Uint8Array()], [noise(chance, 40)], [noise(chance, 9), noise(chance, 9)]]),
  }),
  getChunk: async (scene, chance) => ({
    as: holderIn(scene, chance),
    head: { hash: toHex(noise(chance, 32)) },
  }),
  putPhoto,
  getPhoto: async (scene, chance) => ({
    as: holderIn(scene, chance),
    head: { photo: pick(chance, [scene.photo, idFor('none')]), index: pick(chance, [0, 1, 2 ** 53 - 1]) },
  }),
  havePhotos: async (scene, chance) => ({
    as: holderIn(scene, chance),
    head: { photos: Array.from({ length: pick(chance, [0, 1, 100, 101]) }, () => scene.photo) },
  }),
}
