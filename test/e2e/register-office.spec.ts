import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addDays } from '../../src/shared/day-count.ts'
import { contentOf } from '../shared/register/entries.ts'
import { allShared, invite, join as joinAt, share, test as base } from './circle.ts'
import { button, comeBackTo, expect, field, goTo, installed, link, welcome, type House } from './house.ts'
import { band, begin, idIn } from './practising.ts'
import { Server } from './server.ts'

// What the operator does beside a running server, and what who reads, practises or only takes over meets.

const test = base.extend<{ own: Server }>({
  own: async ({}, use) => {
    const server = await Server.begin()
    await use(server)
    await server.kill()
  },
})

const commands = fileURLToPath(new URL('../../src/server/register/commands/', import.meta.url))

/** Runs a command of the operator on this server's file; what it says. */
const operate = (server: Server, command: string, ...words: string[]): string =>
  execFileSync(process.execPath, [join(commands, `${command}.ts`), ...words], {
    env: { ...process.env, DATA_FILE: server.dataFile },
    encoding: 'utf8',
  })

const soon = addDays(new Date().toISOString().slice(0, 10), 40)
const office = { association: 'Netzwerkstelle', contact: { mail: 'office@example.org', web: '', phone: '' } }
const idea = contentOf('idea', { ...office, title: 'Kochen über das Internet' })
const feast = contentOf('event', { ...office, title: 'Tag der Partnerschaften', date: soon })

/** What the office publishes; the ids of its entries. */
function publishAsOffice(server: Server): string[] {
  const file = join(server.dataFile, '../entries.json')
  writeFileSync(
    file,
    JSON.stringify([
      { type: 'idea', content: idea },
      { type: 'event', content: feast },
    ]),
  )
  return [...operate(server, 'publish', file).matchAll(/published (\w{32}):/g)].map(([, id]) => id ?? '')
}

const entry = ({ page }: House, title: string) => page.getByRole('link', { name: new RegExp(title) })

/** Opens the register anew, so that it asks what is new. */
async function openRegister(house: House): Promise<void> {
  await comeBackTo(house, '/register')
  await expect(house.page.getByText(house.say('register.what'))).toBeVisible()
}

test('what the operator hides goes from the page and from what lies on the devices, and its publisher reads why', async ({
  device,
  own,
}) => {
  const renate = await welcome(await device(own), 'de')
  await share(renate, 'Verein Altenbrück')
  await allShared(renate)
  await goTo(renate, '/register/advice')
  await field(renate, 'register.titleField').fill('Billige Möbel')
  await renate.page.getByRole('textbox', { name: /^Deutsch/ }).fill('Sonderangebot, nur heute.')
  await button(renate, 'register.form.done').click()
  await link(renate, 'register.publishNext').click()
  await button(renate, 'register.publish').click()
  await expect(button(renate, 'register.withdraw')).toBeVisible({ timeout: 60_000 })
  const ours = renate.page.url()

  const istvan = await welcome(await device(own), 'hu')
  await openRegister(istvan)
  await entry(istvan, 'Billige Möbel').click({ timeout: 60_000 })
  await expect(istvan.page.getByText('Sonderangebot, nur heute.')).toBeVisible()
  const id = istvan.page.url().split('/').at(-1) ?? ''
  await link(istvan, 'register.report.title').click()
  await button(istvan, 'register.report.send').click()
  await expect(istvan.page.getByText(istvan.say('register.report.textMissing'))).toBeVisible()
  await field(istvan, 'register.report.text').fill('Ez reklám.\nNem egyesület.')
  await field(istvan, 'register.report.mail').fill('istvan@example.org')
  // Slowly: a second press within half a second is a trembling hand.
  await button(istvan, 'register.report.send').click({ delay: 600 })
  await expect(istvan.page.getByText(istvan.say('register.report.sent'))).toBeVisible({ timeout: 60_000 })
  const reports = operate(own, 'reports')
  expect(reports).toContain(id)
  expect(reports).toContain('istvan@example.org')
  expect(reports).toContain('Ez reklám. Nem egyesület.')

  const page = `${own.url}/register/hu/entry/${id}`
  expect((await fetch(page)).status).toBe(200)
  operate(own, 'hide', id, '--reason', 'Werbung')
  operate(own, 'reports', '--done', /^(\d+) /.exec(reports)?.[1] ?? '')
  expect(operate(own, 'reports').trim()).toBe('no reports')
  expect((await fetch(page)).status).toBe(404)
  expect(await (await fetch(`${own.url}/register/hu`)).text()).not.toContain('Billige')
  expect(await (await fetch(`${own.url}/register/register.json`)).text()).not.toContain('Sonderangebot')

  await openRegister(istvan)
  await expect(istvan.page.getByText(istvan.say('register.nonePublished'))).toBeVisible({ timeout: 60_000 })
  await installed(istvan.page)
  await istvan.page.context().setOffline(true)
  await goTo(istvan, `/register/entry/${id}`)
  await expect(istvan.page.getByText(istvan.say('register.isHidden'))).toBeVisible()
  await goTo(istvan, '/register')
  await istvan.page.getByRole('searchbox', { name: istvan.say('register.search') }).fill('sonder')
  await expect(istvan.page.getByText(istvan.say('register.noneFound'))).toBeVisible()
  await istvan.page.context().setOffline(false)

  await openRegister(renate)
  await renate.page.goto(ours)
  await expect(
    renate.page.getByText(renate.say('register.own.hiddenWhy', { reason: 'Werbung' })),
  ).toBeVisible({
    timeout: 60_000,
  })
  operate(own, 'hide', '--show', id)
  await openRegister(istvan)
  await expect(entry(istvan, 'Billige Möbel')).toBeVisible({ timeout: 60_000 })
})

test('what the office publishes is taken over into one’s own notebook, and says whose it was', async ({
  device,
  own,
}) => {
  expect(publishAsOffice(own)).toHaveLength(2)
  const renate = await welcome(await device(own), 'de')
  const { page, say } = renate
  await openRegister(renate)
  await entry(renate, 'Kochen über das Internet').click({ timeout: 60_000 })
  await expect(page.getByText(say('register.asOfOffice', { date: '' }).trim().slice(0, 20))).toBeVisible()
  await button(renate, 'register.takeIdea').click()
  await expect(page).toHaveURL(/#\/ideas\/\w{32}/)
  await expect(page.getByText('Netzwerkstelle').first()).toBeVisible()
  await expect(page.getByText('Seit Jahren besuchen wir uns.').first()).toBeVisible()

  await goTo(renate, '/events')
  await expect(page.getByRole('heading', { level: 2, name: say('events.publicTitle') })).toBeVisible()
  await entry(renate, 'Tag der Partnerschaften').click()
  await button(renate, 'register.takeEvent').click()
  await expect(page).toHaveURL(/#\/events\/\w{32}/)
  await expect(page.getByRole('heading', { level: 1, name: 'Tag der Partnerschaften' })).toBeVisible()
  await expect(page.getByText('office@example.org')).toBeVisible()
})

test('who only reads finds nothing to publish with, nor to take over', async ({ device, own }) => {
  publishAsOffice(own)
  const renate = await welcome(await device(own), 'de')
  await share(renate, 'Verein Altenbrück')
  await allShared(renate)
  const reader = await joinAt(await device(own), await invite(renate, 'reader', 'Bezirksamt'))
  const { page, say } = reader
  await openRegister(reader)
  await entry(reader, 'Kochen über das Internet').click({ timeout: 60_000 })
  await expect(page.getByText('Seit Jahren besuchen wir uns.')).toBeVisible()
  await expect(link(reader, 'register.report.title')).toBeVisible()
  await expect(button(reader, 'register.takeIdea')).toHaveCount(0)
  await goTo(reader, '/register/published')
  await expect(page.getByText(say('register.own.none'))).toBeVisible()
  await expect(link(reader, 'register.own.advice')).toHaveCount(0)
  await expect(link(reader, 'register.own.experience')).toHaveCount(0)
  for (const path of ['/register/advice', '/register/experience']) {
    await goTo(reader, path)
    await expect(page.getByRole('heading', { level: 1, name: say('app.onlyToRead.title') })).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
  }
})

test('one practises publishing up to the last button, and nobody is asked for anything', async ({
  device,
  own,
}) => {
  publishAsOffice(own)
  const renate = await welcome(await device(own), 'de')
  const { page, say } = renate
  await begin(renate)
  const asked: string[] = []
  page.context().on('request', (request) => {
    if (/\/register\/(?:feed|base|publish|report)/.test(request.url())) asked.push(request.url())
  })
  await openRegister(renate)
  await expect(entry(renate, 'Bridge festival')).toBeVisible()
  await expect(entry(renate, 'Kochen über das Internet')).toContainText('Hídvásár')
  await entry(renate, 'Bridge festival').click()
  await expect(button(renate, 'register.takeEvent')).toBeVisible()
  await expect(link(renate, 'register.report.title')).toHaveCount(0)
  const partnership = await idIn(page, 'partnership', '')
  await goTo(renate, `/register/new/${partnership}`)
  await field(renate, 'register.association').fill('Verein Altenbrück')
  await button(renate, 'register.form.done').click()
  await link(renate, 'register.publishNext').click()
  await expect(page.getByText(say('register.hindered.practice'))).toBeVisible()
  await expect(button(renate, 'register.publish')).toHaveCount(0)
  await expect(band(renate)).toBeVisible()
  expect(asked).toEqual([])
  const { n } = (await (
    await fetch(`${own.url}/register/feed?after=0&mark=${'0'.repeat(16)}&most=9`)
  ).json()) as {
    n: number
  }
  expect(n).toBe(2)
})
