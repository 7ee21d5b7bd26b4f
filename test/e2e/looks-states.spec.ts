import { languageNames, languages, type Language } from '../../src/shared/language.ts'
import { addNote, addPerson, button, expect, goTo, test, welcome, type House } from './house.ts'
import { barriers, Ledger, wear, type Look } from './look.ts'
import { complaints, visit } from './measure.ts'
import { wordsOf } from './words.ts'
import type { Page } from '@playwright/test'

const onPhone: Look = { width: 320, height: 640, size: 'xlarge', theme: 'dark' }
const onTablet: Look = { width: 820, height: 1180, size: 'large', theme: 'light' }
const lyingDown: Look = { width: 1180, height: 820, size: 'normal', theme: 'contrast' }

/** Looks at the present screen on a phone, a tablet lying down, and a tablet, there with axe's eyes too. */
async function look(page: Page, ledger: Ledger, name: string): Promise<void> {
  for (const one of [onPhone, lyingDown, onTablet]) {
    await wear(page, one)
    for (const complaint of await complaints(page))
      ledger.add(complaint, `${name} ${one.width}x${one.height}`)
  }
  for (const barrier of await barriers(page)) ledger.add(barrier, name)
}

async function firstQuestions(page: Page, language: Language, ledger: Ledger): Promise<void> {
  const house = { page, say: wordsOf(language) }
  await page.goto('/')
  await page.getByRole('radio', { name: languageNames[language] }).check()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await look(page, ledger, 'first question')
  await button(house, 'welcome.next').click()
  await expect(page.getByRole('heading', { level: 1, name: house.say('welcome.size') })).toBeVisible()
  await look(page, ledger, 'second question')
}

async function emptyScreens({ page }: House, ledger: Ledger): Promise<void> {
  for (const address of ['/', '/people', '/groups', '/notes', '/deleted', '/saved', '/help', '/backup']) {
    await visit(page, address)
    await look(page, ledger, `empty ${address}`)
  }
}

async function wrongEntries(house: House, ledger: Ledger): Promise<void> {
  const { page } = house
  for (const [address, title, done, message] of [
    ['/people/new', 'people.add', 'people.done', 'people.nameMissing'],
    ['/groups/new', 'groups.add', 'groups.done', 'groups.nameMissing'],
    ['/notes/new', 'notes.write', 'notes.done', 'notes.textMissing'],
  ] as const) {
    await goTo(house, address)
    // The forms' buttons say the same: without this the tap may still meet the one before.
    await expect(page.getByRole('heading', { level: 1, name: house.say(title) })).toBeVisible()
    await button(house, done).click()
    await expect(page.getByText(house.say(message))).toBeVisible()
    await look(page, ledger, `nothing filled in, ${address}`)
  }
}

async function underWay(house: House, ledger: Ledger): Promise<void> {
  const { page, say } = house
  await addPerson(house, { given: 'Małgorzata', family: 'Großmann-Leutheusser', phone: '+48 12 345' })
  await goTo(house, '/people')
  await page.getByRole('searchbox').fill('xyz')
  await expect(page.getByText(say('people.noneFound'))).toBeVisible()
  await look(page, ledger, 'nobody found')
  await goTo(house, '/notes/new')
  await button(house, 'notes.chooseAbout').click()
  await expect(page.getByRole('button', { name: /Małgorzata/ })).toBeVisible()
  await look(page, ledger, 'choosing a person')
  await addNote(house, 'Wird gleich gelöscht.')
  await button(house, 'notes.delete').click()
  await expect(button(house, 'ui.undo')).toBeVisible()
  await look(page, ledger, 'the line with the offer to undo')
  await button(house, 'ui.close').click()
  await goTo(house, '/people')
  await page.getByRole('link', { name: /Małgorzata/ }).click()
  await expect(button(house, 'people.delete')).toBeVisible()
  const address = page.url()
  await button(house, 'people.delete').click()
  await button(house, 'ui.close').click()
  await page.goto(address)
  await expect(button(house, 'people.restore')).toBeVisible()
  await look(page, ledger, 'a deleted person')
}

const fileOf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })

/** A file that is none, one that is sealed, and what is in one, before anything is read in. */
async function backups(house: House, ledger: Ledger): Promise<void> {
  const { page, say } = house
  await goTo(house, '/backup')
  const [download] = await Promise.all([page.waitForEvent('download'), button(house, 'backup.make').click()])
  const chooser = page.locator('main input[type=file]')
  await chooser.setInputFiles(fileOf('brief.txt', Buffer.from('Liebe Anna')))
  await expect(page.getByText(say('backup.problem.notABackup'))).toBeVisible()
  await look(page, ledger, 'a file that is no backup')
  await chooser.setInputFiles(fileOf('sealed.ponte', Buffer.from('PB')))
  await button(house, 'backup.open').click()
  await expect(page.getByText(say('ui.code.empty'))).toBeVisible()
  await look(page, ledger, 'a sealed backup')
  await button(house, 'backup.cancel').click()
  await chooser.setInputFiles(await download.path())
  await expect(button(house, 'backup.confirm')).toBeVisible()
  await look(page, ledger, 'what is in a backup')
  await button(house, 'backup.confirm').click()
  await expect(page.getByText(say('backup.nothingNew'))).toBeVisible()
  await look(page, ledger, 'a backup was read in')
}

for (const language of languages) {
  test(`empty, wrong and unusual screens can be read and tapped in ${language}`, async ({
    page,
    context,
  }) => {
    test.setTimeout(400_000)
    const ledger = new Ledger()
    await firstQuestions(page, language, ledger)
    const house = await welcome(page, language)
    await emptyScreens(house, ledger)
    await wrongEntries(house, ledger)
    await underWay(house, ledger)
    await backups(house, ledger)
    const session = await context.newCDPSession(page)
    const { origin } = new URL(page.url())
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    await page.reload()
    await button(house, 'app.problem.beginNew').click()
    await expect(button(house, 'app.problem.beginNewSure')).toBeVisible()
    await look(page, ledger, 'the notebook is gone')
    expect(ledger.lines()).toEqual([])
  })
}

test.describe('in a Safari tab', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  })

  test('the page that explains installing can be read in every language', async ({ page }) => {
    const ledger = new Ledger()
    for (const language of languages) {
      await page.goto('/')
      await page.evaluate((chosen) => localStorage.setItem('ponte-language', chosen), language)
      await page.reload()
      await expect(page.getByRole('listitem')).toHaveCount(3)
      await look(page, ledger, `installing in ${language}`)
    }
    expect(ledger.lines()).toEqual([])
  })
})
