// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { rowOf } from '../../src/db/find.ts'
import { save } from '../../src/db/save.ts'
import { Versions } from '../../src/features/versions/versions.tsx'
import { newId } from '../../src/shared/ids.ts'
import { openForTest } from '../house/open.tsx'

afterEach(cleanup)

it('shows both of two versions, and what is chosen stays alone', async () => {
  const opened = await openForTest()
  const { notebook, clock } = opened
  const record = newId()
  const write = (town: string): Promise<void> =>
    save(notebook, [{ record, kind: 'person', set: { town }, over: {} }])
  await write('Sopron')
  clock.now += 60_000
  await write('Chełmno')
  expect((await rowOf(notebook, record))?.twice).toEqual(['town'])

  opened.show(<Versions id={record} />)
  expect(await screen.findByText('Chełmno')).toBeTruthy()
  expect(screen.getByText('Sopron')).toBeTruthy()
  const older = screen.getAllByRole('button', { name: 'Diese Fassung behalten' })[1] as HTMLElement
  fireEvent.click(older)

  await waitFor(() => expect(screen.queryByText('Chełmno')).toBeNull())
  const row = await rowOf(notebook, record)
  expect(row?.twice).toEqual([])
  expect(row?.fields['town']).toBe('Sopron')
  opened.close()
})
