import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { measureBarePuts, type BarePuts } from './bare-puts.ts'
import { launchBare, openTab, run, type Tab } from './browser.ts'
import { repeat, type Clock } from './clock.ts'
import type { Contender, DeviceVerbs, Task } from './contender.ts'
import { openProxy, type Proxy } from './proxy.ts'
import { applyEdits, digestOf, makeEdits, makeRecords } from './workload.ts'

/** What one step cost: milliseconds until it was done, and bytes on the wire in both directions. */
export type Cost = { readonly ms: number; readonly bytes: number }
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

/** What is still on its way when a step is done belongs to it. */
const settling = 400
/** No step may take longer, or something hangs. */
const longestStep = 180_000

async function within<T>(what: string, work: Promise<T>): Promise<T> {
  const enough = new AbortController()
  const tooLong = pause(longestStep, undefined, { signal: enough.signal, ref: false }).then(() => {
    throw new Error(`${what} took longer than ${longestStep / 1000} s`)
  })
  tooLong.catch(() => undefined)
  try {
    return await Promise.race([work, tooLong])
  } finally {
    enough.abort()
  }
}

async function bytesUnder(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

type Device = {
  /** Runs a verb of the device's page. */
  call<Verb extends keyof DeviceVerbs>(
    verb: Verb,
    ...given: Parameters<DeviceVerbs[Verb]>
  ): Promise<Awaited<ReturnType<DeviceVerbs[Verb]>>>
  close(): Promise<void>
}

/** A browser with a profile of its own, the contender's page in it and open. */
async function startDevice(
  profile: string,
  contender: Contender,
  address: string,
  task: Task,
): Promise<Device> {
  const context = await launchBare(profile)
  const tab: Tab = await openTab(context, false)
  await tab.page.goto(`${address}${contender.page}`)
  if (contender.script) await run(tab, `${contender.script}; undefined`)
  const device: Device = {
    call: (verb, ...given) =>
      within(
        `${contender.name}, ${verb},`,
        run(tab, `bench.${verb}(${given.map((one) => JSON.stringify(one)).join(', ')})`),
      ),
    close: () => context.close(),
  }
  await device.call('open', task)
  return device
}

async function costOf(proxy: Proxy, act: () => Promise<unknown>): Promise<Cost> {
  await pause(settling)
  const before = proxy.count()
  const from = performance.now()
  await act()
  const ms = performance.now() - from
  await pause(settling)
  const after = proxy.count()
  return { ms, bytes: after.up - before.up + after.down - before.down }
}

async function demand(device: Device, name: string, digest: string): Promise<void> {
  const found = await device.call('digest')
  if (found !== digest) throw new Error(`${name} does not hold the records that it should`)
}

/** One contender from an empty server to a second device that has the edits of the first, everything looked at. */
export async function runContender(contender: Contender, task: Task): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'ponte-join-'))
  const proxy = await openProxy()
  const address = `http://127.0.0.1:${proxy.port}`
  const server = await contender.serve(join(folder, 'server'), address)
  proxy.leadTo(Number(new URL(server.address).port))
  const devices: Device[] = []
  const start = async (name: string): Promise<Device> => {
    const device = await startDevice(join(folder, name), contender, address, task)
    devices.push(device)
    return device
  }
  try {
    const records = makeRecords(task.seed, task.volume)
    const first = await start('first')
    await first.call('fill')
    const push = await costOf(proxy, () => first.call('push'))
    const invitation = await first.call('invite')
    const second = await start('second')
    const joined = await costOf(proxy, () => second.call('join', invitation))
    const stretchMs = await second.call('stretched')
    await demand(second, `${contender.name}'s new device`, await digestOf(records))
    await Promise.all([first.call('pause'), second.call('pause')])
    await first.call('edit')
    const edits = await costOf(proxy, async () => {
      await first.call('push')
      await second.call('pull')
    })
    const edited = await digestOf(applyEdits(records, makeEdits(task.seed, task.volume)))
    await demand(first, `${contender.name}'s first device`, edited)
    await demand(second, `${contender.name}'s second device`, edited)
    return { push, join: joined, stretchMs, edits, serverBytes: await bytesUnder(join(folder, 'server')) }
  } finally {
    await Promise.all(devices.map((device) => device.close()))
    await server.stop()
    await proxy.stop()
    await rm(folder, { recursive: true, force: true })
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
