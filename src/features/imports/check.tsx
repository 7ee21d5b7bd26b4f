import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/choices.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { isTooLong, type Candidate, type Found } from './candidates.ts'
import { Findings } from './findings.tsx'
import { groupNames, mostGroups } from './groups.ts'
import { PeopleTicks } from './people-ticks.tsx'
import { useSay } from './say.ts'

/** With more people than this, the button also stands above them. */
const few = 10
/** So many names of groups are said; the rest is dots. */
const mostNames = 8

const someOf = (names: readonly string[]): string =>
  [...names.slice(0, mostNames), ...(names.length > mostNames ? ['…'] : [])].join(', ')

type CheckProps = {
  found: Found
  onChange: (found: Found) => void
  onTake: (people: readonly Candidate[], withGroups: boolean) => Promise<void>
}

/** The second step: everybody in the file, to be chosen before anything is saved. */
export function Check({ found, onChange, onTake }: CheckProps): JSX.Element {
  const { t } = useText()
  const say = useSay()
  const [asked, setAsked] = useState(false)
  const { candidates, ticked } = found
  const groups = useMemo(() => groupNames(candidates), [candidates])
  const mayGroup = groups.length > 0 && groups.length <= mostGroups
  const withGroups = mayGroup && found.withGroups
  const [people, tooLong] = useMemo(() => {
    const long = new Set(candidates.filter((one) => isTooLong(one, say, withGroups)))
    return [candidates.filter((one) => !long.has(one)), [...long].map((one) => one.name)]
  }, [candidates, say, withGroups])
  const chosen = people.filter((one) => ticked.has(one.id))
  const tick = (ids: readonly string[], on: boolean): void => {
    const others = new Set(ticked)
    for (const id of ids) others.delete(id)
    onChange({ ...found, ticked: on ? new Set([...others, ...ids]) : others })
  }
  const takeThem = (): void | Promise<void> => {
    if (chosen.length > 0) return onTake(chosen, withGroups)
    setAsked(true)
    window.scrollTo(0, 0)
  }
  const button = (
    <Button primary onPress={takeThem}>
      {t('imports.take', { count: chosen.length })}
    </Button>
  )
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <div role="alert">
        {asked && chosen.length === 0 && (
          <Status look="problem" icon="circle-alert">
            {t('imports.nobodyTicked')}
          </Status>
        )}
      </div>
      <Findings found={found} tooLong={tooLong} />
      {mayGroup && (
        <Tick
          label={t('imports.makeGroups')}
          hint={someOf(groups)}
          ticked={found.withGroups}
          onTick={(on) => onChange({ ...found, withGroups: on })}
        />
      )}
      {people.length > few && button}
      <PeopleTicks people={people} ticked={ticked} onTick={tick} />
      <div class="dock">{button}</div>
    </form>
  )
}
