import { button, expect, field, goTo, idOf, installed, test, welcome, type House } from './house.ts'
import { barriers, wear } from './look.ts'
import { complaints, visit } from './measure.ts'
import { findTown, nameTown } from './town-place.ts'

/** A second press within half a second counts as a slip of the finger. */
const delay = 600

const form = 'towns.name'

async function keep(house: House): Promise<string> {
  await button(house, 'towns.done').click()
  await expect(house.page).toHaveURL(/#\/towns\/[0-9a-f]{16,}$/)
  return idOf(house.page)
}

/** Writes down a town out of its country's list. */
async function addTown(house: House, country: string, typed: string, isOurs = false): Promise<string> {
  await goTo(house, '/towns/new')
  await findTown(house, form, country, typed)
  if (isOurs) await house.page.getByRole('checkbox', { name: house.say('towns.isOurs') }).check()
  return keep(house)
}

test("a country whose towns were once looked up keeps them without internet; another takes a name of one's own", async ({
  page,
  context,
}) => {
  const house = await welcome(page, 'de')
  const { say } = house
  await addTown(house, 'PL', 'Krakau')
  await installed(page)
  await context.setOffline(true)
  await page.reload()

  await addTown(house, 'PL', 'Breslau')
  await expect(page.getByRole('heading', { level: 1, name: 'Wrocław' })).toBeVisible()

  await goTo(house, '/towns/new')
  const place = page.getByRole('group', { name: say(form), exact: true })
  await place.getByRole('radio', { name: 'Ungarn', exact: true }).check()
  await expect(place.getByText(say('ui.place.noList'))).toBeVisible()
  await place.getByRole('button', { name: say('ui.place.own'), exact: true }).click()
  await field(house, 'ui.place.ownName').fill('Kisfalu')
  await place.getByRole('button', { name: say('ui.place.showPoint'), exact: true }).click()
  // No list, no largest town: one begins with all of Europe. Budapest lies a little right of its middle.
  await place.locator('.map').click({ position: { x: 390, y: 330 } })
  await place.getByRole('button', { name: say('ui.place.here'), exact: true }).click({ delay })
  await expect(place.getByText(say('ui.place.hasPoint'))).toBeVisible()
  await keep(house)
  await expect(page.getByRole('heading', { level: 1, name: 'Kisfalu' })).toBeVisible()

  await context.setOffline(false)
  await addTown(house, 'HU', 'Fünfkirchen')
  await expect(page.getByRole('heading', { level: 1, name: 'Pécs' })).toBeVisible()
})

test('what is kept of the places stays when the app is newer', async ({ page }) => {
  const house = await welcome(page, 'en')
  await addTown(house, 'HU', 'Budapest')
  await installed(page)
  // Stores of versions that are left go; this one is none of them.
  await expect
    .poll(async () => {
      const kept = await page.evaluate(() => caches.keys())
      return kept.filter((name) => !name.startsWith('ponte-app-'))
    })
    .toEqual(['ponte-places-1'])
})

test('the map of many towns can be read and tapped, large and small, and opens what lies together', async ({
  page,
}) => {
  const house = await welcome(page, 'hu')
  await addTown(house, 'DE', 'Lünen', true)
  for (const [country, town] of [
    ['DE', 'Dortmund'],
    ['DE', 'Kamen'],
    ['PL', 'Kraków'],
    ['HU', 'Sopron'],
    ['TR', 'Bursa'],
    ['GB', 'Whitby'],
  ] as const)
    await addTown(house, country, town)
  for (const [width, height, size, theme] of [
    [820, 1180, 'normal', 'light'],
    [820, 1180, 'xlarge', 'dark'],
    [360, 740, 'xlarge', 'contrast'],
  ] as const) {
    await wear(page, { width, height, size, theme })
    await visit(page, '/towns')
    await expect(page.locator('.map .point').first()).toBeVisible()
    expect(await complaints(page)).toEqual([])
    expect(await barriers(page)).toEqual([])
  }
  await wear(page, { width: 820, height: 1180, size: 'normal', theme: 'light' })
  const map = page.locator('.map').first()
  await map.getByRole('button', { name: /Dortmund.*Kamen/ }).click()
  await expect(map.getByRole('link', { name: /^Kamen/ })).toBeVisible()
  await button(house, 'ui.map.all').click()
  await map.getByRole('link', { name: /^Kraków/ }).click()
  await expect(page).toHaveURL(/#\/towns\/[0-9a-f]{16,}$/)
})

test('who plans an event reads the holidays of both towns, also without internet', async ({
  page,
  context,
}) => {
  const house = await welcome(page, 'de')
  const { say } = house
  await addTown(house, 'DE', 'Berlin', true)
  await goTo(house, '/towns/new')
  await nameTown(house, form, 'PL', 'Zielonka')
  await keep(house)
  await goTo(house, '/projects/new')
  await field(house, 'projects.name').fill('Besuch in Zielonka')
  await button(house, 'projects.done').click()
  await expect(page).toHaveURL(/#\/projects\/[0-9a-f]{16,}$/)
  await installed(page)
  await context.setOffline(true)
  await page.reload()

  await goTo(house, '/events/new')
  const days = page.getByRole('group', { name: say('events.day'), exact: true }).getByRole('textbox')
  const day = async (...parts: readonly string[]): Promise<void> => {
    for (const [at, part] of parts.entries()) await days.nth(at).fill(part)
  }
  await day('8', '3', '2027')
  await expect(page.getByText('Montag, 8. März 2027: Internationaler Frauentag (Deutschland)')).toBeVisible()
  await button(house, 'events.enterMore').click()
  const town = page.getByRole('group', { name: say('events.town'), exact: true })
  await town.getByRole('radio', { name: 'Zielonka', exact: true }).check()
  await day('3', '5', '2027')
  await expect(page.getByText('Montag, 3. Mai 2027: Święto Narodowe Trzeciego Maja (Polen)')).toBeVisible()
  await day('4', '5', '2027')
  await expect(page.getByText(say('ui.holidays.legend'), { exact: true })).toHaveCount(0)
})
