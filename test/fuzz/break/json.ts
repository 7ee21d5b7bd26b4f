import { between, pick, type Chance } from '../../../bench/random.ts'
import { utf8, type Bytes } from '../../../src/shared/bytes.ts'
import { breakBytes } from './bytes.ts'

/** As a reader of JSON sees it, fields in any order. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const isMap = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keys sorted, as canonical JSON has them; not the code under test. */
function spell(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(spell).join(',')}]`
  if (!isMap(value)) return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${spell(value[key] ?? null)}`).join(',')}}`
}

const oddValues: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  0.5,
  1e308,
  2 ** 53,
  2 ** 53 - 1,
  -(2 ** 63),
  '',
  '\ud800',
  'a\udc00b',
  '\u0000',
  '__proto__',
  'ff'.repeat(16),
  'FF'.repeat(16),
  '0'.repeat(64),
  [],
  [[]],
  {},
  { a: {} },
]

const oddKeys = ['__proto__', 'constructor', 'toString', '', '\ud800', 'length', 'kind', 'more']

/** Mends one place of a tree: goes down by chance and puts `change` of it there. */
function somewhere(chance: Chance, value: Json, change: (value: Json) => Json): Json {
  if (chance() < 0.25) return change(value)
  if (Array.isArray(value) && value.length > 0) {
    const at = between(chance, 0, value.length - 1)
    return value.map((item, index) => (index === at ? somewhere(chance, item, change) : item))
  }
  if (!isMap(value) || Object.keys(value).length === 0) return change(value)
  const key = pick(chance, Object.keys(value))
  return { ...value, [key]: somewhere(chance, value[key] ?? null, change) }
}

function breakText(chance: Chance, text: string): Json {
  const at = between(chance, 0, text.length)
  return pick<Json>(chance, [
    text.slice(0, at),
    text.slice(at),
    `${text.slice(0, at)}${pick(chance, ['0', 'f', 'g', 'A', ' ', '\n', '\ud83d', '"', '.'])}${text.slice(at + 1)}`,
    text + text,
    text.toUpperCase(),
    `${text}00`,
    text.repeat(between(chance, 1, 200)),
  ])
}

function breakValue(chance: Chance, value: Json): Json {
  if (chance() < 0.3) return pick(chance, oddValues)
  if (typeof value === 'number')
    return pick(chance, [value + 1, value - 1, -value, value + 0.5, 2 ** 53, 1e300, String(value)])
  if (typeof value === 'string') return breakText(chance, value)
  if (Array.isArray(value))
    return pick<Json>(chance, [
      [...value, ...value],
      value.slice(1),
      [...value, pick(chance, oddValues)],
      [...value].reverse(),
    ])
  if (!isMap(value)) return pick(chance, oddValues)
  const keys = Object.keys(value)
  const without = Object.fromEntries(
    Object.entries(value).filter(([key]) => key !== keys[between(chance, 0, keys.length)]),
  )
  // A computed key, so that `__proto__` becomes a field as JSON.parse makes it one.
  return pick<Json>(chance, [
    without,
    { ...value, [pick(chance, oddKeys)]: pick(chance, oddValues) },
    Object.values(value),
  ])
}

const deep = (chance: Chance): string => {
  const depth = pick(chance, [29, 30, 31, 32, 33, 34, 100, 5000, 60_000])
  return chance() < 0.5
    ? '['.repeat(depth) + ']'.repeat(depth)
    : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
}

/** What only the text can have wrong, not the value. */
const textBreaks: readonly ((text: string, chance: Chance) => string)[] = [
  (text) => ` ${text}`,
  (text) => `${text}\n`,
  (text) => `\ufeff${text}`,
  (text) => text.replace(/:/, ': '),
  (text) => text.replace(/^\{("[^"]*":[^,}]*)/, '{$1,$1'),
  (text) => text.replace(/\{/, '{"__proto__":{"a":1},'),
  (text, chance) =>
    text.replace(
      /-?\d+(?=[,\]}])/,
      pick(chance, ['1e400', '-0', '1E2', '1.0', '00', '9'.repeat(400), '-', '1e-400']),
    ),
  (text) => text.replace(/[a-f]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
  (text) => text.replace(/"/, '"\\ud800'),
  (text, chance) => text.replace(/(?<=:)("[^"]*"|\d+)/, () => deep(chance)),
  (_, chance) => deep(chance),
  (text) => text.slice(0, -1),
  (text) => text + text,
  (text) => `[${text}]`,
  () => '',
  (text) => text.replace(/^\{(.*),("\w+":.*)\}$/s, '{$2,$1}'),
]

/** The value as canonical bytes, broken in its values, its text or its bytes. */
export function breakJson(chance: Chance, value: unknown): Bytes {
  const tree = JSON.parse(JSON.stringify(value)) as Json
  const how = chance()
  if (how < 0.6) {
    let broken = tree
    for (let times = between(chance, 1, 2); times > 0; times -= 1)
      broken = somewhere(chance, broken, (one) => breakValue(chance, one))
    return utf8(spell(broken))
  }
  const text = how < 0.9 ? pick(chance, textBreaks)(spell(tree), chance) : spell(tree)
  return how < 0.9 ? utf8(text) : breakBytes(chance, utf8(text))
}

/** The value with one of its parts broken, still a value. */
export function breakTree(chance: Chance, value: unknown): unknown {
  return somewhere(chance, JSON.parse(JSON.stringify(value)) as Json, (one) => breakValue(chance, one))
}
