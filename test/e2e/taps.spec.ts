import { languages } from '../../src/shared/language.ts'
import { invite, share, test } from './circle.ts'
import { Finger } from './finger.ts'
import {
  addNote,
  addPerson,
  button,
  expect,
  field,
  goTo,
  installed,
  link,
  place,
  saved,
  settled,
  welcome,
  type House,
} from './house.ts'
import { wordsOf } from './words.ts'

// Nobody over 75 should need more taps than planned. The photo of a visit is in visit.spec.ts.

async function fromStart(house: House): Promise<Finger> {
  await goTo(house, '/')
  await expect(house.page.getByRole('heading', { level: 1, name: house.say('start.title') })).toBeVisible()
  return new Finger()
}

/** An event in three days' time. */
async function addEvent(house: House): Promise<void> {
  const { page, say } = house
  await goTo(house, '/events/new')
  await field(house, 'events.name').fill('Stammtisch')
  const then = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000)
  const parts = [then.getDate(), then.getMonth() + 1, then.getFullYear()]
  const day = page.getByRole('group', { name: say('events.day'), exact: true }).getByRole('textbox')
  for (const [index, part] of parts.entries()) await day.nth(index).fill(String(part))
  await field(house, 'events.begins').fill('18')
  await button(house, 'events.done').click()
  await expect(page).toHaveURL(/#\/events\/[0-9a-f]{16,}$/)
}

async function seed(house: House): Promise<void> {
  await addPerson(house, {
    given: 'Anna',
    family: 'Nowak',
    town: 'Kraków',
    phone: '+48 12 345',
    email: 'anna@example.org',
  })
  await addNote(house, 'Die neueste Notiz.')
  await addEvent(house)
}

async function seeNextEventAndSafety(house: House): Promise<void> {
  const { page, say } = house
  const finger = await fromStart(house)
  await expect(page.getByRole('link', { name: /Stammtisch/ }), 'the next event: no tap').toBeInViewport()
  await expect(saved(house), 'whether all is safe: no tap').toBeInViewport()
  await finger.tap(saved(house))
  await expect(page.getByRole('heading', { level: 1, name: say('saved.title') })).toBeVisible()
  expect(finger.taps, 'what is saved, in detail').toBe(1)
}

async function findCallAndWrite(house: House): Promise<void> {
  const { page } = house
  const finger = await fromStart(house)
  await finger.tap(place(house, 'people.contacts'))
  await finger.tap(page.getByRole('link', { name: /Anna/ }))
  await expect(page.getByRole('heading', { level: 1, name: /^(Anna Nowak|Nowak Anna)$/ })).toBeVisible()
  expect(finger.taps, 'find a person').toBeLessThanOrEqual(2)
  // The third tap opens the telephone or the mail program, which is no page of ours.
  await expect(link(house, 'ui.phone.call')).toBeInViewport()
  await expect(link(house, 'ui.email.write')).toBeVisible()
}

async function readAndWriteNotes(house: House): Promise<void> {
  const { page } = house
  const reading = await fromStart(house)
  await reading.tap(page.getByRole('link', { name: /Die neueste Notiz/ }))
  await expect(page.getByRole('article')).toContainText('Die neueste Notiz.')
  expect(reading.taps, 'read the newest note').toBeLessThanOrEqual(2)

  const writing = await fromStart(house)
  await writing.tap(link(house, 'notes.write'))
  expect(writing.taps, 'begin a note').toBe(1)
  await field(house, 'notes.text').fill('Schnell geschrieben.')
  await writing.tap(button(house, 'notes.done'))
  await expect(page.getByRole('article')).toContainText('Schnell geschrieben.')
  expect(writing.taps, 'write a note').toBe(2)
}

/** From the page of the note that was just written. */
async function undo(house: House): Promise<void> {
  const { page } = house
  await settled(house)
  await button(house, 'notes.delete').tap()
  const atOnce = new Finger()
  await atOnce.tap(button(house, 'ui.undo'))
  expect(atOnce.taps, 'undo').toBe(1)

  await fromStart(house)
  await page.getByRole('link', { name: /Schnell geschrieben/ }).tap()
  await settled(house)
  await button(house, 'notes.delete').tap()
  await button(house, 'ui.close').tap()
  const later = await fromStart(house)
  await later.tap(link(house, 'start.everythingElse'))
  await later.tap(link(house, 'bin.title'))
  await later.tap(button(house, 'bin.restore'))
  expect(later.taps, 'undo later').toBeLessThanOrEqual(3)
  await fromStart(house)
  await expect(page.getByRole('link', { name: /Schnell geschrieben/ })).toBeVisible()
}

async function recordVisit(house: House): Promise<void> {
  const { page, say } = house
  const asks = (key: string): Promise<void> =>
    expect(page.getByRole('heading', { level: 1, name: say(key), exact: true })).toBeVisible()
  const finger = await fromStart(house)
  await finger.tap(link(house, 'visits.write'))
  await asks('visits.askKind')
  await finger.tap(button(house, 'visits.type.hostFamily'))
  await asks('visits.askWhen')
  await finger.tap(button(house, 'visits.next'))
  await asks('visits.askWho')
  await finger.tap(page.getByText('Kraków', { exact: true }))
  for (const next of ['visits.askWhat', 'visits.askPhotos', 'visits.askCheck']) {
    await finger.tap(button(house, 'visits.next'))
    await asks(next)
  }
  await finger.tap(button(house, 'visits.done'))
  await expect(page).toHaveURL(/#\/visits\/\w{32}$/)
  await expect(saved(house)).toBeVisible()
  expect(finger.taps, 'record a visit').toBeLessThanOrEqual(8)
}

for (const language of languages) {
  test(`the tasks of every day take no more taps than planned in ${language}, without internet`, async ({
    page,
    context,
  }) => {
    const house = await welcome(page, language)
    await seed(house)
    await installed(page)
    await context.setOffline(true)
    await seeNextEventAndSafety(house)
    await findCallAndWrite(house)
    await readAndWriteNotes(house)
    await undo(house)
    await recordVisit(house)
  })
}

test('whoever is invited joins with four taps, in the language that the invitation was made in', async ({
  device,
}) => {
  test.setTimeout(400_000)
  const renate = await welcome(await device(), 'de')
  await share(renate, 'Verein Altenbrück')
  for (const language of languages) {
    const { link: address } = await invite(renate, 'member', 'Małgorzata Kovács', language)
    const house = { page: await device(), say: wordsOf(language) }
    await house.page.goto(address)
    const finger = new Finger()
    for (const key of ['join.title', 'join.next', 'join.next', 'join.start'])
      await finger.tap(button(house, key))
    const start = house.page.getByRole('heading', { level: 1, name: house.say('start.title') })
    await expect(start).toBeVisible()
    expect(finger.taps, 'join').toBeLessThanOrEqual(4)
  }
})
