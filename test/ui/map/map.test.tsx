// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { madeMap } from '../../../.ci/made/map.ts'
import { MapPicture } from '../../../src/ui/map/map.tsx'
import type { MapPoint } from '../../../src/ui/map/points.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
let chosen: string[]

beforeEach(async () => {
  opened = await openForTest()
  chosen = []
})

afterEach(() => {
  cleanup()
  opened.close()
})

const ours: MapPoint = { id: 'us', lat: 50.93, lon: 11.59, label: 'Jena', tone: 'ours', href: '#/towns/us' }
const lugoj: MapPoint = {
  id: 'lugoj',
  lat: 45.69,
  lon: 21.9,
  label: 'Lugoj',
  detail: 'Rumänien',
  tone: 'partner',
  mark: '1',
}
const erlangen: MapPoint = {
  id: 'erlangen',
  lat: 49.59,
  lon: 11.0,
  label: 'Erlangen',
  tone: 'partner',
  mark: '2',
}
const fuerth: MapPoint = { ...erlangen, id: 'fuerth', lat: 49.48, lon: 10.99, label: 'Fürth', mark: '3' }
const sanMarcos: MapPoint = {
  id: 'sm',
  lat: 11.91,
  lon: -86.2,
  label: 'San Marcos',
  tone: 'partner',
  mark: '4',
}

const lineTo = ({ id }: MapPoint) => ({ from: 'us', to: id })

function show(points: readonly MapPoint[]): void {
  opened.show(
    <MapPicture
      label="Unsere Partnerstädte"
      points={points}
      lines={points.slice(1).map(lineTo)}
      linked={['DE', 'RO']}
      onChoose={(id) => chosen.push(id)}
    />,
  )
}

describe('the map', () => {
  it('has a link or a button for every town, each with its name', async () => {
    show([ours, lugoj])
    expect((await screen.findByRole('link', { name: 'Jena' })).getAttribute('href')).toBe('#/towns/us')
    const there = screen.getByRole('button', { name: 'Lugoj, Rumänien' })
    expect(there.dataset['mark']).toBe('1')
    fireEvent.click(there)
    expect(chosen).toEqual(['lugoj'])
    const outlines = madeMap().europe.lands.filter(({ country }) => ['DE', 'RO'].includes(country))
    const map = screen.getByRole('group', { name: 'Unsere Partnerstädte' })
    expect(map.querySelector('.linked')?.getAttribute('d')).toBe(
      outlines.map(({ outline }) => outline).join(''),
    )
    expect(document.querySelector('.links path')?.getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+Q/)
  })

  it('shows towns too near each other as one, which opens', async () => {
    show([ours, lugoj, erlangen, fuerth])
    fireEvent.click(await screen.findByRole('button', { name: /^[23] Orte: .*Erlangen, Fürth/ }))
    // So near that the largest picture shows them apart, or they are asked for by name.
    for (let presses = 0; presses < 6 && !screen.queryByRole('button', { name: 'Fürth' }); presses += 1)
      fireEvent.click(screen.getByRole('button', { name: /Erlangen, Fürth/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Fürth' }))
    expect(chosen).toEqual(['fuerth'])
    fireEvent.click(screen.getByRole('button', { name: 'Alles zeigen' }))
    await screen.findByRole('button', { name: 'Lugoj, Rumänien' })
  })

  it('asks which one where no picture is large enough', async () => {
    show([
      ours,
      lugoj,
      { ...erlangen, id: 'a', label: 'Erlangen' },
      { ...erlangen, id: 'b', label: 'Tennenlohe' },
    ])
    for (let presses = 0; presses < 6 && !screen.queryByText('Welchen Ort meinen Sie?'); presses += 1)
      fireEvent.click(await screen.findByRole('button', { name: /Erlangen, Tennenlohe/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Tennenlohe' }))
    expect(chosen).toEqual(['b'])
  })

  it('shows on a second map what lies beyond Europe, with our town', async () => {
    show([ours, lugoj, sanMarcos])
    const far = await screen.findByRole('group', { name: 'Unsere Partnerstädte: weiter weg' })
    expect([...far.querySelectorAll('.point')].map((one) => one.getAttribute('aria-label'))).toEqual([
      'Jena',
      'San Marcos',
    ])
    const near = screen.getByRole('group', { name: 'Unsere Partnerstädte' })
    expect([...near.querySelectorAll('.point')].map((one) => one.getAttribute('aria-label'))).toEqual([
      'Jena',
      'Lugoj, Rumänien',
    ])
  })

  it('is enlarged, moved and shown whole by buttons alone', async () => {
    show([ours, lugoj])
    const seen = (): string => document.querySelector('.map svg')?.getAttribute('viewBox') ?? ''
    await screen.findByRole('button', { name: 'Größer' })
    const whole = seen()
    const width = (): number => Number(seen().split(' ')[2])
    fireEvent.click(screen.getByRole('button', { name: 'Größer' }))
    const larger = width()
    expect(larger).toBeLessThan(Number(whole.split(' ')[2]))
    fireEvent.click(screen.getByRole('button', { name: 'Nach rechts' }))
    expect(width()).toBe(larger)
    fireEvent.click(screen.getByRole('button', { name: 'Alles zeigen' }))
    await waitFor(() => expect(seen()).toBe(whole))
    fireEvent.click(screen.getByRole('button', { name: 'Kleiner' }))
    expect(width()).toBeGreaterThan(Number(whole.split(' ')[2]))
  })

  it('shows Europe where there is no town yet', async () => {
    show([])
    await screen.findByRole('group', { name: 'Unsere Partnerstädte' })
    expect(document.querySelector('.land path')?.getAttribute('d')?.split('M').length).toBeGreaterThan(50)
  })
})
