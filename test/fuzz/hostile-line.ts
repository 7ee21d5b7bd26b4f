import { chanceFrom, between, pick, type Chance } from '../../bench/random.ts'
import { fromHex, toHex, utf8, type Bytes } from '../../src/shared/bytes.ts'
import { readParts, writeParts } from '../../src/shared/exchange/codec.ts'
import { endpoints, protocolHeader, protocolVersion } from '../../src/shared/exchange/endpoints.ts'
import { breakBytes, breakList, noise } from './break/bytes.ts'
import { breakJson, breakTree } from './break/json.ts'
import { demand } from './target.ts'

/** What a hostile exchange does to some of its answers. `seed` decides how each is broken. */
export type Hostility = {
  /** Answers of these endpoints, from the n-th on, so many of them. */
  readonly path: string
  readonly from: number
  readonly times: number
  readonly seed: number
  /** Whether a tablet is joining meanwhile, or exchanges as usual. */
  readonly isJoining: boolean
}

const { box, challenge, token, roster, append } = endpoints
const joiningPaths = [box, challenge, token, roster, append].map(({ path }) => path)
const usualPaths = [
  ...joiningPaths.slice(1),
  ...Array.from({ length: 3 }, () => endpoints.pull.path),
  ...Array.from({ length: 2 }, () => endpoints.push.path),
]

export function anyHostility(chance: Chance): Hostility {
  const isJoining = chance() < 0.05
  return {
    path: pick(chance, isJoining ? joiningPaths : usualPaths),
    from: pick(chance, [0, 0, 0, 1, 2]),
    times: pick(chance, [1, 1, 2, 1000]),
    seed: between(chance, 0, 2 ** 31),
    isJoining,
  }
}

/** How an answer is broken. */
type Break = (bytes: Bytes, chance: Chance, isParts: boolean) => Bytes

type Head = { [field: string]: unknown }
const parse = (bytes: Uint8Array): Head => JSON.parse(new TextDecoder().decode(bytes)) as Head

const inHead =
  (change: (head: Head, chance: Chance) => Bytes): Break =>
  (bytes, chance, isParts) => {
    if (!isParts) return change(parse(bytes), chance)
    const [first = utf8('{}'), ...parts] = readParts(bytes)
    return writeParts([change(parse(first), chance), ...parts])
  }

const inParts =
  (change: (parts: Bytes[], chance: Chance) => Bytes[]): Break =>
  (bytes, chance, isParts) => {
    if (!isParts) return breakBytes(chance, bytes)
    const [first = utf8('{}'), ...parts] = readParts(bytes)
    return writeParts([first, ...change(parts, chance)])
  }

/** Hex that is still hex: what reaches the places behind the shape. */
function breakHex(chance: Chance, value: unknown): unknown {
  if (typeof value === 'string' && /^([0-9a-f]{2})+$/.test(value))
    return toHex(breakBytes(chance, fromHex(value)))
  if (Array.isArray(value)) {
    const how = chance()
    if (how < 0.3) return breakList(chance, value)
    return value.map((one) => (chance() < 0.4 ? breakHex(chance, one) : one) as unknown)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, chance() < 0.5 ? breakHex(chance, one) : one]),
  )
}

const numbers = [0, 1, 2, 3, 5, 100, 2 ** 32, 2 ** 53 - 1]

const oddMark = (chance: Chance): unknown =>
  pick(chance, [null, { seq: pick(chance, numbers), hash: toHex(noise(chance, 32)) }])

const breaks: readonly Break[] = [
  (bytes, chance) => breakBytes(chance, bytes),
  inHead((head, chance) => breakJson(chance, head)),
  inHead((head, chance) => utf8(JSON.stringify(breakTree(chance, head)))),
  inHead((head, chance) => utf8(JSON.stringify(breakHex(chance, head)))),
  inHead((head, chance) => utf8(JSON.stringify({ ...head, n: pick(chance, numbers) }))),
  inHead((head, chance) => utf8(JSON.stringify({ ...head, entries: pick(chance, numbers) }))),
  inHead((head) => utf8(JSON.stringify({ ...head, more: true }))),
  inHead((head) => utf8(JSON.stringify({ ...head, restart: true }))),
  inHead((head, chance) => utf8(JSON.stringify({ ...head, you: oddMark(chance) }))),
  inParts((parts, chance) => breakList(chance, parts, [noise(chance, 300)])),
  inParts((parts, chance) => parts.map((part) => (chance() < 0.5 ? breakBytes(chance, part, parts) : part))),
  inParts(() => []),
]

const reasons = [
  'token',
  'chain',
  'head',
  'busy',
  'cutoff',
  'expired',
  'unheard of',
  '__proto__',
  'constructor',
]

function brokenAnswer(bytes: Bytes, answer: Response, path: string, chance: Chance): Response {
  const headers = { [protocolHeader]: protocolVersion }
  if (chance() < 0.1) {
    const reason = pick(chance, reasons)
    return new Response(JSON.stringify({ reason }), {
      status: pick(chance, [400, 401, 409, 500, 503]),
      headers,
    })
  }
  if (chance() < 0.05) return new Response(bytes, { status: 200 })
  const isParts = path === endpoints.pull.path
  const body = answer.ok ? pick(chance, breaks)(bytes, chance, isParts) : breakJson(chance, parse(bytes))
  return new Response(body, { status: answer.status, headers })
}

/** More questions than any round needs here: who asks on is led in a circle. */
const most = 300

/** A line on which this exchange answers. `asked` names each question's path, the present one last. */
export function hostileLine(
  { path, from, times, seed }: Hostility,
  asked: readonly string[],
): (send: () => Promise<Response>) => Promise<Response> {
  const chance = chanceFrom(seed)
  const begin = asked.length
  let count = 0
  return async (send) => {
    const answer = await send()
    demand(asked.length - begin < most, 'it asks again and again')
    if (asked.at(-1) !== path) return answer
    count += 1
    if (count <= from || count > from + times) return answer
    return brokenAnswer(new Uint8Array(await answer.arrayBuffer()), answer, path, chance)
  }
}
