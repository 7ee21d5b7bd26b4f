import type { JSX } from 'preact'
import { isExchanged, lastChangeAt } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook, useOpen } from '../../db/notebook.ts'
import { dateAndTime, longDate, today } from '../../ui/dates.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFeatures, type Feature } from '../../ui/feature.ts'
import { Lazy } from '../../ui/lazy.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { savedHereKey } from '../../ui/this-device.ts'

/** That everything is on this device, which is always true; of the others another line speaks. */
function SavedHere(): JSX.Element {
  const { t, language } = useText()
  const notebook = useNotebook()
  const changedAt = useLive(() => lastChangeAt(notebook), [notebook])
  return (
    <Status look="shared" icon="tablet-check" to={href('/saved')}>
      <strong>{changedAt === 0 ? t('start.nothingYet') : t(savedHereKey())}</strong>{' '}
      {!!changedAt && (
        <span class="line">{t('start.lastSaved', { when: dateAndTime(new Date(changedAt), language) })}</span>
      )}
    </Status>
  )
}

/** How safe everything is, in one line that leads to the details. */
function SavedStatus(): JSX.Element {
  const notebook = useNotebook()
  const isShared = useLive(() => isExchanged(notebook), [notebook])
  const line = useFeatures().find((feature) => feature.startLine)?.startLine
  const here = <SavedHere />
  return isShared && line ? <Lazy load={line} props={{}} waiting={here} /> : here
}

function BigButtons(): JSX.Element {
  const { t } = useText()
  const buttons = useFeatures()
    .flatMap((feature) => feature.startButtons ?? [])
    .sort((a, b) => a.order - b.order)
  return (
    <div class="buttons big">
      {buttons.map((button) => (
        <LinkButton key={button.path} primary icon={button.icon} to={href(button.path)}>
          {t(button.titleKey)}
        </LinkButton>
      ))}
    </div>
  )
}

function Sections({ above }: { above: boolean }): JSX.Element {
  const sections = useFeatures()
    .flatMap((feature) => feature.onStart ?? [])
    .filter(({ order }) => order < 0 === above)
    .sort((a, b) => a.order - b.order)
  return (
    <>
      {sections.map(({ order, load }) => (
        <Lazy key={order} load={load} props={{}} />
      ))}
    </>
  )
}

/** What is to be thought of now and then. Most starts need nothing but the moment. */
function Reminder({ at, load }: NonNullable<Feature['reminder']>): JSX.Element | null {
  const { notebook, device } = useOpen()
  const moment = useLive(async () => (await device.settings.get(at))?.value ?? '0', [])
  return moment && !(Date.parse(moment) > notebook.now()) ? <Lazy load={load} props={{}} /> : null
}

/** The first page: is everything safe, what can be done now, what is new. */
export function Start(): JSX.Element {
  const { t, language } = useText()
  return (
    <Page title={t('start.title')} look="start">
      <div class="welcome">
        <div class="page">
          <p>{t('start.greeting', { date: longDate(today(new Date()), language) })}</p>
        </div>
        <Picture name="panorama" />
      </div>
      <div class="page over">
        <div class="home">
          <SavedStatus />
          <Sections above />
          <BigButtons />
          <Sections above={false} />
          {useFeatures()
            .flatMap((feature) => feature.reminder ?? [])
            .map(({ at, load }) => (
              <Reminder key={at} at={at} load={load} />
            ))}
          <div class="more">
            <LinkButton icon="list" to={href('/more')}>
              {t('start.everythingElse')}
            </LinkButton>
          </div>
        </div>
      </div>
    </Page>
  )
}
