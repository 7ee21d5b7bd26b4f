import { addProject } from './seed-more.ts'
import { addPerson, button, expect, field, goTo, idOf, link, test, welcome, type House } from './house.ts'
import { pagesOf, paperComplaints } from './sheet.ts'
import { wear } from './look.ts'

/** Begins the report for the yearly meeting and arrives on its sheet. */
async function begin(house: House): Promise<string> {
  const { page, say } = house
  await goTo(house, '/more')
  await link(house, 'yearly.title').click()
  await link(house, 'yearly.begin').click()
  await page.getByRole('radio', { name: say('yearly.thisYear') }).check()
  await button(house, 'yearly.make').click()
  await expect(page).toHaveURL(/#\/yearly\/[0-9a-f]{16,}$/)
  return idOf(page)
}

/** The sheet's section under that heading. */
const section = ({ page, say }: House, key: string) =>
  page
    .getByRole('article')
    .locator('section', { has: page.getByRole('heading', { name: say(key), exact: true }) })

for (const language of ['de', 'hu'] as const) {
  test(`a report for the yearly meeting is made, changed, printed and handed over in ${language}`, async ({
    page,
  }) => {
    const house = await welcome(page, language)
    const { say } = house
    await addPerson(house, { given: 'Anna', family: 'Canarska', town: 'Kraków' })
    await addProject(house)
    const id = await begin(house)
    const owed = section(house, 'yearly.section.owed')
    await expect(owed).toContainText('Székesfehérvár')
    await owed.getByRole('link', { name: say('yearly.edit') }).click()
    const text = field(house, 'yearly.section.owed')
    await expect(text).toHaveValue(/Székesfehérvár/)
    await text.fill(`${await text.inputValue()}\n\nDas holen wir nach.`)
    await button(house, 'yearly.done').click()
    await expect(owed).toContainText('Das holen wir nach.')
    await expect(owed.getByText(say('yearly.isEdited'), { exact: true })).toBeVisible()
    await page.reload()
    await expect(owed).toContainText('Das holen wir nach.')

    // On paper it comes out whole, with nothing to tap, and nothing that is not written.
    await wear(page, { width: 820, height: 1180, size: 'xlarge', theme: 'dark' })
    await goTo(house, `/yearly/${id}`)
    await expect(owed).toContainText('Das holen wir nach.')
    expect(await paperComplaints(page)).toEqual([])
    const { count, size } = await pagesOf(page)
    expect(size).toBe('595x842 pt')
    expect(count).toBeLessThan(4)
    await page.emulateMedia({ media: 'print' })
    await expect(section(house, 'yearly.section.wishes')).toBeHidden()
    await page.emulateMedia({ media: null })
    await wear(page, { width: 820, height: 1180, size: 'normal', theme: 'light' })

    // It is made anew with one tap, and that can be taken back.
    await owed.getByRole('button', { name: say('yearly.anew') }).click()
    await expect(owed).not.toContainText('Das holen wir nach.')
    await button(house, 'ui.undo').click()
    await expect(owed).toContainText('Das holen wir nach.')
    await page.waitForTimeout(600)

    // Handed over, it says what it said, whatever is recorded later.
    await button(house, 'yearly.handOver').click()
    await expect(page.getByText(say('yearly.isGiven'))).toBeVisible()
    await addProject(house)
    await goTo(house, `/yearly/${id}`)
    await expect(owed).toContainText('Das holen wir nach.')
    await expect(page.getByRole('article').getByRole('link')).toHaveCount(0)
  })
}

test("a report for a funder is begun on the project's page and lists its receipts", async ({ page }) => {
  const house = await welcome(page, 'de')
  const { say } = house
  // Towns that somebody lives in are offered.
  await addPerson(house, { given: 'Anna', family: 'Nowak', town: 'Kraków' })
  const project = await addProject(house)
  await goTo(house, `/projects/${project}`)
  await link(house, 'yearly.beginFunder').click()
  await field(house, 'yearly.funder').fill('Stiftung Brücken')
  await button(house, 'yearly.make').click()
  await expect(page.getByRole('article')).toContainText('Für: Stiftung Brücken')
  await link(house, 'yearly.receipts').click()
  await link(house, 'yearly.addReceipt').click()
  await button(house, 'yearly.done').click()
  await expect(page.getByText(say('yearly.receiptWhatMissing'))).toBeVisible()
  await field(house, 'yearly.receiptWhat').fill('Bus')
  await field(house, 'yearly.receiptAmount').fill('1.240,50 €')
  await page.waitForTimeout(600)
  await button(house, 'yearly.done').click()
  await page.getByRole('link', { name: /Bus/ }).waitFor()
  await page.goBack()
  await expect(section(house, 'yearly.section.receipts')).toContainText(/Summe der Belege: 1\.240,50\s€/)
})
