import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Place, PlaceFinder } from '../../shared/place.ts'
import { Button, Buttons } from '../button.tsx'
import { SearchField } from '../field.tsx'
import { Icon } from '../icon.tsx'
import { useText } from '../text.ts'
import { placeHint, placeName } from './place-words.ts'

type Line = { readonly place: Place; readonly near: Place | undefined }
type Found = { readonly query: string; readonly lines: readonly Line[] | 'none to be had' }

type FoundProps = {
  country: string
  finder: PlaceFinder
  onChoose: (place: Place) => void
}

const most = 8

async function look(finder: PlaceFinder, country: string, query: string): Promise<readonly Line[]> {
  const places = await finder.find(country, query, most)
  return Promise.all(places.map(async (place) => ({ place, near: await finder.near(place) })))
}

/** A country's places by their first letters, each on a row that tells it from others of its name. */
export function FoundPlaces({ country, finder, onChoose }: FoundProps): JSX.Element {
  const { t, language } = useText()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    let stale = false
    look(finder, country, query).then(
      (lines) => stale || setFound({ query, lines }),
      () => stale || setFound({ query, lines: 'none to be had' }),
    )
    return () => {
      stale = true
    }
  }, [finder, country, query])
  if (found?.lines === 'none to be had')
    return (
      <p class="message" role="status">
        <Icon name="wifi-off" />
        <span>{t('ui.place.noList')}</span>
      </p>
    )
  return (
    <div class="stack tight">
      <SearchField label={t('ui.place.search')} value={query} onInput={setQuery} />
      {query.trim() !== '' && found?.lines.length === 0 && <p role="status">{t('ui.place.nothing')}</p>}
      <Buttons column>
        {query.trim() !== '' &&
          found?.lines.map(({ place, near }) => (
            <Button key={`${place.id} ${place.name}`} onPress={() => onChoose(place)}>
              {placeName(place, language)}
              <span class="hint line">{placeHint(place, near, t, language)}</span>
            </Button>
          ))}
      </Buttons>
      <p class="small secondary">{t('ui.place.credit')}</p>
    </div>
  )
}
