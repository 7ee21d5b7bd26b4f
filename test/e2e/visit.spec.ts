import { languages } from '../../src/shared/language.ts'
import {
  addPerson,
  button,
  expect,
  field,
  goTo,
  installed,
  link,
  saved,
  test,
  welcome,
  type House,
} from './house.ts'
import { Finger } from './finger.ts'
import { crash } from './own-browser.ts'
import { stores } from './stores.ts'
import type { Locator, Page } from '@playwright/test'

const asks = ({ page, say }: House, key: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: say(key), exact: true })).toBeVisible()

const town = ({ page, say }: House, name: string): Locator =>
  page.getByRole('group', { name: say('visits.town'), exact: true }).getByText(name, { exact: true })

const kind = ({ page, say }: House, key: string): Locator =>
  page.getByRole('button', { name: say(key), exact: true })

async function atStart(house: House): Promise<void> {
  await goTo(house, '/')
  await asks(house, 'start.title')
}

/** A photo, as the system's own chooser hands it over. */
async function choosePhoto({ page, say }: House, colour: string): Promise<void> {
  const drawn = await page.evaluate((fill) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 600 })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = fill
    context.fillRect(0, 0, 800, 600)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  }, colour)
  await page
    .getByLabel(say('ui.photo.choose'))
    .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(drawn, 'base64') })
}

/** From Start to the question what was done together. */
async function toStory(house: House, finger = new Finger()): Promise<Finger> {
  await atStart(house)
  await finger.tap(link(house, 'visits.write'))
  await asks(house, 'visits.askKind')
  await finger.tap(kind(house, 'visits.type.hostFamily'))
  await asks(house, 'visits.askWhen')
  await finger.tap(button(house, 'visits.next'))
  await asks(house, 'visits.askWho')
  await finger.tap(town(house, 'Kraków'))
  await finger.tap(button(house, 'visits.next'))
  await asks(house, 'visits.askWhat')
  return finger
}

async function toPhotos(house: House, finger: Finger): Promise<void> {
  await finger.tap(button(house, 'visits.next'))
  await asks(house, 'visits.askPhotos')
}

async function toCheck(house: House, finger: Finger): Promise<void> {
  await finger.tap(button(house, 'visits.next'))
  await asks(house, 'visits.askCheck')
}

async function finish(house: House, finger: Finger): Promise<void> {
  await finger.tap(button(house, 'visits.done'))
  await expect(house.page).toHaveURL(/#\/visits\/\w{32}$/)
  await expect(house.page.getByRole('article')).toContainText('Kraków')
}

const rows = async (page: Page, kindName: string): Promise<{ fields: Record<string, unknown> }[]> =>
  ((await stores(page))['records'] as { kind: string; fields: Record<string, unknown> }[]).filter(
    (row) => row.kind === kindName,
  )

test('a visit takes eight taps without internet, and three more with a photo', async ({ page, context }) => {
  const house = await welcome(page, 'de')
  await addPerson(house, { given: 'Anna', family: 'Nowak', town: 'Kraków' })
  await installed(page)
  await context.setOffline(true)

  const finger = await toStory(house)
  await toPhotos(house, finger)
  await toCheck(house, finger)
  await finish(house, finger)
  expect(finger.taps).toBeLessThanOrEqual(8)
  await expect(saved(house)).toBeVisible()
  await expect
    .poll(() => rows(page, 'visit'))
    .toMatchObject([
      { fields: { type: 'hostFamily', town: 'Kraków', author: 'Renate Vogel', language: 'de' } },
    ])
  await expect.poll(async () => (await stores(page))['drafts']).toEqual([])

  const second = await toStory(house)
  await toPhotos(house, second)
  // The button for photos, the photo and the word to take it: the last two are the system's own.
  await choosePhoto(house, '#0b4a7f')
  second.taps += 3
  await expect(page.getByRole('img')).toBeVisible()
  await toCheck(house, second)
  await finish(house, second)
  expect(second.taps).toBeLessThanOrEqual(11)
  await expect(page.getByRole('article').getByRole('img')).toHaveCount(1)
  const [photo] = (await stores(page))['photos'] as { id: string }[]
  expect(new Set((await rows(page, 'visit')).map((row) => row.fields['photo']))).toEqual(
    new Set(['', photo?.id]),
  )
})

for (const language of languages) {
  test(`in ${language} every question has its address, and Back keeps what was answered`, async ({
    page,
  }) => {
    const house = await welcome(page, language)
    await addPerson(house, { given: 'Anna', family: 'Nowak', town: 'Kraków' })
    const finger = await toStory(house)
    await expect(page).toHaveURL(/\/ask\/what$/)
    await expect(
      page.getByText(house.say('visits.progress', { number: 4, all: 5 }), { exact: true }),
    ).toBeVisible()
    await field(house, 'visits.story').fill('Zażółć, Győr, Grüße: schön war es.')
    await link(house, 'ui.back').click()
    await asks(house, 'visits.askWho')
    await expect(page.getByRole('radio', { name: 'Kraków' })).toBeChecked()
    await page.goBack()
    await asks(house, 'visits.askWhen')
    await finger.tap(button(house, 'visits.next'))
    await asks(house, 'visits.askWho')
    await finger.tap(button(house, 'visits.next'))
    await asks(house, 'visits.askWhat')
    await expect(field(house, 'visits.story')).toHaveValue('Zażółć, Győr, Grüße: schön war es.')
    await toPhotos(house, finger)
    await toCheck(house, finger)

    // One answer is changed and one is straight back.
    await finger.tap(
      page.getByRole('link', { name: `${house.say('visits.change')} ${house.say('visits.kindName')}` }),
    )
    await asks(house, 'visits.askKind')
    await finger.tap(kind(house, 'visits.type.delegation'))
    await asks(house, 'visits.askCheck')
    await expect(page.getByText(house.say('visits.type.delegation'), { exact: true })).toBeVisible()

    await finger.tap(button(house, 'visits.addStep'))
    await field(house, 'visits.stepText').fill('Dziękujemy!')
    await page
      .getByRole('group', { name: house.say('visits.until') })
      .getByRole('radio', { name: house.say('visits.inAWeek') })
      .check()
    await finish(house, finger)
    await expect(page.getByRole('article')).toContainText('Zażółć, Győr, Grüße: schön war es.')
    const id = page.url().split('/').pop()
    await expect
      .poll(() => rows(page, 'step'))
      .toMatchObject([{ fields: { text: 'Dziękujemy!', about: id, doneOn: '' } }])

    // The questions are over: Back leads past them to where it began.
    await page.goBack()
    await asks(house, 'start.title')
    await goTo(house, '/visits')
    await page.getByRole('link', { name: /Kraków/ }).click()
    await button(house, 'visits.delete').click()
    await expect(page.getByText(house.say('visits.none'))).toBeVisible()
    await button(house, 'ui.undo').click()
    await expect(page.getByRole('link', { name: /Kraków/ })).toBeVisible()
  })
}

test('an unfinished visit outlives a killed tab, waits on Start, and is never finished by itself', async ({
  page,
  context,
}) => {
  const house = await welcome(page, 'de')
  await addPerson(house, { given: 'Anna', family: 'Nowak', town: 'Kraków' })
  const finger = await toStory(house)
  await field(house, 'visits.story').fill('Kuchen im Garten.')
  await expect(saved(house)).toBeVisible()
  await crash(page)

  const after: House = { page: await context.newPage(), say: house.say }
  await after.page.goto('/#/')
  await asks(after, 'start.title')
  expect(await rows(after.page, 'visit')).toEqual([])
  await finger.tap(after.page.getByRole('link', { name: after.say('visits.goOnWriting') }))
  await asks(after, 'visits.askWhat')
  await expect(field(after, 'visits.story')).toHaveValue('Kuchen im Garten.')
  await link(after, 'ui.back').click()
  await asks(after, 'visits.askWho')
  await atStart(after)

  // Beginning anew asks first.
  await link(after, 'visits.write').click()
  await asks(after, 'visits.oneIsUnfinished')
  await button(after, 'visits.throwAway').click()
  await expect(after.page.getByText(after.say('visits.none'))).toBeVisible()
  await button(after, 'ui.undo').click()
  await after.page.getByRole('link', { name: /Kraków/ }).click()
  await asks(after, 'visits.askWhat')
  await toPhotos(after, finger)
  await toCheck(after, finger)
  await finish(after, finger)
  await expect(after.page.getByRole('article')).toContainText('Kuchen im Garten.')
  await expect.poll(() => rows(after.page, 'visit')).toHaveLength(1)
})
