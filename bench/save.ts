import { makeNote } from './entries.ts'
import { textOf } from '../src/records/fields.ts'
import { launch, openTab, probeWhenQuiet, run, type Tab } from './browser.ts'
import { repeat, type Clock } from './clock.ts'
import { chanceFrom, type Chance } from './random.ts'
import type { Result } from './result.ts'
import type { Stage } from './stage.ts'
import { median, p95 } from './statistics.ts'

/** Saves in one round. */
const times = 40

type Saved = { readonly durable: number; readonly shown: number }

/** Writes a note as a person would, except that all its text comes at once, and taps on Done right after it. */
async function write(tab: Tab, chance: Chance): Promise<Saved> {
  await run(tab, `location.hash = '#/notes/new'`)
  await tab.page.waitForSelector('form textarea')
  await probeWhenQuiet(tab, 100)
  await tab.page.focus('form textarea')
  await tab.line.send('Input.insertText', { text: textOf(makeNote(chance).set, 'text') })
  await tab.page.click('form button[type=submit]')
  await tab.page.waitForSelector('article .note')
  const { inputAt, durableAt, paintedAt } = await probeWhenQuiet(tab, 200)
  return { durable: durableAt - inputAt, shown: paintedAt - inputAt }
}

/** The verb without a screen, on the app's address but before the app is opened there. */
async function measureVerb(stage: Stage, tab: Tab): Promise<number[]> {
  await tab.line.send('Network.enable')
  await tab.line.send('Network.setBypassServiceWorker', { bypass: true })
  await tab.page.goto(`${stage.app.address}/nothing-here`)
  return run<number[]>(tab, `${stage.filler}; bench.saveOneByOne(${stage.seed + 1}, ${times})`)
}

async function measurePeer(stage: Stage, tab: Tab): Promise<number[]> {
  await tab.page.goto(`${stage.peer.address}/fill`)
  return run<number[]>(tab, `bench.putOneByOne(${stage.seed + 1}, ${times})`)
}

async function measureForm(stage: Stage, tab: Tab, chance: Chance, clock: Clock): Promise<Saved[]> {
  await tab.page.goto(stage.app.address)
  await tab.page.waitForSelector('.buttons.big a')
  const saved: Saved[] = []
  while (saved.length < times && (saved.length === 0 || clock.left() > 0))
    saved.push(await write(tab, chance))
  return saved
}

/** Saving a note, from the form and by the verb alone, beside one durable put with Dexie alone. */
export async function measureSave(stage: Stage, clock: Clock): Promise<Result[]> {
  const chance = chanceFrom(stage.seed + 2)
  const context = await launch(stage.profile)
  const inTab = async <T>(measure: (tab: Tab) => Promise<T>): Promise<T> => {
    const tab = await openTab(context, true)
    const result = await measure(tab)
    await tab.page.close()
    return result
  }
  const rounds = await repeat(clock, 5, async () => ({
    form: await inTab((tab) => measureForm(stage, tab, chance, clock)),
    verb: await inTab((tab) => measureVerb(stage, tab)),
    peer: await inTab((tab) => measurePeer(stage, tab)),
  }))
  await context.close()
  const peer = median(rounds.map((round) => p95(round.peer)))
  const line = (
    name: string,
    spansOf: (round: (typeof rounds)[number]) => number[],
    limit?: number,
  ): Result => ({
    name,
    unit: 'ms',
    value: median(rounds.map((round) => p95(spansOf(round)))),
    peer,
    rounds: rounds.length,
    ...(limit === undefined ? {} : { limit }),
  })
  return [
    line(`save, tap to durable, p95 of ${times}`, ({ form }) => form.map((one) => one.durable), 100),
    line('  the same, tap to the note painted', ({ form }) => form.map((one) => one.shown)),
    line('  the verb alone, without a screen', ({ verb }) => verb),
  ]
}
