import { allShared, invite, join, share, test } from './circle.ts'
import { button, comeBackTo, expect, field, goTo, installed, link, welcome, type House } from './house.ts'
import { barriers } from './look.ts'
import { addPartnership } from './seed-more.ts'

const heading = ({ page, say }: House, key: string) =>
  page.getByRole('heading', { level: 1, name: say(key), exact: true })

/** Writes a request for advice and arrives on its page. */
async function ask(house: House, title: string, text: string): Promise<string> {
  await goTo(house, '/register/advice')
  await field(house, 'register.titleField').fill(title)
  await field(house, 'register.association').fill('Verein Altenbrück')
  await house.page.getByRole('textbox', { name: /^Deutsch/ }).fill(text)
  await field(house, 'register.mail').fill('verein@example.org')
  await button(house, 'register.form.done').click()
  await expect(house.page).toHaveURL(/#\/register\/\w{32}$/)
  await expect(house.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return house.page.url().split('/').at(-1) ?? ''
}

/** From the page of an entry of ours to the point where the exchange has it. */
async function publish(house: House): Promise<void> {
  await link(house, 'register.publishNext').click()
  await expect(heading(house, 'register.publish')).toBeVisible()
  await button(house, 'register.publish').click()
  await expect(house.page.getByText(house.say('register.own.publicSince', { date: '' }).trim())).toBeVisible({
    timeout: 60_000,
  })
}

const entry = ({ page }: House, title: string) => page.getByRole('link', { name: new RegExp(title) })

test('what a coordinator publishes is found by others, also offline, until it is withdrawn', async ({
  device,
}) => {
  const renate = await welcome(await device(), 'de')
  await share(renate, 'Verein Altenbrück')
  await allShared(renate)
  const id = await ask(renate, 'Wer kennt einen Dolmetscher?', 'Wir suchen jemanden für Ungarisch.')
  await expect(renate.page.getByText(renate.say('register.own.draft'))).toBeVisible()

  const istvan = await welcome(await device(), 'hu')
  await goTo(istvan, '/register')
  await expect(istvan.page.getByText(istvan.say('register.nonePublished'))).toBeVisible({ timeout: 60_000 })

  await publish(renate)
  await comeBackTo(istvan, '/register')
  await expect(entry(istvan, 'Dolmetscher')).toBeVisible({ timeout: 60_000 })

  await installed(istvan.page)
  await istvan.page.context().setOffline(true)
  await istvan.page.reload()
  await field(istvan, 'register.search')
    .or(istvan.page.getByRole('searchbox', { name: istvan.say('register.search') }))
    .fill('ungar')
  await entry(istvan, 'Dolmetscher').click()
  await expect(istvan.page.getByText('Wir suchen jemanden für Ungarisch.')).toBeVisible()
  await expect(istvan.page.getByRole('link', { name: istvan.say('ui.email.write') })).toHaveAttribute(
    'href',
    /^mailto:verein%40example\.org\?/,
  )
  await istvan.page.context().setOffline(false)

  await goTo(renate, `/register/${id}`)
  await button(renate, 'register.withdraw').click()
  await expect(
    renate.page.getByText(renate.say('register.own.withdrawnOn', { date: '' }).trim()),
  ).toBeVisible({ timeout: 60_000 })
  await goTo(istvan, '/register')
  await expect(istvan.page.getByText(istvan.say('register.nonePublished'))).toBeVisible({ timeout: 60_000 })
})

test('without internet nothing is said to be published, and the draft stays', async ({ device }) => {
  const renate = await welcome(await device(), 'de')
  await share(renate, 'Verein Altenbrück')
  await allShared(renate)
  await installed(renate.page)
  await renate.page.context().setOffline(true)
  const id = await ask(renate, 'Ohne Netz', 'Niemand soll das sehen.')
  await link(renate, 'register.publishNext').click()
  await expect(renate.page.getByText(renate.say('register.sure.offline'))).toBeVisible()
  await button(renate, 'register.publish').click()
  await expect(renate.page.getByText(renate.say('register.notPublished'))).toBeVisible({ timeout: 60_000 })
  await goTo(renate, `/register/${id}`)
  await expect(renate.page.getByText(renate.say('register.own.draft'))).toBeVisible()
  await renate.page.context().setOffline(false)
  await renate.page.reload()
  await publish(renate)
})

test('who writes but does not coordinate reads what is public and publishes nothing', async ({ device }) => {
  const renate = await welcome(await device(), 'de')
  await share(renate, 'Verein Altenbrück')
  const id = await ask(renate, 'Wer hat Notenständer?', 'Für den Chor.')
  await publish(renate)
  await allShared(renate)
  const bernd = await join(await device(), await invite(renate, 'member', 'Bernd'))
  await goTo(bernd, `/register/${id}`)
  await expect(bernd.page.getByRole('heading', { level: 1, name: 'Wer hat Notenständer?' })).toBeVisible({
    timeout: 30_000,
  })
  await expect(bernd.page.getByText(bernd.say('register.own.publicSince', { date: '' }).trim())).toBeVisible()
  await expect(button(bernd, 'register.withdraw')).toHaveCount(0)
  await expect(link(bernd, 'register.change')).toHaveCount(0)
  for (const path of ['/register/advice', `/register/${id}/change`, `/register/${id}/publish`]) {
    await goTo(bernd, path)
    await expect(bernd.page.getByText(bernd.say('register.others', { names: '' }).trim())).toBeVisible()
    await expect(bernd.page.getByRole('textbox')).toHaveCount(0)
    await expect(button(bernd, 'register.publish')).toHaveCount(0)
  }
})

test('a partnership is shown from its own page, and stands on the pages of its towns', async ({ device }) => {
  const renate = await welcome(await device(), 'de')
  const { page, say } = renate
  await share(renate, 'Verein Altenbrück')
  const { partnerships } = await addPartnership(renate)
  await goTo(renate, `/partnerships/${partnerships}`)
  await link(renate, 'register.begin').click()
  await expect(heading(renate, 'register.form.title')).toBeVisible()
  await expect(
    page.getByRole('group', { name: say('register.towns') }).getByRole('checkbox', { checked: true }),
  ).toHaveCount(2)
  expect(await barriers(page)).toEqual([])
  await button(renate, 'register.form.done').click()
  await link(renate, 'register.publishNext').click()
  await expect(heading(renate, 'register.publish')).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await button(renate, 'register.publish').click()
  await expect(button(renate, 'register.withdraw')).toBeVisible({ timeout: 60_000 })
  expect(await barriers(page)).toEqual([])

  const zofia = await welcome(await device(), 'pl')
  await goTo(zofia, '/register')
  const first = zofia.page.locator('.rows a').first()
  await expect(first).toBeVisible({ timeout: 60_000 })
  await button(zofia, 'ui.filters.open').click()
  await zofia.page.getByRole('radio', { name: zofia.say('register.type.partnership') }).check()
  expect(await barriers(zofia.page)).toEqual([])
  await first.click()
  await expect(zofia.page.getByRole('heading', { level: 2, name: zofia.say('register.towns') })).toBeVisible()
  expect(await barriers(zofia.page)).toEqual([])
  await zofia.page.locator('.rows a').first().click()
  await expect(
    zofia.page.getByRole('heading', { level: 2, name: zofia.say('register.published') }),
  ).toBeVisible()
  expect(await barriers(zofia.page)).toEqual([])
})
