import { createHash } from 'node:crypto'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { openBareBrowser, type BareTab } from './bare-browser.ts'
import { expect, test } from './house.ts'
import { builtFolder } from './server.ts'

/** A second build that differs in one file, as a new version does: the file itself and its line in the worker's list. */
async function newerBuild(folder: string): Promise<string> {
  await cp(`${builtFolder}/dist`, `${folder}/dist`, { recursive: true })
  const [script, worker] = [`${folder}/dist/before-paint.js`, `${folder}/dist/sw.js`]
  const old = await readFile(script, 'utf8')
  const next = `${old}\ndocument.documentElement.dataset.build = 'newer'\n`
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
  const list = await readFile(worker, 'utf8')
  expect(list).toContain(md5(old))
  await writeFile(script, next)
  await writeFile(worker, list.replace(md5(old), md5(next)))
  return folder
}

const build = 'document.documentElement.dataset.build'
const hasForm = `!!document.querySelector('form textarea')`
const registration = 'navigator.serviceWorker.getRegistration()'
const press = `document.querySelector('form button[type=submit]').click()`
const type = (text: string): string => `(() => {
  const box = document.querySelector('form textarea')
  box.value += ${JSON.stringify(text)}
  box.dispatchEvent(new Event('input', { bubbles: true }))
})()`

/** Waits until an expression in the tab says what is hoped for. */
const becomes = (tab: BareTab, expression: string, value: unknown): Promise<void> =>
  expect.poll(() => tab.read(expression), { timeout: 120_000 }).toEqual(value)

/** Opens the app twice, so that its worker answers for it, and goes through the first questions. */
async function begin(tab: BareTab, url: string): Promise<void> {
  await tab.go(url)
  await becomes(tab, `${registration}.then((found) => found?.active?.state)`, 'activated')
  await tab.go(url)
  await becomes(tab, '!!navigator.serviceWorker.controller', true)
  // The first question has a field for the name beside its choices, the second one nothing but choices.
  for (const isFirst of [true, false]) {
    await becomes(tab, `!!document.querySelector('form input[type=radio]')`, true)
    await becomes(tab, `!!document.querySelector('form input[type=text]')`, isFirst)
    // A second tap within half a second is taken for a slip.
    await new Promise((resolve) => setTimeout(resolve, 600))
    await tab.read(press)
  }
  await becomes(tab, 'location.hash', '#/')
}

test('a newer version waits while a form is open, in whichever tab, and takes over when it is left', async ({
  server,
}, testInfo) => {
  test.setTimeout(600_000)
  const browser = await openBareBrowser(testInfo.outputPath('profile'))
  try {
    const writing = await browser.tab()
    await begin(writing, `${server.url}/`)
    const reading = await browser.tab()
    await reading.go(`${server.url}/#/people`)
    await writing.read(`location.hash = '#/notes/new'`)
    await becomes(writing, hasForm, true)
    await writing.read(type('Erster Satz.'))
    await writing.read('window.sameAsBefore = true')

    await server.kill()
    await server.start(await newerBuild(testInfo.outputPath('newer')))
    await reading.read(`${registration}.then((found) => found.update()).then(() => true)`)
    await becomes(reading, `${registration}.then((found) => found.waiting?.state)`, 'installed')
    await reading.read(`location.hash = '#/'`)
    await writing.front()
    await writing.read(type(' Zweiter Satz.'))
    await new Promise((resolve) => setTimeout(resolve, 3000))
    expect(await writing.read('window.sameAsBefore')).toBe(true)
    expect(await writing.read(`document.querySelector('form textarea').value`)).toBe(
      'Erster Satz. Zweiter Satz.',
    )
    expect(await reading.read(build)).toBeUndefined()

    await writing.front()
    await writing.read(press)
    await becomes(writing, build, 'newer')
    await becomes(reading, build, 'newer')
    await writing.read(`location.hash = '#/'`)
    await becomes(writing, `document.body.innerText.includes('Erster Satz. Zweiter Satz.')`, true)
    const stores = `caches.keys().then((names) => names.filter((name) => name.startsWith('ponte-app-')).length)`
    await becomes(writing, stores, 1)
  } finally {
    browser.end()
  }
})
