// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DateField } from '../../src/ui/datefield.tsx'
import { openForTest } from '../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
let kept: string[]

beforeEach(async () => {
  opened = await openForTest()
  kept = []
})

afterEach(() => {
  cleanup()
  opened.close()
})

const show = (): unknown =>
  opened.show(
    <DateField legend="Wann?" value="" today="2026-11-25" onChange={(date) => void kept.push(date)} />,
  )

const type = (label: string, value: string): boolean =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })

it('keeps a date once it is whole, and says nothing on the way', () => {
  show()
  type('Tag', '5')
  type('Monat', 'Juni')
  expect(screen.queryByRole('status')).toBeNull()
  type('Jahr', '2027')
  expect([kept, screen.queryByRole('status')]).toEqual([['2027-06-05'], null])
})

it('says that the day is missing where somebody knows the month alone: nothing would be kept', () => {
  show()
  type('Monat', 'Mai')
  type('Jahr', '2027')
  expect(screen.getByRole('status').textContent).toBe('Geben Sie auch Tag und Monat ein.')
  type('Tag', '31')
  expect([kept, screen.queryByRole('status')]).toEqual([['2027-05-31'], null])
})

it('says that there is no such day', () => {
  show()
  type('Tag', '31')
  type('Monat', '6')
  type('Jahr', '2027')
  expect(screen.getByRole('status').textContent).toMatch('Diesen Tag gibt es nicht.')
  expect(kept).toEqual([])
})
