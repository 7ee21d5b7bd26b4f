import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contender, Task } from './contender.ts'
import { startDevice, type Device } from './join-device.ts'
import { openProxy, type Proxy } from './proxy.ts'
import type { Served } from './servers.ts'

/** A contender's server behind a proxy that counts, and devices that reach it; all of it in one folder. */
export type Scene = {
  /** How devices reach the server, whichever that is. */
  readonly address: string
  readonly proxy: Proxy
  /** The folder of the server's data. */
  readonly data: string
  /** Stops the server and starts it over the same data, so many days later. */
  serveAgain(days: number): Promise<void>
  start(name: string): Promise<Device>
  clear(): Promise<void>
}

/** Sets it up, with a server that has nothing yet. */
export async function setScene(contender: Contender, task: Task): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'ponte-join-'))
  const proxy = await openProxy()
  const address = `http://127.0.0.1:${proxy.port}`
  const data = join(folder, 'server')
  const serve = async (days?: number): Promise<Served> => {
    const served = await contender.serve(data, address, days)
    proxy.leadTo(Number(new URL(served.address).port))
    return served
  }
  let server = await serve()
  const devices: Device[] = []
  return {
    address,
    proxy,
    data,
    serveAgain: async (days) => {
      await server.stop()
      server = await serve(days)
    },
    start: async (name) => {
      const device = await startDevice(join(folder, name), contender, address, task)
      devices.push(device)
      return device
    },
    clear: async () => {
      await Promise.all(devices.map((device) => device.close()))
      await server.stop()
      await proxy.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
