// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepSettings } from '../../src/db/device.ts'
import { arrive, leave } from '../../src/db/here.ts'
import { NewsOnStart } from '../../src/features/news/on-start.tsx'
import { NewsPage } from '../../src/features/news/page.tsx'
import { feature as notes } from '../../src/features/notes/feature.ts'
import { NewestNotes } from '../../src/features/notes/newest.tsx'
import { newId } from '../../src/shared/ids.ts'
import type { Fields } from '../../src/shared/value.ts'
import { from, hear as arrives } from '../db/notebook.ts'
import { openForTest } from '../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

let seq = 0

/** A note of another device arrives; the newest by its date. */
async function hear(text: string, date: string, more: Fields = {}): Promise<void> {
  const set = { text, date, author: 'Anna Nowak', ...more }
  seq += 1
  await arrives(opened.notebook, from('annas', seq, { record: newId(), kind: 'note', set }))
}

const links = (): string[] =>
  [...document.querySelectorAll('.row')].map((row) =>
    [...row.querySelectorAll('.line')].map((line) => line.textContent).join(' | '),
  )

beforeEach(async () => {
  opened = await openForTest()
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
  await arrive(opened.notebook)
  await hear('Von früher', '2026-11-01')
  await leave(opened.notebook)
  opened.clock.now = Date.UTC(2026, 10, 24, 12)
})

afterEach(() => {
  cleanup()
  opened.close()
})

it('Start names what others wrote, and does not name a new note a second time among the newest', async () => {
  await hear('Bus bestellt', '2026-11-23')
  await arrive(opened.notebook)
  opened.show(<NewsOnStart />, [notes])
  await screen.findByRole('heading', { name: 'Neu, seit Sie zuletzt hier waren' })
  expect(links()).toEqual(['Bus bestellt | Notiz von Anna Nowak'])
  expect(screen.queryByRole('link', { name: 'Alles Neue ansehen' })).toBeNull()
  cleanup()

  opened.show(<NewestNotes />)
  await screen.findByText('Von früher')
  expect(screen.queryByText('Bus bestellt')).toBeNull()
})

it('Start has five and the way to all of them, which tells the days as well', async () => {
  for (const day of ['1', '2', '3', '4', '5', '6']) {
    await hear(`Tag ${day}`, `2026-11-0${day}`)
    opened.clock.now += 1000
  }
  await arrive(opened.notebook)
  opened.show(<NewsOnStart />, [notes])
  const all = await screen.findByRole('link', { name: 'Alles Neue ansehen' })
  expect(all.getAttribute('href')).toBe('#/news')
  expect(links()).toHaveLength(5)
  cleanup()

  opened.show(<NewsPage />, [notes])
  await screen.findByText('Tag 1')
  expect(links()).toHaveLength(6)
  expect(links()[0]?.replaceAll('\u00A0', ' ')).toBe('Tag 6 | Notiz von Anna Nowak, 24. November 2026')
})

it('Start has nothing where nobody wrote, and the page says so', async () => {
  await arrive(opened.notebook)
  opened.show(
    <>
      <NewsOnStart />
      <NewsPage />
    </>,
    [notes],
  )
  await screen.findByText('Zurzeit gibt es nichts Neues.')
  expect(document.querySelector('section')).toBeNull()
})
