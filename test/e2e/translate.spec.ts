import { languageNames, type Language } from '../../src/shared/language.ts'
import {
  addNote,
  button,
  expect,
  goTo,
  idOf,
  installed,
  link,
  saved,
  test,
  welcome,
  type House,
} from './house.ts'
import { wordsOf } from './words.ts'

/** Changes the language of the screens, as a reader of that language has them. */
async function speak(house: House, language: Language): Promise<House> {
  const { page } = house
  await goTo(house, '/language')
  await page.getByRole('radio', { name: languageNames[language], exact: true }).check()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  return { page, say: wordsOf(language) }
}

test('a German note is translated without a network and read in Polish, its original one tap away', async ({
  page,
  context,
}) => {
  const german = await welcome(page, 'de')
  const { say } = german
  await addNote(german, 'Der Bus ist bestellt.')
  const id = idOf(page)

  // Somebody says that they translate, and finds what waits.
  await goTo(german, '/translate')
  await link(german, 'translate.languages').click()
  const into = page.getByRole('group', { name: say('translate.translates') })
  await into.getByRole('checkbox', { name: languageNames.pl }).check()
  await installed(page)
  await context.setOffline(true)
  await goTo(german, '/translate')
  await expect(page.getByRole('heading', { name: say('translate.needs.pl', { count: 1 }) })).toBeVisible()
  await page.getByRole('link', { name: /Der Bus ist bestellt/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: say('ui.own.into.pl') })).toBeVisible()
  // The browser's own translator would have to be loaded, and Chromium waits for ever without a network.
  const suggest = button(german, 'translate.suggest')
  if (await suggest.isVisible()) {
    await suggest.click()
    await expect(page.getByText(say('translate.offline'))).toBeVisible()
  }
  await page.getByRole('textbox', { name: say('translate.in.pl') }).fill('Autobus jest zamówiony.')
  await expect(saved(german)).toBeVisible()
  await button(german, 'translate.done').click()
  await expect(page.getByText(say('translate.nothing'))).toBeVisible()

  const polish = await speak(german, 'pl')
  await goTo(polish, `/notes/${id}`)
  const text = page.getByRole('article').locator('.written')
  await expect(text).toHaveText('Autobus jest zamówiony.')
  await expect(text).toHaveAttribute('lang', 'pl')
  await expect(page.getByText(/Tłumaczenie: Renate Vogel · z\sniemiec\u00ADkiego/)).toBeVisible()
  await button(polish, 'ui.own.showOriginal').click()
  await expect(text).toHaveText('Der Bus ist bestellt.')
  await expect(text).toHaveAttribute('lang', 'de')
  await expect(page.getByText(polish.say('ui.own.written.de'))).toBeVisible()

  // A Hungarian reader is told what the language is.
  const hungarian = await speak(polish, 'hu')
  await goTo(hungarian, `/notes/${id}`)
  await expect(text).toHaveText('Der Bus ist bestellt.')
  await expect(page.getByText(hungarian.say('ui.own.written.de'))).toBeVisible()
  await expect(link(hungarian, 'ui.own.into.hu')).toBeVisible()

  // Found by the words of the translation.
  await goTo(hungarian, '/notes')
  await page.getByRole('searchbox').fill('zamow')
  await expect(page.getByRole('link', { name: /Der Bus ist bestellt/ })).toBeVisible()
})
