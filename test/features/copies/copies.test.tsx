// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { listOf } from '../../../src/db/find.ts'
import { besideOpen } from '../../../src/db/open.ts'
import { save } from '../../../src/db/save.ts'
import type { Row } from '../../../src/db/show.ts'
import type { Tables } from '../../../src/db/tables.ts'
import { CopyLink } from '../../../src/features/copies/about.tsx'
import { CopyPage } from '../../../src/features/copies/page.tsx'
import { newId } from '../../../src/shared/ids.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
let space = ''

beforeEach(async () => {
  opened = await openForTest()
  space = newId()
  await save(opened.notebook, [
    { record: 'anna', kind: 'person', set: { givenName: 'Anna', remarks: 'Isst kein Fleisch' }, over: {} },
  ])
})

afterEach(() => {
  cleanup()
  opened.close()
})

/** Works in the other notebook of this device. */
async function there<T>(job: (tables: Tables) => Promise<T>): Promise<T> {
  const own = await opened.device.spaces.get(space)
  if (!own) throw new Error('there is no other notebook')
  return besideOpen(own, opened.notebook.now, ({ tables }) => job(tables))
}

async function addNotebook(name: string, meta: { readonly [key: string]: string } = {}): Promise<void> {
  const [own] = await opened.device.spaces.toArray()
  if (own) await opened.device.spaces.put({ space, device: own.device, madeAt: 1, name })
  await there((tables) => tables.meta.bulkPut(Object.entries(meta).map(([key, value]) => ({ key, value }))))
}

const people = (): Promise<Row[]> =>
  there((tables) => listOf({ space, me: '', tables, now: opened.notebook.now }, 'person'))

it('is offered only where there is another notebook', async () => {
  opened.show(<CopyLink id="anna" />)
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(screen.queryByRole('link')).toBeNull()
  await addNotebook('Vorstand')
  expect((await screen.findByRole('link')).getAttribute('href')).toBe('#/copies/anna')
})

it('copies into the only other notebook what is not left behind, and takes it back', async () => {
  await addNotebook('Vorstand')
  opened.show(
    <>
      <CopyPage params={{ id: 'anna' }} />
      <UndoLine />
    </>,
    features,
  )
  await screen.findByRole('radio', { name: 'Vorstand', checked: true })
  expect(screen.getAllByRole('checkbox').map((tick) => tick.parentElement?.textContent)).toEqual([
    'Bemerkungen',
  ])
  fireEvent.click(screen.getByRole('button', { name: 'Hineinkopieren' }))
  await screen.findByText('Hier bleibt alles, wie es ist.')
  expect((await people()).map((row) => row.fields)).toEqual([{ givenName: 'Anna' }])
  fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }))
  await waitFor(async () => expect(await people()).toEqual([]))
})

it('takes along what is ticked', async () => {
  await addNotebook('Vorstand')
  opened.show(<CopyPage params={{ id: 'anna' }} />, features)
  fireEvent.click(await screen.findByRole('checkbox'))
  fireEvent.click(screen.getByRole('button', { name: 'Hineinkopieren' }))
  await screen.findByText('Hier bleibt alles, wie es ist.')
  expect((await people())[0]?.fields['remarks']).toBe('Isst kein Fleisch')
})

it('asks which notebook where there are several', async () => {
  const [own] = await opened.device.spaces.toArray()
  if (own) await opened.device.spaces.put({ space: newId(), device: own.device, madeAt: 2, name: 'Amt' })
  await addNotebook('Vorstand')
  opened.show(<CopyPage params={{ id: 'anna' }} />, features)
  fireEvent.click(await screen.findByRole('button', { name: 'Hineinkopieren' }))
  expect((await screen.findByRole('alert')).textContent).toBe('Tippen Sie auf ein Notizbuch.')
})

it.each([
  ['where one may only read', { role: 'reader' }],
  ['that one has left', { stopped: 'left' }],
])('offers no notebook %s', async (_what, meta) => {
  await addNotebook('Amt', meta)
  opened.show(<CopyPage params={{ id: 'anna' }} />, features)
  await screen.findByText(/kein anderes Notizbuch/)
  expect(screen.queryByRole('button', { name: 'Hineinkopieren' })).toBeNull()
})
