// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Place } from '../../../src/shared/place.ts'
import { PlaceField } from '../../../src/ui/place/place-field.tsx'
import { openForTest } from '../../house/open.tsx'
import { finderOn, shelfForTest } from '../../house/places.ts'

let opened: Awaited<ReturnType<typeof openForTest>>
let chosen: Place | undefined
let lists: ReturnType<typeof shelfForTest>

beforeEach(async () => {
  opened = await openForTest()
  chosen = undefined
  lists = shelfForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

function Form({ country }: { country?: string }) {
  const [place, setPlace] = useState<Place>()
  chosen = place
  const [finder] = useState(() => finderOn(lists.shelf))
  return (
    <PlaceField
      legend="Welcher Ort?"
      value={place}
      onChange={setPlace}
      finder={finder}
      {...(country ? { country } : {})}
    />
  )
}

const search = 'Name des Ortes, die ersten Buchstaben'
const typeIn = async (label: string, text: string): Promise<void> =>
  void fireEvent.input(await screen.findByLabelText(label), { target: { value: text } })
const press = async (name: string | RegExp): Promise<void> =>
  void fireEvent.click(await screen.findByRole('button', { name }))

describe('the field for a place', () => {
  it("finds a town by its name in the reader's language and says where it is", async () => {
    opened.show(<Form />)
    fireEvent.click(await screen.findByLabelText('Polen'))
    await typeIn(search, 'krak')
    await press(/^Krakau \(Kraków\) *755\.000 Einwohner/)
    expect(chosen).toMatchObject({
      id: '3094802',
      name: 'Kraków',
      names: { de: 'Krakau', hu: 'Krakkó' },
      country: 'PL',
      point: { lat: 50.061, lon: 19.937 },
    })
    await screen.findByText(/Polen, 755\.000 Einwohner/)
    await press('Anderen Ort wählen')
    expect(chosen).toBeUndefined()
  })

  it('tells towns of one name apart', async () => {
    opened.show(<Form country="DE" />)
    await typeIn(search, 'Neuenkirchen')
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: /^Neuenkirchen/ }).length).toBeGreaterThan(3),
    )
    const rows = screen.getAllByRole('button', { name: /^Neuenkirchen *\d/ }).map((row) => row.textContent)
    expect(new Set(rows).size).toBe(rows.length)
    expect(rows.some((row) => row?.includes('bei '))).toBe(true)
  })

  it('says so when there is no such town, and names where the names are from', async () => {
    opened.show(<Form country="HU" />)
    await screen.findByText('Namen und Lage der Orte: GeoNames, CC BY 4.0')
    await typeIn(search, 'Entenhausen')
    await screen.findByText('So heißt hier kein Ort. Prüfen Sie die Buchstaben.')
  })

  it('finds countries that lie far away', async () => {
    opened.show(<Form />)
    fireEvent.click(await screen.findByLabelText('Anderes Land'))
    await typeIn('Welches Land?', 'nica')
    await press('Nicaragua')
    await typeIn(search, 'san raf')
    await press(/^San Rafael del Sur/)
    expect(chosen).toMatchObject({ country: 'NI', name: 'San Rafael del Sur' })
  })

  it("takes a name of one's own without a network, and says why", async () => {
    lists.net.isCut = true
    opened.show(<Form country="PL" />)
    await screen.findByText(/braucht es einmal Internet/)
    await press('Mein Ort steht nicht da')
    await typeIn('Name des Ortes', 'Klein Zwittow')
    expect(chosen).toEqual({
      id: '',
      name: 'Klein Zwittow',
      names: {},
      country: 'PL',
      land: '',
      point: undefined,
      population: 0,
    })
    await screen.findByText('Noch kein Platz auf der Karte.')
  })

  it("lets one show on the map where one's own place lies", async () => {
    opened.show(<Form country="HU" />)
    await press('Mein Ort steht nicht da')
    await typeIn('Name des Ortes', 'Kisfalu')
    await press('Auf der Karte zeigen')
    await press('Hier liegt er')
    // The map begins around the country's largest town.
    expect(chosen?.name).toBe('Kisfalu')
    expect(chosen?.point?.lat).toBeCloseTo(47.498, 2)
    expect(chosen?.point?.lon).toBeCloseTo(19.04, 2)
    await screen.findByText('Der Ort hat einen Platz auf der Karte.')
    await press('Anderen Platz zeigen')
    await press('Nach oben')
    await press('Hier liegt er')
    expect(chosen?.point?.lat).toBeGreaterThan(48)
  })
})
