import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finishDraft, keepDraft, openForm, type Opened } from '../../src/db/draft.ts'
import { applyChange, emptyState, type Change, type Registers } from '../../src/db/merge.ts'
import { toRow } from '../../src/db/show.ts'
import { readStamp, stampOf, type Stamp } from '../../src/db/stamp.ts'
import type { Notebook } from '../../src/db/tables.ts'
import { draftOf } from '../../src/db/typed.ts'
import type { Fields, Value } from '../../src/shared/value.ts'
import { hear, newNotebook } from './notebook.ts'
import { patience, runs } from './runs.ts'

const record = 'r'
const fields = ['name', 'town'] as const
type Field = (typeof fields)[number]

const anyField = fc.constantFrom(...fields)
const anyStep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('open' as const), form: fc.nat(2) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('leave' as const),
      form: fc.nat(2),
      typed: fc.subarray([...fields], { minLength: 1 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('hear' as const), field: anyField, hidden: fc.nat(7) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('send' as const) }) },
)
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

type World = {
  notebook: ReturnType<typeof newNotebook>
  forms: Map<number, Opened>
  /** Values that somebody wrote and nobody has replaced who had them before the eyes. */
  standing: Map<Value, Field>
  /** All that the other device wrote or was sent. */
  travelled: Change[]
  count: number
}

const registersOf = async ({ tables }: Notebook): Promise<Registers> =>
  (await tables.versions.get(record))?.registers ?? {}

/** Unsent changes as they will be sent: in their order, with the numbers that come next. */
async function sealed({ tables, me }: Notebook, sent: number): Promise<Change[]> {
  const rows = await tables.outbox.toArray()
  const renamed = (stamp: Stamp): Stamp => {
    const { device, seq } = readStamp(stamp)
    return device === me && seq <= 0 ? stampOf(me, sent + 1 - seq) : stamp
  }
  return rows.map(({ open, kind, time, set, over }) => ({
    record,
    kind,
    device: me,
    seq: sent + 1 + open,
    time,
    set,
    over: Object.fromEntries(Object.entries(over).map(([field, stamps]) => [field, stamps.map(renamed)])),
  }))
}

const countSent = ({ travelled, notebook }: World): number =>
  travelled.filter((change) => change.device === notebook.me).length

const byOthers = (changes: readonly Change[]): Registers =>
  changes.reduce(applyChange, emptyState).records[record]?.registers ?? {}

/** What the others will hold is what this device holds; its row says the same. */
async function agrees(world: World): Promise<void> {
  const { notebook, travelled } = world
  const mine = await registersOf(notebook)
  const sent = countSent(world)
  const theirs = byOthers([...travelled, ...(await sealed(notebook, sent))])
  for (const field of fields) {
    const live = Object.entries(mine[field]?.live ?? {}).map(([stamp, version]) => {
      const { device, seq } = readStamp(stamp)
      return [device === notebook.me && seq <= 0 ? stampOf(device, sent + 1 - seq) : stamp, version]
    })
    expect(theirs[field]?.live ?? {}).toEqual(Object.fromEntries(live))
  }
  const row = await notebook.tables.records.get(record)
  if (row) expect(row).toEqual(toRow(record, 'person', mine, row.heardAt))
}

async function nothingLost({ notebook, standing }: World): Promise<void> {
  const registers = await registersOf(notebook)
  for (const [value, field] of standing) {
    const live = Object.values(registers[field]?.live ?? {}).map((version) => version.value)
    expect(live).toContain(value)
  }
}

async function leave(world: World, at: number, typed: Fields): Promise<void> {
  const { notebook, forms, standing } = world
  const opened = forms.get(at) ?? (await openForm(notebook, record))
  const shown = opened.fields
  const draft = draftOf(opened, typed, {})
  forms.delete(at)
  if (draft) await keepDraft(notebook, { id: `form-${at}`, record, kind: 'person', ...draft })
  await finishDraft(notebook, `form-${at}`)
  for (const field of fields.filter((one) => one in typed)) {
    standing.delete(shown[field] ?? null)
    standing.set(typed[field] ?? null, field)
    // What was shown is replaced, by whatever name it goes now.
    const live = Object.values((await registersOf(notebook))[field]?.live ?? {})
    expect(live.map((version) => version.value)).not.toContain(shown[field] ?? 'nothing')
  }
}

async function hearOne(world: World, field: Field, hidden: number, value: string): Promise<void> {
  const { notebook, travelled, standing } = world
  const held = Object.entries(byOthers(travelled)[field]?.live ?? {}).filter(
    (_, at) => ((hidden >> at) & 1) === 0,
  )
  const seq = travelled.length - countSent(world) + 1
  const over = { [field]: held.map(([stamp]) => stamp) }
  const time = notebook.clock.time
  const heard: Change = { record, kind: 'person', device: 'you', seq, time, set: { [field]: value }, over }
  travelled.push(heard)
  await hear(notebook, heard)
  for (const [, version] of held) standing.delete(version.value)
  standing.set(value, field)
}

/** The open rows are sealed: they get numbers, in the versions too, and the outbox is empty. */
async function send(world: World): Promise<void> {
  const { notebook, travelled } = world
  const { tables, me } = notebook
  const changes = await sealed(notebook, countSent(world))
  const row = await tables.versions.get(record)
  if (!row || changes.length === 0) return
  const sent = countSent(world)
  const registers = Object.entries(row.registers).map(([field, { live, ahead }]) => {
    const renamed = Object.entries(live).map(([stamp, version]) => {
      const { device, seq } = readStamp(stamp)
      return [device === me && seq <= 0 ? stampOf(me, sent + 1 - seq) : stamp, version]
    })
    return [field, { live: Object.fromEntries(renamed) as typeof live, ahead }]
  })
  travelled.push(...changes)
  await tables.transaction('rw', tables.versions, tables.outbox, tables.seen, async () => {
    await tables.versions.put({ ...row, registers: Object.fromEntries(registers) as Registers, open: 0 })
    await tables.outbox.clear()
    await tables.seen.put({ device: me, seq: sent + changes.length })
  })
}

async function take(world: World, step: Step): Promise<void> {
  const { notebook, forms } = world
  world.count += 1
  // Two steps may fall into one millisecond.
  notebook.clock.time += world.count % 2
  const value = `value ${world.count}`
  if (step.does === 'open') forms.set(step.form, await openForm(notebook, record))
  else if (step.does === 'leave')
    await leave(world, step.form, Object.fromEntries(step.typed.map((field) => [field, `${field} ${value}`])))
  else if (step.does === 'hear') await hearOne(world, step.field, step.hidden, value)
  else await send(world)
}

test(
  'three forms over one record lose nothing that was not before the eyes of who replaced it, and send what they show',
  { timeout: patience },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 2, maxLength: 16 }), async (steps) => {
        const notebook = newNotebook()
        const world: World = { notebook, forms: new Map(), standing: new Map(), travelled: [], count: 0 }
        for (const step of steps) {
          await take(world, step)
          await nothingLost(world)
          await agrees(world)
        }
        await notebook.tables.delete()
      }),
      runs(0.04),
    )
  },
)
