// Runs in the browser: a device of Evolu, with its own SQLite in a worker, stored in the browser's private files.
import {
  createAppOwner,
  createEvolu,
  id,
  nullOr,
  SimpleName,
  String as Text,
  type Evolu,
  type Query,
} from '@evolu/common'
import { evoluWebDeps } from '@evolu/web'
import type { DeviceVerbs, Task } from '../contender.ts'
import { digestOf, editSign, fieldsOf, makeEdits, makeRecords, type Kind, type Plain } from '../workload.ts'

const together = 500
const kinds = Object.keys(fieldsOf) as Kind[]
const schema = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    { id: id(kind), ...Object.fromEntries(fieldsOf[kind].map((field) => [field, nullOr(Text)])) },
  ]),
)
/** Both devices know the notebook's key; that it reached the second one is not measured here. */
const owner = createAppOwner(new Uint8Array(32).fill(7))
const transport = { type: 'WebSocket', url: `ws://${location.host}/relay` } as const

let device: { readonly evolu: Evolu; readonly task: Task; readonly relay: string } | undefined
let leave: (() => void) | undefined

function opened(): NonNullable<typeof device> {
  if (!device) throw new Error('open comes first')
  return device
}

/** Evolu's ids are the same 128 bits in other letters. */
const toEvoluId = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(/../g)?.map((byte) => parseInt(byte, 16)) ?? [])))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const fromEvoluId = (letters: string): string =>
  Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join('')

const pause = (milliseconds: number): Promise<void> => new Promise((go) => setTimeout(go, milliseconds))

async function readAll(evolu: Evolu): Promise<Plain[]> {
  const lists = await Promise.all(
    kinds.map(async (kind) => {
      const rows = await evolu.loadQuery(evolu.createQuery((from) => from.selectFrom(kind).selectAll()))
      return rows.map((row): Plain => ({
        id: fromEvoluId(String(row['id'])),
        kind,
        fields: Object.fromEntries(fieldsOf[kind].map((field) => [field, String(row[field] ?? '')])),
      }))
    }),
  )
  return lists.flat()
}

function complain(evolu: Evolu): void {
  const error = evolu.getError()
  if (error) throw new Error(`Evolu: ${JSON.stringify(error)}`)
}

/** Writes all of a list in one transaction. */
function write(
  list: readonly { readonly kind: Kind; readonly values: Readonly<Record<string, string>> }[],
  verb: 'upsert' | 'update',
): Promise<void> {
  const { evolu } = opened()
  return new Promise((resolve, reject) => {
    list.forEach(({ kind, values }, at) => {
      const options = at === list.length - 1 ? { onComplete: resolve } : {}
      const { ok } = evolu[verb](kind, values, options)
      if (!ok) reject(new Error(`Evolu refused ${JSON.stringify(values)}`))
    })
  })
}

/** Evolu says nowhere that all is sent: the relay is asked, past the counted way. */
async function untilStored(count: number): Promise<void> {
  const { evolu, relay } = opened()
  while ((await (await fetch(`${relay}/stored`)).text()) !== String(count)) {
    complain(evolu)
    await pause(10)
  }
}

const countAll = (kind: Kind): Query =>
  opened().evolu.createQuery((from) =>
    from.selectFrom(kind).select((expressions) => expressions.fn.countAll().as('count')),
  )

const countEdited = (kind: Kind): Query =>
  opened().evolu.createQuery((from) =>
    from
      .selectFrom(kind)
      .where((expressions) =>
        expressions.or(fieldsOf[kind].map((field) => expressions(field, 'like', `${editSign}%`))),
      )
      .select((expressions) => expressions.fn.countAll().as('count')),
  )

/** Nor that all is received: the device's own tables are asked whenever something came. */
async function untilHere(count: (kind: Kind) => Query, wanted: number): Promise<void> {
  const { evolu } = opened()
  const queries = kinds.map(count)
  let tell: () => void = () => undefined
  const nextNews = (): Promise<void> => new Promise((resolve) => (tell = resolve))
  const leavers = queries.map((query) => evolu.subscribeQuery(query)(() => tell()))
  const sum = async (): Promise<number> => {
    const answers = await Promise.all(queries.map((query) => evolu.loadQuery(query)))
    return answers.reduce((total, [row]) => total + Number(row?.['count'] ?? 0), 0)
  }
  // What comes during the asking must not be missed.
  for (let news = nextNews(); (await sum()) !== wanted; news = nextNews()) {
    await Promise.race([news, pause(250)])
    complain(evolu)
  }
  for (const stopListening of leavers) stopListening()
}

function goOnline(): void {
  leave = opened().evolu.useOwner({ ...owner, transports: [transport] })
}

async function goOffline(): Promise<void> {
  leave?.()
  leave = undefined
  // The connection is closed a moment after its last user has left.
  await pause(300)
}

const sizeOf = ({ volume }: Task): number => volume.person + volume.note + volume.event
let sent = 0

const verbs: DeviceVerbs = {
  open: async (task) => {
    const relay = await (await fetch('/direct')).text()
    const evolu = createEvolu(evoluWebDeps)(schema, {
      name: SimpleName.orThrow('notebook'),
      transports: [],
      externalAppOwner: owner,
    })
    device = { evolu, task, relay }
    await readAll(evolu)
  },
  fill: async () => {
    const { task } = opened()
    const rows = makeRecords(task.seed, task.volume).map(({ id: name, kind, fields }) => ({
      kind,
      values: { id: toEvoluId(name), ...fields },
    }))
    for (let from = 0; from < rows.length; from += together)
      await write(rows.slice(from, from + together), 'upsert')
    sent = rows.length
  },
  push: async () => {
    goOnline()
    await untilStored(sent)
  },
  invite: async () => '',
  join: async () => {
    goOnline()
    await untilHere(countAll, sizeOf(opened().task))
  },
  stretched: async () => 0,
  pause: goOffline,
  edit: async () => {
    const { task } = opened()
    const edits = makeEdits(task.seed, task.volume)
    for (const { id: name, kind, field, value } of edits)
      await write([{ kind, values: { id: toEvoluId(name), [field]: value } }], 'update')
    sent += edits.length
  },
  pull: async () => {
    goOnline()
    await untilHere(countEdited, opened().task.volume.edits)
  },
  digest: async () => digestOf(await readAll(opened().evolu)),
}

Object.assign(globalThis, { bench: verbs })
