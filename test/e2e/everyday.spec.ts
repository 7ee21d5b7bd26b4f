import { languages } from '../../src/shared/language.ts'
import {
  addNote,
  addPerson,
  button,
  expect,
  field,
  goTo,
  idOf,
  link,
  place,
  saved,
  settled,
  test,
  welcome,
  type House,
} from './house.ts'

/** What is typed into the search of the contacts, and who must be the only one found. */
async function find({ page, say }: House, query: string, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: say('people.search') }).fill(query)
  await expect(page.getByRole('status').filter({ hasText: say('people.found', { count: 1 }) })).toBeVisible()
  const list = page.getByRole('region', { name: say('people.people'), exact: true })
  await expect(list.locator('.row')).toHaveText([new RegExp(name)])
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test('a person is added, found by any spelling and by any digits, and can be called', async ({
      page,
    }) => {
      const house = await welcome(page, language)
      await addPerson(house, {
        given: 'Łukasz',
        family: 'Ćwik',
        town: 'Kraków',
        phone: '+48 12 345 67 89',
        email: 'lukasz@example.org',
      })
      await expect(saved(house)).toBeVisible()
      await addPerson(house, { given: 'Jürgen', family: 'Müller', town: 'Köln', phone: '0221 / 99 88 77' })
      await addPerson(house, { given: 'Zsófia', family: 'Kovács', town: 'Pécs' })
      await place(house, 'people.contacts').click()
      for (const query of ['lukasz', 'Luk', 'cwik', '345', '4567', 'krak']) await find(house, query, 'Łukasz')
      for (const query of ['muller', 'mueller', 'Jurg', '99 88', '8877', 'koln', 'koeln'])
        await find(house, query, 'Müller')
      await find(house, 'kovacs', 'Kovács')
      await find(house, 'lukasz', 'Łukasz')
      await page.getByRole('link', { name: /Łukasz/ }).click()
      await expect(link(house, 'ui.phone.call')).toHaveAttribute('href', 'tel:+48123456789')
      await expect(link(house, 'ui.email.write')).toHaveAttribute('href', 'mailto:lukasz%40example.org')
    })

    test("a note about a person stands on Start and on the person's page", async ({ page }) => {
      const house = await welcome(page, language)
      await addPerson(house, { given: 'Anna', family: 'Nowak' })
      const person = idOf(page)
      await page.getByRole('link', { name: house.say('notes.write') }).click()
      await field(house, 'notes.text').fill('Bus für 40 Gäste bestellt.')
      await expect(page.getByText(/Anna Nowak|Nowak Anna/)).toBeVisible()
      await button(house, 'notes.done').click()
      await expect(saved(house)).toBeVisible()
      await place(house, 'start.title').click()
      await expect(page.getByRole('link', { name: /Bus für 40 Gäste bestellt/ })).toBeVisible()
      await goTo(house, `/people/${person}`)
      const card = page.getByRole('article').filter({ hasText: 'Bus für 40 Gäste bestellt' })
      await expect(card).toContainText('Renate Vogel')
      await card.getByRole('link', { name: house.say('notes.open'), exact: true }).click()
      await expect(page).toHaveURL(/#\/notes\/[^/]{16,}$/)
      await expect(page.getByRole('article')).toContainText('Bus für 40 Gäste bestellt')
    })

    test('what was deleted comes back with one tap, at once or later', async ({ page }) => {
      const house = await welcome(page, language)
      const { say } = house
      await addNote(house, 'Der Chor singt am Samstag.')
      const note = page.getByRole('link', { name: /Der Chor singt/ })
      await button(house, 'notes.delete').click()
      await expect(page.getByText(say('notes.deleted'))).toBeVisible()
      await expect(note).toHaveCount(0)
      await button(house, 'ui.undo').click()
      await goTo(house, '/notes')
      await note.click()
      await settled(house)
      await button(house, 'notes.delete').click()
      await button(house, 'ui.close').click()
      await goTo(house, '/more')
      await link(house, 'bin.title').click()
      await button(house, 'bin.restore').click()
      await expect(page.getByText(say('bin.isBack'), { exact: true })).toBeVisible()
      await goTo(house, '/notes')
      await expect(note).toBeVisible()
    })
  })
}
