import { measureBarePuts, type BarePuts } from './bare-puts.ts'
import { repeat, type Clock } from './clock.ts'
import type { Contender, Task } from './contender.ts'
import { bytesUnder, costOf, demand, type Cost, type Device } from './join-device.ts'
import { setScene, type Scene } from './scene.ts'
import { applyEdits, digestOf, makeEdits, makeRecords } from './workload.ts'

/** What one contender needed in one round. */
export type Run = {
  readonly push: Cost
  readonly join: Cost
  /** Milliseconds of the join that stretched what was typed. */
  readonly stretchMs: number
  readonly edits: Cost
  readonly serverBytes: number
}

/** One contender and all its rounds. */
export type Measured = { readonly contender: Contender; readonly runs: readonly Run[] }

/** A second member's device, which is there before the first record. */
async function beginWitness(scene: Scene, first: Device): Promise<Device> {
  await first.call('push')
  const witness = await scene.start('witness')
  await witness.call('join', await first.call('invite'))
  return witness
}

/** The witness looks at what the first device says, that one hears of it, and time goes by. */
async function growOld(scene: Scene, first: Device, witness: Device, days: number): Promise<void> {
  await witness.call('pull')
  await first.call('pull')
  await witness.close()
  await scene.serveAgain(days)
}

/** One contender from an empty server to a second device that has the edits of the first, everything looked at. */
export async function runContender(contender: Contender, task: Task): Promise<Run> {
  const { name, days } = contender
  const scene = await setScene(contender, task)
  const { proxy, data } = scene
  try {
    const records = makeRecords(task.seed, task.volume)
    const first = await scene.start('first')
    const witness = days === undefined ? undefined : await beginWitness(scene, first)
    await first.call('fill')
    const push = await costOf(proxy, () => first.call('push'))
    if (witness && days !== undefined) await growOld(scene, first, witness, days)
    const invitation = await first.call('invite')
    const second = await scene.start('second')
    const joined = await costOf(proxy, () => second.call('join', invitation))
    const stretchMs = await second.call('stretched')
    await demand(second, `${name}'s new device`, await digestOf(records))
    await contender.check?.(data)
    await Promise.all([first.call('pause'), second.call('pause')])
    await first.call('edit')
    const edits = await costOf(proxy, async () => {
      await first.call('push')
      await second.call('pull')
    })
    const edited = await digestOf(applyEdits(records, makeEdits(task.seed, task.volume)))
    await demand(first, `${name}'s first device`, edited)
    await demand(second, `${name}'s second device`, edited)
    return { push, join: joined, stretchMs, edits, serverBytes: await bytesUnder(data) }
  } finally {
    await scene.clear()
  }
}

/** All contenders after one another, round after round, and the bare platform in each round. */
export async function measureJoin(
  contenders: readonly Contender[],
  task: Task,
  clock: Clock,
): Promise<{ readonly all: Measured[]; readonly bare: readonly BarePuts[] }> {
  const bare: BarePuts[] = []
  const rounds = await repeat(clock, 5, async () => {
    const runs: Run[] = []
    bare.push(await measureBarePuts(task))
    for (const contender of contenders) {
      const measured = await runContender(contender, task)
      runs.push(measured)
      // At once: should a later round fail, this one is known.
      const { push, join: joined, edits } = measured
      console.log(
        `${contender.name}: push ${push.ms.toFixed(0)} ms, join ${joined.ms.toFixed(0)} ms, edits ${edits.ms.toFixed(0)} ms.`,
      )
    }
    return runs
  })
  const all = contenders.map((contender, at) => ({
    contender,
    runs: rounds.flatMap((runs) => runs[at] ?? []),
  }))
  return { all, bare }
}
