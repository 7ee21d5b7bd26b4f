// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { features } from '../../src/app/features.ts'
import { Places } from '../../src/app/places.tsx'
import { openForTest } from '../house/open.tsx'

afterEach(cleanup)

it.each([
  ['/', 'Start'],
  ['/people/1', 'Kontakte'],
  ['/groups/1', 'Kontakte'],
  ['/notes', 'Projekte'],
  ['/notes/new/1', 'Projekte'],
  ['/notes/1/change', 'Projekte'],
  ['/chronicle', 'Projekte'],
  ['/chronicle/1', 'Projekte'],
  ['/projects', 'Projekte'],
  ['/help', undefined],
])('at %s the place that is marked is %s', async (path, place) => {
  const opened = await openForTest()
  opened.show(<Places path={path} />, features)
  const marked = screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page')
  expect(marked.map((link) => link.textContent)).toEqual(place ? [place] : [])
  opened.close()
})
