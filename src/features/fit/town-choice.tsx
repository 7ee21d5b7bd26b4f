import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { placeFinder } from '../../db/places/find.ts'
import type { Row } from '../../db/show.ts'
import { townNameIn } from '../../records/kinds/town.ts'
import type { Place } from '../../shared/place.ts'
import { Choices } from '../../ui/choices.tsx'
import { PlaceField } from '../../ui/place/place-field.tsx'
import { useText } from '../../ui/text.ts'
import { placeOfRow } from './ours.ts'

type TownChoiceProps = {
  towns: readonly Row[]
  place: Place | undefined
  onChoose: (place: Place | undefined) => void
}

const other = ' other'
const countryOf = { de: 'DE', en: 'GB', pl: 'PL', hu: 'HU' } as const

/** For which town: one tap where there are several of ours, or any other from the list of places. */
export function TownChoice({ towns, place, onChoose }: TownChoiceProps): JSX.Element {
  const { t, language } = useText()
  const [chosen, setChosen] = useState(towns[0]?.id ?? other)
  const isTyped = towns.length < 2 || chosen === other
  return (
    <div class="stack tight">
      {towns.length > 1 && (
        <Choices
          legend={t('fit.forTown')}
          beside="wide"
          value={chosen}
          onChoose={(id) => {
            const town = towns.find((one) => one.id === id)
            setChosen(id)
            onChoose(town && placeOfRow(town))
          }}
          choices={[
            ...towns.map((town) => ({
              value: town.id,
              label: townNameIn(town.fields, language) || t('towns.unnamed'),
            })),
            { value: other, label: t('fit.otherTown') },
          ]}
        />
      )}
      {isTyped && (
        <PlaceField
          legend={t(towns.length > 1 ? 'fit.otherTown' : 'fit.forTown')}
          value={place}
          onChange={onChoose}
          finder={placeFinder}
          country={countryOf[language]}
        />
      )}
    </div>
  )
}
