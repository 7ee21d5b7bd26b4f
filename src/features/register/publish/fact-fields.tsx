import type { JSX } from 'preact'
import { textOf, tickedIn } from '../../../records/fields.ts'
import { roughDate } from '../../../ui/rough-dates.ts'
import { Tick, Ticks } from '../../../ui/choices.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useText } from '../../../ui/text.ts'
import { countryName } from '../places.ts'
import { happeningKeys } from '../words.ts'
import { publicTown, tellableDates } from './facts.ts'
import type { PartProps } from './part.ts'
import { isWrong } from './wrong.ts'

function Towns({ form, material, isTried }: PartProps): JSX.Element {
  const { t, language } = useText()
  const offered = material.towns.flatMap(({ id, fields }) => {
    const town = publicTown(fields)
    return town ? [{ value: id, label: `${town.name}, ${countryName(town.country, language)}` }] : []
  })
  const lacking = material.towns.length - offered.length
  return (
    <div class={isTried && isWrong(form.values, 'towns') ? 'field wrong' : 'field'}>
      {isTried && isWrong(form.values, 'towns') && (
        <p class="message">
          <Icon name="circle-alert" />
          <span>{t('register.form.townsMissing')}</span>
        </p>
      )}
      {offered.length > 0 ? (
        <Ticks
          legend={t('register.towns')}
          ticked={new Set(tickedIn(form.values, 'towns'))}
          onTick={(id, on) => form.set(`towns/${id}`, on)}
          choices={offered}
        />
      ) : (
        <p>{t('register.form.noTowns')}</p>
      )}
      {lacking > 0 && <p class="hint">{t('register.form.townsLack', { count: lacking })}</p>}
    </div>
  )
}

function Dates({ form, material }: PartProps): JSX.Element | null {
  const { t, language } = useText()
  const { source, towns } = material
  const labels = new Map(towns.map(({ id, label }) => [id, label]))
  const dates = tellableDates(source?.kind ?? '', source?.fields ?? {}, labels)
  if (dates.length === 0) return null
  return (
    <Ticks
      legend={t('register.dates')}
      ticked={new Set(tickedIn(form.values, 'dates'))}
      onTick={(id, on) => form.set(`dates/${id}`, on)}
      choices={dates.map(({ id, date }) => ({
        value: id,
        label: [`${t(happeningKeys[date.what])}: ${roughDate(date.on, language)}`, date.place]
          .filter(Boolean)
          .join(', '),
      }))}
    />
  )
}

/** An event's place and its link are told only where somebody wants it. */
function OfEvent({ form, type, material }: PartProps): JSX.Element | null {
  const { t } = useText()
  if (type !== 'event') return null
  const of = material.source?.fields ?? {}
  const tick = (name: string, label: string, hint: string): JSX.Element => (
    <Tick label={label} hint={hint} ticked={form.values[name] === true} onTick={(on) => form.set(name, on)} />
  )
  return (
    <>
      {textOf(of, 'place') && tick('shows/place', t('register.showPlace'), textOf(of, 'place'))}
      {textOf(of, 'link') && tick('shows/link', t('register.showLink'), textOf(of, 'link'))}
    </>
  )
}

/** Which facts of the record are told. Kind, status and an event's day always are: without them it would say nothing. */
export function FactFields(props: PartProps): JSX.Element {
  const { t } = useText()
  return (
    <div class="stack">
      <Towns {...props} />
      <Dates {...props} />
      <OfEvent {...props} />
      {(props.type === 'partnership' || props.type === 'project') && (
        <p class="hint">{t('register.form.alwaysStatus')}</p>
      )}
    </div>
  )
}
