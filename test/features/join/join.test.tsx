// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openOne, readSettings } from '../../../src/db/device.ts'
import { save } from '../../../src/db/save.ts'
import { Join } from '../../../src/features/join/join.tsx'
import { Refused } from '../../../src/features/join/refused.tsx'
import { languages } from '../../../src/shared/language.ts'
import { newId } from '../../../src/shared/ids.ts'
import { syncProblemCodes } from '../../../src/sync/problem.ts'
import type { Greeting } from '../../../src/sync/verbs.ts'
import { TextContext } from '../../../src/ui/text.ts'
import { exchangeThat } from '../../house/exchanger.ts'
import { openForTest, wordsIn } from '../../house/open.tsx'

const digits = '140602375100557073541321509916'
const greeting: Greeting = {
  notebook: 'Partnerschaftsverein Altenbrück',
  inviter: 'Helga Brandt',
  guest: 'Anna Nowak',
  role: 'member',
  own: false,
  helper: 'Helga Brandt',
  phone: '030 23125 123',
  language: 'de',
}

let opened: Awaited<ReturnType<typeof openForTest>>
beforeEach(async () => {
  opened = await openForTest()
  sessionStorage.clear()
  location.hash = '/join'
})
afterEach(() => {
  cleanup()
  opened.close()
})

const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }))
const text = (): string => document.body.textContent ?? ''

const joined = (): Promise<void> =>
  waitFor(async () => expect((await readSettings(opened.device)).space).not.toBe(''))

function openLink(): void {
  location.hash = `/join/${digits}`
  opened.show(<Join params={{ digits }} />)
}

it('a link leads in with four taps, and its digits are out of the address at once', async () => {
  const space = 'cd'.repeat(16)
  const exchange = exchangeThat({ lookUp: () => greeting, join: () => ({ space }) })
  openLink()
  expect(location.hash).toBe('#/join')
  expect(await screen.findByText('Helga Brandt lädt Sie ein.')).toBeTruthy()
  press('Einladung annehmen')
  expect(await screen.findByDisplayValue('Anna Nowak')).toBeTruthy()
  press('Weiter')
  await screen.findByRole('heading', { name: 'Wie groß soll die Schrift sein?' })
  press('Weiter')
  await screen.findByRole('button', { name: 'Notizbuch öffnen' })
  expect(exchange.last('lookUp')).toEqual([digits])
  expect(exchange.last('join')).toEqual([digits, { name: 'Anna Nowak', device: 'computer' }, false])
  const { space: next, welcomed, myName } = await readSettings(opened.device)
  expect([next, welcomed, myName]).toEqual([space, 'yes', 'Anna Nowak'])
  expect(sessionStorage.length).toBe(0)
})

it('an invitation outlives a reload of the tab, whatever stands in the address', async () => {
  exchangeThat({ lookUp: () => greeting })
  openLink()
  await screen.findByText('Helga Brandt lädt Sie ein.')
  cleanup()
  opened.show(<Join params={{}} />)
  expect(await screen.findByText('Helga Brandt lädt Sie ein.')).toBeTruthy()
})

it('digits are typed in any spelling, a mistyped group is named, and what was typed stays', async () => {
  const exchange = exchangeThat({ lookUp: () => greeting })
  opened.show(<Join params={{}} />)
  const field = await screen.findByLabelText('Einladungscode oder Link')
  press('Weiter')
  expect(await screen.findByText('Geben Sie die Ziffern ein.')).toBeTruthy()
  fireEvent.input(field, { target: { value: '140602 375101 557073 541321 509916' } })
  expect(await screen.findByText(/Prüfen Sie Gruppe 2/)).toBeTruthy()
  expect(document.querySelectorAll('.code .wrong')).toHaveLength(1)
  fireEvent.input(field, { target: { value: '140602 375100 557073 541321 5099' } })
  expect(await screen.findByText('Es fehlen noch 2 Ziffern.')).toBeTruthy()
  expect(exchange.last('lookUp')).toBeUndefined()
  fireEvent.input(field, { target: { value: '140602-375100-557073-541321-509916' } })
  await new Promise((resolve) => void setTimeout(resolve, 600))
  press('Weiter')
  await waitFor(() => expect(exchange.last('lookUp')).toEqual([digits]))
})

it('what was written here goes along only if it is ticked', async () => {
  const exchange = exchangeThat({ lookUp: () => greeting, join: () => ({ space: 'cd'.repeat(16) }) })
  await save(opened.notebook, [{ record: newId(), kind: 'note', set: { text: 'Kuchen' }, over: {} }])
  openLink()
  await screen.findByText('Helga Brandt lädt Sie ein.')
  press('Einladung annehmen')
  fireEvent.click(await screen.findByRole('checkbox', { name: /1 Eintrag/ }))
  press('Weiter')
  await waitFor(() => expect(exchange.last('join')?.[2]).toBe(true))
  await joined()
})

it('what others gave me in one notebook never goes along into another', async () => {
  exchangeThat({ lookUp: () => greeting })
  await save(opened.notebook, [{ record: newId(), kind: 'note', set: { text: 'Kuchen' }, over: {} }])
  await opened.notebook.tables.meta.put({ key: 'exchange', value: 'https://ponte.example.org' })
  openLink()
  await screen.findByText('Helga Brandt lädt Sie ein.')
  press('Einladung annehmen')
  await screen.findByDisplayValue('Anna Nowak')
  expect(screen.queryByRole('checkbox')).toBeNull()
})

it('an own second tablet is no second person', async () => {
  exchangeThat({ lookUp: () => ({ ...greeting, own: true, guest: '' }) })
  openLink()
  expect(await screen.findByText(/Sie sind keine zweite Person/)).toBeTruthy()
  press('Einladung annehmen')
  expect(await screen.findByDisplayValue('Helga Brandt')).toBeTruthy()
})

it('nothing is lost without internet: the same invitation once more', async () => {
  const exchange = exchangeThat({ lookUp: () => 'offline' })
  openLink()
  await screen.findByRole('heading', { name: 'Kein Internet' })
  exchange.answers = { lookUp: () => greeting, join: () => 'offline' }
  press('Noch einmal versuchen')
  await screen.findByText('Helga Brandt lädt Sie ein.')
  press('Einladung annehmen')
  fireEvent.input(await screen.findByDisplayValue('Anna Nowak'), { target: { value: 'Anna N.' } })
  press('Weiter')
  await screen.findByRole('heading', { name: 'Kein Internet' })
  exchange.answers = { join: () => ({ space: 'cd'.repeat(16) }) }
  press('Noch einmal versuchen')
  await waitFor(() => expect(exchange.last('join')?.[1]).toMatchObject({ name: 'Anna N.' }))
  await joined()
})

it('an acceptance that was cut off goes on though its invitation is used', async () => {
  const exchange = exchangeThat({ lookUp: () => 'used', join: () => ({ space: 'ef'.repeat(16) }) })
  const own = await openOne(opened.device)
  if (!own) throw new Error('no space')
  const joining = { digits, head: '00' }
  await opened.device.spaces.add({ ...own, space: 'ef'.repeat(16), joining, name: 'Whitby' })
  opened.show(<Join params={{}} />)
  expect(await screen.findByText('Whitby')).toBeTruthy()
  expect(exchange.last('lookUp')).toEqual([digits])
})

it('every refusal says what happened and what to do, in every language', () => {
  for (const language of languages) {
    for (const code of [...syncProblemCodes, 'unexpected' as const]) {
      const t = wordsIn(language)
      const value = { t, language, choose: () => undefined, inLanguage: () => Promise.resolve(t) }
      opened.show(
        <TextContext.Provider value={value}>
          <Refused code={code} onAgain={() => undefined} onOther={() => undefined} />
        </TextContext.Provider>,
      )
      const [title, advice] = [screen.getByRole('heading'), screen.getByRole('alert').querySelector('p')]
      expect(title.textContent, `${language} ${code}`).toMatch(/^\p{Lu}/u)
      expect(advice?.textContent, `${language} ${code}`).toMatch(/^\p{Lu}.*\.$/u)
      expect(text(), `${language} ${code}`).not.toMatch(/join\.|offline|unexpected/)
      cleanup()
    }
  }
})

it('a recovery sheet welcomes back, and afterwards says that it is used up', async () => {
  const sheet = '140602375100557073541321509916140602375100557073'
  const exchange = exchangeThat({
    lookUp: () => ({ ...greeting, role: 'coordinator', guest: '' }),
    join: () => ({ space: 'cd'.repeat(16) }),
  })
  opened.show(<Join params={{}} />)
  fireEvent.input(await screen.findByLabelText(/Einladungscode oder Link/), { target: { value: sheet } })
  press('Weiter')
  await screen.findByRole('heading', { name: 'Willkommen zurück' })
  expect(exchange.last('lookUp')).toEqual([sheet])
  expect(screen.queryByText('Helga Brandt lädt Sie ein.')).toBeNull()
  press('Einladung annehmen')
  fireEvent.input(await screen.findByLabelText('Ihr Name'), { target: { value: 'Ilse' } })
  press('Weiter')
  await screen.findByRole('heading', { name: 'Wie groß soll die Schrift sein?' })
  press('Weiter')
  expect(await screen.findByText('Das Blatt ist jetzt verbraucht.')).toBeTruthy()
})

it('a recovery sheet that is over says so in words of its own', async () => {
  exchangeThat({ lookUp: () => 'used' })
  opened.show(<Join params={{}} />)
  const sheet = '140602375100557073541321509916140602375100557073'
  fireEvent.input(await screen.findByLabelText(/Einladungscode oder Link/), { target: { value: sheet } })
  press('Weiter')
  expect(await screen.findByRole('heading', { name: 'Dieses Blatt gilt nicht mehr.' })).toBeTruthy()
})

it('an expired invitation names whom to ask and call, once it has been read', () => {
  opened.show(
    <Refused code="expired" greeting={greeting} onAgain={() => undefined} onOther={() => undefined} />,
  )
  expect(screen.getByText('Bitten Sie Helga Brandt um eine neue.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Helga Brandt anrufen' }).getAttribute('href')).toMatch(/^tel:/)
})
