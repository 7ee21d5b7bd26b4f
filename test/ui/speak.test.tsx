// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Speak } from '../../src/ui/speak.tsx'
import { openForTest } from '../house/open.tsx'
import { voices } from '../house/voices.ts'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

it('nothing is offered where the browser cannot speak at all', () => {
  opened.show(<Speak text="Guten Tag" lang="de" />)
  expect(screen.queryByRole('button')).toBeNull()
})

it('a text is read aloud by the voice of its own language, and stops', async () => {
  const { spoken, end } = voices(['de-DE', 'pl-PL'])
  opened.show(<Speak text="Dzień dobry" lang="pl" />)
  fireEvent.click(await screen.findByRole('button', { name: 'Vorlesen' }))
  expect(spoken).toEqual([{ lang: 'pl', text: 'Dzień dobry' }])
  expect(await screen.findByRole('button', { name: 'Vorlesen beenden' })).toBeTruthy()
  end()
  expect(await screen.findByRole('button', { name: 'Vorlesen' })).toBeTruthy()
})

it.each([
  ['no voice of its language is there', ['de-DE']],
  ['the only one would send the text away', ['pl-PL+']],
])('nothing is offered where %s', (_, languages) => {
  voices(languages)
  opened.show(<Speak text="Dzień dobry" lang="pl" />)
  expect(screen.queryByRole('button')).toBeNull()
})
