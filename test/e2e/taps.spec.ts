import {
  addNote,
  addPerson,
  button,
  expect,
  field,
  link,
  place,
  saved,
  test,
  welcome,
  type House,
} from './house.ts'
import type { Locator } from '@playwright/test'

/** Taps and counts: nobody over 75 should need more of them than planned. */
class Finger {
  taps = 0
  async tap(target: Locator): Promise<void> {
    await target.tap()
    this.taps += 1
  }
}

async function fromStart(house: House): Promise<Finger> {
  await house.page.goto('/#/')
  await expect(house.page.getByRole('heading', { level: 1, name: house.say('start.title') })).toBeVisible()
  return new Finger()
}

test('everyday things take no more taps than planned', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write', 'background-sync'])
  const house = await welcome(page, 'de')
  await addPerson(house, { given: 'Anna', family: 'Nowak', phone: '+48 12 345', email: 'anna@example.org' })
  await addNote(house, 'Die neueste Notiz.')

  let finger = await fromStart(house)
  await expect(saved(house), 'whether all is safe: no tap').toBeVisible()
  await finger.tap(place(house, 'people.contacts'))
  await finger.tap(page.getByRole('link', { name: /Anna/ }))
  await expect(page.getByRole('heading', { level: 1, name: 'Anna Nowak' })).toBeVisible()
  expect(finger.taps, 'find a person').toBeLessThanOrEqual(2)
  // The third tap opens the telephone or the mail program, which is no page of ours.
  await expect(link(house, 'ui.phone.call')).toBeInViewport()
  await expect(link(house, 'ui.email.write')).toBeVisible()

  finger = await fromStart(house)
  await finger.tap(page.getByRole('link', { name: /Die neueste Notiz/ }))
  await expect(page.getByRole('article')).toContainText('Die neueste Notiz.')
  expect(finger.taps, 'read the newest note').toBeLessThanOrEqual(2)

  finger = await fromStart(house)
  await finger.tap(link(house, 'notes.write'))
  expect(finger.taps, 'begin a note').toBe(1)
  await field(house, 'notes.text').fill('Schnell geschrieben.')
  await finger.tap(button(house, 'notes.done'))
  await expect(page.getByRole('article')).toContainText('Schnell geschrieben.')
  expect(finger.taps, 'write a note').toBe(2)

  await button(house, 'notes.delete').tap()
  finger = new Finger()
  await finger.tap(button(house, 'ui.undo'))
  await expect(page.getByRole('link', { name: /Schnell geschrieben/ })).toBeVisible()
  expect(finger.taps, 'undo').toBe(1)

  finger = await fromStart(house)
  await finger.tap(page.getByRole('link', { name: house.say('ui.savedTablet') }))
  await expect(page.getByRole('heading', { level: 1, name: house.say('saved.title') })).toBeVisible()
  expect(finger.taps, 'what is saved, in detail').toBe(1)
})
