import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { launchBare, openTab, run, type Tab } from './browser.ts'
import type { Contender, DeviceVerbs, Task } from './contender.ts'
import type { Proxy } from './proxy.ts'

/** What one step cost: milliseconds until it was done, and bytes on the wire in both directions. */
export type Cost = { readonly ms: number; readonly bytes: number }

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

/** Bytes of all files in a folder. */
export async function bytesUnder(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** One device of a contender, in a browser of its own. */
export type Device = {
  /** Runs a verb of the device's page. */
  call<Verb extends keyof DeviceVerbs>(
    verb: Verb,
    ...given: Parameters<DeviceVerbs[Verb]>
  ): Promise<Awaited<ReturnType<DeviceVerbs[Verb]>>>
  close(): Promise<void>
}

/** A browser with a profile of its own, the contender's page in it and open. */
export async function startDevice(
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

/** What a step costs that is all that goes through the proxy just now. */
export async function costOf(proxy: Proxy, act: () => Promise<unknown>): Promise<Cost> {
  await pause(settling)
  const before = proxy.count()
  const from = performance.now()
  await act()
  const ms = performance.now() - from
  await pause(settling)
  const after = proxy.count()
  return { ms, bytes: after.up - before.up + after.down - before.down }
}

/** Rejects unless the device holds the records of this digest. */
export async function demand(device: Device, name: string, digest: string): Promise<void> {
  const found = await device.call('digest')
  if (found !== digest) throw new Error(`${name} does not hold the records that it should`)
}
