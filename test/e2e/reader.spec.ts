import { allShared, invite, join, share, test } from './circle.ts'
import { addNote, addPerson, button, expect, field, goTo, idOf, link, welcome } from './house.ts'
import { addPhoto } from './pictures.ts'
import { writingAddresses } from './routes.ts'
import { stores } from './stores.ts'
import { wordsOf } from './words.ts'

const say = wordsOf('de')

test('who may only read sees everything, finds no way to write, and writes to the author', async ({
  device,
}) => {
  const renate = await welcome(await device(), 'de')
  await addPerson(renate, { given: 'Renate', family: 'Vogel', email: 'renate@example.org' })
  const people = idOf(renate.page)
  await addNote(renate, 'Die Halle ist bestellt.', people)
  const notes = idOf(renate.page)
  await addPhoto(renate)
  await share(renate, 'Verein Altenbrück')
  await allShared(renate)
  const office = await join(await device(), await invite(renate, 'reader', 'Bezirksamt'))
  const { page } = office

  await expect(page.getByRole('link', { name: /Die Halle ist bestellt/ })).toBeVisible()
  for (const key of ['visits.write', 'notes.write']) await expect(link(office, key)).toHaveCount(0)
  await goTo(office, `/notes/${notes}`)
  await expect(page.getByText(say('author.by', { name: 'Renate Vogel' }))).toBeVisible()
  await expect(page.locator('.photos img')).toBeVisible()
  await expect(link(office, 'notes.change')).toHaveCount(0)
  await expect(button(office, 'notes.delete')).toHaveCount(0)
  await expect(page.getByLabel(say('ui.photo.choose'))).toHaveCount(0)
  const letter = page.getByRole('link', { name: say('author.write', { name: 'Renate Vogel' }) })
  await expect(letter).toHaveAttribute('href', /^mailto:renate%40example\.org\?subject=.*Die%20Halle/)

  // Which record it is makes no difference: the form is there for none.
  const addresses = writingAddresses(people)
  expect(addresses.length).toBeGreaterThan(20)
  for (const address of addresses) {
    await test.step(`is told so at ${address}`, async () => {
      await goTo(office, address)
      await expect(page).toHaveURL(new RegExp(`#${address}$`))
      await expect(page.getByRole('heading', { level: 1, name: say('app.onlyToRead.title') })).toBeVisible()
      await expect(page.getByRole('textbox')).toHaveCount(0)
    })
  }
  for (const store of ['outbox', 'sealed', 'waiting', 'drafts'])
    await expect.poll(async () => (await stores(page))[store], store).toEqual([])
  await goTo(office, '/members/invite')
  await expect(page.getByRole('heading', { name: say('members.invite.ownTitle') })).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expect(field(office, 'members.invite.name')).toHaveCount(0)
})
