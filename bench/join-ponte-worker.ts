// Runs in the browser beside the page: one device of Ponte over its own IndexedDB. The loop of the app is missing, so that
// nothing is exchanged but when a verb says so.
import { makeDevice, type Device as Keys } from '../src/crypto/device.ts'
import { makeGenesis, type Genesis } from '../src/crypto/genesis.ts'
import { change, save } from '../src/db/save.ts'
import { Tables, type Notebook } from '../src/db/tables.ts'
import { textOf } from '../src/records/fields.ts'
import { askAt } from '../src/sync/ask.ts'
import { keysNow, type Exchange } from '../src/sync/exchange.ts'
import { inviteGuest } from '../src/sync/invite.ts'
import { joinSpace, newKeys, openSlip, secretOf } from '../src/sync/join.ts'
import { exchangeRound } from '../src/sync/round.ts'
import { shareSpace } from '../src/sync/share.ts'
import { exchangeOf } from '../src/sync/spaces.ts'
import type { DeviceVerbs, Task } from './contender.ts'
import { digestOf, fieldsOf, makeEdits, makeRecords, type Kind, type Plain } from './workload.ts'

export type Reply = { readonly value: unknown } | { readonly problem: string }

const together = 500
/** Whether the page's address says that nobody makes checkpoints; the worker is called after it. */
const logAlone = self.name === '?log'
const url = location.origin
const fetchHere = (address: string, init: RequestInit): Promise<Response> => fetch(address, init)

let task: Task | undefined
let exchange: Exchange | undefined
let begun: Genesis | undefined

function given(): Task {
  if (!task) throw new Error('open comes first')
  return task
}

function opened(): Exchange {
  if (!exchange) throw new Error('there is no notebook here yet')
  return exchange
}

async function openSpace(space: string, keys: Keys): Promise<Exchange> {
  const tables = new Tables(space)
  await tables.open()
  const usual = exchangeOf({ space, device: keys, madeAt: Date.now() }, tables, url, fetchHere)
  return logAlone ? { ...usual, shortLog: Infinity } : usual
}

/** The first device's notebook: a new one, unless it was begun. */
async function begin(): Promise<void> {
  if (exchange) return
  const keys = await makeDevice()
  begun = await makeGenesis(keys)
  exchange = await openSpace(begun.spaceId, keys)
}

async function notebook(): Promise<Notebook> {
  const { space, tables, now } = opened()
  return { space, me: (await keysNow(opened())).id, tables, now }
}

// All the time that goes into stretching, whoever asks for it.
let stretchedFor = 0
const subtle = crypto.subtle
const deriveBits = subtle.deriveBits.bind(subtle)
subtle.deriveBits = async (algorithm, key, length) => {
  const from = performance.now()
  const bits = await deriveBits(algorithm, key, length)
  if (key.algorithm.name === 'PBKDF2') stretchedFor += performance.now() - from
  return bits
}

const isKind = (kind: string): kind is Kind => Object.hasOwn(fieldsOf, kind)

async function readAll(): Promise<Plain[]> {
  const rows = await opened().tables.records.toArray()
  return rows.flatMap(({ id, kind, fields }): Plain[] =>
    isKind(kind)
      ? [
          {
            id,
            kind,
            fields: Object.fromEntries(fieldsOf[kind].map((field) => [field, textOf(fields, field)])),
          },
        ]
      : [],
  )
}

const verbs: DeviceVerbs = {
  open: async (wanted) => {
    task = wanted
  },
  fill: async () => {
    await begin()
    const edits = makeRecords(given().seed, given().volume).map(({ id, kind, fields }) => ({
      record: id,
      kind,
      set: fields,
      over: {},
    }))
    for (let from = 0; from < edits.length; from += together)
      await save(await notebook(), edits.slice(from, from + together))
  },
  push: async () => {
    await begin()
    if (begun) {
      const founding = { name: 'Anna Probe', device: 'tablet', notebook: 'Verein', code: '' } as const
      await shareSpace(opened(), await notebook(), begun, founding)
      begun = undefined
    }
    await exchangeRound(opened())
  },
  invite: async () => {
    const guest = {
      guest: 'Jan',
      role: 'member',
      own: false,
      language: 'pl',
      helper: '',
      phone: '',
    } as const
    return (await inviteGuest(opened(), `${url}/`, guest)).digits
  },
  join: async (digits) => {
    stretchedFor = 0
    const slip = await openSlip(askAt(url, fetchHere), secretOf(digits))
    exchange = await openSpace(slip.box.space, await newKeys())
    const me = { name: 'Jan', device: 'tablet' } as const
    await joinSpace({ exchange, head: slip.box.head }, () => Promise.resolve(slip), me)
    await exchangeRound(exchange)
  },
  stretched: async () => stretchedFor,
  // It only speaks when told to.
  pause: async () => undefined,
  edit: async () => {
    for (const { id, field, value } of makeEdits(given().seed, given().volume))
      await change(await notebook(), [id], { [field]: value })
  },
  pull: () => exchangeRound(opened()),
  digest: async () => digestOf(await readAll()),
}

type Asked = { readonly verb: keyof DeviceVerbs; readonly given: readonly unknown[] }

async function answer({ verb, given: words }: Asked): Promise<Reply> {
  try {
    return { value: await (verbs[verb] as (...words: readonly unknown[]) => Promise<unknown>)(...words) }
  } catch (error) {
    return { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// One after the other: the answers come in the order of the questions.
let last: Promise<unknown> = Promise.resolve()
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  last = last.then(async () => postMessage(await answer(data)))
})
