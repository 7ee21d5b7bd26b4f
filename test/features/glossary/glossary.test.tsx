// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { listOf } from '../../../src/db/find.ts'
import { TermForm } from '../../../src/features/glossary/form.tsx'
import { Glossary } from '../../../src/features/glossary/list.tsx'
import { TermPage } from '../../../src/features/glossary/page.tsx'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
  location.hash = ''
})

afterEach(() => {
  cleanup()
  opened.close()
})

const fill = async (name: RegExp, value: string): Promise<boolean> =>
  fireEvent.input(await screen.findByRole('textbox', { name }), { target: { value } })

it('a word is written down with what it is called elsewhere, found by any of it, and shown', async () => {
  opened.show(<TermForm params={{}} />, features)
  fireEvent.click(await screen.findByRole('button', { name: 'Fertig' }))
  await screen.findByText('Schreiben Sie den Namen oder Begriff hinein.')
  await fill(/^Name oder Begriff/, 'Partnerschaftskomitee')
  await fill(/^Polski/, 'Komitet Partnerstwa')
  await fill(/^Was bedeutet es/, 'Der Ausschuss der Stadt.')
  // A second tap on the same button counts only after a while.
  await new Promise((resolve) => setTimeout(resolve, 600))
  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
  await waitFor(async () => expect(await listOf(opened.notebook, 'term')).toHaveLength(1))
  const [term] = await listOf(opened.notebook, 'term')
  expect(term?.fields).toEqual({
    name: 'Partnerschaftskomitee',
    'forms/pl': 'Komitet Partnerstwa',
    remarks: 'Der Ausschuss der Stadt.',
  })
  cleanup()

  opened.show(<Glossary />, features)
  fireEvent.input(await screen.findByRole('searchbox'), { target: { value: 'komitet' } })
  const row = await screen.findByRole('link', { name: /^Partnerschaftskomitee ?Komitet Partnerstwa$/ })
  expect(row.getAttribute('href')).toBe(`#/glossary/${term?.id}`)
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'x' } })
  await screen.findByText('Diesen Begriff gibt es hier nicht.')
  cleanup()

  opened.show(<TermPage params={{ id: term?.id ?? '' }} />, features)
  expect((await screen.findByText('Komitet Partnerstwa')).lang).toBe('pl')
  expect(screen.getAllByText('Partnerschaftskomitee').map(({ lang }) => lang)).toEqual(['', 'de', 'en', 'hu'])
  fireEvent.click(screen.getByRole('button', { name: 'Löschen' }))
  await screen.findByText('Dieser Begriff liegt unter „Gelöschtes“.')
})

it('an empty glossary says what it is for', async () => {
  opened.show(<Glossary />, features)
  await screen.findByText('Noch keine Namen und Begriffe, die in jeder Sprache bleiben.')
  expect(screen.getByRole('link', { name: 'Begriff eintragen' })).toBeTruthy()
})
