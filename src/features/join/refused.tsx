import type { JSX } from 'preact'
import type { codeOf, Greeting } from '../../sync/verbs.ts'
import { sheetDigits } from '../../shared/slip-digits.ts'
import { dialable } from '../../shared/phone.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

export type Code = ReturnType<typeof codeOf>

type Worded = {
  readonly title: TextKey
  readonly advice: TextKey
  /** Whether the same invitation may work in a moment. */
  readonly isWorthTrying?: true
}

const unexpected: Worded = {
  title: 'join.problem.unexpected',
  advice: 'join.problem.unexpectedAdvice',
  isWorthTrying: true,
}

const worded: { readonly [code in Code]: Worded } = {
  offline: { title: 'join.problem.offline', advice: 'join.problem.offlineAdvice', isWorthTrying: true },
  outdated: { title: 'join.problem.outdated', advice: 'join.problem.outdatedAdvice', isWorthTrying: true },
  digits: { title: 'join.problem.digits', advice: 'join.problem.digitsAdvice' },
  unknown: { title: 'join.problem.unknown', advice: 'join.problem.unknownAdvice' },
  used: { title: 'join.problem.used', advice: 'join.problem.usedAdvice' },
  revoked: { title: 'join.problem.revoked', advice: 'join.problem.askAgain' },
  expired: { title: 'join.problem.expired', advice: 'join.problem.askAgain' },
  'founding-code': unexpected,
  'too-many': { title: 'join.problem.tooMany', advice: 'join.problem.tooManyAdvice' },
  refused: { title: 'join.problem.refused', advice: 'join.problem.askAgain' },
  'last-coordinator': unexpected,
  full: { title: 'join.problem.tooMany', advice: 'join.problem.tooManyAdvice' },
  stale: unexpected,
  'too-often': { title: 'join.problem.tooOften', advice: 'join.problem.tooOftenAdvice', isWorthTrying: true },
  broken: unexpected,
  unexpected,
}

/** A recovery sheet that was used, or withdrawn for a newer one. */
const overSheet: Worded = { title: 'join.problem.sheetUsed', advice: 'join.problem.sheetUsedAdvice' }
const isOver: ReadonlySet<Code> = new Set(['used', 'revoked'])

/** Whether these are the digits of a recovery sheet. */
export const isSheet = (digits: string): boolean => digits.length === sheetDigits

type RefusedProps = {
  code: Code
  isSheet?: boolean
  /** What the invitation said before, if it ever did. */
  greeting?: Greeting
  onAgain: () => void
  onOther: () => void
}

/** Why there is no way in, and what to do; nothing was used up. */
export function Refused({ code, isSheet: ofSheet, greeting, onAgain, onOther }: RefusedProps): JSX.Element {
  const { t } = useText()
  const { title, advice, isWorthTrying } =
    ofSheet && isOver.has(code) ? overSheet : (worded[code] ?? unexpected)
  const number = dialable(greeting?.phone ?? '')
  return (
    <div class="page stack ask-form">
      <div class="stack tight" role="alert">
        <h1>{t(title)}</h1>
        <p>
          {greeting?.inviter && advice === 'join.problem.askAgain'
            ? t('join.problem.ask', { name: greeting.inviter })
            : t(advice)}
        </p>
      </div>
      <Buttons column>
        {number && (
          <LinkButton icon="phone" to={`tel:${number}`}>
            {t('join.call', { name: greeting?.helper || greeting?.phone || '' })}
          </LinkButton>
        )}
        {isWorthTrying ? (
          <>
            <Button onPress={onOther}>{t('join.other')}</Button>
            <Button primary icon="refresh-cw" onPress={onAgain}>
              {t('join.again')}
            </Button>
          </>
        ) : (
          <Button primary onPress={onOther}>
            {t('join.other')}
          </Button>
        )}
      </Buttons>
    </div>
  )
}
