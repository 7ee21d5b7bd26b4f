import { button, expect, field, saved, settled, test, welcome, type House } from './house.ts'
import { doOrDie, stepsOf, stopAt, watchSteps } from './steps.ts'
import { halves, stores } from './stores.ts'
import type { BrowserContext, Page } from '@playwright/test'

async function freshPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await watchSteps(page)
  await page.goto(address)
  return page
}

async function isWhole(page: Page): Promise<void> {
  await expect.poll(async () => (await stores(page))['drafts']).toEqual([])
  const rows = await stores(page)
  const { records, versions, outbox } = halves(rows)
  expect(versions).toEqual(records)
  expect(outbox).toEqual(records)
}

/** Writes a note to its end, noting down whether the screen has called it saved. */
async function write(house: House, text: string, said: { saved: boolean }): Promise<void> {
  await field(house, 'notes.text').fill(text)
  await expect(saved(house)).toBeVisible()
  said.saved = true
  await button(house, 'notes.done').click()
  await expect(house.page.getByRole('article')).toContainText(text)
}

test('a tab killed at any step of writing a note leaves all of it or nothing, and all that was called saved', async ({
  page,
  context,
}) => {
  test.setTimeout(400_000)
  const { say } = await welcome(page, 'de')
  const counted = { page: await freshPage(context, '/#/notes/new'), say }
  await stopAt(counted.page, Infinity)
  await write(counted, 'Zum Zählen.', { saved: false })
  await expect.poll(() => stepsOf(counted.page).then((steps) => steps.length)).toBeGreaterThan(5)
  const steps = await stepsOf(counted.page)
  await counted.page.close()
  const covered: string[] = []
  const killedAt = new Set<string>()
  /** Writes a note that is killed at that step; undefined if it came to its end. */
  const writeUntil = async (step: number | string): Promise<string | undefined> => {
    const text = `Bis hierher: ${step}.`
    const house = { page: await freshPage(context, '/#/notes/new'), say }
    const said = { saved: false }
    await field(house, 'notes.text').waitFor()
    const killed = await doOrDie(house.page, step, () => write(house, text, said))
    if (killed !== undefined) killedAt.add(killed)
    await house.page.close()
    const after = await freshPage(context, '/#/notes')
    await expect(after.getByRole('heading', { level: 1, name: say('notes.title') })).toBeVisible()
    await expect(after.getByRole('link', { name: 'Zum Zählen.' })).toHaveCount(1)
    const note = after.getByRole('link', { name: text })
    if (said.saved) await expect(note, `step ${step}`).toHaveCount(1)
    const found = await note.count()
    covered.push(
      `${step}. ${killed === undefined ? 'ran through' : `killed at ${killed}`}, ${said.saved ? 'called saved' : 'not yet called saved'}, ${found} found`,
    )
    expect(found, covered.at(-1)).toBeLessThanOrEqual(1)
    await isWhole(after)
    await after.close()
    return killed
  }
  // How often a draft is kept before Done depends on how fast the tablet is: so go on until nothing is left to kill.
  for (let step = 1; step < 20 && (await writeUntil(step)) !== undefined; step += 1);
  expect(covered.at(-1)).toContain('ran through')
  // And by the same reason the numbers may have passed a kind of step by.
  for (const name of new Set(steps)) if (!killedAt.has(name)) await writeUntil(name)
  console.log(`Killed while a note was written:\n${covered.join('\n')}`)
  expect(killedAt, 'every kind of step').toEqual(new Set(steps))
})

test('a tab killed at any step of deleting leaves the note whole, standing or in the bin', async ({
  page,
  context,
}) => {
  const { say } = await welcome(page, 'de')
  await page.goto('/#/notes/new')
  await write({ page, say }, 'Bleibt ganz.', { saved: false })
  const address = page.url()
  await page.close()
  const covered: string[] = []
  for (let step = 1, killed = true; killed && step < 20; step += 1) {
    const house = { page: await freshPage(context, address), say }
    const [remove, restore] = [button(house, 'notes.delete'), button(house, 'ui.undo')]
    await remove.waitFor()
    await settled(house)
    const at = await doOrDie(house.page, step, async () => {
      await remove.click()
      await restore.click()
      await expect(remove.or(house.page.getByRole('link', { name: 'Bleibt ganz.' }))).toBeVisible()
    })
    killed = at !== undefined
    if (killed) covered.push(`step ${step}`)
    await house.page.close()
    const after = await freshPage(context, '/#/deleted')
    const back = button({ page: after, say }, 'bin.restore')
    await expect(back.or(after.getByText(say('bin.none')))).toBeVisible()
    // Where it lies on the disk says whether it has to be brought back: the page may still be reading that.
    const [lying] = (await stores(after))['records'] as { list: string }[]
    if (lying?.list === 'bin') await back.click()
    await expect
      .poll(() => stores(after).then((rows) => rows['records']))
      .toMatchObject([{ list: 'note', fields: { text: 'Bleibt ganz.' } }])
    await isWhole(after)
    await after.close()
  }
  console.log(`Killed while a note was deleted and brought back: ${covered.join(', ')}`)
  expect(covered.length).toBeGreaterThanOrEqual(6)
})
