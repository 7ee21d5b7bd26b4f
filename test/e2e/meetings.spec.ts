import type { Locator } from '@playwright/test'
import { addPerson, button, expect, field, goTo, idOf, link, test, welcome, type House } from './house.ts'

/** Chooses in a picker the person of that name. */
async function pick({ page, say }: House, change: string, name: string): Promise<void> {
  await page.getByRole('button', { name: say(change), exact: true }).click()
  await page.locator('fieldset').getByRole('button', { name, exact: true }).click()
}

/** Types today into the three fields of a group: the day that it is in the page's time zone, where midnight may have been. */
async function typeToday(group: Locator): Promise<void> {
  const parts = await group.page().evaluate(() => {
    const now = new Date()
    return [now.getDate(), now.getMonth() + 1, now.getFullYear()]
  })
  for (const [index, part] of parts.entries()) await group.getByRole('textbox').nth(index).fill(String(part))
}

/** Adds an event of a kind today, all day long, to which Anna is invited; arrives on its page. */
async function addMeeting(house: House, kind: string, title: string): Promise<string> {
  const { page, say } = house
  await goTo(house, '/events/new')
  await field(house, 'events.name').fill(title)
  await button(house, 'events.type.say').click()
  await page.getByRole('radio', { name: say(kind), exact: true }).check()
  await typeToday(page.getByRole('group', { name: say('events.day'), exact: true }))
  await page.getByRole('radio', { name: say('events.allDay'), exact: true }).check()
  await field(house, 'events.link').fill('meet.example.org/whitby')
  await field(house, 'events.dialIn').fill('+49 30 1234567')
  if (kind === 'events.type.meeting') await field(house, 'events.agenda').fill('Begrüßung\nBus für 40 Gäste')
  await pick(house, 'events.invite', 'Anna Nowak')
  await button(house, 'events.done').click()
  await expect(page).toHaveURL(/#\/events\/[0-9a-f]{16,}$/)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return idOf(page)
}

test('minutes begin with the agenda and who was there, and their decisions become next steps', async ({
  page,
}) => {
  const house = await welcome(page, 'de')
  const { say } = house
  await addPerson(house, { given: 'Anna', family: 'Nowak', email: 'anna@example.org' })
  const event = await addMeeting(house, 'events.type.meeting', 'Vorstandssitzung')
  await expect(page.getByText(say('events.type.meeting'), { exact: true })).toBeVisible()
  await expect(link(house, 'events.join')).toHaveAttribute('href', 'https://meet.example.org/whitby')
  await expect(link(house, 'ui.phone.call')).toHaveAttribute('href', 'tel:+49301234567')
  await page.getByRole('button', { name: /Anna Nowak/ }).click()
  // Whoever comes stands in another list at once.
  await page.getByRole('radio', { name: say('events.answer.yes'), exact: true }).click()
  await expect(page.getByRole('heading', { name: say('events.coming', { count: 1 }) })).toBeVisible()
  await link(house, 'events.minutes').click()
  await expect(page.getByRole('heading', { level: 1, name: say('meetings.minutes') })).toBeVisible()
  await expect(field(house, 'meetings.text')).toHaveValue(
    /Vorstandssitzung[^]*Anna Nowak[^]*1\. Begrüßung[^]*2\. Bus/,
  )
  await button(house, 'meetings.markLine').click()
  await page.getByRole('button', { name: '2. Bus für 40 Gäste' }).click()
  await expect(field(house, 'meetings.decision')).toHaveValue('2. Bus für 40 Gäste')
  await field(house, 'meetings.decision').fill('Bus bestellen')
  await pick(house, 'meetings.chooseWho', 'Anna Nowak')
  await button(house, 'meetings.done').click()
  await expect(page).toHaveURL(/#\/notes\/[0-9a-f]{16,}$/)
  await expect(page.getByRole('checkbox', { name: /Bus bestellen/ })).toBeVisible()
  await goTo(house, `/events/${event}`)
  await expect(page.getByRole('checkbox', { name: /Bus bestellen.*Anna Nowak/ })).toBeVisible()
  await goTo(house, `/steps/${event}/print`)
  await expect(page.getByRole('article')).toContainText('Bus bestellen')
  await goTo(house, `/events/${event}/minutes/once`)
  await expect(field(house, 'meetings.text')).toHaveValue(/2\. Bus/)
  await expect(field(house, 'meetings.decision')).toHaveCount(0)
})

test('an invitation stands in the language of those who read it', async ({ page }) => {
  const house = await welcome(page, 'de')
  await addPerson(house, {
    given: 'Anna',
    family: 'Nowak',
    phone: '+48 12 345 67 89',
    email: 'anna@example.org',
  })
  await addMeeting(house, 'events.type.stammtisch', 'Stammtisch')
  await link(house, 'events.inviteText').click()
  const text = field(house, 'meetings.letter.label')
  await expect(text).toHaveValue(/Serdecznie zapraszamy:\nStammtisch[^]*https:\/\/meet\.example\.org\/whitby/)
  await expect(text).not.toHaveValue(/Anna/)
  await text.fill('Zapraszamy!')
  await expect(link(house, 'ui.email.write')).toHaveAttribute(
    'href',
    /^mailto:\?bcc=anna%40example\.org&.*body=Zapraszamy!$/,
  )
  await page.getByRole('checkbox', { name: 'Magyar' }).check()
  await expect(page.getByRole('textbox').last()).toHaveValue(/Szeretettel meghívjuk/)
})

test('a time of an advice session is offered, taken with one tap and given back', async ({ page }) => {
  const house = await welcome(page, 'de')
  const { say } = house
  await addPerson(house, { given: 'Anna', family: 'Nowak' })
  await addPerson(house, { given: 'Renate', family: 'Vogel' })
  await addMeeting(house, 'events.type.advice', 'Fördermittel')
  await link(house, 'events.slots.offer').click()
  await button(house, 'meetings.addSlot').click()
  await field(house, 'meetings.slotTime').fill('10:00')
  await page.waitForTimeout(600)
  await button(house, 'meetings.addSlot').click()
  await expect(field(house, 'meetings.slotTime').last()).toHaveValue(/^10:30/)
  await button(house, 'meetings.done').click()
  const times = page.locator('li.entry')
  await expect(times).toHaveCount(2)
  await times
    .first()
    .getByRole('button', { name: say('events.slots.take') })
    .click()
  await expect(times.first()).toContainText(say('events.slots.has', { name: 'Renate Vogel' }))
  await times
    .first()
    .getByRole('button', { name: say('events.slots.giveBack') })
    .click({ delay: 600 })
  await expect(times.first()).toContainText(say('events.slots.free'))
  await pick(house, 'events.slots.forOther', 'Anna Nowak')
  await times
    .last()
    .getByRole('button', { name: say('events.slots.takeFor', { name: 'Anna Nowak' }) })
    .click()
  await expect(times.last()).toContainText(say('events.slots.has', { name: 'Anna Nowak' }))
})
