import type { JSX } from 'preact'
import type { Language } from '../shared/language.ts'
import { TextField } from './field.tsx'
import { Icon } from './icon.tsx'
import type { Saying } from './field-words.ts'
import { useText, type TextKey } from './text.ts'

type Count = { readonly id: string; readonly value: number }

type FiguresProps = {
  readonly people: number | undefined
  readonly hours: number | undefined
  readonly countries: readonly Count[]
  readonly ages: readonly Count[]
}

const ageKeys: { readonly [band: string]: TextKey } = {
  children: 'ui.figures.children',
  youth: 'ui.figures.youth',
  adults: 'ui.figures.adults',
  seniors: 'ui.figures.seniors',
}

/** Where guests usually come from; others that were counted are added. */
const usual = ['DE', 'PL', 'HU', 'GB', 'FR', 'TR']

/** "Polen" for 'PL', in the reader's language. */
const countryName = (code: string, language: Language): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code

/** What one figure counts, by the end of its field's name: 'people', 'hours', 'country/PL', 'age/youth'. */
export function figureWords([, what = '', part = '']: readonly string[], { t, language }: Saying): string {
  if (what === 'country') return countryName(part, language)
  if (what === 'hours') return t('ui.figures.hours')
  return t((what === 'age' ? ageKeys[part] : undefined) ?? 'ui.figures.people')
}

type CountFieldProps = { label: string; value: number | undefined; onCount: (count: number | null) => void }

/** A number of people or hours: what is no digit is never taken in. */
function CountField({ label, value, onCount }: CountFieldProps): JSX.Element {
  return (
    <TextField
      label={label}
      optional
      inputMode="numeric"
      most={5}
      value={value === undefined ? '' : String(value)}
      onInput={(typed) => {
        const digits = typed.replace(/\D/g, '')
        onCount(digits === '' ? null : Number(digits))
      }}
    />
  )
}

/** Figures to fill in: `onCount` gets 'people', 'hours', 'country/PL' or 'age/youth', and null for nothing. */
export function FiguresField({
  figures,
  onCount,
}: {
  figures: FiguresProps
  onCount: (what: string, count: number | null) => void
}): JSX.Element {
  const { t, language } = useText()
  const countOf = (counts: readonly Count[], id: string): number | undefined =>
    counts.find((one) => one.id === id)?.value
  const countries = [...new Set([...usual, ...figures.countries.map((one) => one.id)])]
  return (
    <div class="stack">
      <CountField
        label={t('ui.figures.people')}
        value={figures.people}
        onCount={(count) => onCount('people', count)}
      />
      <fieldset class="stack tight">
        <legend class="label">{t('ui.figures.byCountry')}</legend>
        <div class="counts">
          {countries.map((code) => (
            <CountField
              key={code}
              label={countryName(code, language)}
              value={countOf(figures.countries, code)}
              onCount={(count) => onCount(`country/${code}`, count)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="stack tight">
        <legend class="label">{t('ui.figures.byAge')}</legend>
        <div class="counts">
          {Object.entries(ageKeys).map(([band, key]) => (
            <CountField
              key={band}
              label={t(key)}
              value={countOf(figures.ages, band)}
              onCount={(count) => onCount(`age/${band}`, count)}
            />
          ))}
        </div>
      </fieldset>
      <CountField
        label={t('ui.figures.hours')}
        value={figures.hours}
        onCount={(count) => onCount('hours', count)}
      />
    </div>
  )
}

/** Figures to read, as facts in a card; nothing where nobody counted. */
export function FiguresList({ figures }: { figures: FiguresProps }): JSX.Element | null {
  const { t, language } = useText()
  const lines = [
    figures.people !== undefined && t('ui.figures.peopleCount', { count: figures.people }),
    figures.countries.length > 0 &&
      figures.countries.map((one) => `${countryName(one.id, language)} ${one.value}`).join(', '),
    figures.ages.length > 0 &&
      figures.ages.map((one) => `${t(ageKeys[one.id] ?? 'ui.figures.adults')} ${one.value}`).join(', '),
    figures.hours !== undefined && t('ui.figures.hoursCount', { count: figures.hours }),
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  return (
    <ul class="card facts">
      {lines.map((line) => (
        <li class="fact" key={line}>
          <Icon name="users" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  )
}
