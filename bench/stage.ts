import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from './bundle.ts'
import type { Amount } from './entries.ts'
import { launch, openTab, run, untilKept } from './browser.ts'
import { serveBuilt, servePeer, type Served } from './servers.ts'

/** A filled profile with the app and its peer, both kept for offline use. */
export type Stage = {
  readonly profile: string
  readonly app: Served
  readonly peer: Served
  /** The verbs of fill.ts as a script. */
  readonly filler: string
  readonly seed: number
  readonly amount: Amount
  readonly fillSeconds: { readonly app: number; readonly peer: number }
  clear(): Promise<void>
}

const seconds = (since: number): number => (performance.now() - since) / 1000

/** Builds a stage: a fresh profile, both servers (the app's over these data), and as many entries in both notebooks. */
export async function setStage(seed: number, amount: Amount, dataFile?: string): Promise<Stage> {
  const profile = await mkdtemp(join(tmpdir(), 'ponte-bench-'))
  const [app, peer, filler] = [await serveBuilt(dataFile), await servePeer(), await bundle('fill.ts')]
  const context = await launch(profile)
  const tab = await openTab(context, false)
  const wish = `bench.fill(${seed}, ${JSON.stringify(amount)})`
  let from = performance.now()
  // An address that the server doesn't know: the app's own address without the app.
  await tab.page.goto(`${app.address}/nothing-here`)
  await run(tab, `${filler}; ${wish}`)
  const appSeconds = seconds(from)
  from = performance.now()
  await tab.page.goto(`${peer.address}/fill`)
  await run(tab, wish)
  const peerSeconds = seconds(from)
  await run(tab, `navigator.serviceWorker.register('/worker.js').then(() => undefined)`)
  await untilKept(tab)
  await tab.page.goto(app.address)
  await untilKept(tab)
  // What only the first start after so many new entries does is not what every start does.
  const workedOut = await run<number>(tab, `${filler}; bench.untilWorkedOut()`)
  console.log(`The calendar was worked out in ${(workedOut / 1000).toFixed(1)} s.`)
  await context.close()
  return {
    profile,
    app,
    peer,
    filler,
    seed,
    amount,
    fillSeconds: { app: appSeconds, peer: peerSeconds },
    clear: async () => {
      await Promise.all([app.stop(), peer.stop()])
      await rm(profile, { recursive: true, force: true })
    },
  }
}
