import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { entriesInCommon, type InCommon as Common, type Wanted } from '../../db/register/find.ts'
import type { EntryRow, Register } from '../../db/register/tables.ts'
import { shownText } from '../../shared/register/text.ts'
import { Choices, Tick } from '../../ui/choices.tsx'
import { CountryFilter, Filters } from '../../ui/filters.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { wordsOfTheme } from '../../ui/theme-words.ts'

const anything: Wanted = { query: '', country: '', type: '', theme: '', seeking: false }

function Line({ row, ours }: { row: EntryRow; ours: Common['themes'] }): JSX.Element | null {
  const { t } = useText()
  const { entry, content } = row
  if (!content) return null
  const towns = content.towns.map(({ name }) => shownText(name)).join(' – ')
  const shared = content.themes.filter((theme) => ours.includes(theme)).map((theme) => t(wordsOfTheme[theme]))
  return (
    <Row
      to={href(`/register/entry/${entry}`)}
      detail={
        <>
          {towns && (
            <span class="line">
              <bdi>{towns}</bdi>
            </span>
          )}
          {content.seeksPartners && <span class="line">{t('register.seeks')}</span>}
          {shared.length > 0 && <span class="line">{t('fit.shared', { themes: shared.join(', ') })}</span>}
        </>
      }
    >
      <strong>
        <bdi>{shownText(content.association)}</bdi>
      </strong>
    </Row>
  )
}

type NarrowProps = { common: Common; wanted: Wanted; onWant: (wanted: Wanted) => void }

/** By country, by one of our themes, and whether partners are looked for. */
function Narrow({ common: { themes, countries }, wanted, onWant }: NarrowProps): JSX.Element {
  const { t } = useText()
  const { country, theme, seeking } = wanted
  return (
    <Filters count={[country, theme, seeking].filter(Boolean).length} onClear={() => onWant(anything)}>
      <CountryFilter
        country={country}
        countries={() => Promise.resolve(countries)}
        onCountry={(chosen) => onWant({ ...wanted, country: chosen })}
      />
      {themes.length > 0 && (
        <Choices
          legend={t('register.themeField')}
          beside="wide"
          value={theme || 'all'}
          onChoose={(chosen) => onWant({ ...wanted, theme: chosen === 'all' ? '' : chosen })}
          choices={[
            { value: 'all' as const, label: t('register.anyTheme') },
            ...themes.map((value) => ({ value, label: t(wordsOfTheme[value]) })),
          ]}
        />
      )}
      <Tick
        label={t('register.onlySeeking')}
        ticked={seeking}
        onTick={(on) => onWant({ ...wanted, seeking: on })}
      />
    </Filters>
  )
}

type InCommonProps = { register: Register; publisher: string }

/**
 * Who says of themselves in the register that they look for partners, or has ticked a theme there that we have ticked there too: a
 * plain list, judged by nothing.
 */
export function InCommon({ register, publisher }: InCommonProps): JSX.Element | null {
  const { t } = useText()
  const [wanted, setWanted] = useState(anything)
  const common = useLive(
    () => entriesInCommon(register, publisher, wanted),
    [register, publisher, ...Object.values(wanted)],
  )
  const { shown, more } = useGrowing(common?.rows.length ?? 0, wanted)
  if (!common) return null
  const { rows, themes } = common
  const isNarrowed = Object.values(wanted).some(Boolean)
  return (
    <Section title={t('fit.common')}>
      <div class="stack">
        <p>{t(themes.length > 0 ? 'fit.commonWhat' : 'fit.commonNoThemes')}</p>
        {(isNarrowed || rows.length > 1) && <Narrow common={common} wanted={wanted} onWant={setWanted} />}
        {rows.length > 0 ? (
          <Rows>
            {rows.slice(0, shown).map((row) => (
              <Line key={row.entry} row={row} ours={themes} />
            ))}
          </Rows>
        ) : (
          <p>{t(isNarrowed ? 'fit.commonNoneSuch' : 'fit.commonNone')}</p>
        )}
        {more}
      </div>
    </Section>
  )
}
