import { languages } from '../../src/shared/language.ts'
import {
  addPerson,
  button,
  expect,
  field,
  goTo,
  idOf,
  link,
  saved,
  test,
  welcome,
  type House,
} from './house.ts'
import { barriers, wear } from './look.ts'
import { complaints } from './measure.ts'
import { addPhoto } from './pictures.ts'
import type { Page } from '@playwright/test'

type Handed = { readonly text: string; readonly files: readonly { type: string; size: number }[] }

/** In place of the device's own choice of where something shall go: it keeps what it was given. */
async function fakeShare(page: Page, takesFiles: boolean): Promise<() => Promise<Handed[]>> {
  await page.addInitScript((takes) => {
    const handed: unknown[] = []
    const share = ({ text = '', files = [] }: ShareData): Promise<void> => {
      handed.push({ text, files: files.map(({ type, size }) => ({ type, size })) })
      return Promise.resolve()
    }
    Object.assign(window, { handed })
    Object.defineProperty(navigator, 'share', { value: share, configurable: true })
    Object.defineProperty(navigator, 'canShare', { value: () => takes, configurable: true })
  }, takesFiles)
  return () => page.evaluate(() => (window as unknown as { handed: Handed[] }).handed)
}

async function addChannel(house: House, name: string): Promise<void> {
  const { page, say } = house
  await goTo(house, '/channels/new')
  await field(house, 'channels.name').fill(name)
  await page.getByRole('radio', { name: say('ui.use.social'), exact: true }).check()
  await button(house, 'channels.done').click()
  await expect(page).toHaveURL(/#\/channels\/[0-9a-f]{16,}$/)
}

/** An event in the past to which nobody was invited, with a photo. */
async function addEventWithPhoto(house: House): Promise<string> {
  const { page, say } = house
  await goTo(house, '/events/new')
  await field(house, 'events.name').fill('Partnerschaftsjubiläum')
  const day = page.getByRole('group', { name: say('events.day'), exact: true }).getByRole('textbox')
  for (const [index, part] of ['24', '5', '2024'].entries()) await day.nth(index).fill(part)
  await field(house, 'events.begins').fill('18:00')
  await button(house, 'events.done').click()
  await expect(page).toHaveURL(/#\/events\/[0-9a-f]{16,}$/)
  await addPhoto(house)
  return idOf(page)
}

for (const language of languages)
  test(`a post asks everybody in its photo before it goes out, in ${language}`, async ({ page }) => {
    const handed = await fakeShare(page, true)
    const house = await welcome(page, language)
    const { say } = house
    await addPerson(house, { given: 'Jan', family: 'Kowalski' })
    const jan = idOf(page)
    await addChannel(house, 'Facebook')
    await addEventWithPhoto(house)
    await link(house, 'posts.make').click()
    await page.getByRole('radio', { name: /^Facebook/ }).check()
    await page.getByRole('checkbox', { name: say('posts.takeAlong') }).check()
    await expect(page.getByText(say('posts.hold.unasked'))).toBeVisible()
    await button(house, 'posts.findPerson').click()
    await page.getByRole('searchbox', { name: say('posts.searchName') }).fill('kowal')
    await page.getByRole('button', { name: /Kowalski/ }).click()
    const held = page.getByRole('link', { name: say('posts.hold.person', { name: 'Jan Kowalski' }) })
    const heldHungarian = page.getByRole('link', { name: say('posts.hold.person', { name: 'Kowalski Jan' }) })
    await expect(held.or(heldHungarian)).toBeVisible()
    await button(house, 'posts.share').click()
    await expect(page.getByText(say('posts.writeDown'))).toBeVisible()
    expect((await handed())[0]?.files).toEqual([])
    for (const look of [
      { width: 820, height: 1180, size: 'normal', theme: 'light' },
      { width: 360, height: 740, size: 'xlarge', theme: 'dark' },
    ]) {
      await wear(page, look)
      expect(await complaints(page)).toEqual([])
      expect(await barriers(page)).toEqual([])
    }

    // The way to the person, where the agreement is written down, and back to what was begun.
    await held.or(heldHungarian).click()
    await expect(page).toHaveURL(new RegExp(`#/people/${jan}/change`))
    await page.getByRole('checkbox', { name: say('ui.use.social'), exact: true }).check()
    await button(house, 'people.done').click()
    await expect(page.getByText(say('posts.withPhotos', { count: 1 }))).toBeVisible()
    await button(house, 'posts.share').click()
    await expect.poll(async () => (await handed()).length).toBe(2)
    const last = (await handed())[1]
    expect(last?.text).toContain('Partnerschaftsjubiläum')
    expect(last?.text).toContain(say('posts.thanks'))
    expect(last?.files[0]?.type).toBe('image/jpeg')
    expect(last?.files[0]?.size).toBeGreaterThan(1000)
  })

test('a post that was begun is there after the tab was gone, and where no app takes files its photos become some', async ({
  page,
}) => {
  const handed = await fakeShare(page, false)
  const house = await welcome(page, 'de')
  const { say } = house
  const event = await addEventWithPhoto(house)
  await goTo(house, `/posts/new/${event}`)
  await page.getByRole('radio', { name: say('posts.somebody') }).check()
  await page.getByRole('checkbox', { name: say('posts.takeAlong') }).check()
  await page.getByRole('checkbox', { name: say('posts.nobody'), exact: true }).check()
  await field(house, 'posts.text').fill('Es war ein schöner Tag.')
  await expect(saved(house)).toBeVisible()
  await page.goto('about:blank')
  await page.goto(`/#/events/${event}`)
  await page.getByRole('link', { name: say('posts.begun') }).click()
  await expect(field(house, 'posts.text')).toHaveValue('Es war ein schöner Tag.')
  await expect(button(house, 'posts.delete')).toBeVisible()
  expect(await complaints(page)).toEqual([])
  await expect(page.getByRole('checkbox', { name: say('posts.nobody'), exact: true })).toBeChecked()
  await button(house, 'posts.share').click()
  await expect.poll(handed).toEqual([{ text: 'Es war ein schöner Tag.', files: [] }])
  const file = page.waitForEvent('download')
  await button(house, 'posts.savePhotos_one').click()
  expect((await file).suggestedFilename()).toBe('ponte-1.jpg')
  await expect(page.getByText(say('posts.savedPhotos'))).toBeVisible()
  await button(house, 'posts.writeDown').click()
  await goTo(house, '/notes')
  await expect(page.getByRole('link', { name: /Beitrag weitergegeben/ })).toBeVisible()
})
