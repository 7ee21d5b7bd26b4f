import type { JSX } from 'preact'
import { lastChangeAt } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { dateAndTime } from '../../ui/dates.ts'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { savedHereKey, thisDevice } from '../../ui/this-device.ts'
import { LatestChanges } from './latest.tsx'
import { Removed } from './removed.tsx'
import { SetAside } from './set-aside.tsx'
import { useSafety } from './use-safety.ts'
import { WhatLiesHere } from './what-lies-here.tsx'
import { WithOthers } from './with-others.tsx'

const onlyHereKeys: { readonly [device in ReturnType<typeof thisDevice>]: TextKey } = {
  tablet: 'saved.onlyTablet',
  phone: 'saved.onlyPhone',
  computer: 'saved.onlyComputer',
}

function HowSafe({ changedAt }: { changedAt: number }): JSX.Element {
  const { t, language } = useText()
  return (
    <Status look="shared" icon="tablet-check">
      <strong class="line">{changedAt === 0 ? t('saved.ready') : t(savedHereKey())}</strong>
      {changedAt === 0
        ? t('saved.stillEmpty')
        : t('saved.last', { when: dateAndTime(new Date(changedAt), language) })}
    </Status>
  )
}

function OnlyHere(): JSX.Element {
  const { t } = useText()
  return (
    <>
      <Status look="neutral" icon="info">
        <strong class="line">{t(onlyHereKeys[thisDevice(window.screen, navigator.maxTouchPoints)])}</strong>
        {t('saved.makeBackup')}
      </Status>
      <LinkButton primary icon="download" to={href('/backup')}>
        {t('saved.toBackup')}
      </LinkButton>
    </>
  )
}

/** How safe everything is, in detail; it says nothing that this device doesn't know. */
export function Saved(): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const changedAt = useLive(() => lastChangeAt(notebook), [notebook])
  const safety = useSafety()
  if (changedAt === undefined || !safety) return null
  if (safety.stopped === 'removed')
    return (
      <Page title={t('saved.title')} parent="/">
        <div class="page">
          <Removed />
        </div>
      </Page>
    )
  return (
    <Page title={t('saved.title')} parent="/">
      <div class="page">
        <div class="columns aside">
          <Picture name={safety.waiting > 0 ? 'waiting' : 'panorama'} look="crossing squarer" />
          <div class="stack">
            <HowSafe changedAt={changedAt} />
            <SetAside />
            {safety.isShared ? <WithOthers safety={safety} /> : <OnlyHere />}
            {safety.waiting === 0 && <LatestChanges />}
          </div>
          <WhatLiesHere />
        </div>
      </div>
    </Page>
  )
}
