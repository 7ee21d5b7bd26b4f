import type { JSX } from 'preact'
import type { codeOf } from '../../sync/verbs.ts'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

type Code = ReturnType<typeof codeOf>

/** What a person can do something about has words of its own. */
const keys: { readonly [code in Code]?: TextKey } = {
  offline: 'register.problem.offline',
  outdated: 'register.problem.outdated',
  refused: 'register.problem.refused',
  stale: 'register.problem.stale',
  full: 'register.problem.full',
  'too-often': 'register.problem.tooOften',
  unknown: 'register.problem.none',
}

/** Why it was not done, and what to do; `children` say what is so all the same. */
export function Problem({ code, children }: { code: Code; children?: string }): JSX.Element {
  const { t } = useText()
  const isNeutral = code === 'offline' || code === 'unknown'
  return (
    <div role="alert">
      <Status look={isNeutral ? 'neutral' : 'problem'} icon={isNeutral ? 'info' : 'circle-alert'}>
        <strong class="line">{t(keys[code] ?? 'register.problem.unexpected')}</strong>
        {children}
      </Status>
    </div>
  )
}
