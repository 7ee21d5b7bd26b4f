import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repeat, type Clock } from './clock.ts'
import type { Contender, Task } from './contender.ts'
import { editsOf, volumeOf } from './growth-edits.ts'
import { beginMembers, type Members } from './growth-members.ts'
import { bytesUnder, costOf, demand, type Cost } from './join-device.ts'
import { dataFile, days, makePonte } from './join-ponte.ts'
import { setScene, type Scene } from './scene.ts'
import { readFigures } from './server-figures.ts'
import { median } from './statistics.ts'
import { digestOf, makeRecords, type Plain } from './workload.ts'

/** Bytes of a server's files, and of those of them that hold something. */
type Held = { readonly files: number; readonly used: number }

/** A notebook whose records were edited so often each. */
export type Aged = {
  readonly edits: number
  readonly changes: number
  /** What the server holds with the whole log, and once it has dropped what the checkpoint covers. */
  readonly before: Held
  readonly after: Held
  readonly joins: readonly Cost[]
  /** Medians. */
  readonly joinMs: number
  readonly joinBytes: number
}

export type GrowthReport = { readonly records: number; readonly once: Aged; readonly often: Aged }

type Grown = {
  readonly edits: number
  readonly changes: number
  readonly scene: Scene
  readonly members: Members
  readonly before: Held
  readonly after: Held
}

const held = async ({ data }: Scene): Promise<Held> => ({
  files: await bytesUnder(data),
  used: readFigures(join(data, dataFile)).used,
})

/** A server whose notebook has these records, each edited so often, and a month later nothing of that but a checkpoint. */
async function grow(ponte: Contender, task: Task, records: readonly Plain[], edits: number): Promise<Grown> {
  const scene = await setScene(ponte, task)
  const members = await beginMembers(scene.address)
  const count = records.length * (1 + edits)
  const changes = await members.write(editsOf(task.seed, records, edits), count)
  const before = await held(scene)
  await members.agree()
  await scene.serveAgain(days)
  // Whoever comes first is the occasion for dropping it.
  await members.invite()
  await ponte.check?.(scene.data)
  return { edits, changes, scene, members, before, after: await held(scene) }
}

async function joinOnce({ scene, members }: Grown, round: number, digest: string): Promise<Cost> {
  const invitation = await members.invite()
  const device = await scene.start(`new-${round}`)
  const cost = await costOf(scene.proxy, () => device.call('join', invitation))
  await demand(device, 'The new device', digest)
  await device.close()
  return cost
}

const agedOf = ({ edits, changes, before, after }: Grown, joins: readonly Cost[]): Aged => ({
  edits,
  changes,
  before,
  after,
  joins,
  joinMs: Math.round(median(joins.map(({ ms }) => ms))),
  joinBytes: median(joins.map(({ bytes }) => bytes)),
})

/** So much of the time may go into making the notebook that is old; the rest is for joining. */
const share = 0.7

/**
 * The same records edited once each, and so often each, as two notebooks that new devices join in turn. Where the time doesn't
 * suffice for so many edits, as many are made as it does for.
 */
export async function measureGrowth(
  {
    seed,
    records: count,
    edits,
  }: { readonly seed: number; readonly records: number; readonly edits: number },
  clock: Clock,
): Promise<GrowthReport> {
  const folder = await mkdtemp(join(tmpdir(), 'ponte-growth-'))
  const task = { seed, volume: volumeOf(count) }
  const records = makeRecords(seed, task.volume)
  const digest = await digestOf(records)
  const grown: Grown[] = []
  const growBy = async (times: number): Promise<Grown> => {
    const [one, left] = [await grow((await ponte).byCheckpoint, task, records, times), clock.left()]
    grown.push(one)
    console.log(`${one.changes} changes of ${count} records are there; ${left.toFixed(0)} s are left.`)
    return one
  }
  const ponte = makePonte(folder)
  try {
    const from = clock.left()
    const once = await growBy(1)
    // Once is two rounds over all records.
    const round = (from - clock.left()) / 2
    const often = await growBy(Math.max(2, Math.min(edits, Math.floor((clock.left() * share) / round))))
    const pairs = await repeat(clock, 5, async () => {
      const at = performance.now()
      const pair = [await joinOnce(once, at, digest), await joinOnce(often, at, digest)] as const
      console.log(`Joined in ${pair.map(({ ms }) => `${ms.toFixed(0)} ms`).join(' and ')}.`)
      return pair
    })
    return {
      records: records.length,
      once: agedOf(
        once,
        pairs.map(([one]) => one),
      ),
      often: agedOf(
        often,
        pairs.map(([, other]) => other),
      ),
    }
  } finally {
    for (const { members, scene } of grown) {
      members.close()
      await scene.clear()
    }
    await rm(folder, { recursive: true, force: true })
  }
}
