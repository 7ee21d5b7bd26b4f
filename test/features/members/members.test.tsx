// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readWish } from '../../../src/db/wish.ts'
import { Card } from '../../../src/features/members/card.tsx'
import { InvitationShown } from '../../../src/features/members/invitation.tsx'
import { Invite } from '../../../src/features/members/invite.tsx'
import { Leave } from '../../../src/features/members/leave.tsx'
import { Members } from '../../../src/features/members/members.tsx'
import { Problem } from '../../../src/features/members/problem.tsx'
import { Share } from '../../../src/features/members/share.tsx'
import { languages } from '../../../src/shared/language.ts'
import { TextContext } from '../../../src/ui/text.ts'
import { syncProblemCodes } from '../../../src/sync/problem.ts'
import type { Guest, Invitation } from '../../../src/sync/verbs.ts'
import { exchangeThat } from '../../house/exchanger.ts'
import { openForTest, wordsIn } from '../../house/open.tsx'
import { member, shareInTest } from './circle.ts'

const digits = '140602375100557073541321509916'
const link = `https://ponte.example.org/#/join/${digits}`
const expires = Date.UTC(2026, 11, 9, 12)
const made = (guest: Guest): Invitation => ({ ...guest, slip: 'ab'.repeat(16), digits, link, expires })
const polish: Guest = {
  guest: 'Anna Nowak',
  role: 'member',
  own: false,
  language: 'pl',
  helper: 'Helga Brandt',
  phone: '030 23125 123',
}

let opened: Awaited<ReturnType<typeof openForTest>>
beforeEach(async () => {
  opened = await openForTest()
  location.hash = '/'
})
afterEach(() => {
  cleanup()
  opened.close()
})

const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }))
const type = (label: RegExp, value: string): void =>
  void fireEvent.input(screen.getByLabelText(label), { target: { value } })
const plain = (words: string | null | undefined): string => (words ?? '').replaceAll('\u00A0', ' ')
const text = (): string => plain(document.body.textContent)

it('a notebook on one device alone says so, and how to share it', async () => {
  exchangeThat()
  opened.show(<Members />)
  expect(await screen.findByText('Teilen Sie es mit Ihrem Verein.', { exact: false })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Mit anderen teilen' }).getAttribute('href')).toBe(
    '#/members/share',
  )
})

it('everybody stands there with devices, times and rights, and all devices but this one can be changed', async () => {
  exchangeThat()
  const me = member('Helga Brandt', 'coordinator', { isThis: true })
  const anna = member('Anna Nowak', 'reader', { kind: 'phone' })
  await shareInTest(opened.notebook, {
    members: [me, anna],
    invitations: [{ slip: 's1', guest: 'Marek', role: 'member', expires, isMine: true }],
    left: [{ name: 'Karl', kind: 'tablet', isRemoved: false, at: undefined }],
  })
  opened.show(<Members />)
  await screen.findByText('2 Personen sehen dieses Notizbuch.')
  expect(text()).toContain('Helga Brandt (das sind Sie)')
  expect(text()).toContain('Handy, seit 3. Mai 2026, zuletzt gestern')
  expect(text()).toContain('Darf schreiben, gilt bis 9. Dezember 2026')
  expect(text()).toContain('Nicht mehr dabei: Karl')
  expect(screen.getAllByRole('link', { name: 'Ändern oder herausnehmen' })).toHaveLength(1)
})

it('whoever does not coordinate invites nobody but an own device', async () => {
  const exchange = exchangeThat({ invite: made })
  const me = member('Anna Nowak', 'reader', { isThis: true })
  await shareInTest(opened.notebook, { members: [member('Helga', 'coordinator'), me] }, 'reader')
  opened.show(<Invite />)
  await screen.findByRole('heading', { name: 'Noch ein eigenes Gerät' })
  expect(screen.queryAllByRole('radio')).toEqual([])
  press('Einladung zeigen')
  await waitFor(() => expect(exchange.last('invite')).toMatchObject([{ own: true, role: 'reader' }]))
})

it('sharing asks three things, keeps what was typed without internet, and asks for a code only where one is needed', async () => {
  const exchange = exchangeThat({
    askExchange: () => ({ needsCode: true, operator: 'Bezirksamt' }),
    share: () => 'offline',
  })
  opened.show(<Share />)
  type(await screen.findByLabelText(/Wie soll/).then(() => /Wie soll/), 'Altenbrück e. V.')
  press('Weiter')
  await screen.findByLabelText(/Wie heißen/)
  press('Weiter')
  expect(await screen.findByText('Geben Sie Ihren Namen ein.')).toBeTruthy()
  type(/Wie heißen/, 'Helga Brandt')
  await new Promise((resolve) => void setTimeout(resolve, 600))
  press('Weiter')
  await screen.findByText('Den Austausch betreibt: Bezirksamt')
  press('Jetzt teilen')
  expect(await screen.findByText(/Prüfen Sie den Gründungscode/)).toBeTruthy()
  expect(exchange.last('share')).toBeUndefined()
  type(/Gründungscode/, 'Brücke 2026')
  await new Promise((resolve) => void setTimeout(resolve, 600))
  press('Jetzt teilen')
  expect(await screen.findByText('Dafür braucht es Internet.')).toBeTruthy()
  expect(exchange.last('share')).toEqual([
    { notebook: 'Altenbrück e. V.', name: 'Helga Brandt', device: 'computer', code: 'Brücke 2026' },
  ])
  expect(await readWish(opened.notebook, 'share')).toEqual({
    notebook: 'Altenbrück e. V.',
    name: 'Helga Brandt',
  })
  cleanup()
  opened.show(<Share />)
  expect(await screen.findByDisplayValue('Altenbrück e. V.')).toBeTruthy()
})

it('an invitation needs one tap and nothing filled in', async () => {
  const exchange = exchangeThat({ invite: made })
  await shareInTest(opened.notebook, { members: [member('Helga', 'coordinator', { isThis: true })] })
  opened.show(<Invite />)
  await screen.findByRole('button', { name: 'Einladung zeigen' })
  press('Einladung zeigen')
  await waitFor(() => expect(location.hash).toBe(`#/members/invite/${'ab'.repeat(16)}`))
  expect(exchange.last('invite')).toMatchObject([{ guest: '', role: 'member', own: false, language: 'de' }])
})

it('what was chosen without internet is offered again, and forgotten once it came true', async () => {
  const exchange = exchangeThat({ invite: () => 'offline' })
  await shareInTest(opened.notebook, { members: [member('Helga', 'coordinator', { isThis: true })] })
  opened.show(<Invite />)
  await screen.findByLabelText(/Wie heißt die Person/)
  type(/Wie heißt die Person/, 'Anna Nowak')
  fireEvent.click(screen.getByRole('radio', { name: 'Polski' }))
  press('Einladung zeigen')
  expect(await screen.findByText('Dafür braucht es Internet.')).toBeTruthy()
  cleanup()
  opened.show(<Members />)
  expect((await screen.findByText('Diese Einladung ist vorbereitet.')).closest('a')?.textContent).toContain(
    'Anna Nowak',
  )
  cleanup()
  exchange.answers = { invite: made }
  opened.show(<Invite />)
  expect(await screen.findByDisplayValue('Anna Nowak')).toBeTruthy()
  press('Einladung zeigen')
  await waitFor(() =>
    expect(exchange.last('invite')).toMatchObject([{ guest: 'Anna Nowak', language: 'pl' }]),
  )
  await waitFor(async () => expect(await readWish(opened.notebook, 'invite')).toBeNull())
})

it('the invitation shows code, digits, date and helper, and sends the link with a sentence in the guest’s language', async () => {
  exchangeThat({ invitation: () => made(polish) })
  const share = vi.fn(() => Promise.resolve())
  Object.defineProperty(navigator, 'share', { value: share, configurable: true })
  await shareInTest(opened.notebook, { members: [] })
  opened.show(<InvitationShown params={{ slip: 'ab' }} />)
  expect(await screen.findByRole('img', { name: 'QR-Code der Einladung' })).toBeTruthy()
  expect(text()).toContain('140602 375100 557073 541321 509916')
  expect(text()).toContain('Die Einladung gilt für ein Gerät, bis 9. Dezember 2026.')
  expect(text()).toContain('Helga Brandt hilft: 030 23125 123')
  press('Link schicken')
  await waitFor(() => expect(share).toHaveBeenCalled())
  expect(share.mock.calls).toEqual([
    [{ text: expect.stringMatching(/^Zaprasza .*Altenbrück.*\nhttps:.*16$/s) as string }],
  ])
  Reflect.deleteProperty(navigator, 'share')
})

it('a failed withdrawal leaves the invitation where it is and says why', async () => {
  const exchange = exchangeThat({ invitation: () => made(polish), revoke: () => 'offline' })
  opened.show(<InvitationShown params={{ slip: 'ab' }} />)
  await screen.findByRole('button', { name: 'Einladung zurückziehen' })
  press('Einladung zurückziehen')
  expect(await screen.findByText('Dafür braucht es Internet.')).toBeTruthy()
  expect(exchange.last('revoke')).toEqual(['ab'])
  expect(text()).toContain('140602')
})

it('the card speaks the guest’s language, around it the screen speaks mine', async () => {
  exchangeThat({ invitation: () => made(polish) })
  await shareInTest(opened.notebook, { members: [] })
  opened.show(<Card params={{ slip: 'ab' }} />)
  const heading = await screen.findByRole('heading', { level: 1, name: 'Zaproszenie: Anna Nowak' })
  const card = heading.closest('article')
  const words = plain(card?.textContent)
  expect(card?.getAttribute('lang')).toBe('pl')
  expect(words).toContain('Proszę dotknąć linku, który się pojawi')
  expect(words).toContain('9 grudnia 2026')
  expect(words).toContain(link)
  expect(words).toContain('030 23125 123')
  expect(screen.getByRole('button', { name: 'Drucken' })).toBeTruthy()
})

it('the last one who coordinates hands over before leaving', async () => {
  exchangeThat()
  const me = member('Helga Brandt', 'coordinator', { isThis: true })
  await shareInTest(opened.notebook, { members: [me, member('Anna Nowak', 'member')] })
  opened.show(<Leave />)
  expect(await screen.findByText(/Geben Sie zuerst jemandem diese Rechte/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Notizbuch verlassen' })).toBeNull()
})

it('leaving is asked about, fails with a word, and then offers to delete what lies here', async () => {
  const exchange = exchangeThat({ leave: () => 'offline' })
  const me = member('Anna Nowak', 'member', { isThis: true })
  await shareInTest(opened.notebook, { members: [member('Helga', 'coordinator'), me] }, 'member')
  opened.show(<Leave />)
  await screen.findByRole('link', { name: 'Im Notizbuch bleiben' })
  press('Notizbuch verlassen')
  expect(await screen.findByText('Dafür braucht es Internet.')).toBeTruthy()
  exchange.answers = {}
  await new Promise((resolve) => void setTimeout(resolve, 600))
  press('Notizbuch verlassen')
  expect((await screen.findByRole('link', { name: 'Von diesem Gerät löschen' })).getAttribute('href')).toBe(
    `#/members/remove/${opened.notebook.space}`,
  )
})

it('every refusal has words in every language, and none shows its code', () => {
  for (const language of languages) {
    for (const code of [...syncProblemCodes, 'unexpected' as const]) {
      const t = wordsIn(language)
      const value = { t, language, choose: () => undefined, inLanguage: () => Promise.resolve(t) }
      opened.show(
        <TextContext.Provider value={value}>
          <Problem code={code} />
        </TextContext.Provider>,
      )
      expect(screen.getByRole('alert').textContent, `${language} ${code}`).toMatch(/^\p{Lu}[^.]+.*\.$/u)
      expect(text(), `${language} ${code}`).not.toMatch(/members\.|offline|unexpected/)
      cleanup()
    }
  }
})
