import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Safety, Stopped } from '../../sync/status.ts'
import { LinkButton } from '../../ui/button.tsx'
import { dateAndTime } from '../../ui/dates.ts'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { useOnline } from '../../ui/use-online.ts'
import { ExchangeNow } from './exchange-now.tsx'
import { Heal } from './heal.tsx'
import { lineOf, waitingWords } from './line.ts'
import { useTrust, type Trust } from './use-trust.ts'
import { Refill } from './refill.tsx'
import { WaitingList } from './waiting.tsx'

const stoppedKeys: { readonly [stopped in Stopped]: TextKey } = {
  outdated: 'saved.stopped.outdated',
  left: 'saved.stopped.left',
  removed: 'saved.stopped.removed',
  unknown: 'saved.stopped.unknown',
  forked: 'saved.stopped.forked',
  healable: 'saved.stopped.healable',
  full: 'saved.stopped.full',
}

/** What was typed in a form before this device could no longer write. */
function LeftDrafts(): JSX.Element | null {
  const { t } = useText()
  const { tables, isReader } = useNotebook()
  const drafts = useLive(() => tables.drafts.count(), [tables])
  if (!isReader || !drafts) return null
  return (
    <Status look="waiting" icon="pencil">
      {t('saved.drafts')}
    </Status>
  )
}

/** Whoever may only read here, and has written before: nothing of it goes on from here, nothing is lost. */
function OnlyReads({ coordinators }: Trust): JSX.Element {
  const { t } = useText()
  return (
    <Status look="neutral" icon="info">
      <strong class="line">{t('saved.onlyReads')}</strong>
      <span class="line">{t('saved.onlyReadsWhat')}</span>
      {coordinators.length > 0 && t('saved.onlyReadsAsk', { names: coordinators.join(', ') })}
    </Status>
  )
}

/** What the others have, what waits, and what one can do. */
export function WithOthers({ safety }: { safety: Safety }): JSX.Element {
  const text = useText()
  const { t, language } = text
  const { now, isReader } = useNotebook()
  const isOnline = useOnline()
  const line = lineOf(safety, now(), text)
  const { stopped, waiting, talkedAt } = safety
  const trust = useTrust()
  const mayOnlyRead = isReader === true && waiting > 0 && !stopped
  return (
    <>
      <section class="stack tight">
        {line.state !== 'here' && (
          <Status look={line.look} icon={line.icon}>
            <strong class="line">{line.words}</strong>
            {stopped && t(stoppedKeys[stopped])}
          </Status>
        )}
        {waiting > 0 && line.state !== 'waiting' && (
          <Status look="waiting" icon="clock">
            <strong class="line">{waitingWords(safety, text)}</strong>
          </Status>
        )}
        {mayOnlyRead && trust && <OnlyReads {...trust} />}
        <LeftDrafts />
        {trust?.lacksSheet && !stopped && (
          <Status look="neutral" icon="info" to={href('/members/sheet')}>
            <strong class="line">{t('saved.noSheet')}</strong>
            {t('saved.noSheetWhat')}
          </Status>
        )}
      </section>
      <div class="stack tight">
        {!isOnline && (
          <Status look="neutral" icon="wifi-off">
            <strong class="line">{t('saved.noInternet')}</strong>
            {t('saved.openAgain')}
          </Status>
        )}
        {talkedAt !== undefined && (
          <p class="secondary">{t('saved.talked', { when: dateAndTime(new Date(talkedAt), language) })}</p>
        )}
        {stopped === 'outdated' && (
          <LinkButton primary icon="circle-help" to={href('/help')}>
            {t('saved.toHelp')}
          </LinkButton>
        )}
        {stopped === 'unknown' && <Refill />}
        {stopped === 'healable' && <Heal />}
        {(!stopped || stopped === 'full') && (
          <ExchangeNow primary={(waiting > 0 && !mayOnlyRead) || line.state === 'quiet'} />
        )}
      </div>
      <WaitingList />
    </>
  )
}
