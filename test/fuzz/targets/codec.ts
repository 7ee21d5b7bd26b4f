import { isDeepStrictEqual } from 'node:util'
import { pick } from '../../../bench/random.ts'
import { concat, utf8, type Bytes } from '../../../src/shared/bytes.ts'
import type { Codec } from '../../../src/shared/exchange/codec.ts'
import { readParts, writeParts } from '../../../src/shared/exchange/codec.ts'
import { appConfigCodec, endpoints, refusedCodec } from '../../../src/shared/exchange/endpoints.ts'
import { breakBytes, breakList, noise } from '../break/bytes.ts'
import { breakJson } from '../break/json.ts'
import { demand, demandSame, verdictOf, type TargetMaker } from '../target.ts'

const hex = (bytes: number): string => '0a'.repeat(bytes)
const signed = { bytes: hex(200), signatures: [hex(64), hex(64)] }
const mark = { seq: 3, hash: hex(32) }

/** A body of each kind, by the names of the endpoints' sides. A new endpoint gets its bodies here. */
const bodies: { readonly [name: string]: { readonly [field: string]: unknown } } = {
  'challenge answer': { challenge: hex(32) },
  'token question': { space: hex(16), id: hex(16), challenge: hex(32), signature: hex(64) },
  'token answer': { token: hex(32), seconds: 900, now: 1e12 },
  'found question': { ...signed, code: 'code' },
  'box question': { slip: hex(16) },
  'box answer': { space: hex(16), box: hex(300) },
  'roster question': { from: 3 },
  'roster answer': { entries: [{ ...signed, at: 5 }] },
  'append question': { ...signed, again: true },
  'refill question': {
    space: hex(16),
    id: hex(16),
    challenge: hex(32),
    signature: hex(64),
    code: '',
    entries: [signed],
  },
  'marks answer': { chains: [{ device: hex(16), seq: 3, hash: hex(32) }] },
  'leftovers answer': { devices: [hex(16)] },
  'getLeftover question': { device: hex(16) },
  'push question': { mode: 'new' },
  'push answer': { you: mark, n: 9 },
  'pull question': { n: 3, hash: hex(32) },
  'pull answer': { n: 1, hash: hex(32), more: false, restart: false, entries: 1, head: hex(32), you: mark },
  'visits answer': { devices: [{ device: hex(16), at: 1 }] },
  'putPhoto question': { photo: hex(16), index: 0, count: 2 },
  'getPhoto question': { photo: hex(16), index: 0 },
  'getPhoto answer': { count: 2 },
  'havePhotos question': { photos: [hex(16)] },
  'havePhotos answer': { pieces: [[0, 1]] },
}

const codecs = new Map<string, Codec<object>>([
  ...Object.entries(endpoints).flatMap(([name, { question, answer }]): [string, Codec<object>][] => [
    [`${name} question`, question as unknown as Codec<object>],
    [`${name} answer`, answer as unknown as Codec<object>],
  ]),
  ['refused', refusedCodec as unknown as Codec<object>],
  ['config', appConfigCodec as unknown as Codec<object>],
])

/** Bodies of both sides of every endpoint. An input is the codec's name, a zero, and the body. */
export const codec: TargetMaker = async () => ({
  make: async (chance) => {
    const named = pick(chance, [...codecs.keys()])
    const body = bodies[named] ?? {}
    const whole = codecs.get(named)?.type === 'application/octet-stream'
    const head = chance() < 0.2 ? utf8(JSON.stringify(body)) : breakJson(chance, body)
    const pieces = [head, noise(chance, 5), noise(chance, 0), noise(chance, 70)]
    const parts = whole ? writeParts(chance() < 0.5 ? pieces : breakList(chance, pieces)) : head
    const bytes: Bytes = chance() < 0.3 ? breakBytes(chance, parts) : parts
    return concat(utf8(`${named}\0`), bytes)
  },
  judge: async (input) => {
    const end = input.indexOf(0)
    const one = codecs.get(new TextDecoder().decode(input.subarray(0, end)))
    const bytes = input.slice(end + 1)
    if (!one) return 'refused'
    await verdictOf(() => demandSame(writeParts(readParts(bytes)), bytes, 'parts are cut in two ways'))
    return verdictOf(() => {
      const read = one.read(bytes)
      demand(isDeepStrictEqual(one.read(one.write(read)), read), 'what is read isn’t what is written')
    })
  },
})
