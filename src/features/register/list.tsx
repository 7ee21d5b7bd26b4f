import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { entriesMeant, mostFound, newestEntries, townsMeant, type Wanted } from '../../db/register/find.ts'
import type { Lines } from '../../db/register/lines.ts'
import type { Brief, RegisterInfo, TownBrief } from '../../db/register/tables.ts'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { mediumDate } from '../../ui/dates.ts'
import { SearchField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { EntryLine } from './entry-row.tsx'
import { anything, Filters } from './filters.tsx'
import { StateLine } from './state-line.tsx'
import { TownLine } from './town-line.tsx'
import { useFirst } from './use-first.tsx'
import { useLines } from './use-lines.ts'
import { useRegister, type OnHand } from './use-register.ts'

// By their place in the list, not by what they show: with each key other words come to stand in the lines that are there.

/** What associations published. */
function Entries({ found, few }: { found: readonly Brief[]; few: number }): JSX.Element | null {
  const { t } = useText()
  const { first, more } = useFirst(found, few)
  if (found.length === 0) return null
  return (
    <Section title={t('register.published')}>
      <Rows>
        {first.map((brief, at) => (
          <EntryLine key={at} brief={brief} />
        ))}
      </Rows>
      {more}
    </Section>
  )
}

type TownsProps = { found: readonly TownBrief[]; few: number; base: RegisterInfo['base'] }

/** What is known from elsewhere: as of when, and whose data it is. */
function Towns({ found, few, base }: TownsProps): JSX.Element | null {
  const { t, language } = useText()
  const { first, more } = useFirst(found, few)
  if (found.length === 0 || !base) return null
  return (
    <Section title={t('register.fromWikidata', { date: mediumDate(base.asOf, language) })}>
      <Rows>
        {first.map((town, at) => (
          <TownLine key={at} town={town} partners={town.partners} />
        ))}
      </Rows>
      {more}
    </Section>
  )
}

/** How many rows come first: where there are two lists, the second one is to be seen as well. */
const few = { ofTwo: 5, ofOne: 10 }

type FoundProps = { hand: OnHand; wanted: Wanted; lines: Lines | undefined; newest: readonly Brief[] }

function Found({ hand, wanted, lines, newest }: FoundProps): JSX.Element | null {
  const { t } = useText()
  const isAsked = wanted !== anything
  const entries = useMemo(
    () => (isAsked && lines ? entriesMeant(lines.entries, wanted) : newest),
    [lines, wanted, newest],
  )
  const towns = useMemo(() => (lines ? townsMeant(lines.towns, wanted) : []), [lines, wanted])
  if (isAsked && !lines) return null
  const isNothing = entries.length + towns.length === 0
  const count = entries.length > 0 && towns.length > 0 ? few.ofTwo : few.ofOne
  return (
    <>
      {isNothing && !hand.isTaking && (
        <p role="status">{t(isAsked ? 'register.noneFound' : 'register.nonePublished')}</p>
      )}
      {(entries.length === mostFound || towns.length === mostFound) && isAsked && (
        <p class="secondary">{t('register.tooMany')}</p>
      )}
      <Entries found={entries} few={count} />
      <Towns found={towns} few={count} base={hand.info.base} />
      {!isAsked && hand.info.base && <p class="secondary">{t('register.searchTowns')}</p>}
    </>
  )
}

/** Apart from the rest of the page, which a key press leaves alone. */
function Search({ hand }: { hand: OnHand }): JSX.Element {
  const { t } = useText()
  const { register } = hand
  const [wanted, setWanted] = useState<Wanted>(anything)
  const newest = useLive(() => newestEntries(register), [register])
  const lines = useLines(register)
  const want = (next: Wanted): void => {
    const isAnything = Object.values(next).every((value) => !value)
    setWanted(isAnything ? anything : next)
  }
  return (
    <>
      <SearchField
        label={t('register.search')}
        value={wanted.query}
        onInput={(query) => want({ ...wanted, query })}
      />
      <Filters lines={lines} wanted={wanted} onWant={want} />
      {newest && <Found hand={hand} wanted={wanted} lines={lines} newest={newest} />}
    </>
  )
}

function Inside({ hand }: { hand: OnHand }): JSX.Element {
  const { t } = useText()
  return (
    <div class="page stack">
      <p>{t('register.what')}</p>
      <StateLine hand={hand} />
      <Search hand={hand} />
      <Buttons column>
        <LinkButton icon="list" to={href('/register/published')}>
          {t('register.own.title')}
        </LinkButton>
      </Buttons>
    </div>
  )
}

/** What associations show to everybody, and who is linked with whom: kept on the device and searched here. */
export function RegisterScreen(): JSX.Element | null {
  const { t } = useText()
  const hand = useRegister()
  if (!hand) return null
  return (
    <Page title={t('register.title')} parent="/more">
      <Inside hand={hand} />
    </Page>
  )
}
