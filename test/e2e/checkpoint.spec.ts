import { allShared, invite, join, share, test } from './circle.ts'
import { chooseFile, takeButton, type Card } from './contact-file.ts'
import { addNote, button, expect, goTo, welcome } from './house.ts'

const count = 1100
const many: readonly Card[] = Array.from({ length: count }, (_, index) => ({
  name: ['Anna', `Nowak ${index + 1}`],
  phone: `+48 12 ${1000 + index}`,
  email: `anna${index}@example.org`,
}))

test('who joins a large notebook starts from its checkpoint, and both go on from there', async ({
  device,
}) => {
  const host = await welcome(await device(), 'de')
  await chooseFile(host, many)
  await takeButton(host, count).click()
  await host.page
    .getByRole('status')
    .getByText(host.say('imports.taken', { count }))
    .first()
    .waitFor({ timeout: 60_000 })
  await button(host, 'ui.close').click()
  const put = host.page.waitForResponse((answer) => answer.url().endsWith('/v1/checkpoint/put'), {
    timeout: 240_000,
  })
  await share(host, 'Verein Altenbrück')
  // That it was agreed on shows below: the page may have loaded anew since, and the answer's words with it.
  expect((await put).status()).toBe(200)
  await allShared(host)
  const invited = await invite(host, 'member', 'Maria')

  const page = await device()
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(new URL(request.url()).pathname))
  const guest = await join(page, invited, 'Maria')
  await allShared(guest)
  expect(asked).toContain('/v1/chunk/get')
  await goTo(guest, '/people')
  await page.getByRole('searchbox').fill('Nowak 1100')
  await expect(page.getByRole('link', { name: /Nowak 1100/ })).toHaveCount(1)
  await addNote(guest, 'Von Maria, danach.')
  await goTo(host, '/notes')
  await expect(host.page.getByRole('link', { name: 'Von Maria, danach.' })).toBeVisible({ timeout: 60_000 })
})
