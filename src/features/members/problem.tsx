import type { JSX } from 'preact'
import type { codeOf } from '../../sync/verbs.ts'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

export type Code = ReturnType<typeof codeOf>

const keys: { readonly [code in Code]: TextKey } = {
  offline: 'members.problem.offline',
  outdated: 'members.problem.outdated',
  digits: 'members.problem.unexpected',
  unknown: 'members.problem.unknown',
  used: 'members.open.over',
  revoked: 'members.open.over',
  expired: 'members.open.over',
  'founding-code': 'members.problem.foundingCode',
  'too-many': 'members.problem.tooMany',
  refused: 'members.problem.refused',
  'last-coordinator': 'members.problem.lastCoordinator',
  full: 'members.problem.full',
  stale: 'members.problem.unexpected',
  'too-often': 'members.problem.tooOften',
  broken: 'members.problem.unexpected',
  unexpected: 'members.problem.unexpected',
}

/** Why it was not done, and what to do. No internet is nothing bad. */
export function Problem({ code, children }: { code: Code; children?: string }): JSX.Element {
  const { t } = useText()
  const isOffline = code === 'offline'
  return (
    <div role="alert">
      <Status look={isOffline ? 'neutral' : 'problem'} icon={isOffline ? 'info' : 'circle-alert'}>
        <strong class="line">{t(keys[code] ?? 'members.problem.unexpected')}</strong>
        {children}
      </Status>
    </div>
  )
}
